"""The editor's second pair of eyes: rules that read the whole text. `werkwijzer check` and the tests run them, a page build does not."""

from __future__ import annotations

from werkwijzer.checks import experience, reading, signs, sources, spelling, terms, wording, writing
from werkwijzer.course import Course
from werkwijzer.problems import Problem

FAMILIES = (writing.check, experience.check, reading.check, wording.check, signs.check, spelling.check, sources.check, terms.check)


def review(course: Course) -> list[Problem]:
    """Everything that the editor's rules find."""
    return [problem for check in FAMILIES for problem in check(course)]
