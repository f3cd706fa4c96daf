"""References to a heading of a chapter, as data gives them: `chapter-id#anchor`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from werkwijzer.base.problems import Problem
from werkwijzer.base.source import Located, Path_
from werkwijzer.course.read import Course

Reference = Annotated[str, Field(pattern=r"^[a-z0-9-]+#[a-z0-9-]+$")]


def links(course: Course, references: Sequence[str]) -> list[tuple[str, str]]:
    """Address and words of each, for a page one folder deep."""
    return [_link(course, *reference.split("#")) for reference in references]


def _link(course: Course, chapter: str, anchor: str) -> tuple[str, str]:
    loaded = next(one for one in course.chapters if one.chapter.id == chapter)
    heading = loaded.page.outline.titles[anchor]
    return f"../{loaded.key}.md#{anchor}", f"{loaded.chapter.number} {loaded.chapter.title}: {heading}"


def check_references(course: Course, references: Sequence[str], located: Located, path: Path_) -> Iterator[Problem]:
    """A problem for each that leads nowhere."""
    pages = {loaded.chapter.id: loaded.page for loaded in course.chapters}
    for index, reference in enumerate(references):
        chapter, _, anchor = reference.partition("#")
        if course.lacks_chapter(chapter) or (chapter in pages and anchor not in pages[chapter].outline.titles):
            yield Problem(
                located.place((*path, index)),
                f'"{reference}" bestaat niet',
                "Schrijf hoofdstuk-id#kopje, zoals het in het hoofdstuk staat.",
            )
