"""`rank`: judge each way of acting on a scale of four, beside a weighing that has a spread. One point for each judgement
within the spread, none for one that lies a step outside it, and one off for one that lies further: never below 0."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Miss, Question, Text, Value
from werkwijzer.base.problems import Flaw
from werkwijzer.base.words import words
from werkwijzer.questions import _options

SCALE = ("0", "1", "2", "3")
"""From what probably does harm to what is strongest here; `words.yml` has a word for each. An answer holds these."""

Step = Annotated[int, Field(ge=0, le=3)]


class Weighed(Value):
    """Something to do, with what it weighs and the lowest and highest judgement that can be defended."""

    id: Id
    text: Text
    weight: Step
    spread: Annotated[tuple[Step, ...], Field(min_length=2, max_length=2)]
    feedback: Text


class Rank(Question):
    """`title` names it as a case, in the list of all cases."""

    type_name = "rank"
    weighed = True

    type: Literal["rank"]
    title: Text | None = None
    options: Annotated[tuple[Weighed, ...], Field(min_length=3, max_length=6)]

    @property
    def scale(self) -> tuple[str, ...]:
        return SCALE

    def key(self) -> dict[str, tuple[int, ...]]:
        return {option.id: option.spread for option in self.options}

    def points(self) -> int:
        return len(self.options)

    def meaning(self) -> list:
        return [_options.texts_of(self.options), sorted([option.id, option.weight, *option.spread] for option in self.options)]

    def misses(self) -> tuple[Miss, ...]:
        outside = ((option, step) for option in self.options for step in SCALE if not option.spread[0] <= int(step) <= option.spread[-1])
        return tuple((f"{option.id}={step}", f"{option.text} → {words()['rank'][step]}", option.feedback) for option, step in outside)

    def flaws(self) -> Iterator[Flaw]:
        yield from _options.unique(self.options, ("options",), _options.OPTION)
        for index, option in enumerate(self.options):
            low, high = option.spread
            if not low <= option.weight <= high:
                yield (
                    ("options", index, "spread"),
                    "de weging valt buiten de spreiding",
                    "Schrijf `spread: [laagste, hoogste]`, met `weight` ertussen.",
                )
            elif high - low == len(SCALE) - 1:
                yield (
                    ("options", index, "spread"),
                    "de spreiding beslaat de hele schaal",
                    "Laat minstens één oordeel erbuiten, anders is elk antwoord goed.",
                )
        if max(option.spread[0] for option in self.options) <= min(option.spread[-1] for option in self.options):
            yield (
                ("options",),
                "één oordeel past bij alle opties",
                "Voeg een optie toe die duidelijk beter of slechter is, of maak de spreiding kleiner.",
            )


TYPE = Rank
