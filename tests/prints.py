"""Documents of the course, printed for tests."""

from __future__ import annotations

from pathlib import Path

from tests.sites import ROOT
from werkwijzer.course.read import read_course
from werkwijzer.export.editions import editions
from werkwijzer.export.press import Result, print_editions
from werkwijzer.export.selection import parse_chapters

COURSE = read_course(ROOT)[0]
CHOSEN = "1.3,2.2"


def edition(name: str, chapters: str | None = None):
    chosen = parse_chapters(COURSE, chapters) if chapters else None
    return next(edition for edition in editions(COURSE, "all", chosen) if edition.name == name)


def results(*args, **kwargs) -> list[Result]:
    """The documents that were printed, without the news on the way."""
    return [made for made in print_editions(*args, **kwargs) if isinstance(made, Result)]


def again(folder: str) -> None:
    """Prints one of the documents of `printed` once more."""
    results(read_course(ROOT)[0], [edition("antwoorden", CHOSEN)], Path(folder), Path(folder) / "kept", jobs=1)
