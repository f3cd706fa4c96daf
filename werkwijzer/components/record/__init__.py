"""`/// record`: Mijn voortgang, everything that is kept of this course."""

from __future__ import annotations

from collections.abc import Sequence

from werkwijzer.components import Component, Played, Use, made, nothing, played
from werkwijzer.course.read import Course
from werkwijzer.render.pages import groups, render


def html(use: Use) -> str:
    return record_html(use.library.course(), made(use.library), played(use.library))


def record_html(course: Course, made: Sequence[tuple[str, str, str]] = (), played: Sequence[Played] = ()) -> str:
    """Room for everything that a browser may keep of this course, per chapter; for a page at the top of `docs/`.

    `made`: note, name and address of what readers make with the tools. `played`: what they go through, such as a case.
    """
    found = groups(course)
    rows = [row for _, rows in found for row in rows]
    return render("components/record/web", groups=found, rows=rows, made=made, played=played)


COMPONENT = Component("record", html, nothing)
