"""How somebody picks who reads the options and not the question: by length, by words that give away, by place. Pure.

A strategy gives each option a rank, low is taken first; equal ranks are taken by chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

Texts = Sequence[str]
Ranks = tuple[float, ...]

REASON = re.compile(r"\b(?:want|omdat|zodat|dan|dus|anders)\b", re.I)
ABSOLUTE = re.compile(
    r"\b(?:altijd|nooit|iedereen|niemand|alles|niets|alle|elke?|iedere?|geen enkele?|alleen|uitsluitend|volledig|helemaal|moet|moeten)\b",
    re.I,
)
ASKS = re.compile(r"\?|\b(?:vraag|vraagt|vragen|navra\w+|erken\w*)\b", re.I)


@dataclass(frozen=True)
class Strategy:
    """A way to pick, with its name in the words of a guesser, and what an author does against it."""

    name: str
    rank: Callable[[Texts], Ranks]
    advice: str


def _lengths(texts: Texts) -> list[int]:
    return [len(text) for text in texts]


def _middle(texts: Texts) -> Ranks:
    centre = median(_lengths(texts))
    return tuple(abs(length - centre) for length in _lengths(texts))


def _without(pattern: re.Pattern[str]) -> Callable[[Texts], Ranks]:
    return lambda texts: tuple(float(bool(pattern.search(text))) for text in texts)


def _with(pattern: re.Pattern[str]) -> Callable[[Texts], Ranks]:
    return lambda texts: tuple(float(not pattern.search(text)) for text in texts)


SKIPS = (
    Strategy(
        "sla over wat een reden geeft (want, omdat, zodat, dan, dus, anders)",
        _without(REASON),
        "Geef goede en foute opties allebei redenen.",
    ),
    Strategy("sla over wat stellig is (altijd, nooit, alleen, iedereen …)", _without(ABSOLUTE), "Wees bij goed en fout even stellig."),
    Strategy("neem wat vraagt of erkent", _with(ASKS), "Laat vragen en erkennen niet steeds het beste zijn."),
)
_EVEN = "Maak goed en fout even lang."
LENGTHS = (
    Strategy("neem het langste", lambda texts: tuple(-float(length) for length in _lengths(texts)), _EVEN),
    Strategy("neem het kortste", lambda texts: tuple(map(float, _lengths(texts))), _EVEN),
    Strategy("neem het middelste in lengte", _middle, _EVEN),
)
_TURNS = "Wissel af op welke plaats in het bestand het goede staat."
PLACES = (
    Strategy("neem het eerste", lambda texts: tuple(map(float, range(len(texts)))), _TURNS),
    Strategy("neem het laatste", lambda texts: tuple(-float(place) for place in range(len(texts))), _TURNS),
)
"""On paper, without JavaScript and in a case the options stand as in the file; elsewhere each reader has an order of their own."""


def _both(first: Strategy, second: Strategy) -> Strategy:
    """Two words to go by at once: what fits both, then what fits one."""
    return Strategy(
        f"{first.name}, en {second.name}",
        lambda texts: tuple(map(sum, zip(first.rank(texts), second.rank(texts), strict=True))),
        f"{first.advice} {second.advice}",
    )


def _then(first: Strategy, second: Strategy) -> Strategy:
    """The second among what the first leaves."""

    def rank(texts: Texts) -> Ranks:
        keys = list(zip(first.rank(texts), second.rank(texts), strict=True))
        order = sorted(set(keys))
        return tuple(float(order.index(key)) for key in keys)

    return Strategy(f"{first.name}, {second.name}", rank, f"{first.advice} {second.advice}")


PAIRS = (*(_both(a, b) for a, b in combinations(SKIPS, 2)), *(_then(skip, length) for skip in SKIPS for length in LENGTHS))
STRATEGIES = (*LENGTHS, *SKIPS, *PLACES, *PAIRS)
