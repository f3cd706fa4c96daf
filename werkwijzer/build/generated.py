"""Whether what is kept in the repository and follows from other files still does: `check` and `build` tell when it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from werkwijzer.base.problems import Place, Problem
from werkwijzer.build.generate import SERVED, course_texts, stale
from werkwijzer.checks import conflicts
from werkwijzer.course.read import Course


def check(course: Course, met: Sequence[Problem]) -> Iterator[Problem]:
    """A problem for each file that is behind. What follows from the texts says nothing while some of those could not be read."""
    if not (course.root / SERVED).is_dir():
        return
    unfinished = {problem.place.file for problem in conflicts.check(course)}
    beyond = {*unfinished, *(course_texts(course, whole=not met) if met or unfinished else ())}
    for name in stale(course.root, course):
        if name not in beyond:
            yield Problem(Place(name), "dit bestand volgt uit andere bestanden, en loopt daarop achter", "Draai `make generate`.")
