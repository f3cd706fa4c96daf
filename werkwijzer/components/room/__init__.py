"""`/// room`: the way to each chapter's questions on a projector. The questions themselves are those of the chapter's own page."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import groups


def html(use: Use) -> str:
    """The list, for a page one folder deep."""
    found = [(module, [(row, _counted(row)) for row in rows if row["asked"]]) for module, rows in groups(use.library.course())]
    return environment().get_template("components/room/web.html.j2").render(groups=found)


def _counted(row: dict) -> int:
    return sum(question.countable for question, _ in row["asked"])


COMPONENT = Component("room", html)
