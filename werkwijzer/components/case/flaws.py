"""What no schema can see in a case, as (path, cause, remedy): ids, steps and endings that nobody reaches, routes that stop."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.problems import Flaw
from werkwijzer.components.case.flags import flaws_of_flags, flaws_of_stories
from werkwijzer.components.case.model import END, METERS, Case, Flags
from werkwijzer.components.case.routes import NOTHING, ending_of, routes
from werkwijzer.components.data import flaws_of_ids
from werkwijzer.questions import _options


def flaws(case: Case) -> Iterator[Flaw]:
    """Everything that is wrong; routes are walked only when there is nothing else."""
    shape = [*_flaws_of_ids(case), *_flaws_of_choices(case), *_flaws_of_endings(case), *_flaws_of_start(case), *flaws_of_flags(case)]
    yield from shape
    for index, step in enumerate(case.steps):
        yield from _options.alike(step.choices, ("steps", index, "choices"), _options.CHOICE)
    if not shape:
        yield from _flaws_of_routes(case)


def _flaws_of_ids(case: Case) -> Iterator[Flaw]:
    yield from flaws_of_ids(case.steps, ("steps",))
    yield from flaws_of_ids(case.endings, ("endings",))
    for index, step in enumerate(case.steps):
        yield from flaws_of_ids(step.choices, ("steps", index, "choices"))


def _flaws_of_choices(case: Case) -> Iterator[Flaw]:
    for i, step in enumerate(case.steps):
        for j, choice in enumerate(step.choices):
            path = ("steps", i, "choices", j)
            if choice.to != END and choice.to not in case.by_id:
                yield (*path, "to"), f'stap "{choice.to}" bestaat niet', f"Neem het id van een stap, of `{END}`."
            if not choice.spread[0] <= choice.weight <= choice.spread[1]:
                yield (
                    (*path, "spread"),
                    "de weging valt buiten de spreiding",
                    "Schrijf de spreiding als [laagste, hoogste], met de weging ertussen.",
                )


def _flaws_of_endings(case: Case) -> Iterator[Flaw]:
    for index, ending in enumerate(case.endings):
        if unknown := set(ending.when) - set(METERS):
            yield (
                ("endings", index, "when"),
                f"onbekende {'meter' if len(unknown) == 1 else 'meters'} {', '.join(sorted(unknown))}",
                f"Kies uit {', '.join(METERS)}.",
            )
        last = index == len(case.endings) - 1
        if last != ending.is_for_all:
            yield (
                ("endings", index),
                "alleen het laatste einde heeft geen `when`, `needs` of `without`",
                "Het laatste einde geldt voor wie nergens anders uitkomt.",
            )


def _flaws_of_start(case: Case) -> Iterator[Flaw]:
    if case.start not in case.by_id:
        yield ("start",), f'stap "{case.start}" bestaat niet', "Neem het id van de eerste stap."


def _flaws_of_routes(case: Case) -> Iterator[Flaw]:
    if any(_comes_back(case, step.id, step.id, frozenset()) for step in case.steps):
        yield ("steps",), "een route komt terug bij een stap waar ze al was", "Laat elke keuze verder leiden, zodat elke route eindigt."
        return
    yield from _stops(case)
    found = list(routes(case))
    reached = {case.start} | {choice.to for route in found for choice in route}
    ends = {ending_of(case, route).id for route in found}
    for index, step in enumerate(case.steps):
        if step.id not in reached:
            yield ("steps", index), f'geen route leidt naar stap "{step.id}"', "Laat een keuze ernaartoe leiden, of haal de stap weg."
    for index, ending in enumerate(case.endings):
        if ending.id not in ends:
            yield (
                ("endings", index),
                f'geen route leidt naar einde "{ending.id}"',
                "Laat een keuze ernaartoe leiden, of haal het einde weg.",
            )
    yield from flaws_of_stories(case, found)


def _stops(case: Case) -> Iterator[Flaw]:
    """A step where who comes along some way has nothing left to choose between."""
    few = {step for step, flags in _arrivals(case, case.start, NOTHING) if len(case.step(step).offered(flags)) < 2}
    for index, step in enumerate(case.steps):
        if step.id in few:
            yield (
                ("steps", index, "choices"),
                f'bij stap "{step.id}" blijft op een route minder dan twee keuzes over',
                "Haal een `needs` of `without` weg, of voeg een keuze toe.",
            )


def _arrivals(case: Case, at: str, flags: Flags) -> Iterator[tuple[str, Flags]]:
    yield at, flags
    for choice in case.step(at).offered(flags):
        if choice.to != END:
            yield from _arrivals(case, choice.to, flags.union(choice.sets))


def _comes_back(case: Case, goal: str, at: str, seen: frozenset[str]) -> bool:
    if at in seen:
        return False
    onward = {choice.to for choice in case.step(at).choices} - {END}
    return goal in onward or any(_comes_back(case, goal, to, seen | {at}) for to in onward)
