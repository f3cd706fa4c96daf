"""Who refers to what: sources, terms and facts by the id under which they stand in `docs/over/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from werkwijzer.base.outline import Attributes, Link, links_in
from werkwijzer.base.problems import CourseError, Place, relative
from werkwijzer.base.source import Page, read_text
from werkwijzer.course import glossary
from werkwijzer.course.glossary import Term
from werkwijzer.course.kept import kept
from werkwijzer.course.read import Course, LoadedChapter

SOURCES, TERMS, FACTS = "bronnen", "begrippen", "feiten"
"""The three lists under `docs/over/`."""

_ENTRY = re.compile(rf"(?:[^\s#]*/)?({SOURCES}|{TERMS}|{FACTS})\.md#([\w-]+)")
"""The target of a link to an entry."""


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
    if name == FACTS:
        return {heading.anchor: page.place(heading.line) for heading in page.outline.headings if heading.anchor and heading.level > 1}
    return {below.id: page.place(below.line) for below in page.outline.of(Attributes) if below.id}


def known(course: Course, name: str) -> set[str]:
    """Every id on a list's page, headings included."""
    page = list_page(course, name)
    return set(page.outline.ids) if page else set()


@kept
def references(course: Course) -> list[Reference]:
    """Every link to one of the lists: on a page, in a bank, a case, a scan or the data of a tool; a file that
    cannot be read is left to the rules that show it."""
    found = [reference for page in course.pages for reference in _among(page.outline.links, page.place)]
    for path in sorted(path for folder in ("quizzes", "data") for path in (course.root / folder).rglob("*.yml")):
        try:
            found += _among(links_in(read_text(path, course.root)), partial(Place, relative(path, course.root)))
        except CourseError:
            continue
    return found


def is_reference(target: str) -> bool:
    """Whether a link with that target leads to an entry of a list."""
    return bool(_ENTRY.match(target))


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
    return [(term, page.place(term.line)) for term in glossary.terms(page.outline).values()] if page else []


def _among(links: Iterable[Link], place: Callable[[int], Place]) -> Iterator[Reference]:
    for link in links:
        if match := _ENTRY.match(link.target):
            yield Reference(match[1], match[2], place(link.line))
