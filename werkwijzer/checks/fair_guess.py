"""What a blind guesser earns: each strategy against chance, for each kind of list, per module and over all. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from werkwijzer.checks.fair_items import KINDS, Item
from werkwijzer.checks.fair_strategies import STRATEGIES, Ranks, Strategy

BAR = 0.10
"""The most that a strategy may earn above chance."""
ALL = ""
"""Every module together."""
FEWEST, FEWEST_IN_MODULE = 10, 20
"""Below this many lists, over all or in a module, one of them moves the share too much to say anything."""


@dataclass(frozen=True)
class Guess:
    """What one strategy earns of one kind of list, in one module or over all."""

    kind: str
    module: str
    lists: int
    chance: float
    strategy: Strategy
    earned: float
    ids: tuple[str, ...]

    @property
    def gain(self) -> float:
        """How much better than chance."""
        return self.earned - self.chance

    @property
    def is_fair(self) -> bool:
        return self.gain <= BAR + 1e-9


def expected(item: Item, ranks: Ranks) -> float:
    """What taking the lowest ranks earns on average; equal ranks are taken by chance."""
    taken: list[int] = []
    for rank in sorted(set(ranks)):
        group = [place for place, own in enumerate(ranks) if own == rank]
        left = item.picks - len(taken)
        if len(group) >= left:
            return fmean(item.score([*taken, *some]) for some in combinations(group, left))
        taken += group
    return item.score(taken)


def chance(item: Item) -> float:
    """What picking with closed eyes earns."""
    return expected(item, (0.0,) * len(item.texts))


def guesses(items: Sequence[Item], strategies: Sequence[Strategy] = STRATEGIES) -> Iterator[Guess]:
    """Every strategy, in every group that is large enough."""
    for kind in KINDS:
        own = [item for item in items if item.kind == kind]
        for module in (ALL, *sorted({item.module for item in own})):
            group = [item for item in own if module in (ALL, item.module)]
            if len(group) >= (FEWEST if module == ALL else FEWEST_IN_MODULE):
                yield from (_guess(kind, module, group, strategy) for strategy in strategies)


def _guess(kind: str, module: str, group: Sequence[Item], strategy: Strategy) -> Guess:
    earned = {item.id: expected(item, strategy.rank(item.texts)) for item in group}
    given_away = tuple(item.id for item in group if earned[item.id] > chance(item) and earned[item.id] > 0.99)
    return Guess(kind, module, len(group), fmean(map(chance, group)), strategy, fmean(earned.values()), given_away)


def best(found: Sequence[Guess]) -> list[Guess]:
    """Of each group the strategy that earns most."""
    groups = dict.fromkeys((guess.kind, guess.module) for guess in found)
    return [max((guess for guess in found if (guess.kind, guess.module) == group), key=lambda guess: guess.gain) for group in groups]
