"""What the pages for trainers share: the exercise formats by id, links to pages that may not be there yet, references to sections."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from enum import Enum

from pydantic import ConfigDict

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import CourseError, Problem
from werkwijzer.base.source import Located, Path_
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course, LoadedChapter

FORMATS = "data/formats.yml"
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


class Noun(Enum):
    """What an id can be of, and how Dutch refers to it."""

    CHAPTER = ("hoofdstuk", "dat")
    FORMAT = ("werkvorm", "die")


def known_formats(library: Library) -> dict[str, Format] | None:
    """Every exercise format by its id; None when their file cannot be read, of which its own rules tell."""
    try:
        return formats(library)
    except CourseError:
        return None


def known_chapters(course: Course, given: Iterable[str]) -> set[str]:
    """Those of the ids given that some chapter has, as far as the ids of chapters can be read."""
    return {id_ for id_ in given if not course.lacks_chapter(id_)}


def check_known(given: Iterable[str], known: Container[str] | None, noun: Noun, located: Located, path: Path_) -> Iterator[Problem]:
    """A problem for each id that does not exist; none when it is not known which there are."""
    kind, that = noun.value
    for index, id_ in enumerate(given):
        if known is not None and id_ not in known:
            yield Problem(located.place((*path, index)), f'{kind} "{id_}" bestaat niet', f"Neem het id van een {kind} {that} er is.")
