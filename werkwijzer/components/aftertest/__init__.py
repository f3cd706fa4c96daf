"""`/// aftertest | bank`: measures again what a bank measured before, with the parallel forms of its questions (`parallel:`), and lays
both results side by side. Asking the same questions again would measure who remembers the answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.words import words
from werkwijzer.components import Component
from werkwijzer.course.bank import Bank
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import trail_of
from werkwijzer.render.view import QuestionView
from werkwijzer.render.web import quiz_html


def html(library: Library, argument: str) -> str:
    """The measurement afterwards, for a page at the top of `docs/`; a link to the first one as long as the bank has no twins."""
    bank, loaded = library.bank(argument).bank, library.chapter(argument)
    chapter = loaded.chapter
    pairs = [[trail_of(bank.by_id[id_][1], bank) for id_ in pair] for pair in bank.twins.items()]
    title = words()["aftertest"]["label"].format(title=chapter.title)
    quiz = quiz_html(list(_views(loaded, bank)), bank=f"{argument}-na", title=title, behaviour="test", pass_=bank.pass_) if pairs else ""
    template = environment().get_template("components/aftertest/web.html.j2")
    return template.render(quiz=quiz, pairs=pairs, chapter=chapter, href=f"{argument}.md#toets-jezelf")


def _views(loaded: LoadedChapter, bank: Bank) -> Iterator[QuestionView]:
    known = loaded.page.outline.titles
    for id_ in sorted(bank.twins.values(), key=lambda after: bank.by_id[after][0]):
        number, question = bank.by_id[id_]
        yield QuestionView(question, number, bank.hashes[id_], known, page=f"{loaded.key}.md")


def target(course: Course, argument: str) -> Iterator[tuple[str, str]]:
    if argument not in course.banks and not course.unread_bank(argument):
        yield f"bank quizzes/{argument}.yml bestaat niet", "Achter | hoort het pad van een bank, zoals `introductie`."


COMPONENT = Component("aftertest", html, argument=True, target=target)
