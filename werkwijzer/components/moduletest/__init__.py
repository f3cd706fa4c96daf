"""`/// moduletest | folder`: a test that draws from the banks of a whole module, what the reader has not seen first.

The page holds a pool, so that it is complete without JavaScript and nothing needs to be fetched; page.js draws from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.model import HIGHER_LEVELS, Question
from werkwijzer.base.source import Page
from werkwijzer.components import Component, Use, on_screen_only
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.render.environment import environment
from werkwijzer.render.view import QuestionView
from werkwijzer.render.web import question_html

PER_GOAL = 2
DRAW = 14
PASS = 70


def pool(loaded: LoadedChapter) -> list[Question]:
    """The questions of a chapter that a test may draw: scored, at most PER_GOAL a goal, first what is kept for afterwards, then
    the higher levels. A question with a parallel form leaves its place to that."""
    bank = loaded.own_bank.bank
    later = set(bank.twins.values())
    asked = [question for question in bank.questions if question.scored and question.id not in bank.twins]
    ranked = sorted(asked, key=lambda question: (question.id not in later, question.level not in HIGHER_LEVELS))
    chosen = [question for goal in loaded.chapter.goals for question in [one for one in ranked if one.goal == goal.id][:PER_GOAL]]
    return [question for question in asked if question in chosen]


def html(use: Use) -> str:
    """The test, for a page in the module's own folder."""
    chapters = [loaded for loaded in use.library.course().chapters_in(use.argument) if loaded.bank]
    questions = [(loaded.chapter, question_html(view)) for loaded in chapters for view in _views(loaded)]
    goals = [goal for loaded in chapters for goal in loaded.chapter.goals]
    module = next(one.module for one in use.library.course().modules if one.folder == use.argument)
    template = environment().get_template("components/moduletest/web.html.j2")
    return template.render(module=module, folder=use.argument, questions=questions, goals=goals, draw=DRAW, pass_=PASS)


def _views(loaded: LoadedChapter) -> Iterator[QuestionView]:
    known = loaded.page.outline.titles
    page = f"{loaded.key.rpartition('/')[2]}.md"
    for question in pool(loaded):
        number = loaded.own_bank.bank.by_id[question.id][0]
        yield QuestionView(question, number, loaded.own_bank.bank.hashes[question.id], known, confidence=True, page=page)


def remeasures(course: Course, argument: str) -> list[str]:
    """The banks of the module."""
    return [key for key in course.banks if key.rpartition("/")[0] == argument]


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if argument not in [loaded.folder for loaded in course.modules]:
        yield f"geen module in docs/{argument}", "Achter | hoort de map van een module."


COMPONENT = Component("moduletest", html, on_screen_only, argument=True, target=target, remeasures=remeasures)
