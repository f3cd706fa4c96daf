"""What a course is made of: frozen, typed, no I/O. Question types stand in `questions/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from werkwijzer.base.problems import Flaw

Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Basis = Literal["wetenschap", "praktijk", "ervaring", "reflectie"]
HIGHER_LEVELS = frozenset({"apply", "analyse", "evaluate", "create"})

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, AfterValidator(str.strip), Field(min_length=1)]


def _dutch_number(value: Any) -> Any:
    """A number as people write it; not what only a programmer reads as one (`1e3`, `1_000`, `0x1f`)."""
    if isinstance(value, str):
        return value.replace(",", ".") if re.fullmatch(r"-?\d+([.,]\d+)?", value) else f"{value}?"
    return value


def _day(value: Any) -> Any:
    """A date as year-month-day; pydantic would take `20261122` for seconds since 1970."""
    return value if not isinstance(value, str) or re.fullmatch(r"\d{4}-\d\d-\d\d", value) else f"{value}?"


Day = Annotated[date, BeforeValidator(_day)]


_NUMBER_SCHEMA = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?\d+,\d+$"}]}
Number = Annotated[float, BeforeValidator(_dutch_number), Field(allow_inf_nan=False), WithJsonSchema(_NUMBER_SCHEMA)]


class Value(BaseModel):
    """Base of all data: unknown keys are mistakes, nothing changes after it is made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Goal(Value):
    """What a reader can do after the chapter."""

    id: Id
    text: Text
    level: Level


class Chapter(Value):
    """The front matter of a chapter."""

    id: Id
    number: Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]
    title: Text
    description: Annotated[str, Field(min_length=50, max_length=160)]
    minutes: Annotated[int, Field(ge=5, le=60)]
    goals: Annotated[tuple[Goal, ...], Field(min_length=3, max_length=5)]
    updated: Day
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    template: str | None = None


class Module(Value):
    """The front matter of a module's first page."""

    module: Annotated[int, Field(ge=1)]
    title: Text
    description: Annotated[str, Field(min_length=50, max_length=160)]
    template: str | None = None


class Option(Value):
    """Something to choose. A wrong one explains the misconception behind it."""

    id: Id
    text: Text
    correct: bool = False
    feedback: Text | None = None


Miss = tuple[str, str, str]
"""A sign, what was chosen, what that misses. The sign says where it stands in a response: `id` (picked), `name=id` (in a group)
or `id<id` (that one before that other)."""


class Question(Value):
    """What all question types share. A type adds its own keys and the class attributes below."""

    type_name: ClassVar[str]
    scored: ClassVar[bool] = True
    typed: ClassVar[bool] = False
    """Whether an answer is the learner's own words: then it stays out of what is shared."""
    weighed: ClassVar[bool] = False
    """Whether there is no one right answer: nothing to recall, so nothing that comes back for review."""
    countable: ClassVar[bool] = False
    """Whether one picks from a list, so that a room can show its answers with hands or cards."""
    bare: ClassVar[frozenset[str]] = frozenset()
    """Own keys whose text is no Markdown: ids, and what is compared with what a learner types."""

    id: Id
    was: tuple[Id, ...] = ()
    goal: Id
    level: Level
    source: Annotated[str, Field(pattern=r"^#[a-z0-9-]+$")]
    prompt: Text
    hints: Annotated[tuple[Text, ...], Field(max_length=3)] = ()
    explanation: Text | None = None
    parallel: Id | None = None

    def key(self) -> Any:
        """The right answer as JSON: ids and accepted texts. The page scores with it."""
        raise NotImplementedError

    def points(self) -> int:
        """The most points that an answer can earn; 0 for a question that is not scored."""
        raise NotImplementedError

    def meaning(self) -> Any:
        """What the question asks, as JSON: an answer stands as long as this stays the same.

        Holds prompt, ids, texts and key; not feedback, hints, goal, level or the order in which options are written.
        """
        raise NotImplementedError

    def misses(self) -> tuple[Miss, ...]:
        """What a wrong answer can hold, for who looks back on the answers of a group; nothing where answers are typed."""
        return ()

    def flaws(self) -> Iterator[Flaw]:
        """What no schema can see, with the path in the question."""
        return iter(())

    def texts(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every Markdown text with its path in the question, own keys of the type included."""
        bare = self.bare | {"id", "was", "type", "goal", "level", "source", "parallel"}
        return tuple(_texts(self.model_dump(exclude_none=True), (), bare))


def _texts(value: Any, path: tuple[str | int, ...], bare: frozenset[str]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in bare:
                yield from _texts(part, (*path, key), bare)
    elif isinstance(value, (list, tuple)):
        for index, part in enumerate(value):
            yield from _texts(part, (*path, index), bare)
