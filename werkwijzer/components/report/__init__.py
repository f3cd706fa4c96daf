"""`/// report`: a reader sees what a report would hold, chooses, and takes it along. The format: `browser/reports/report.js`."""

from __future__ import annotations

from werkwijzer.components import Component
from werkwijzer.course.library import Library
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import trail


def html(library: Library, argument: str) -> str:
    rows = [(loaded, loaded.bank.bank, _goals(loaded)) for loaded in library.course().chapters if loaded.bank]
    return environment().get_template("components/report/web.html.j2").render(rows=rows)


def _goals(loaded):
    return [(goal, trail(loaded.bank.bank, goal.id)) for goal in loaded.chapter.goals]


COMPONENT = Component(name="report", html=html)
