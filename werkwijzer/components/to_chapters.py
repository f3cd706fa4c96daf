"""References to whole chapters, as the data of tools gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from werkwijzer.base.problems import Problem
from werkwijzer.base.source import Located, Path_
from werkwijzer.course.read import Course


def chapter_links(course: Course, ids: Sequence[str], section: str = "") -> list[tuple[str, str]]:
    """Address and name of each chapter, for a page one folder deep; `section` is an anchor in all of them."""
    known = {loaded.chapter.id: loaded for loaded in course.chapters}
    anchor = f"#{section}" if section else ""
    return [(f"../{known[id_].key}.md{anchor}", f"{known[id_].chapter.number} {known[id_].chapter.title}") for id_ in ids]


def check_chapters(course: Course, ids: Sequence[str], located: Located, path: Path_, section: str = "") -> Iterator[Problem]:
    """A problem for each chapter that does not exist, or lacks the section."""
    pages = {loaded.chapter.id: loaded.page for loaded in course.chapters}
    for id_ in ids:
        if id_ not in pages:
            if course.lacks_chapter(id_):
                yield Problem(located.place(path), f'geen hoofdstuk met id "{id_}"', "Neem het id van een hoofdstuk.")
        elif section and section not in pages[id_].outline.ids:
            yield Problem(
                located.place(("section",)),
                f'hoofdstuk "{id_}" heeft geen kopje "{section}"',
                "Neem het id van een kopje in dat hoofdstuk.",
            )


def twice(ids: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Place and id of each that stood earlier in the list."""
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            yield index, id_
