"""What a blind guesser sees: lists to choose from, without the question. Pure: course and cases in, lists out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from werkwijzer.base.model import Option, Question
from werkwijzer.components.case import Case
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.questions.choice import Choice
from werkwijzer.questions.multiple import Multiple
from werkwijzer.questions.truefalse import TrueFalse
from werkwijzer.render.text import plain_text

KINDS = {
    "choice": "keuzevragen",
    "multiple": "kies-alle-vragen",
    "truefalse": "redenen bij waar of niet waar",
    "case": "keuzes in casussen",
}
"""Kind of list → what authors call it."""


@dataclass(frozen=True)
class Item:
    """One list, in the order of the file. `right` are the places of what earns points; a guesser takes `picks` of them, all right earns `of`."""

    kind: str
    module: str
    id: str
    texts: tuple[str, ...]
    right: frozenset[int]
    picks: int = 1
    of: int = 1

    def score(self, picked: Iterable[int]) -> float:
        """The share of the points that these places earn, as the question type scores them."""
        taken = set(picked)
        return max(0, 2 * len(taken & self.right) - len(taken)) / self.of


def items(course: Course, cases: Iterable[Case]) -> list[Item]:
    """Every list of the course."""
    usual = usual_number(course)
    found = [
        item
        for loaded in course.chapters
        if loaded.bank
        for question in loaded.bank.bank.questions
        for item in _of_question(loaded, question, usual)
    ]
    modules = {loaded.chapter.id: module_of(loaded) for loaded in course.chapters}
    return found + [item for case in cases for item in of_case(case, modules.get(case.chapter, "0"))]


def module_of(loaded: LoadedChapter) -> str:
    """The number of a chapter's module; 0 for the introduction."""
    return loaded.chapter.number.partition(".")[0]


def usual_number(course: Course) -> int:
    """How many options are right most often: what who knows the course would take."""
    questions = [question for loaded in course.banks.values() for question in loaded.bank.questions if isinstance(question, Multiple)]
    count = Counter(sum(option.correct for option in question.options) for question in questions if not question.say_count)
    return min(count, key=lambda number: (-count[number], number), default=1)


def _of_question(loaded: LoadedChapter, question: Question, usual: int) -> Iterator[Item]:
    module = module_of(loaded)
    if isinstance(question, Choice):
        yield _item("choice", module, question.id, question.options)
    elif isinstance(question, TrueFalse) and question.reasons:
        yield _item("truefalse", module, question.id, question.reasons)
    elif isinstance(question, Multiple):
        right = sum(option.correct for option in question.options)
        yield _item(
            "multiple",
            module,
            question.id,
            question.options,
            picks=right if question.say_count else min(usual, len(question.options)),
            of=right,
        )


def _item(kind: str, module: str, id_: str, options: Sequence[Option], *, picks: int = 1, of: int = 1) -> Item:
    right = frozenset(place for place, option in enumerate(options) if option.correct)
    return Item(kind, module, id_, tuple(plain_text(option.text) for option in options), right, picks, of)


def of_case(case: Case, module: str) -> Iterator[Item]:
    """A list for each step of a case: right is what weighs most there, alone or with others."""
    for step in case.steps:
        most = max(choice.weight for choice in step.choices)
        right = frozenset(place for place, choice in enumerate(step.choices) if choice.weight == most)
        yield Item("case", module, f"{case.id}/{step.id}", tuple(plain_text(choice.text) for choice in step.choices), right)
