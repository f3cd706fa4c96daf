"""Code samples that nothing ends, the first of a page: the engine prints their ``` and takes the sample for text. Nothing else about that page is worth telling."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.problems import Problem
from werkwijzer.base.syntax import FENCE
from werkwijzer.course.read import Course


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        if start := next((start for start, end in page.outline.samples if not end), 0):
            found = FENCE.match(page.text.splitlines()[start - 1])
            signs = found["signs"] if found else ""
            yield Problem(
                page.place(start),
                "hier begint een stuk code dat nergens eindigt",
                f"Zet {signs} alleen op een regel onder het stuk code, even ver ingesprongen. Laat wat ertussen staat niet verder naar links beginnen.",
            )
