"""Rules for twins: `parallel:` names another question that measures the same goal, so that before and after are not the same item."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from werkwijzer.base.model import Question
from werkwijzer.base.problems import Problem
from werkwijzer.checks.questions import problem
from werkwijzer.course.read import Course, LoadedBank

BLOCK = "aftertest"


def check(course: Course) -> Iterator[Problem]:
    for loaded in course.banks.values():
        for index, question in enumerate(loaded.bank.questions):
            if question.parallel:
                for cause, remedy in _wrong(course, loaded, question):
                    yield problem(loaded, ("questions", index, "parallel"), cause, remedy)
        yield from check_shown(course, loaded)


def _wrong(course: Course, loaded: LoadedBank, question: Question) -> Iterator[tuple[str, str]]:
    twin = next((other for bank in course.banks.values() for other in bank.bank.questions if other.id == question.parallel), None)
    if question.parallel == question.id:
        yield "`parallel` noemt de vraag zelf", "Noem een andere vraag over hetzelfde doel."
    elif twin is None:
        close = get_close_matches(question.parallel, loaded.bank.by_id, n=1)
        yield (
            f'`parallel` noemt "{question.parallel}", en die vraag bestaat niet',
            f'Bedoelde je "{close[0]}"?' if close else "Schrijf het id van een andere vraag in deze bank.",
        )
    elif twin.goal != question.goal:
        yield (
            f'tweeling "{twin.id}" hoort bij doel "{twin.goal}", deze vraag bij "{question.goal}"',
            "Een tweeling meet hetzelfde doel met een andere vraag.",
        )
    elif not (twin.scored and question.scored):
        yield f'van "{question.id}" en "{twin.id}" krijgt er een geen punten', "Vergelijken kan alleen met vragen die punten krijgen."
    elif _takers(loaded, twin) - {question.id, twin.parallel}:
        yield f'"{twin.id}" is al de tweeling van een andere vraag', "Een vraag heeft één tweeling."
    elif twin.parallel not in (None, question.id):
        yield f'"{twin.id}" noemt een andere tweeling: "{twin.parallel}"', "Laat ze elkaar noemen, of laat er maar één de ander noemen."


def _takers(loaded: LoadedBank, twin: Question) -> set[str]:
    return {question.id for question in loaded.bank.questions if question.parallel == twin.id}


def check_shown(course: Course, loaded: LoadedBank) -> Iterator[Problem]:
    """What is kept for afterwards must be asked somewhere: on a page with `/// aftertest`, or in the test of the module."""
    folder = loaded.key.partition("/")[0] if "/" in loaded.key else ""
    shown = {(one.name, one.argument) for page in course.pages for one in page.outline.directives}
    if loaded.bank.twins and not shown & {(BLOCK, loaded.key), ("moduletest", folder)}:
        yield Problem(
            loaded.source.place(("questions",)),
            "de tweelingen in deze bank staan op geen pagina",
            f"Zet `/// {BLOCK} | {loaded.key}` op de pagina waar je opnieuw meet.",
        )


def _bare(course: Course, loaded: LoadedBank) -> list[str]:
    """The questions of the first test without a twin; what stands in the running text belongs to no test."""
    chapter = course.chapter(loaded.key)
    placed = {one.argument.partition("#")[2] for one in chapter.page.outline.directives if one.name == "question"} if chapter else set()
    return [
        question.id
        for question in loaded.bank.asked
        if question.scored and question.id not in placed and question.id not in loaded.bank.twins
    ]


def check_measured(course: Course) -> Iterator[Problem]:
    """A page that measures again does so with other items, of every question that the first test scored."""
    for page in course.pages:
        for one in page.outline.directives:
            loaded = course.banks.get(one.argument) if one.name == BLOCK else None
            if loaded and (bare := _bare(course, loaded)):
                place, names = page.place(one.line), ", ".join(bare)
                yield Problem(
                    place,
                    f"deze nameting mist een tweeling van {names}",
                    "Schrijf bij elk een andere vraag over hetzelfde doel, met `parallel: id`.",
                    fatal=False,
                )
