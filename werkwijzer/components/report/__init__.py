"""`/// report`: a reader sees what a report would hold, chooses, and takes it along. The format: `browser/reports/report.js`."""

from __future__ import annotations

from werkwijzer.base.model import Goal
from werkwijzer.components import Component, Use
from werkwijzer.course.read import LoadedChapter
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import trail


def html(use: Use) -> str:
    rows = [(loaded, loaded.bank.bank, _goals(loaded)) for loaded in use.library.course().chapters if loaded.bank]
    return environment().get_template("components/report/web.html.j2").render(rows=rows)


def _goals(loaded: LoadedChapter) -> list[tuple[Goal, str]]:
    return [(goal, trail(loaded.own_bank.bank, goal.id)) for goal in loaded.chapter.goals]


COMPONENT = Component(name="report", html=html)
