"""A bank of questions, and what identifies each question over time."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Union

from pydantic import BaseModel, Field

from werkwijzer.base.model import Id, Question, Value
from werkwijzer.questions import TYPES
from werkwijzer.questions._options import squeeze

if TYPE_CHECKING:
    AnyQuestion = Question
else:  # which types there are is known only when it runs
    AnyQuestion = Annotated[Union[tuple(TYPES.values())], Field(discriminator="type")]


class Bank(Value):
    """One YAML file under `quizzes/`: the questions of one chapter, numbered in the order of the file."""

    chapter: Id
    pass_: Annotated[int, Field(alias="pass", ge=0, le=100)] = 70
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1)]

    @cached_property
    def by_id(self) -> dict[str, tuple[int, Question]]:
        """Question id → its number (from 1) and the question; what measures afterwards is numbered apart."""
        later = set(self.twins.values())
        afterwards = [question for question in self.questions if question.id in later]
        return {question.id: (number, question) for part in (self.asked, afterwards) for number, question in enumerate(part, 1)}

    @cached_property
    def twins(self) -> dict[str, str]:
        """Question id → its parallel form, which measures the same goal afterwards: of two twins the one that stands later in the file."""
        place = {question.id: number for number, question in enumerate(self.questions)}
        pairs = [
            sorted((question.id, question.parallel), key=place.__getitem__) for question in self.questions if question.parallel in place
        ]
        return {before: after for before, after in pairs if before != after}

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The questions that the chapter itself asks: not what is kept for a measurement afterwards."""
        later = set(self.twins.values())
        return tuple(question for question in self.questions if question.id not in later)

    @cached_property
    def hashes(self) -> dict[str, str]:
        """Question id → the hash of its meaning."""
        return {question.id: meaning_hash(question) for question in self.questions}


def meaning_hash(question: Question) -> str:
    """Ten hexadecimal digits that change when the question's meaning changes, and only then."""
    meaning = [question.type_name, squeeze(question.prompt), question.meaning()]
    text = json.dumps(meaning, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:10]


def bank_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) with which editors complete and check a bank."""
    return model_schema(Bank, "Vragenbank")


def model_schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    """The JSON Schema of any model of ours, under the name that an author knows it by."""
    schema = model.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}
