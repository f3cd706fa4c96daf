"""`/// form | id`: a form of `data/form.yml`, to fill in on screen or on paper; one A4 each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import Flaw, Place, Problem
from werkwijzer.base.source import Located, Page, read_yaml
from werkwijzer.components import Component, Use
from werkwijzer.components.data import check_data, flaws_of_ids
from werkwijzer.components.listed import listed
from werkwijzer.components.to_chapters import chapter_links, check_chapters, twice
from werkwijzer.course.library import Library
from werkwijzer.course.parse import parse
from werkwijzer.course.read import Course
from werkwijzer.questions import _options
from werkwijzer.render.environment import environment

FILE = "data/form.yml"


class Item(Value):
    """Something to tick, or a row to count in."""

    id: Id
    text: Text


class Row(Item):
    """A row of a table: its own text stands in the first column, `filled` in those after it; "" stays open."""

    filled: tuple[str, ...] = ()


class Asked(Value):
    """What the kinds of fields share."""

    id: Id
    label: Text
    help: Text | None = None


class Line(Asked):
    kind: Literal["line"]


class Written(Asked):
    kind: Literal["text"]
    lines: Annotated[int, Field(ge=1, le=12)]


class Options(Asked):
    """Choose one (`choice`), or tick what holds (`check`)."""

    kind: Literal["choice", "check"]
    options: Annotated[tuple[Item, ...], Field(min_length=2)]

    def ticks(self) -> list[tuple[str, str]]:
        """Value and text of each option."""
        return [(option.id, option.text) for option in self.options]

    @property
    def short(self) -> bool:
        """Whether the options fit beside one another."""
        return sum(len(option.text) + 4 for option in self.options) <= 48


class Scale(Asked):
    """Choose one word on a line from little to much."""

    kind: Literal["scale"]
    labels: Annotated[tuple[Text, ...], Field(min_length=3, max_length=7)]

    def ticks(self) -> list[tuple[str, str]]:
        """Value and text of each point."""
        return [(str(number), label) for number, label in enumerate(self.labels, 1)]


class Tally(Asked):
    """Count in rows."""

    kind: Literal["tally"]
    rows: Annotated[tuple[Item, ...], Field(min_length=1)]


class Table(Asked):
    kind: Literal["table"]
    columns: Annotated[tuple[Item, ...], Field(min_length=2, max_length=4)]
    rows: tuple[Row, ...] = ()
    blank_rows: Annotated[int, Field(ge=0, le=12)] = 0

    def lines(self) -> list[dict]:
        """Every row: its id, its own text (a blank one has none) and its cells; a cell has a text or is to be filled in."""
        rows = [(row.id, (row.text, *row.filled)) for row in self.rows] + [(f"rij-{number + 1}", ()) for number in range(self.blank_rows)]
        return [
            {"id": id_, "cells": [(column, said[i] if i < len(said) else "") for i, column in enumerate(self.columns)]}
            for id_, said in rows
        ]


class Section(Value):
    title: Text
    fields: Annotated[
        tuple[Annotated[Line | Written | Options | Scale | Tally | Table, Field(discriminator="kind")], ...], Field(min_length=1)
    ]


class Form(Value):
    id: Id
    title: Text
    description: Annotated[str, Field(min_length=50, max_length=160)]
    for_: Annotated[Literal["begeleider", "deelnemer", "organisatie"], Field(alias="for")]
    chapters: Annotated[tuple[Id, ...], Field(min_length=1)]
    intro: Text
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    closing: Text

    @property
    def short(self) -> bool:
        """Whether paper has room for a larger face: few rows to write in."""
        fields = [field for section in self.sections for field in section.fields]
        return sum(len(field.lines()) if isinstance(field, Table) else len(getattr(field, "rows", ())) or 1 for field in fields) <= 10


class Forms(Value):
    """`data/form.yml`."""

    title: Text
    description: Text
    intro: Text
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]

    @cached_property
    def by_id(self) -> dict[str, Form]:
        return {form.id: form for form in self.forms}


def flaws(forms: Forms) -> Iterator[Flaw]:
    """What no schema can see, as (path, cause, remedy)."""
    for index, id_ in twice([form.id for form in forms.forms]):
        yield ("forms", index, "id"), f'formulier "{id_}" staat er twee keer', "Elk formulier heeft een eigen id."
    for i, form in enumerate(forms.forms):
        fields = [
            (("forms", i, "sections", j, "fields", k), one)
            for j, section in enumerate(form.sections)
            for k, one in enumerate(section.fields)
        ]
        for index, id_ in twice([one.id for _, one in fields]):
            yield (
                (*fields[index][0], "id"),
                f'veld "{id_}" staat twee keer in dit formulier',
                "Elk veld heeft in zijn formulier een eigen id.",
            )
        for path, one in fields:
            yield from (((*path, *rest), cause, remedy) for rest, cause, remedy in _flaws_of_field(one))


def _flaws_of_field(one: Asked) -> Iterator[Flaw]:
    for name, kind in (("options", _options.OPTION), ("rows", _options.ROW), ("columns", _options.COLUMN)):
        yield from _options.alike(getattr(one, name, ()), (name,), kind)
        yield from flaws_of_ids(getattr(one, name, ()), (name,))
    if not isinstance(one, Table):
        return
    if not one.rows and not one.blank_rows:
        yield (), "een tabel zonder rijen", "Geef `rows` of `blank_rows`."
    for index, row in enumerate(one.rows):
        if len(row.filled) >= len(one.columns):
            yield (
                ("rows", index, "filled"),
                "er zijn meer vakken gevuld dan er kolommen zijn",
                "De eerste kolom is de tekst van de rij zelf.",
            )


def check(course: Course) -> Iterator[Problem]:
    yield from check_data(course, FILE, Forms, flaws, _check_chapters)


def _check_chapters(course: Course, forms: Forms, located: Located) -> Iterator[Problem]:
    for index, form in enumerate(forms.forms):
        yield from check_chapters(course, form.chapters, located, ("forms", index, "chapters"))


def items(course: Course) -> Iterator[tuple[str, Place]]:
    """Each form with the line of its id; nothing while the file cannot be read."""
    yield from listed(course, FILE, "forms")


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    forms = parse(read_yaml(course.root / FILE, course.root), Forms)
    if argument not in forms.by_id:
        yield f'formulier "{argument}" staat niet in {FILE}', "Achter | hoort het id van een formulier."


def html(use: Use) -> str:
    """The form, for a page one folder deep."""
    form = use.library.data(FILE, Forms).by_id[use.argument]
    template = environment().get_template("components/form/web.html.j2")
    return template.render(form=form, chapters=chapter_links(use.library.course(), form.chapters))


def kept(library: Library, argument: str) -> tuple[str, str, str]:
    return f"form-{argument}", library.data(FILE, Forms).by_id[argument].title, f"#{argument}"


COMPONENT = Component("form", html, argument=True, kept=kept, check=check, target=target, items=items, noun="formulier")
