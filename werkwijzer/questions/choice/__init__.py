"""`choice`: pick one. All or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Miss, Option, Question
from werkwijzer.base.problems import Flaw
from werkwijzer.questions import _options


class Choice(Question):
    type_name = "choice"
    countable = True

    type: Literal["choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]

    def key(self) -> str:
        return next(option.id for option in self.options if option.correct)

    def points(self) -> int:
        return 1

    def meaning(self) -> list:
        return [_options.texts_of(self.options), self.key()]

    def misses(self) -> tuple[Miss, ...]:
        return _options.misses(self.options)

    def flaws(self) -> Iterator[Flaw]:
        yield from _options.options(self.options, ("options",), single=True)


TYPE = Choice
