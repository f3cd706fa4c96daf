"""`/// decide`: the decision aid of `data/decide.yml`. Eight answers → one of four outcomes, with every reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Annotated

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import Flaw, Problem
from werkwijzer.base.source import Located
from werkwijzer.components import Component, Use
from werkwijzer.components.data import check_data, flaws_of_ids
from werkwijzer.components.to_chapters import chapter_links, check_chapters, twice
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.questions import _options
from werkwijzer.render.environment import environment

FILE = "data/decide.yml"
NOTE = "keuzehulp"


class Answer(Value):
    """Points to an outcome, with the reason; or tells what to find out first; or does neither."""

    id: Id
    text: Text
    points_to: Id | None = None
    reason: Text | None = None
    find_out: Text | None = None


class Question(Value):
    id: Id
    number: Annotated[int, Field(ge=1)]
    block: Id
    text: Text
    help: Text
    answers: Annotated[tuple[Answer, ...], Field(min_length=2)]


class Outcome(Value):
    """The lower its rank, the stronger it is."""

    id: Id
    rank: Annotated[int, Field(ge=1)]
    title: Text
    text: Text
    reasons: Text
    next: Annotated[tuple[Text, ...], Field(min_length=1)]
    chapters: tuple[Id, ...]


class Example(Value):
    id: Id
    title: Text
    text: Text
    answers: dict[str, str]
    outcome: Id


class Notice(Value):
    title: Text
    text: Text


class Block(Value):
    id: Id
    title: Text


class Decision(Value):
    """`data/decide.yml`."""

    title: Text
    description: Text
    intro: Text
    limits: Text
    chapter: Id
    section: Id
    default: Id
    provisional: Notice
    also: Text
    blocks: tuple[Block, ...]
    questions: Annotated[tuple[Question, ...], Field(min_length=2)]
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=2)]
    examples: tuple[Example, ...]

    @cached_property
    def by_id(self) -> dict[str, Outcome]:
        return {outcome.id: outcome for outcome in self.outcomes}


Picked = Mapping[str, str]
"""Question → answer, by id."""


@dataclass(frozen=True)
class Advice:
    """An outcome, why, what else asks for attention, and what to find out first (then the advice is provisional)."""

    outcome: Outcome
    reasons: tuple[str, ...]
    also: tuple[str, ...]
    find_out: tuple[str, ...]


def advise(decision: Decision, picked: Picked) -> Advice:
    """The strongest outcome that an answer points to, or the default."""
    answers = [answer for question in decision.questions for answer in question.answers if picked.get(question.id) == answer.id]
    pointing = [(decision.by_id[answer.points_to], answer.reason or "") for answer in answers if answer.points_to]
    outcome = min((one for one, _ in pointing), key=lambda one: one.rank, default=decision.by_id[decision.default])
    reasons = tuple(reason for one, reason in pointing if one is outcome)
    also = tuple(reason for one, reason in pointing if one is not outcome)
    return Advice(outcome, reasons, also, tuple(answer.find_out for answer in answers if answer.find_out))


def flaws(decision: Decision) -> Iterator[Flaw]:
    """What no schema can see, as (path, cause, remedy)."""
    found = [*_flaws_of_ids(decision), *_flaws_of_answers(decision), *_flaws_of_outcomes(decision)]
    yield from found or [*_flaws_of_reach(decision), *_flaws_of_examples(decision)]


def _flaws_of_ids(decision: Decision) -> Iterator[Flaw]:
    yield from flaws_of_ids(decision.questions, ("questions",))
    yield from flaws_of_ids(decision.outcomes, ("outcomes",))
    for index, question in enumerate(decision.questions):
        yield from flaws_of_ids(question.answers, ("questions", index, "answers"))
        yield from _options.alike(question.answers, ("questions", index, "answers"), _options.ANSWER)
        if question.block not in {block.id for block in decision.blocks}:
            yield ("questions", index, "block"), f'blok "{question.block}" bestaat niet', "Kies een id uit `blocks`."


def _flaws_of_answers(decision: Decision) -> Iterator[Flaw]:
    for i, question in enumerate(decision.questions):
        for j, answer in enumerate(question.answers):
            path = ("questions", i, "answers", j)
            if answer.points_to and answer.points_to not in decision.by_id:
                yield (*path, "points_to"), f'uitkomst "{answer.points_to}" bestaat niet', "Neem het id van een uitkomst."
            if bool(answer.points_to) != bool(answer.reason):
                yield path, "`points_to` en `reason` horen bij elkaar", "Geef ze allebei, of geen van beide."
            if answer.points_to and answer.find_out:
                yield path, "een antwoord wijst ergens heen of vraagt om uitzoeken, niet allebei", "Haal één van de twee weg."


def _flaws_of_outcomes(decision: Decision) -> Iterator[Flaw]:
    for index, rank in twice([str(outcome.rank) for outcome in decision.outcomes]):
        yield (
            ("outcomes", index, "rank"),
            f"rang {rank} staat twee keer",
            "Met gelijke rangen zouden sommige antwoorden twee uitkomsten hebben.",
        )
    if decision.default not in decision.by_id:
        yield ("default",), f'uitkomst "{decision.default}" bestaat niet', "Neem het id van een uitkomst."


def _flaws_of_reach(decision: Decision) -> Iterator[Flaw]:
    reached = _reached(decision)
    for index, outcome in enumerate(decision.outcomes):
        if outcome.id not in reached:
            yield ("outcomes", index), f'niemand komt uit op "{outcome.id}"', "Laat een antwoord ernaartoe wijzen, of haal de uitkomst weg."


def _reached(decision: Decision) -> set[str]:
    """The outcomes of all ways to answer: question by question, what the strongest of its answers and those before it can be."""
    ranks = {outcome.id: outcome.rank for outcome in decision.outcomes}
    reached: set[str] = {""}
    for question in decision.questions:
        pairs = product(reached, {answer.points_to or "" for answer in question.answers})
        reached = {min(filter(None, pair), key=ranks.__getitem__, default="") for pair in pairs}
    return {id_ or decision.default for id_ in reached}


def _flaws_of_examples(decision: Decision) -> Iterator[Flaw]:
    for index, example in enumerate(decision.examples):
        known = {question.id: {answer.id for answer in question.answers} for question in decision.questions}
        if set(example.answers) != set(known) or any(answer not in known[id_] for id_, answer in example.answers.items()):
            yield ("examples", index, "answers"), "het voorbeeld past niet bij de vragen", "Geef bij elke vraag het id van een antwoord."
        elif (found := advise(decision, example.answers).outcome.id) != example.outcome:
            yield ("examples", index, "outcome"), f'dit voorbeeld komt uit op "{found}"', "Verander de antwoorden of de uitkomst."


def check(course: Course) -> Iterator[Problem]:
    yield from check_data(course, FILE, Decision, flaws, _check_chapters)


def _check_chapters(course: Course, decision: Decision, located: Located) -> Iterator[Problem]:
    yield from check_chapters(course, [decision.chapter], located, ("chapter",), decision.section)
    for index, outcome in enumerate(decision.outcomes):
        yield from check_chapters(course, outcome.chapters, located, ("outcomes", index, "chapters"))


def html(use: Use) -> str:
    """The questions, what each answer points to, and the outcomes; for a page one folder deep."""
    decision, course = use.library.data(FILE, Decision), use.library.course()
    more = {outcome.id: chapter_links(course, outcome.chapters) for outcome in decision.outcomes}
    chapters = chapter_links(course, [decision.chapter], decision.section)
    ranked = sorted(decision.outcomes, key=lambda outcome: outcome.rank)
    return (
        environment()
        .get_template("components/decide/web.html.j2")
        .render(decision=decision, ranked=ranked, note=NOTE, chapters=chapters, more=more)
    )


def kept(library: Library, argument: str) -> tuple[str, str, str]:
    return NOTE, library.data(FILE, Decision).title, ""


COMPONENT = Component("decide", html, kept=kept, check=check)
