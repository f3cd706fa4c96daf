"""What is measured over the course as a whole: whether its questions are fair and its text has a voice. `werkwijzer check` runs it;
a single chapter can be right and the whole still be past a bar, so a page build does not wait for it."""

from __future__ import annotations

from typing import Any

from werkwijzer.base.problems import Problem
from werkwijzer.checks import fair, formulas, rhythm
from werkwijzer.course.read import Course

FAMILIES = (fair.check, rhythm.check, formulas.check)


def measure(course: Course) -> list[Problem]:
    """Everything past a bar."""
    return [problem for check in FAMILIES for problem in check(course)]


def table(course: Course) -> str:
    """The figures to read."""
    return f"{rhythm.table(course)}\n{fair.table(course)}"


def as_json(course: Course) -> dict[str, Any]:
    """The figures for tools."""
    return {"rhythm": rhythm.as_json(course), "fair": fair.as_json(fair.all_guesses(course))}
