"""What templates see of a question: the model with its number, its texts as HTML and its answers shuffled where order tells."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from werkwijzer.base.model import Question
from werkwijzer.render.text import split_prompt


@dataclass(frozen=True)
class QuestionView:
    """A question on its way into a template. `headings`: anchor → text of the chapter's headings."""

    question: Question
    number: int
    hash: str
    headings: Mapping[str, str] = field(default_factory=dict)
    confidence: bool = False
    page: str = ""

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def key(self) -> str:
        return json.dumps(self.question.key(), ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def prompt(self) -> tuple[str, str]:
        return split_prompt(self.question.prompt)

    @property
    def heading(self) -> str:
        """The heading to read again, or "" when it is not known here."""
        return self.headings.get(self.question.source[1:], "")

    def shuffled(self, items: Sequence[Any]) -> list[Any]:
        """The items in an order that gives nothing away, the same in every build and form."""
        return shuffled(items, self.question.id)


def shuffled(items: Sequence[Any], seed: str) -> list[Any]:
    """`items` in an order that depends on `seed` only, and that is never the given one."""
    mixed = list(items)
    Random(seed).shuffle(mixed)
    if len(mixed) > 1 and mixed == list(items):
        mixed.append(mixed.pop(0))
    return mixed
