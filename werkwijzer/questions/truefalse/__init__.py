"""`truefalse`: judge a statement, then (if the author wants) pick the reason. One point each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Miss, Option, Question, Text
from werkwijzer.base.problems import Flaw
from werkwijzer.base.words import words
from werkwijzer.questions import _options


class TrueFalse(Question):
    type_name = "truefalse"
    countable = True

    type: Literal["truefalse"]
    answer: bool
    feedback: Text
    reasons: Annotated[tuple[Option, ...], Field(max_length=5)] = ()

    def key(self) -> dict:
        reason = next((reason.id for reason in self.reasons if reason.correct), None)
        return {"verdict": self.answer, "reason": reason}

    def points(self) -> int:
        return 2 if self.reasons else 1

    def meaning(self) -> list:
        return [_options.texts_of(self.reasons), self.key()]

    def misses(self) -> tuple[Miss, ...]:
        said = str(not self.answer).lower()
        return ((f"verdict={said}", words()["question"][said], self.feedback), *_options.misses(self.reasons, "reason="))

    def flaws(self) -> Iterator[Flaw]:
        if self.reasons:
            yield from _options.options(self.reasons, ("reasons",), noun=_options.REASON, single=True)


TYPE = TrueFalse
