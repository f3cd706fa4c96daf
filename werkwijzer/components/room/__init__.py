"""`/// room`: the way to each chapter's questions on a projector. The questions themselves are those of the chapter's own page."""

from __future__ import annotations

from werkwijzer.components import Component
from werkwijzer.course.library import Library
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import groups

COUNTED = ("choice", "multiple", "truefalse")
"""Types whose answers a room can show with hands or cards; zaal.js names the same."""


def html(library: Library, argument: str) -> str:
    """The list, for a page one folder deep."""
    found = [(module, [(row, _counted(row)) for row in rows if row["asked"]]) for module, rows in groups(library.course())]
    return environment().get_template("components/room/web.html.j2").render(groups=found)


def _counted(row: dict) -> int:
    return sum(question.type_name in COUNTED for question, _ in row["asked"])


COMPONENT = Component("room", html)
