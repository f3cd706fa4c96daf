"""`tilt`: say to which of two sides something leans. A small type, for the test that one folder is all it takes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Option, Question
from werkwijzer.questions import _options


class Tilt(Question):
    type_name = "tilt"
    countable = True

    type: Literal["tilt"]
    sides: Annotated[tuple[Option, ...], Field(min_length=2, max_length=2)]

    def key(self) -> str:
        return next(side.id for side in self.sides if side.correct)

    def points(self) -> int:
        return 1

    def meaning(self) -> list:
        return [_options.texts_of(self.sides), self.key()]

    def misses(self):
        return _options.misses(self.sides)

    def flaws(self):
        yield from _options.options(self.sides, ("sides",), single=True)


TYPE = Tilt
