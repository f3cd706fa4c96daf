"""What the pages for trainers share: the exercise formats by id, links to pages that may not be there yet, references to sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ConfigDict

from werkwijzer.course import Course, LoadedChapter
from werkwijzer.library import Library
from werkwijzer.model import Id, Text, Value
from werkwijzer.problems import Problem
from werkwijzer.source import Located, Path_

FORMATS = "data/werkvormen.yml"
FORMATS_PAGE = "gereedschap/werkvormen.md"


class Bounds(Value):
    min: int
    max: int


class Format(Value):
    """What trainers need of an exercise format; the card itself holds more."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Id
    name: Text
    size: Bounds
    minutes: Bounds
    material: Text


class Formats(Value):
    model_config = ConfigDict(extra="ignore", frozen=True)

    formats: tuple[Format, ...]


def formats(library: Library) -> dict[str, Format]:
    """Every exercise format by its id."""
    return {one.id: one for one in library.data(FORMATS, Formats).formats}


def has_page(course: Course, path: str) -> bool:
    """Whether `docs/path` exists."""
    return any(page.file == f"docs/{path}" for page in course.pages)


def format_link(course: Course, id_: str, up: str) -> str:
    """Address of a format's card for a page that is `up` from `docs/`; "" while there is no page with cards."""
    return f"{up}{FORMATS_PAGE}#{id_}" if has_page(course, FORMATS_PAGE) else ""


def chapter_of(course: Course, id_: str) -> LoadedChapter:
    """The chapter with that id. Raises StopIteration when there is none; checks come first."""
    return next(loaded for loaded in course.chapters if loaded.chapter.id == id_)


def check_known(given: Iterable[str], known: Iterable[str], kind: str, located: Located, path: Path_) -> Iterator[Problem]:
    """A problem for each id that does not exist."""
    there = set(known)
    for id_ in given:
        if id_ not in there:
            yield Problem(located.place(path), f'{kind} "{id_}" bestaat niet', f"Neem het id van een {kind} die er is.")
