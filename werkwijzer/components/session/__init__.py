"""`/// session`: a session plan by the clock, from `data/session.yml`; with the exercise formats to put in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import Flaw, Problem
from werkwijzer.base.source import Located
from werkwijzer.components import Component, Use
from werkwijzer.components.data import check_data
from werkwijzer.components.formats import FILE as FORMATS
from werkwijzer.components.formats import Formats
from werkwijzer.components.listed import listed
from werkwijzer.components.to_chapters import chapter_links, check_chapters, twice
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment

FILE = "data/session.yml"
NOTE = "draaiboek"

Kind = Literal["active", "watch", "break", "slack"]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class Rule(Value):
    """A rule of thumb: a number of goals at most, or a share of the time at least."""

    id: Literal["kerndoelen", "bezig", "speling"]
    at_most: int | None = None
    at_least_percent: int | None = None
    text: Text


class Named(Value):
    id: Kind
    name: Text


class Label(Value):
    """A field or column; ids of columns are keys of `Block`."""

    id: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    label: Text
    help: Text | None = None


class Block(Value):
    """A part of the session."""

    id: Id
    title: Text
    kind: Kind
    minutes: Annotated[int, Field(ge=1, le=480)]
    format: Id | None = None
    purpose: Text
    facilitator: Text | None = None
    participants: Text | None = None
    material: Text | None = None
    plan_b: Text | None = None
    watch_out: Text | None = None


class Template(Value):
    title: Text
    start: Clock
    minutes: Annotated[int, Field(ge=10, le=480)]
    blocks: Annotated[tuple[Block, ...], Field(min_length=2)]


class Goal(Value):
    behaviour: Text
    condition: Text
    criterion: Text


class Plan(Template):
    """A session that is worked out."""

    id: Id
    about: Text
    people: Annotated[int, Field(ge=1)]
    goal: Goal
    evidence: Text
    few: Text
    many: Text
    drops: Text

    def head(self) -> dict[str, str]:
        """What stands above the plan, by the id of the field."""
        goal = {"gedrag": self.goal.behaviour, "conditie": self.goal.condition, "criterium": self.goal.criterion}
        return {"naam": self.title, **goal, "bewijs": self.evidence, "klein": self.few, "groot": self.many, "vervalt": self.drops}


class Session(Value):
    """`data/session.yml`."""

    title: Text
    description: Text
    intro: Text
    chapter: Id
    section: Id
    limits: Text
    rules: tuple[Rule, ...]
    kinds: tuple[Named, ...]
    head: tuple[Label, ...]
    columns: tuple[Label, ...]
    template: Template
    review_questions: tuple[Text, ...]
    plans: tuple[Plan, ...]


@dataclass(frozen=True)
class Weighed:
    """How a session stands to the rules; shares in whole percents, rounded down. `kept` tells rule → whether it holds."""

    total: int
    active: int
    slack: int
    kept: dict[str, bool]


def weigh(parts: Sequence[tuple[str, int]], goals: int, rules: Sequence[Rule]) -> Weighed:
    """Of parts as (kind, minutes), and a number of goals."""
    total = sum(minutes for _, minutes in parts)
    share = {kind: sum(minutes for own, minutes in parts if own == kind) * 100 // total if total else 0 for kind in ("active", "slack")}
    found = {"kerndoelen": goals, "bezig": share["active"], "speling": share["slack"]}
    kept: dict[str, bool] = {
        rule.id: found[rule.id] <= rule.at_most if rule.at_most is not None else found[rule.id] >= (rule.at_least_percent or 0)
        for rule in rules
    }
    return Weighed(total, share["active"], share["slack"], kept)


def clock(start: str, minutes: int) -> str:
    """The time on the clock some minutes after `start`."""
    hour, minute = map(int, start.split(":"))
    late = (hour * 60 + minute + minutes) % (24 * 60)
    return f"{late // 60:02}:{late % 60:02}"


def timed(plan: Template) -> list[tuple[str, str, Block]]:
    """Each block with when it begins and ends."""
    ends = [sum(block.minutes for block in plan.blocks[: index + 1]) for index in range(len(plan.blocks))]
    return [(clock(plan.start, end - block.minutes), clock(plan.start, end), block) for block, end in zip(plan.blocks, ends, strict=True)]


def flaws(session: Session) -> Iterator[Flaw]:
    """What no schema can see, as (path, cause, remedy): the plans keep to our own rules and to their own time."""
    unknown = {column.id for column in session.columns} - {"time", *Block.model_fields}
    if unknown:
        yield (
            ("columns",),
            f"onbekende {'kolom' if len(unknown) == 1 else 'kolommen'} {', '.join(sorted(unknown))}",
            "Kies uit time en de velden van een onderdeel.",
        )
    if session.plans and (head := set(session.plans[0].head())) != {label.id for label in session.head}:
        yield ("head",), "de velden boven het vel zijn niet die van een voorbeeld", f"Schrijf: {', '.join(sorted(head))}."
    for path, plan in [(("template",), session.template), *((("plans", i), plan) for i, plan in enumerate(session.plans))]:
        weighed = weigh([(block.kind, block.minutes) for block in plan.blocks], 1, session.rules)
        if weighed.total != plan.minutes:
            yield (*path, "minutes"), f"de onderdelen duren samen {weighed.total} minuten", f"Het draaiboek zegt {plan.minutes}."
        for rule in session.rules:
            if not weighed.kept[rule.id]:
                yield (*path, "blocks"), f"onze eigen regel klopt hier niet: {rule.text}", "Verander de minuten, of de regel."
        for index, id_ in twice([block.id for block in plan.blocks]):
            yield (*path, "blocks", index, "id"), f'onderdeel "{id_}" staat twee keer', "Elk onderdeel heeft een eigen id."


def check(course: Course) -> Iterator[Problem]:
    yield from check_data(course, FILE, Session, flaws, _check_references)


def _check_references(course: Course, session: Session, located: Located) -> Iterator[Problem]:
    yield from check_chapters(course, [session.chapter], located, ("chapter",), session.section)
    known = {id_ for id_, _ in listed(course, FORMATS, "formats")}
    for i, plan in enumerate(session.plans):
        for j, block in enumerate(plan.blocks):
            if block.format and known and block.format not in known:
                yield Problem(
                    located.place(("plans", i, "blocks", j, "format")),
                    f'werkvorm "{block.format}" bestaat niet',
                    f"Neem een id uit {FORMATS}.",
                )


def html(use: Use) -> str:
    """The plan to fill in and the examples, for a page in the folder of the formats' page."""
    session, formats = use.library.data(FILE, Session), use.library.data(FORMATS, Formats)
    plans = [("begin", session.template, {}), *((plan.id, plan, plan.head()) for plan in session.plans)]
    named = {one.id: one.name for one in formats.formats}
    chapters = chapter_links(use.library.course(), [session.chapter], session.section)
    template = environment().get_template("components/session/web.html.j2")
    return template.render(session=session, formats=formats, plans=plans, named=named, timed=timed, note=NOTE, chapters=chapters)


def kept(library: Library, argument: str) -> tuple[str, str, str]:
    return NOTE, library.data(FILE, Session).title, ""


COMPONENT = Component("session", html, kept=kept, check=check)
