"""`/// quiz | bank`: every question of the bank that does not stand on the page already, and the chapter's goals."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.problems import Problem
from werkwijzer.base.source import Page
from werkwijzer.components import Component, Use, mastery
from werkwijzer.components.placed import check_own, check_twice
from werkwijzer.components.question import asked_html, bank_target, ids, views
from werkwijzer.course.read import Course
from werkwijzer.render.pages import render
from werkwijzer.render.view import QuestionView
from werkwijzer.render.web import question_html


def html(use: Use) -> str:
    loaded, chapter = use.library.bank(use.argument), use.library.chapter(use.argument)
    quiz = quiz_html(
        _asked(use),
        bank=loaded.key,
        title=chapter.chapter.title if chapter else loaded.bank.chapter,
        behaviour=use.options["behaviour"],
        pass_=loaded.bank.pass_,
    )
    return f'<div class="ww-selftest">{quiz}{mastery.html(use)}</div>'


def paper(use: Use) -> str:
    """The questions with room to answer."""
    return asked_html(_asked(use))


def _asked(use: Use) -> list[QuestionView]:
    loaded = use.library.bank(use.argument)
    ids = [question.id for question in loaded.bank.asked if question.id not in use.placed]
    return views(use, loaded, ids, confidence=use.options["confidence"])


def quiz_html(views: list[QuestionView], *, bank: str, title: str, behaviour: str, pass_: int) -> str:
    """A `<ww-quiz>` with its questions."""
    questions = [question_html(view) for view in views]
    return render("components/quiz/web", questions=questions, bank=bank, title=title, behaviour=behaviour, pass_=pass_)


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    yield from bank_target(course, argument)


def check(course: Course) -> Iterator[Problem]:
    yield from check_own(course, "quiz", "deze bank hoort")
    yield from check_shown(course)
    yield from check_twice(course, "quiz")


def check_shown(course: Course) -> Iterator[Problem]:
    """Every bank is shown in full by its own chapter."""
    for loaded in course.chapters:
        shown = any((one.name, one.argument) == ("quiz", loaded.key) for one in loaded.page.outline.directives)
        if loaded.bank and not shown:
            yield Problem(
                loaded.page.meta.place(),
                "het hoofdstuk toont zijn vragenbank niet",
                f"Zet `/// quiz | {loaded.key}` onder het kopje Toets jezelf.",
            )


COMPONENT = Component(
    "quiz",
    html,
    paper,
    element="div",
    searched=False,
    argument=True,
    options={"behaviour": ("practice", "test"), "confidence": bool},
    ids=ids,
    scripts=("test",),
    marker='data-behaviour="test"',
    target=target,
    check=check,
)
