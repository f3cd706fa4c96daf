"""`/// scan | id`: a self-scan. Situations with reactions to rate; the outcome is a profile, never right or wrong.

A take is {situation--reaction: frequency id, situation--helps: reaction id}. Per dimension the mean of its ratings (0 to the highest
value) makes the profile; `advice` whose conditions hold is shown, all of it, and there is always some.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import Flaw, Place, Problem
from werkwijzer.base.source import Located, Page
from werkwijzer.base.words import words
from werkwijzer.components import Component, Use
from werkwijzer.components.catalogue import listing
from werkwijzer.components.data import check_folder, flaws_of_ids
from werkwijzer.components.reread import Reference, check_references, links
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.questions import _options
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import render
from werkwijzer.render.paper import letter

FOLDER = "data/scan"
HELPS = "helpt"
Band = Literal["low", "middle", "high"]


class Frequency(Value):
    """How often somebody does something, in words; `value` counts from 0."""

    id: Id
    text: Text
    value: Annotated[int, Field(ge=0, le=6)]


class Dimension(Value):
    """What the reactions are about. `wanted` tells whether more of it usually helps."""

    id: Id
    name: Text
    text: Text
    wanted: bool
    strength: Text
    question: Text
    exercise: Text
    reread: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=3)]


class Reaction(Value):
    id: Id
    dimension: Id
    text: Text


class Situation(Value):
    id: Id
    text: Text
    reactions: Annotated[tuple[Reaction, ...], Field(min_length=2, max_length=6)]


class Advice(Value):
    """Shown when every dimension of `when` lies in the band given; the last advice has no `when` and is shown when no other is."""

    id: Id
    when: dict[str, Band] = {}
    title: Text
    text: Text
    reread: Annotated[tuple[Reference, ...], Field(max_length=3)] = ()


class Scan(Value):
    """One YAML file in `data/scan/`."""

    id: Id
    title: Text
    description: Annotated[str, Field(min_length=50, max_length=160)]
    minutes: Annotated[int, Field(ge=5, le=40)]
    intro: Text
    disclaimer: Text
    frequencies: Annotated[tuple[Frequency, ...], Field(min_length=3, max_length=5)]
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=2, max_length=6)]
    situations: Annotated[tuple[Situation, ...], Field(min_length=3)]
    advice: Annotated[tuple[Advice, ...], Field(min_length=2)]
    talk: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]

    @property
    def most(self) -> int:
        return max(frequency.value for frequency in self.frequencies)


def flaws(scan: Scan) -> Iterator[Flaw]:
    """What no schema can see, as (path, cause, remedy)."""
    known = [dimension.id for dimension in scan.dimensions]
    for path, items in _lists(scan):
        yield from flaws_of_ids(items, path)
    yield from _options.alike(scan.frequencies, ("frequencies",), _options.ANSWER)
    yield from _options.alike(scan.dimensions, ("dimensions",), _options.DIMENSION, "name")
    for i, situation in enumerate(scan.situations):
        yield from _options.alike(situation.reactions, ("situations", i, "reactions"), _options.REACTION)
        if sorted(one.dimension for one in situation.reactions) != sorted(known):
            yield ("situations", i), "niet bij elke dimensie precies één reactie", f"Geef één reactie bij {', '.join(known)}."
    for i, one in enumerate(scan.advice):
        if unknown := set(one.when) - set(known):
            yield (
                ("advice", i, "when"),
                f"onbekende {'dimensie' if len(unknown) == 1 else 'dimensies'} {', '.join(sorted(unknown))}",
                f"Kies uit {', '.join(known)}.",
            )
        if (i == len(scan.advice) - 1) == bool(one.when):
            yield (
                ("advice", i),
                "alleen het laatste advies heeft geen `when`",
                "Het laatste advies geldt voor wie nergens anders onder valt.",
            )


def _lists(scan: Scan) -> Iterator[tuple[tuple[str | int, ...], Sequence[Any]]]:
    yield ("frequencies",), scan.frequencies
    yield ("dimensions",), scan.dimensions
    yield ("situations",), scan.situations
    yield ("advice",), scan.advice
    yield from ((("situations", i, "reactions"), situation.reactions) for i, situation in enumerate(scan.situations))


def scan_ids(root: Path) -> list[str]:
    """The scans under `root`, by file name."""
    return sorted(path.stem for path in (root / FOLDER).glob("*.yml"))


def check(course: Course) -> Iterator[Problem]:
    yield from check_folder(course, FOLDER, Scan, flaws, _check_references)


def _check_references(course: Course, scan: Scan, located: Located) -> Iterator[Problem]:
    file = located.file.rpartition("/")[2]
    if file != f"{scan.id}.yml":
        yield Problem(located.place(("id",)), f'de scan heet "{scan.id}" en het bestand {file}', "Geef ze dezelfde naam.")
    for name in ("dimensions", "advice"):
        for i, one in enumerate(getattr(scan, name)):
            yield from check_references(course, one.reread, located, (name, i, "reread"))


def items(course: Course) -> Iterator[tuple[str, Place]]:
    """Each scan by the name of its file, which is what a page calls it by."""
    yield from ((id_, Place(f"{FOLDER}/{id_}.yml", 1)) for id_ in scan_ids(course.root))


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if argument not in scan_ids(course.root):
        yield f"scan {FOLDER}/{argument}.yml bestaat niet", "Achter | hoort het id van een scan."


def html(use: Use) -> str:
    """The whole scan, for a page one folder deep."""
    scan = use.library.data(f"{FOLDER}/{use.argument}.yml", Scan)
    course = use.library.course()
    reread = {one.id: links(course, one.reread) for ones in (scan.dimensions, scan.advice) for one in ones}
    return environment().get_template("components/scan/web.html.j2").render(scan=scan, helps=HELPS, reread=reread)


def paper(use: Use) -> str:
    """The scan as a test on paper, with a key to count by."""
    scan = use.library.data(f"{FOLDER}/{use.argument}.yml", Scan)
    reread = {one.id: links(use.library.course(), one.reread) for one in scan.dimensions}
    said = words()["scan"]["frequency"]
    frequencies = ", ".join(said.format(value=one.value, text=one.text) for one in scan.frequencies)
    return render("components/scan/paper", scan=scan, reread=reread, frequencies=frequencies, letters=letters(scan))


def letters(scan: Scan) -> dict[str, list[str]]:
    """Dimension → the reactions that belong to it, as `1 A`."""
    said = words()["scan"]["letter"]
    found: dict[str, list[str]] = {dimension.id: [] for dimension in scan.dimensions}
    for number, situation in enumerate(scan.situations, 1):
        for reaction in situation.reactions:
            found[reaction.dimension].append(said.format(situation=number, letter=letter(situation.reactions, reaction.id)))
    return found


def assigned(course: Course) -> Iterator[dict[str, Any]]:
    yield from ({**about, **measured(value)} for about, value in listing(course, "scan", FOLDER, minutes=5))


def measured(scan: dict[str, Any]) -> dict[str, Any]:
    """Answer → dimension, frequency → value, dimension → name; nothing for what has no such things."""
    if not {"situations", "dimensions", "frequencies"} <= set(scan):
        return {}
    reactions = {f"{situation['id']}--{one['id']}": one["dimension"] for situation in scan["situations"] for one in situation["reactions"]}
    values = {one["id"]: int(one["value"]) for one in scan["frequencies"]}
    return {"dimensions": reactions, "values": values, "names": {one["id"]: one["name"] for one in scan["dimensions"]}}


def played(library: Library, argument: str) -> tuple[str, str, dict[str, str]]:
    scan = library.data(f"{FOLDER}/{argument}.yml", Scan)
    return scan.id, scan.title, {}


COMPONENT = Component(
    "scan",
    html,
    paper,
    argument=True,
    searched=False,
    played=played,
    check=check,
    target=target,
    items=items,
    noun="zelfscan",
    model=Scan,
    kind="scan",
    assigned=assigned,
)
