"""What else gives a key away, or measures less than it says: how many statements are true, how many options right, levels that are not
earned, goals to make something at which nobody makes it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from werkwijzer.base.model import Goal, Question
from werkwijzer.course.read import LoadedChapter
from werkwijzer.questions.multiple import Multiple
from werkwijzer.questions.truefalse import TrueFalse

TRUE = (0.4, 0.6)
"""Share of the statements that is true, per module."""
SAME_NUMBER = 0.5
"""The most of a module's questions with several answers that may have the same number right."""
MOST_OF_TRUEFALSE = ("remember", "understand", "apply")
MAKES = re.compile(r"\b(?:ontwerpt|maakt|schrijft)\b|\bstelt\b.*\bop\b", re.I)
"""A goal with such a verb asks for a product."""

Named = tuple[LoadedChapter, Question]


@dataclass(frozen=True)
class Share:
    """How many of a module's questions have something."""

    module: str
    count: int
    of: int

    @property
    def share(self) -> float:
        return self.count / self.of

    def within(self, low: float, high: float) -> bool:
        """Whether the share lies between these, or as near as so few questions can come."""
        return low * self.of - 0.5 <= self.count <= high * self.of + 0.5 if self.of < 5 else low - 1e-9 <= self.share <= high + 1e-9


def true_share(module: str, questions: Sequence[Question]) -> Share | None:
    """How many statements are true; None where there are fewer than two."""
    answers = [question.answer for question in questions if isinstance(question, TrueFalse)]
    return Share(module, sum(answers), len(answers)) if len(answers) > 1 else None


def same_number(module: str, questions: Sequence[Question]) -> tuple[int, Share] | None:
    """The most common number of right options and how many questions have it; None where there are fewer than four."""
    numbers = Counter(sum(option.correct for option in question.options) for question in questions if isinstance(question, Multiple))
    if numbers.total() < 4:
        return None
    number, count = numbers.most_common(1)[0]
    return number, Share(module, count, numbers.total())


def in_a_row(question: Question) -> bool:
    """Whether all right options stand before all wrong ones, or behind them: on paper that is a pattern."""
    if not isinstance(question, Multiple) or len(question.options) < 4:
        return False
    marks = [option.correct for option in question.options]
    return marks in (sorted(marks), sorted(marks, reverse=True))


def overrated(question: Question) -> bool:
    """A statement to judge that says it asks for more than applying, without reasons that carry the judgement."""
    return (
        isinstance(question, TrueFalse) and question.level not in MOST_OF_TRUEFALSE and (not question.reasons or question.level == "create")
    )


def unmade(loaded: LoadedChapter) -> Iterator[Goal]:
    """Goals to make something for which no question has the reader make it, with criteria to look back by."""
    made = {question.goal for question in loaded.bank.bank.questions if not question.scored} if loaded.bank else set()
    yield from (goal for goal in loaded.chapter.goals if (goal.level == "create" or MAKES.search(goal.text)) and goal.id not in made)
