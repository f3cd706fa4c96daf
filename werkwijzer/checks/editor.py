"""The editor's second pair of eyes: rules that read the whole text. `werkwijzer check` and the tests run them, a page build does not."""

from __future__ import annotations

from collections.abc import Iterable

from werkwijzer.base.problems import Problem
from werkwijzer.checks import (
    check_course,
    counts,
    experience,
    reading,
    signs,
    sources,
    spelling,
    terms,
    told,
    unwritten,
    without_echoes,
    wording,
    writing,
)
from werkwijzer.course.read import Course

FAMILIES = (
    writing.check,
    experience.check,
    reading.check,
    wording.check,
    signs.check,
    spelling.check,
    sources.check,
    terms.check,
    counts.check,
    unwritten.check,
)


def review(course: Course) -> list[Problem]:
    """Everything that the editor's rules find."""
    return [problem for check in FAMILIES for problem in told(check, course)]


def everything(course: Course, met: Iterable[Problem]) -> list[Problem]:
    """All that an author hears of a course: what was met while reading it, the rules, and the editor, who is silent about a line
    that is wrong already."""
    wrong = without_echoes([*met, *check_course(course)], course)
    places = {problem.place for problem in wrong if problem.place.line}
    heard = without_echoes(review(course), course)
    return sorted({*wrong, *(problem for problem in heard if problem.place not in places)})
