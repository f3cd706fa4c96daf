"""Questions and quizzes as HTML for the page: complete without JavaScript, well-formed XHTML."""

from __future__ import annotations

from werkwijzer.render.environment import environment
from werkwijzer.render.view import QuestionView


def question_html(view: QuestionView) -> str:
    """One `<ww-question>`."""
    return environment().get_template(f"{view.question.type_name}/web.html.j2").render(view=view, q=view.question)


def quiz_html(views: list[QuestionView], *, bank: str, title: str, behaviour: str, pass_: int) -> str:
    """A `<ww-quiz>` with its questions."""
    template = environment().get_template("quiz.html.j2")
    return template.render(questions=[question_html(view) for view in views], bank=bank, title=title, behaviour=behaviour, pass_=pass_)
