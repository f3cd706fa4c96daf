"""Questions on paper: a workbook to write in, and the answers apart from it, with the numbers of the site."""

from __future__ import annotations

from pathlib import Path
from string import ascii_uppercase
from typing import Any

from werkwijzer.base.files import read_file
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.render.environment import environment
from werkwijzer.render.view import QuestionView


def paper_files(course: Course) -> dict[str, str]:
    """File name → content: the workbook, the answers and the stylesheet that they share."""
    style = read_file(Path(__file__).parent / "templates/paper.css")
    return {"werkboek.html": workbook_html(course), "antwoorden.html": answers_html(course), "paper.css": style}


def workbook_html(course: Course) -> str:
    """All questions, chapter by chapter, with room to write and no answers."""
    return _document(course, "ask")


def answers_html(course: Course) -> str:
    """The answers with their explanations, under the same numbers."""
    return _document(course, "key")


def _document(course: Course, mode: str) -> str:
    chapters = [(loaded.chapter, _questions(loaded, mode)) for loaded in course.chapters if loaded.bank]
    return environment().get_template("paper.html.j2").render(chapters=chapters, mode=mode)


def _questions(loaded: LoadedChapter, mode: str) -> list[str]:
    bank = loaded.own_bank.bank
    return [paper_html(QuestionView(question, number, bank.hashes[question.id]), mode) for number, question in enumerate(bank.asked, 1)]


def paper_html(view: QuestionView, mode: str) -> str:
    """One question on paper; `mode` is `ask` (workbook) or `key` (answers)."""
    template = environment().get_template(f"{view.question.type_name}/paper.html.j2")
    return template.render(view=view, q=view.question, mode=mode, letter=letter)


def letter(items: Any, id_: str) -> str:
    """The capital letter that an item has on paper, by its place."""
    return ascii_uppercase[[item.id for item in items].index(id_)]
