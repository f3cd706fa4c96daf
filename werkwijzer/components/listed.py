"""What stands in the list of a data file: the id of each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.problems import CourseError, Place
from werkwijzer.base.source import read_yaml
from werkwijzer.course.read import Course


def listed(course: Course, file: str, key: str, id_: str = "id") -> Iterator[tuple[str, Place]]:
    """The ids in the list under `key`; nothing when the file is not there or cannot be read, of which other rules tell."""
    try:
        located = read_yaml(course.root / file, course.root)
    except CourseError:
        return
    items = located.value.get(key) if isinstance(located.value, dict) else None
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and isinstance(item.get(id_), str):
            yield item[id_], located.place((key, index, id_))
