"""Course → problems. One file per family of rules; every check runs before the verdict."""

from __future__ import annotations

from pathlib import Path

from werkwijzer.checks import banks, chapters, components, pages, parallel, questions
from werkwijzer.course import Course, read_course
from werkwijzer.problems import CourseError, Problem

FAMILIES = (questions.check, banks.check, parallel.check, chapters.check, pages.check, components.check)


def check_course(course: Course) -> list[Problem]:
    """Everything that the rules find in a course that could be read."""
    return [problem for check in FAMILIES for problem in check(course)]


def checked_course(root: Path) -> Course:
    """The course under `root`. Raises CourseError with all fatal problems, of reading and of rules, at once."""
    course, problems = read_course(root)
    fatal = [problem for problem in [*problems, *check_course(course)] if problem.fatal]
    if fatal:
        raise CourseError(fatal)
    return course
