"""Course → problems. One file per family of rules; every check runs before the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from werkwijzer.base.problems import CourseError, Problem
from werkwijzer.checks import (
    banks,
    blocks,
    chapters,
    components,
    conflicts,
    figures,
    links,
    markup,
    menu,
    misread,
    moves,
    pages,
    parallel,
    questions,
    samples,
)
from werkwijzer.course.read import Course, read_course

FAMILIES = (
    misread.check,
    questions.check,
    banks.check,
    parallel.check,
    chapters.check,
    pages.check,
    blocks.check,
    links.check,
    markup.check,
    figures.check,
    components.check,
    menu.check,
    moves.check,
)


def check_course(course: Course) -> list[Problem]:
    """Everything that the rules find in a course that could be read."""
    halted = unfinished(course)
    files = {problem.place.file for problem in halted}
    return [*halted, *(problem for check in FAMILIES for problem in told(check, course) if problem.place.file not in files)]


def told(check: Callable[[Course], Iterable[Problem]], course: Course) -> Iterator[Problem]:
    """What a family of rules says; a file that it cannot read ends that family, never the others."""
    try:
        yield from check(course)
    except CourseError as error:
        yield from error.problems


def without_echoes(problems: Iterable[Problem], course: Course) -> list[Problem]:
    """Without what only follows from two versions in one file, or from code that does not end."""
    halted = unfinished(course)
    files = {problem.place.file for problem in halted}
    return [problem for problem in problems if problem.place.file not in files or problem in halted]


def unfinished(course: Course) -> list[Problem]:
    """What makes the rest of a file not worth telling of."""
    return [*conflicts.check(course), *samples.check(course)]


def checked_course(root: Path) -> Course:
    """The course under `root`. Raises CourseError with all fatal problems, of reading and of rules, at once."""
    course, problems = read_course(root)
    fatal = [problem for problem in without_echoes([*problems, *check_course(course)], course) if problem.fatal]
    if fatal:
        raise CourseError(fatal)
    return course
