"""`/// formats`: the exercise formats of `data/formats.yml` as cards, to search and to print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import Flaw, Problem
from werkwijzer.base.source import Located
from werkwijzer.components import Component, Use
from werkwijzer.components.data import check_data
from werkwijzer.components.to_chapters import chapter_links, check_chapters, twice
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment

FILE = "data/formats.yml"


class Named(Value):
    id: Id
    name: Text


class Range(Value):
    """From `min` to `max`, both counted in."""

    min: Annotated[int, Field(ge=1)]
    max: Annotated[int, Field(ge=1)]

    def __str__(self) -> str:
        return str(self.min) if self.min == self.max else f"{self.min}–{self.max}"


class Format(Value):
    """One card."""

    id: Id
    code: Annotated[str, Field(pattern=r"^WV-\d\d$")]
    name: Text
    aims: Annotated[tuple[Id, ...], Field(min_length=1)]
    phases: Annotated[tuple[Id, ...], Field(min_length=1)]
    size: Range
    minutes: Range
    note: Text | None = None
    material: Text
    purpose: Text
    steps: Annotated[tuple[Text, ...], Field(min_length=2)]
    pitfalls: Annotated[tuple[Text, ...], Field(min_length=1)]
    access: Annotated[tuple[Text, ...], Field(min_length=1)]
    say: Text
    chapters: tuple[Id, ...]


class Formats(Value):
    """`data/formats.yml`."""

    title: Text
    description: Text
    intro: Text
    always: tuple[Text, ...]
    aims: tuple[Named, ...]
    phases: tuple[Named, ...]
    formats: Annotated[tuple[Format, ...], Field(min_length=1)]


def flaws(formats: Formats) -> Iterator[Flaw]:
    """What no schema can see, as (path, cause, remedy)."""
    for name in ("id", "code", "name"):
        for index, value in twice([getattr(one, name) for one in formats.formats]):
            yield ("formats", index, name), f'"{value}" staat er twee keer', "Elke werkvorm heeft een eigen id, code en naam."
    for index, one in enumerate(formats.formats):
        for name in ("aims", "phases"):
            if unknown := set(getattr(one, name)) - {item.id for item in getattr(formats, name)}:
                yield ("formats", index, name), f"onbekend: {', '.join(sorted(unknown))}", f"Kies uit de lijst `{name}` bovenaan."
        for name in ("size", "minutes"):
            if getattr(one, name).min > getattr(one, name).max:
                yield ("formats", index, name), "het minimum is groter dan het maximum", "Wissel ze om."


def check(course: Course) -> Iterator[Problem]:
    yield from check_data(course, FILE, Formats, flaws, _check_chapters)


def _check_chapters(course: Course, formats: Formats, located: Located) -> Iterator[Problem]:
    for index, one in enumerate(formats.formats):
        yield from check_chapters(course, one.chapters, located, ("formats", index, "chapters"))


def html(use: Use) -> str:
    """All cards, for a page one folder deep."""
    formats, course = use.library.data(FILE, Formats), use.library.course()
    chapters = {one.id: chapter_links(course, one.chapters) for one in formats.formats}
    names = {item.id: item.name for item in (*formats.aims, *formats.phases)}
    return environment().get_template("components/formats/web.html.j2").render(data=formats, chapters=chapters, names=names)


COMPONENT = Component("formats", html, check=check)
