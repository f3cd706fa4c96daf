"""Rules for the lists under `docs/over/`: every source, term and fact is used, every link to one arrives, every fact has its date."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.problems import Problem
from werkwijzer.course.read import Course
from werkwijzer.course.references import FACTS, SOURCES, TERMS, entries, known, list_page, references, terms, used_by

__all__ = ["check", "used_by"]

LISTS = {SOURCES: "bron", TERMS: "begrip", FACTS: "feit"}


def check(course: Course) -> Iterator[Problem]:
    yield from check_links(course)
    yield from check_used(course)
    yield from check_terms(course)
    yield from check_dates(course)


def check_links(course: Course) -> Iterator[Problem]:
    ids = {name: known(course, name) for name in LISTS}
    for reference in references(course):
        if reference.id not in ids[reference.to]:
            yield Problem(
                reference.place,
                f'{LISTS[reference.to]} "{reference.id}" staat niet in docs/over/{reference.to}.md',
                "Klopt het id? Of voeg het daar toe.",
            )


def check_used(course: Course) -> Iterator[Problem]:
    """A source that no other page and no bank refers to is either forgotten or of no use. What a bank that cannot be read refers to, nobody knows."""
    if course.lacks_banks:
        return
    own = f"docs/over/{SOURCES}.md"
    used = {reference.id for reference in references(course) if reference.to == SOURCES and reference.place.file != own}
    for id_, place in entries(course, SOURCES).items():
        if id_ not in used:
            yield Problem(
                place, f'geen pagina of vraag verwijst naar bron "{id_}"', "Verwijs ernaar waar je hem gebruikt, of haal hem weg."
            )


def check_terms(course: Course) -> Iterator[Problem]:
    """A term is there for a chapter: one that its entry names, or one that links to it."""
    chapters = {loaded.page.file for loaded in course.chapters}
    linked = {reference.id for reference in references(course) if reference.to == TERMS and reference.place.file in chapters}
    for term, place in terms(course):
        if term.id not in linked and "Lees verder" not in term.entry and f"({FACTS}.md#" not in term.entry:
            yield Problem(
                place,
                f'geen hoofdstuk gebruikt het begrip "{term.name}"',
                "Link het begrip waar het voorkomt, zet er `Lees verder` bij, of haal het weg.",
            )


def check_dates(course: Course) -> Iterator[Problem]:
    page = list_page(course, FACTS)
    if page is None:
        return
    starts = [(heading.line, heading.text) for heading in page.outline.headings]
    for (start, name), (end, _) in zip(starts, [*starts[1:], (len(page.text), "")], strict=True):
        lines = [line for number, line in page.outline.lines if start < number < end]
        if any(line.strip() for line in lines) and not any("**Peildatum:**" in line for line in lines):
            yield Problem(
                page.place(start),
                f"feit “{name}” heeft geen peildatum",
                "Zet erbij: `* **Peildatum:** …`, de dag waarop het klopte.",
            )
