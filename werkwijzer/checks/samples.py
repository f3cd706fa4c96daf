"""Code samples that nothing ends, the first of a page: the engine prints their ``` and takes the sample for text. Nothing else about that page is worth telling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkwijzer.base.outline import fences
from werkwijzer.base.problems import Place, Problem
from werkwijzer.course.read import Course

_SIGNS = re.compile(r"\s*(`+|~+)")


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        lines = page.text.splitlines()
        start = next((start for start, end in fences(lines) if not end), 0)
        if start:
            yield Problem(
                Place(page.file, page.offset + start),
                "hier begint een stuk code dat nergens eindigt",
                f"Zet {_SIGNS.findall(lines[start - 1])[0]} alleen op een regel onder het stuk code, even ver ingesprongen. Laat wat ertussen staat niet verder naar links beginnen.",
            )
