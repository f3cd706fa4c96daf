"""`open`: write, compare with a model answer, tick your own criteria. Never scored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Question, Text, Value
from werkwijzer.base.problems import Flaw
from werkwijzer.questions import _options


class Criterion(Value):
    id: Id
    text: Text


class Open(Question):
    type_name = "open"
    scored = False
    typed = True

    type: Literal["open"]
    model: Text
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=2, max_length=6)]
    lines: Annotated[int, Field(ge=2, le=20)] = 5

    def key(self) -> None:
        return None

    def points(self) -> int:
        return 0

    def meaning(self) -> list:
        return _options.texts_of(self.criteria)

    def flaws(self) -> Iterator[Flaw]:
        yield from _options.unique(self.criteria, ("criteria",), _options.CRITERION)


TYPE = Open
