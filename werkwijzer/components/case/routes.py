"""The ways through a case: what is offered depends on what happened, and what happened decides how it ends. `page.js` says the same."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.components.case.model import END, METERS, Case, Choice, Ending, Flags

Route = tuple[Choice, ...]
NOTHING: Flags = frozenset()


def routes(case: Case, start: str = "", seen: tuple[str, ...] = (), flags: Flags = NOTHING) -> Iterator[Route]:
    """Every way through the case. A step that comes back on a route ends that route early: `flaws` tells of it."""
    step = case.by_id.get(start or case.start)
    if step is None or step.id in seen:
        return
    for choice in step.offered(flags):
        if choice.to == END:
            yield (choice,)
        else:
            yield from ((choice, *rest) for rest in routes(case, choice.to, (*seen, step.id), flags.union(choice.sets)))


def flags_of(route: Route) -> Flags:
    """What happened on a route."""
    return frozenset(flag for choice in route for flag in choice.sets)


def sums_of(route: Route) -> dict[str, int]:
    """Where the three meters stand after a route."""
    return {meter: sum(getattr(choice.effects, meter) for choice in route) for meter in METERS}


def ending_of(case: Case, route: Route) -> Ending:
    """How a route ends: the first ending whose minimums and condition all hold."""
    sums, flags = sums_of(route), flags_of(route)
    return next(
        ending
        for ending in case.endings
        if ending.holds(flags) and all(sums.get(meter, 0) >= least for meter, least in ending.when.items())
    )


def visits(case: Case, route: Route) -> Iterator[tuple[str, Flags]]:
    """The steps of a route, each with what had happened by then."""
    at = case.start
    for place, choice in enumerate(route):
        yield at, flags_of(route[:place])
        at = choice.to


def told(case: Case, route: Route) -> str:
    """A route as an author looks it up: `stap:keuze → stap:keuze`."""
    return " → ".join(f"{step}:{choice.id}" for (step, _), choice in zip(visits(case, route), route, strict=True))
