"""Which documents there are to print: the whole course, a module, a chapter, a choice, the workbook, the answers, the form."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from werkwijzer.base.words import words
from werkwijzer.course.read import Course, LoadedModule
from werkwijzer.export.selection import Selection, select

Kind = Literal["course", "module", "chapter", "selection", "workbook", "key", "form"]
WHAT = ("course", "modules", "chapters", "workbook", "key", "form")


@dataclass(frozen=True)
class Edition:
    """One document. `name` is its file without `.pdf`."""

    kind: Kind
    name: str
    title: str
    subtitle: str
    selection: Selection
    module: LoadedModule | None = None

    @property
    def for_questions(self) -> bool:
        """Whether the document holds questions only, no chapters to read."""
        return self.kind in ("workbook", "key", "form")


Maker = Callable[[Course, Selection | None], Iterator[Edition]]


def editions(course: Course, what: str, selection: Selection | None = None) -> list[Edition]:
    """The documents that `what` asks for. With a selection, `course` and `modules` become one document of what was chosen."""
    wanted = WHAT if what == "all" else (what,)
    return [edition for name in wanted for edition in _MAKERS[name](course, selection)]


def _course(course: Course, selection: Selection | None) -> Iterator[Edition]:
    if selection is None:
        yield Edition("course", "cursus", words()["paper"]["course"], words()["book"]["course"], select(course))
    else:
        numbers = ", ".join(chapter.chapter.number for chapter in selection.chapters)
        subtitle = words()["book"]["chapters_in"].format(numbers=numbers)
        yield Edition("selection", "keuze", words()["book"]["selection"], subtitle, selection)


def _modules(course: Course, selection: Selection | None) -> Iterator[Edition]:
    for module in course.modules if selection is None else ():
        number = words()["book"]["module"].format(number=module.module.module)
        chapters = select(course, {chapter.key for chapter in course.chapters_in(module.folder)})
        yield Edition("module", f"module-{module.module.module}", module.module.title, number, chapters, module)


def _chapters(course: Course, selection: Selection | None) -> Iterator[Edition]:
    for chapter in (selection or select(course)).chapters:
        number = words()["book"]["chapter"].format(number=chapter.chapter.number)
        one = Selection((chapter,), selection.questions if selection else None)
        yield Edition(
            "chapter", f"hoofdstuk-{chapter.chapter.number.replace('.', '-')}-{chapter.chapter.id}", chapter.chapter.title, number, one
        )


def _questions(kind: Kind, name: str, title: str) -> Maker:
    def make(course: Course, selection: Selection | None) -> Iterator[Edition]:
        yield Edition(kind, name, title, words()["paper"]["course"], selection or select(course))

    return make


_MAKERS: dict[str, Maker] = {
    "course": _course,
    "modules": _modules,
    "chapters": _chapters,
    "workbook": _questions("workbook", "werkboek", words()["paper"]["ask"]),
    "key": _questions("key", "antwoorden", words()["paper"]["key"]),
    "form": _questions("form", "werkboek-invulbaar", words()["book"]["form"]),
}


def edition_date(course: Course) -> date:
    """The date that documents bear: SOURCE_DATE_EPOCH if it is set, else the newest `updated` of a chapter."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return max((chapter.chapter.updated for chapter in course.chapters), default=date(1970, 1, 1))


_MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]


def dutch_date(day: date) -> str:
    """22 november 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
