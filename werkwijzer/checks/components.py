"""Rules of page components: what is wrong with the data that they show."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.components import components
from werkwijzer.course import Course
from werkwijzer.problems import CourseError, Problem


def check(course: Course) -> Iterator[Problem]:
    for component in components().values():
        try:
            yield from component.check(course)
        except CourseError as error:
            yield from error.problems
