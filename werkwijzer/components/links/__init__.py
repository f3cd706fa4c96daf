"""`/// links`: every stable address of the course: chapters, their sections and their questions, for who refers to them from elsewhere."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.course.read import LoadedChapter
from werkwijzer.render.environment import environment
from werkwijzer.render.text import plain_text, split_prompt


def html(use: Use) -> str:
    """The addresses, for a page one folder deep."""
    rows = [_row(loaded) for loaded in use.library.course().chapters]
    return environment().get_template("components/links/web.html.j2").render(rows=rows)


def _row(loaded: LoadedChapter) -> dict:
    questions = enumerate(loaded.bank.bank.asked, 1) if loaded.bank else ()
    return {
        "chapter": loaded.chapter,
        "href": f"../{loaded.key}.md",
        "sections": [heading for heading in loaded.page.outline.headings if heading.anchor],
        "questions": [
            (number, question.id, plain_text(split_prompt(question.prompt)[1] or question.prompt)) for number, question in questions
        ],
    }


COMPONENT = Component("links", html)
