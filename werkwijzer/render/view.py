"""What templates see of a question: the model with its number, its texts as HTML and its answers shuffled where order tells."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from werkwijzer.base.model import Question
from werkwijzer.questions.cloze import GAP, Cloze, Gap
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

    def gap_number(self, gap: str) -> int:
        """The place of a gap in the running text of a cloze, from 1."""
        return GAP.findall(self._cloze.text).index(gap) + 1

    @property
    def gaps_in_order(self) -> list[Gap]:
        """The gaps of a cloze as they follow each other in its text."""
        return sorted(self._cloze.gaps, key=lambda gap: self.gap_number(gap.id))

    @property
    def _cloze(self) -> Cloze:
        if not isinstance(self.question, Cloze):
            raise TypeError(f"{self.id} has no gaps")
        return self.question

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
