"""`/// canvas`: the group canvas of `data/canvas.yml`, fifteen fields on one A4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import Flaw, Problem
from werkwijzer.base.source import Located
from werkwijzer.components import Component, Use
from werkwijzer.components.data import check_data
from werkwijzer.components.to_chapters import chapter_links, check_chapters
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment

FILE = "data/canvas.yml"
NOTE = "canvas"


class Box(Value):
    """One field; `mark` is a word beside its label, `rows` how much room it gets."""

    id: Id
    number: Annotated[int, Field(ge=1)]
    label: Text
    mark: Text | None = None
    question: Text
    help: Text
    example: Text
    rows: Annotated[int, Field(ge=1, le=6)]


class Part(Value):
    id: Id
    title: Text
    fields: Annotated[tuple[Box, ...], Field(min_length=1)]


class Canvas(Value):
    """`data/canvas.yml`."""

    title: Text
    description: Text
    intro: Text
    chapter: Id
    section: Id
    start: Id
    example_about: Text
    limits: Text
    blocks: Annotated[tuple[Part, ...], Field(min_length=1)]
    after: tuple[Text, ...]

    @property
    def fields(self) -> list[Box]:
        return [field for block in self.blocks for field in block.fields]


def flaws(canvas: Canvas) -> Iterator[Flaw]:
    """What no schema can see, as (path, cause, remedy)."""
    ids = [field.id for field in canvas.fields]
    if len(set(ids)) < len(ids):
        yield ("blocks",), "twee velden hebben hetzelfde id", "Elk veld heeft een eigen id."
    if [field.number for field in canvas.fields] != list(range(1, len(ids) + 1)):
        yield ("blocks",), "de nummers lopen niet op", "Nummer de velden van 1 af, in de volgorde van het vel."
    if len(ids) > 20:
        yield ("blocks",), f"{len(ids)} velden", "Een notitie in de voortgang heeft hoogstens twintig delen."
    if canvas.start not in ids:
        yield ("start",), f'veld "{canvas.start}" bestaat niet', "Neem het id van het veld waar je begint."


def check(course: Course) -> Iterator[Problem]:
    yield from check_data(course, FILE, Canvas, flaws, _check_chapters)


def _check_chapters(course: Course, canvas: Canvas, located: Located) -> Iterator[Problem]:
    yield from check_chapters(course, [canvas.chapter], located, ("chapter",), canvas.section)


def html(use: Use) -> str:
    """The canvas, for a page one folder deep."""
    canvas = use.library.data(FILE, Canvas)
    chapters = chapter_links(use.library.course(), [canvas.chapter], canvas.section)
    return environment().get_template("components/canvas/web.html.j2").render(canvas=canvas, note=NOTE, chapters=chapters)


def kept(library: Library, argument: str) -> tuple[str, str, str]:
    return NOTE, library.data(FILE, Canvas).title, ""


COMPONENT = Component("canvas", html, kept=kept, check=check)
