"""The drawings of `docs/assets/figuren/`, as components put them on a page: inline, so that the page's colours reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import Page, read_drawing, read_text
from werkwijzer.components import Use
from werkwijzer.course.read import Course

FOLDER = "docs/assets/figuren"
_PROLOG = re.compile(r"^.*?(?=<\w)", re.S)


def drawing(use: Use) -> str:
    """The SVG that the Block names. Raises CourseError when it is not there, or breaks off."""
    root = use.library.root
    path = use.library.file(f"{FOLDER}/{use.argument}")
    if not path.is_file():
        place = Place(f"{FOLDER}/{use.argument}")
        raise CourseError([Problem(place, "deze figuur bestaat niet", f"Klopt de naam achter `/// {use.block} |`?")])
    read_drawing(path, root)  # tells where a drawing that is no SVG breaks off
    return _PROLOG.sub("", read_text(path, root), count=1).strip()


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if not (course.root / FOLDER / argument).is_file():
        yield f"figuur {argument} staat niet in {FOLDER}", "Klopt de naam, met .svg erachter?"
