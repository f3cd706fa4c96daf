"""`number`: type a number, right within a tolerance. Comma and full stop both work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Number, Question, Text, Value
from werkwijzer.base.problems import Flaw

Tolerance = Annotated[Number, Field(ge=0)]


class NearNumber(Value):
    answer: Number
    tolerance: Tolerance = 0.0
    feedback: Text


class NumberQuestion(Question):
    type_name = "number"
    typed = True
    bare = frozenset({"unit"})

    type: Literal["number"]
    answer: Number
    tolerance: Tolerance = 0.0
    unit: Text | None = None
    near: tuple[NearNumber, ...] = ()
    feedback: Text

    def key(self) -> dict:
        near = [[near.answer, near.tolerance] for near in self.near]
        return {"answer": self.answer, "tolerance": self.tolerance, "near": near}

    def points(self) -> int:
        return 1

    @property
    def signed(self) -> bool:
        """Whether a negative can be right or near: the number pad of some phones has no minus."""
        return self.answer < self.tolerance or any(near.answer < near.tolerance for near in self.near)

    def meaning(self) -> list:
        return [self.answer, self.tolerance, self.unit]

    def flaws(self) -> Iterator[Flaw]:
        for index, near in enumerate(self.near):
            if abs(near.answer - self.answer) <= self.tolerance:
                yield ("near", index, "answer"), "dit antwoord telt al als goed", "Haal het weg bij `near`, of maak `tolerance` kleiner."


TYPE = NumberQuestion
