"""`/// scan | id`: a self-scan. Situations with reactions to rate; the outcome is a profile, never right or wrong.

A take is {situation--reaction: frequency id, situation--helps: reaction id}. Per dimension the mean of its ratings (0 to the highest
value) makes the profile; `advice` whose conditions hold is shown, all of it, and there is always some.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import Located, read_yaml
from werkwijzer.components import Component
from werkwijzer.components.reread import Reference, check_references, links
from werkwijzer.course.library import Library
from werkwijzer.course.parse import parse
from werkwijzer.course.read import Course
from werkwijzer.questions import _options
from werkwijzer.render.environment import environment

FOLDER = "data/scan"
HELPS = "helpt"
Band = Literal["low", "middle", "high"]
BOUNDS = (1 / 3, 2 / 3)
"""Up to and including the first share of the highest value a mean is low, from the second on it is high."""


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


Take = Mapping[str, str]


def profile(scan: Scan, take: Take) -> dict[str, float]:
    """Dimension → mean rating over the reactions that were rated, as a share of the highest value (0–1)."""
    value = {frequency.id: frequency.value for frequency in scan.frequencies}
    rated = [(one.dimension, take.get(f"{situation.id}--{one.id}")) for situation in scan.situations for one in situation.reactions]
    means = {}
    for dimension in scan.dimensions:
        own = [value[given] for id_, given in rated if id_ == dimension.id and given in value]
        means[dimension.id] = sum(own) / len(own) / scan.most if own else 0.0
    return means


def band(share: float) -> Band:
    """In which third of the scale a mean lies."""
    return "low" if share <= BOUNDS[0] else "high" if share >= BOUNDS[1] else "middle"


def advice_for(scan: Scan, take: Take) -> list[Advice]:
    """What a profile is told: every advice that fits, else the last."""
    bands = {id_: band(share) for id_, share in profile(scan, take).items()}
    fits = [one for one in scan.advice if one.when and all(bands.get(id_) == wanted for id_, wanted in one.when.items())]
    return fits or [scan.advice[-1]]


def flaws(scan: Scan) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """What no schema can see, as (path, cause, remedy)."""
    known = [dimension.id for dimension in scan.dimensions]
    for path, items in _lists(scan):
        ids = [item.id for item in items]
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                yield (*path, index, "id"), f'id "{id_}" staat twee keer', "Elk id komt in een lijst één keer voor."
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


def _lists(scan: Scan):
    yield ("frequencies",), scan.frequencies
    yield ("dimensions",), scan.dimensions
    yield ("situations",), scan.situations
    yield ("advice",), scan.advice
    yield from ((("situations", i, "reactions"), situation.reactions) for i, situation in enumerate(scan.situations))


def scan_ids(root: Path) -> list[str]:
    """The scans under `root`, by file name."""
    return sorted(path.stem for path in (root / FOLDER).glob("*.yml"))


def read_scan(root: Path, id_: str) -> tuple[Scan, Located]:
    """One scan and the lines it came from. Raises CourseError with everything that is wrong with its shape."""
    located = read_yaml(root / FOLDER / f"{id_}.yml", root)
    return parse(located, Scan), located


def check(course: Course) -> Iterator[Problem]:
    for id_ in scan_ids(course.root):
        try:
            yield from _check_scan(course, id_)
        except CourseError as error:
            yield from error.problems


def _check_scan(course: Course, id_: str) -> Iterator[Problem]:
    scan, located = read_scan(course.root, id_)
    for path, cause, remedy in flaws(scan):
        yield Problem(located.place(path), cause, remedy)
    if scan.id != id_:
        yield Problem(located.place(("id",)), f'de scan heet "{scan.id}" en het bestand {id_}.yml', "Geef ze dezelfde naam.")
    for name in ("dimensions", "advice"):
        for i, one in enumerate(getattr(scan, name)):
            yield from check_references(course, one.reread, located, (name, i, "reread"))


def items(course: Course) -> Iterator[tuple[str, Place]]:
    """Each scan by the name of its file, which is what a page calls it by."""
    yield from ((id_, Place(f"{FOLDER}/{id_}.yml", 1)) for id_ in scan_ids(course.root))


def target(course: Course, argument: str) -> Iterator[tuple[str, str]]:
    if argument not in scan_ids(course.root):
        yield f"scan {FOLDER}/{argument}.yml bestaat niet", "Achter | hoort het id van een scan."


def html(library: Library, argument: str) -> str:
    """The whole scan, for a page one folder deep."""
    scan = library.data(f"{FOLDER}/{argument}.yml", Scan)
    course = library.course()
    reread = {one.id: links(course, one.reread) for one in (*scan.dimensions, *scan.advice)}
    return environment().get_template("components/scan/web.html.j2").render(scan=scan, helps=HELPS, reread=reread)


def played(library: Library, argument: str) -> tuple[str, str, dict[str, str]]:
    scan = library.data(f"{FOLDER}/{argument}.yml", Scan)
    return scan.id, scan.title, {}


COMPONENT = Component("scan", html, argument=True, played=played, check=check, target=target, items=items, noun="zelfscan")
