"""What a case is made of: steps with choices, endings, and flags for what happened on the way."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.components.reread import Reference

METERS = ("trust", "goal", "safety")
END = "end"

Effect = Annotated[int, Field(ge=-2, le=2)]
Weight = Annotated[int, Field(ge=0, le=3)]
Flags = frozenset[str]


class Condition(Value):
    """Something that is there only for who did, or did not, do something before."""

    needs: tuple[Id, ...] = ()
    without: tuple[Id, ...] = ()

    def holds(self, flags: Flags) -> bool:
        """Whether everything it needs happened, and nothing that it forbids."""
        return flags.issuperset(self.needs) and flags.isdisjoint(self.without)

    @property
    def is_free(self) -> bool:
        return not (self.needs or self.without)


class Also(Condition):
    """A paragraph more, for who it holds for."""

    text: Text


class Effects(Value):
    """What a choice does to the three meters."""

    trust: Effect = 0
    goal: Effect = 0
    safety: Effect = 0


class Choice(Condition):
    """Something to do; what it brings at once, later and in the group; how it is weighed, what is true from then on, and where it leads."""

    id: Id
    text: Text
    effects: Effects
    now: Text
    later: Text
    group: Text
    weight: Weight
    spread: Annotated[tuple[Weight, ...], Field(min_length=2, max_length=2)]
    why: Text
    sets: tuple[Id, ...] = ()
    to: Id


class Told(Value):
    """A text that tells of what happened: on every route that comes here each of `claims` did, and none of `denies`."""

    also: tuple[Also, ...] = ()
    claims: tuple[Id, ...] = ()
    denies: tuple[Id, ...] = ()


class Step(Told):
    id: Id
    title: Text
    text: Text
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=4)]

    def offered(self, flags: Flags) -> tuple[Choice, ...]:
        """The choices that are there for somebody to whom this happened."""
        return tuple(choice for choice in self.choices if choice.holds(flags))


class Ending(Condition, Told):
    """How it ends for whoever has at least `when` on each meter and meets the condition; without either for everybody else."""

    id: Id
    when: dict[str, int] = {}
    title: Text
    text: Text
    advice: Text
    reread: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=4)]

    @property
    def is_for_all(self) -> bool:
        return self.is_free and not self.when


class Case(Value):
    """One YAML file in `data/case/`. `flags`: what may happen on the way, each as a sentence for who reads the case as a book."""

    id: Id
    title: Text
    chapter: Id
    minutes: Annotated[int, Field(ge=5, le=40)]
    description: Annotated[str, Field(min_length=50, max_length=160)]
    scene: Text
    flags: dict[Id, Text] = {}
    start: Id
    steps: Annotated[tuple[Step, ...], Field(min_length=3)]
    endings: Annotated[tuple[Ending, ...], Field(min_length=2)]

    @cached_property
    def by_id(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    def step(self, id_: str) -> Step:
        """The step with that id. Raises KeyError."""
        return self.by_id[id_]
