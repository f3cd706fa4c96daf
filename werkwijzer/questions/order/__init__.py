"""`order`: put steps in order. One point for each neighbouring pair that stands in the right order."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.model import Id, Question, Text, Value
from werkwijzer.questions import _options
from werkwijzer.scoring import Score


class Step(Value):
    id: Id
    text: Text
    feedback: Text | None = None


class Order(Question):
    type_name = "order"

    type: Literal["order"]
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=8)]

    def key(self) -> list[str]:
        return [step.id for step in self.steps]

    def points(self) -> int:
        return len(self.steps) - 1

    def meaning(self) -> list:
        return [_options.texts_of(self.steps), self.key()]

    def misses(self):
        return tuple((f"{b.id}<{a.id}", f"{b.text} → {a.text}", a.feedback or b.feedback or "") for a, b in pairwise(self.steps))

    def flaws(self):
        yield from _options.unique(self.steps, ("steps",), _options.STAP)


def score(key: list[str], response: list[str]) -> Score:
    place = {step: index for index, step in enumerate(response)}
    good = sum(place[first] < place[second] for first, second in pairwise(key))
    return Score(good, len(key) - 1)


TYPE = Order
