"""A component's data file as its check reads it, and the rule that all lists in such files share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from werkwijzer.base.problems import CourseError, Flaw, Problem
from werkwijzer.base.source import Located, Path_, read_yaml
from werkwijzer.course.parse import Model, parse
from werkwijzer.course.read import Course

Flaws = Callable[[Model], Iterable[Flaw]]
Further = Callable[[Course, Model, Located], Iterable[Problem]]


def check_data(course: Course, file: str, model: type[Model], flaws: Flaws[Model], further: Further[Model]) -> Iterator[Problem]:
    """What is wrong with a data file; nothing where there is none. `flaws` sees the data alone, `further` also the course and the lines."""
    if not (course.root / file).is_file():
        return
    located = read_yaml(course.root / file, course.root)
    data = parse(located, model)
    yield from (Problem(located.place(path), cause, remedy) for path, cause, remedy in flaws(data))
    yield from further(course, data, located)


def check_folder(course: Course, folder: str, model: type[Model], flaws: Flaws[Model], further: Further[Model]) -> Iterator[Problem]:
    """What is wrong with the files in a folder; what cannot be read hides nothing of the others."""
    for path in sorted((course.root / folder).glob("*.yml")):
        try:
            yield from check_data(course, f"{folder}/{path.name}", model, flaws, further)
        except CourseError as error:
            yield from error.problems


def flaws_of_ids(items: Sequence[Any], path: Path_) -> Iterator[Flaw]:
    """Ids that stand twice in the list at `path`."""
    ids = [item.id for item in items]
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            yield (*path, index, "id"), f'id "{id_}" staat twee keer', "Elk id komt in een lijst één keer voor."
