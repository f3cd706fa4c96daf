"""`short`: type a word or phrase. All or nothing; near misses have feedback of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Question, Text, Value
from werkwijzer.base.problems import Flaw
from werkwijzer.questions.cloze import typed_key
from werkwijzer.questions.typed import accepts


class NearText(Value):
    accept: Annotated[tuple[Text, ...], Field(min_length=1)]
    feedback: Text


class Short(Question):
    type_name = "short"
    typed = True
    bare = frozenset({"accept"})

    type: Literal["short"]
    accept: Annotated[tuple[Text, ...], Field(min_length=1)]
    slips: Annotated[int, Field(ge=0, le=2)] = 0
    case: bool = False
    accents: bool = False
    near: tuple[NearText, ...] = ()
    feedback: Text

    def key(self) -> dict:
        return {**typed_key(self), "near": [list(near.accept) for near in self.near]}

    def points(self) -> int:
        return 1

    def meaning(self) -> dict:
        return typed_key(self)

    def flaws(self) -> Iterator[Flaw]:
        for index, near in enumerate(self.near):
            for text in near.accept:
                if accepts(text, list(self.accept), slips=self.slips, case=self.case, accents=self.accents):
                    yield ("near", index), f'"{text}" telt al als goed', "Haal het weg bij `near`, of zet `slips` lager."


TYPE = Short
