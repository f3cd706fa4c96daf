"""`multiple`: pick all that are right. Right picks minus wrong picks, never below 0."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Miss, Option, Question
from werkwijzer.base.problems import Flaw
from werkwijzer.questions import _options


class Multiple(Question):
    type_name = "multiple"
    countable = True

    type: Literal["multiple"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=10)]
    say_count: bool = False

    def key(self) -> list[str]:
        return sorted(option.id for option in self.options if option.correct)

    def points(self) -> int:
        return len(self.key())

    def meaning(self) -> list:
        return [_options.texts_of(self.options), self.key()]

    def misses(self) -> tuple[Miss, ...]:
        return _options.misses(self.options)

    def flaws(self) -> Iterator[Flaw]:
        yield from _options.options(self.options, ("options",), single=False)


TYPE = Multiple
