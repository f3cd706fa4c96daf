"""Who refers to what: sources, terms and facts by the id under which they stand in `docs/over/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from werkwijzer.base.outline import anchors, prose
from werkwijzer.base.problems import CourseError, Place
from werkwijzer.base.source import Page, read_text
from werkwijzer.course import glossary
from werkwijzer.course.glossary import Term
from werkwijzer.course.read import Course, LoadedChapter

SOURCES, TERMS, FACTS = "bronnen", "begrippen", "feiten"
"""The three lists under `docs/over/`."""

LIST_LINK = re.compile(r"\]\(\s*<?(?:[^)\s>#]*/)?(bronnen|begrippen|feiten)\.md#([\w-]+)")
_BELOW = re.compile(r"^\{:[^}]*#([\w-]+)")


@dataclass(frozen=True)
class Reference:
    """A link to an entry of a list, and where it stands."""

    to: str
    id: str
    place: Place


def list_page(course: Course, name: str) -> Page | None:
    """The page that holds a list, when the course has it."""
    return next((page for page in course.pages if page.file == f"docs/over/{name}.md"), None)


def entries(course: Course, name: str) -> dict[str, Place]:
    """The ids under which the entries of a list stand, each with its place; headings are no entries, except among facts."""
    page = list_page(course, name)
    if page is None:
        return {}
    lines = prose(page.text)
    pattern = re.compile(r"^#{2,}.*\{\s*#([\w-]+)") if name == FACTS else _BELOW
    return {match[1]: Place(page.file, number + page.offset) for number, line in lines if (match := pattern.match(line))}


def known(course: Course, name: str) -> set[str]:
    """Every id on a list's page, headings included."""
    page = list_page(course, name)
    return {*anchors(page.text), *entries(course, name)} if page else set()


def references(course: Course) -> list[Reference]:
    """Every link to one of the lists: on a page, in a bank, a case, a scan or the data of a tool; a file that
    cannot be read is left to the rules that show it."""
    found = [reference for page in course.pages for reference in _in_lines(page.file, page.offset, prose(page.text))]
    for path in sorted(path for folder in ("quizzes", "data") for path in (course.root / folder).rglob("*.yml")):
        file = path.relative_to(course.root).as_posix()
        try:
            found += _in_lines(file, 0, enumerate(read_text(path, course.root).splitlines(), 1))
        except CourseError:
            continue
    return found


def used_by(course: Course) -> dict[str, tuple[LoadedChapter, ...]]:
    """Source id → the chapters that use it, in their own text or in their bank, in the order of the course."""
    using: dict[str, set[str]] = {id_: set() for id_ in entries(course, SOURCES)}
    for reference in references(course):
        if reference.to == SOURCES and reference.id in using:
            using[reference.id].add(reference.place.file.partition("/")[2].rpartition(".")[0])
    return {id_: tuple(chapter for chapter in course.chapters if chapter.key in keys) for id_, keys in using.items()}


def terms(course: Course) -> list[tuple[Term, Place]]:
    """The glossary in its order, each entry with its place."""
    page = list_page(course, TERMS)
    return [(term, Place(page.file, term.line + page.offset)) for term in glossary.terms(page.text).values()] if page else []


def _in_lines(file: str, offset: int, lines: Iterable[tuple[int, str]]) -> Iterator[Reference]:
    for number, line in lines:
        for name, id_ in LIST_LINK.findall(line):
            yield Reference(name, id_, Place(file, number + offset))
