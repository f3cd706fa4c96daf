"""`/// aftertest | bank`: measures again what a bank measured before, with the parallel forms of its questions (`parallel:`), and lays
both results side by side. Asking the same questions again would measure who remembers the answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import Page
from werkwijzer.base.words import words
from werkwijzer.components import Component, Use, by_block, on_screen_only
from werkwijzer.components.quiz import quiz_html
from werkwijzer.course.bank import Bank
from werkwijzer.course.read import Course, LoadedBank, LoadedChapter
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import trail_of
from werkwijzer.render.view import QuestionView


def html(use: Use) -> str:
    """The measurement afterwards, for a page at the top of `docs/`; a link to the first one as long as the bank has no twins."""
    bank, loaded = use.library.bank(use.argument).bank, use.library.chapter(use.argument)
    if loaded is None:
        cause = "het hoofdstuk bij deze bank bestaat niet"
        raise CourseError([Problem(Place(f"docs/{use.argument}.md"), cause, "Klopt het pad achter `/// aftertest |`?")])
    chapter = loaded.chapter
    pairs = [[trail_of(bank.by_id[id_][1], bank) for id_ in pair] for pair in bank.twins.items()]
    title = words()["aftertest"]["label"].format(title=chapter.title)
    quiz = (
        quiz_html(list(_views(loaded, bank)), bank=f"{use.argument}-na", title=title, behaviour="test", pass_=bank.pass_) if pairs else ""
    )
    template = environment().get_template("components/aftertest/web.html.j2")
    return template.render(quiz=quiz, pairs=pairs, chapter=chapter, href=f"{use.argument}.md#toets-jezelf")


def _views(loaded: LoadedChapter, bank: Bank) -> Iterator[QuestionView]:
    known = loaded.page.outline.titles
    for id_ in sorted(bank.twins.values(), key=lambda after: bank.by_id[after][0]):
        number, question = bank.by_id[id_]
        yield QuestionView(question, number, bank.hashes[id_], known, page=f"{loaded.key}.md")


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if argument not in course.banks and not course.unread_bank(argument):
        yield f"bank quizzes/{argument}.yml bestaat niet", "Achter | hoort het pad van een bank, zoals `introductie`."


def check(course: Course) -> Iterator[Problem]:
    """What is kept for afterwards must be asked somewhere: here, or by another component that measures again."""
    written = [one for page in course.pages for one in page.outline.directives if one.name in by_block()]
    shown = {key for one in written for key in by_block()[one.name].remeasures(course, one.argument)}
    for loaded in course.banks.values():
        if loaded.bank.twins and loaded.key not in shown:
            yield Problem(
                loaded.source.place(("questions",)),
                "de tweelingen in deze bank staan op geen pagina",
                f"Zet `/// aftertest | {loaded.key}` op de pagina waar je opnieuw meet.",
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
            loaded = course.banks.get(one.argument) if one.name == "aftertest" else None
            if loaded and (bare := _bare(course, loaded)):
                place, names = Place(page.file, one.line + page.offset), ", ".join(bare)
                yield Problem(
                    place,
                    f"deze nameting mist een tweeling van {names}",
                    "Schrijf bij elk een andere vraag over hetzelfde doel, met `parallel: id`.",
                    fatal=False,
                )


COMPONENT = Component(
    "aftertest", html, on_screen_only, argument=True, target=target, check=check, remeasures=lambda course, argument: [argument]
)
