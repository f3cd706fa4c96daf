"""Rules for terms of the glossary in chapters: a term links to its entry where a chapter first uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkwijzer.base.problems import Problem
from werkwijzer.checks.survey import running_text
from werkwijzer.checks.wording import unsaid
from werkwijzer.course.glossary import Term
from werkwijzer.course.passages import Passage, page_passages
from werkwijzer.course.read import Course
from werkwijzer.course.references import TERMS, references, terms

EVERYDAY = frozenset({"groep", "norm", "rol", "chaos", "controle", "structuur", "interventie", "opkomst"})
"""Terms that are ordinary words as well: a chapter may use them without a link."""


def check(course: Course) -> Iterator[Problem]:
    glossary = [(term, pattern_of(term)) for term, _ in terms(course) if term.id not in EVERYDAY]
    linked: dict[tuple[str, str], int] = {}
    for reference in references(course):
        if reference.to == TERMS:
            linked.setdefault((reference.place.file, reference.id), reference.place.line)
    for loaded in course.chapters:
        text = [(passage, unsaid(passage.text)) for passage in running_text(page_passages(loaded.page))]
        for term, pattern in glossary:
            yield from check_term(text, term, pattern, linked.get((loaded.page.file, term.id)))


def pattern_of(term: Term) -> re.Pattern[str]:
    """What finds the term, its plural included (*aggregaten*, *rollen*)."""
    name = re.sub(r"\s*\(.*\)", "", term.name)
    short = re.sub(r"([aeou])\1([^\Waeiou])$", r"\1\2", name)
    found = "|".join((rf"{_written(name)}(?:s|’s|n|e|en|{re.escape(name[-1])}en)?", f"{_written(short)}en"))
    return re.compile(rf"(?<![\w-])(?:{found})(?![\w-])", re.I)


def _written(name: str) -> str:
    return re.escape(name).replace(r"\ ", r"\s+").replace("–", "[-–]")


def check_term(text: list[tuple[Passage, str]], term: Term, pattern: re.Pattern[str], linked: int | None) -> Iterator[Problem]:
    """A hint when the first use of the term, outside quotation marks, stands above its first link (at line `linked`) or has none."""
    for passage, own in text:
        if not (match := pattern.search(own)):
            continue
        if linked is None or passage.place(own, match.start()).line < linked:
            yield Problem(
                passage.place(own, match.start()),
                f"begrip “{match[0]}” staat hier voor het eerst, zonder link",
                f"Link naar over/begrippen.md#{term.id}, of leg het woord hier uit.",
                fatal=False,
            )
        return
