"""Questions as HTML for the page: complete without JavaScript, well-formed XHTML."""

from __future__ import annotations

from werkwijzer.render.environment import environment
from werkwijzer.render.view import QuestionView


def question_html(view: QuestionView) -> str:
    """One `<ww-question>`."""
    return environment().get_template(f"{view.question.type_name}/web.html.j2").render(view=view, q=view.question)
