"""Rules for where the questions of a bank stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from werkwijzer.base.problems import Place, Problem
from werkwijzer.course.read import Course, page_key


def check_own(course: Course, block: str, what: str) -> Iterator[Problem]:
    """A question leads back to a heading of its own chapter, so it stands on that chapter's page."""
    for page in course.pages:
        for directive in page.outline.directives:
            key = directive.argument.partition("#")[0]
            if directive.name == block and course.chapter(key) and page_key(page) != key:
                place = Place(page.file, directive.line + page.offset)
                yield Problem(place, f"{what} bij docs/{key}.md", "Zet haar op die pagina, of verwijs ernaar met een link.")


def check_twice(course: Course, block: str) -> Iterator[Problem]:
    """What a Block shows stands on a page once."""
    for page in course.pages:
        found = [directive for directive in page.outline.directives if directive.name == block]
        count = Counter(directive.argument for directive in found)
        for directive in found:
            if count[directive.argument] > 1:
                place = Place(page.file, directive.line + page.offset)
                yield Problem(place, f'"{directive.argument}" staat {count[directive.argument]} keer op deze pagina', "Laat er één staan.")
