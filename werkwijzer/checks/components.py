"""Rules of page components: what is wrong with the data that they show."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.problems import CourseError, Problem
from werkwijzer.components import components
from werkwijzer.course.read import Course


def check(course: Course) -> Iterator[Problem]:
    for component in components().values():
        try:
            yield from component.check(course)
        except CourseError as error:
            yield from error.problems
