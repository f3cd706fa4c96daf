"""A partial order of steps: which must stand before which, and which may stand either way. Ids and numbers only, no types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

Before = Mapping[str, Sequence[str]]
"""Id of a step → the ids that must stand before it."""
Pair = tuple[str, str]
Freedom = tuple[str, tuple[int, ...]]
"""How steps may move, and their numbers: `anywhere` (one), `swap` (two), `any` (three or more, in every order)."""


def all_before(before: Before) -> dict[str, set[str]]:
    """Id → everything that must stand before it, by way of others too. What runs in a circle stands before itself."""
    found = {step: set(ids) & before.keys() for step, ids in before.items()}
    for middle in before:
        for step in before:
            if middle in found[step]:
                found[step] |= found[middle]
    return found


def in_circles(before: Before) -> list[str]:
    """The steps that would have to stand before themselves."""
    return [step for step, ids in all_before(before).items() if step in ids]


def pairs(before: Before) -> list[Pair]:
    """The pairs whose order matters, each once: what follows from two others is not counted again."""
    above = all_before(before)
    return [
        (first, step)
        for step in before
        for first in before
        if first in above[step] and not any(first in above[middle] for middle in above[step])
    ]


def freedoms(before: Before) -> list[Freedom]:
    """What may stand either way, in numbers from 1 in the order of the steps."""
    steps = list(before)
    number = {step: place for place, step in enumerate(steps, 1)}
    loose = _loose(before)
    anywhere = [step for step in steps if len(loose[step]) == len(steps) - 1]
    found: list[Freedom] = [("anywhere", (number[step],)) for step in anywhere]
    for group in _groups({step: loose[step].difference(anywhere) for step in steps if step not in anywhere}):
        together = all(b in loose[a] for a, b in combinations(group, 2))
        parts = [group] if together else [pair for pair in combinations(group, 2) if pair[1] in loose[pair[0]]]
        found += [("swap" if len(part) == 2 else "any", tuple(number[step] for step in part)) for part in parts]
    return sorted(found, key=lambda freedom: freedom[1])


def _loose(before: Before) -> dict[str, set[str]]:
    """Id → the steps that may stand before it as well as after it."""
    above = all_before(before)
    return {step: {other for other in before if other != step and other not in above[step] and step not in above[other]} for step in before}


def _groups(loose: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """The steps that hang together by what may change places, groups of one left out."""
    seen: set[str] = set()
    for start in loose:
        group, todo = set(), {start} - seen
        while todo:
            step = todo.pop()
            group.add(step)
            todo |= loose[step] - group
        seen |= group
        if len(group) > 1:
            yield [step for step in loose if step in group]
