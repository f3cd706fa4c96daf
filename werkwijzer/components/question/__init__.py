"""`/// question | bank#id`: one question in the running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from posixpath import basename

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import Page
from werkwijzer.components import Component, Use
from werkwijzer.components.placed import check_own, check_twice
from werkwijzer.course.read import Course, LoadedBank
from werkwijzer.render.pages import render
from werkwijzer.render.paper import paper_html
from werkwijzer.render.view import QuestionView
from werkwijzer.render.web import question_html


def html(use: Use) -> str:
    return question_html(_view(use))


def paper(use: Use) -> str:
    """The question with room to answer."""
    return asked_html([_view(use)])


def asked_html(views: list[QuestionView]) -> str:
    """Questions on paper."""
    return render("components/question/paper", questions=[paper_html(view, "ask") for view in views])


def _view(use: Use) -> QuestionView:
    key, _, id_ = use.argument.partition("#")
    loaded = use.library.bank(key)
    if id_ not in loaded.bank.by_id:
        remedy = f"Klopt het stuk achter # in `/// question | {use.argument}`?"
        raise CourseError([Problem(Place(loaded.source.file), f'vraag "{id_}" bestaat niet', remedy)])
    return views(use, loaded, [id_])[0]


def views(use: Use, loaded: LoadedBank, ids: list[str], *, confidence: bool = False) -> list[QuestionView]:
    """Questions of a bank as templates want them; from here on they stand on the page."""
    chapter = use.library.chapter(loaded.key)
    known = chapter.page.outline.titles if chapter else {}
    use.placed.update(ids)
    numbered = (loaded.bank.by_id[id_] for id_ in ids)
    return [QuestionView(question, number, loaded.bank.hashes[question.id], known, confidence) for number, question in numbered]


def ids(course: Course, argument: str) -> Iterable[str]:
    """Those of all questions of the bank: which of them stands here is another check's business. Raises LookupError for a bank that
    cannot be read."""
    key = argument.partition("#")[0]
    if course.unread_bank(key):
        raise LookupError(key)
    bank = course.banks.get(key)
    return [f"vraag-{question.id}" for question in bank.bank.questions] if bank else []


def bank_target(course: Course, argument: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the bank that stands behind `|`."""
    key = argument.partition("#")[0]
    if key not in course.banks and not (course.root / "quizzes" / f"{key}.yml").is_file():
        close = [bank for bank in course.banks if basename(bank) == basename(key)] or get_close_matches(key, course.banks, n=1)
        yield f"bank quizzes/{key}.yml bestaat niet", f'Bedoelde je "{close[0]}"?' if close else "Maak de bank, of verbeter het pad."


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    yield from bank_target(course, argument)
    key, _, id_ = argument.partition("#")
    loaded = course.banks.get(key)
    if loaded and id_ not in loaded.bank.by_id:
        close = get_close_matches(id_, loaded.bank.by_id, n=1)
        yield f'vraag "{id_}" staat niet in quizzes/{key}.yml', f'Bedoelde je "{key}#{close[0]}"?' if close else "Schrijf `bank#id`."


def check(course: Course) -> Iterator[Problem]:
    yield from check_own(course, "question", "deze vraag hoort")
    yield from check_twice(course, "question")


COMPONENT = Component("question", html, paper, argument=True, searched=False, ids=ids, scripts=("quiz",), target=target, check=check)
