"""Questions on paper: a workbook to write in, and the answers apart from it, with the numbers of the site."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from werkwijzer.render.environment import environment
from werkwijzer.render.view import QuestionView


def paper_html(view: QuestionView, mode: str) -> str:
    """One question on paper; `mode` is `ask` (workbook) or `key` (answers)."""
    template = environment().get_template(f"{view.question.type_name}/paper.html.j2")
    return template.render(view=view, q=view.question, mode=mode, letter=letter)


def letter(items: Any, id_: str) -> str:
    """The capital letter that an item has on paper, by its place."""
    return ascii_uppercase[[item.id for item in items].index(id_)]
