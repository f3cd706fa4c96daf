"""Files → text, and YAML or front matter as plain values that know their line (`strict_yaml`)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from werkwijzer.base.files import text_of
from werkwijzer.base.front_matter import Page, parse_page
from werkwijzer.base.problems import CourseError, Place, Problem, relative
from werkwijzer.base.strict_yaml import Located, Path_, parse_yaml

__all__ = ["Located", "Page", "Path_", "parse_page", "parse_yaml", "read_drawing", "read_page", "read_text", "read_yaml"]

MAX_BYTES = 1_000_000


def read_text(path: Path, root: Path) -> str:
    """The file's text. Raises CourseError when it is missing, too large or not UTF-8."""
    data = _bytes(path, Place(relative(path, root)))
    try:
        return text_of(data)
    except UnicodeDecodeError as error:
        raise CourseError([_not_utf8(path, root, data[: error.start])]) from None


def _not_utf8(path: Path, root: Path, before: bytes) -> Problem:
    return Problem(Place(relative(path, root), text_of(before).count("\n") + 1), "is geen UTF-8", "Bewaar het bestand opnieuw als UTF-8.")


def _bytes(path: Path, place: Place) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CourseError(
            [Problem(place, f"kan niet gelezen worden ({error.strerror})", "Bestaat het bestand, en mag je het lezen?")]
        ) from None
    if len(data) > MAX_BYTES:
        raise CourseError(
            [
                Problem(
                    place, f"is {len(data) / 1e6:.1f} MB; meer dan 1 MB lezen we niet", "Splits het bestand, of haal weg wat er niet hoort."
                )
            ]
        )
    return data


def read_yaml(path: Path, root: Path) -> Located:
    """The YAML file at `path`. Raises CourseError with the line of what cannot be read."""
    return parse_yaml(read_text(path, root), relative(path, root))


def read_page(path: Path, root: Path) -> Page:
    """The Markdown file at `path`, front matter apart. What is not UTF-8 is read as Windows writes it, with that as its problem: without
    the page, everything that refers to it would seem wrong."""
    data = _bytes(path, Place(relative(path, root)))
    try:
        return parse_page(text_of(data), relative(path, root))
    except UnicodeDecodeError as error:
        page = parse_page(text_of(data.decode("cp1252", "replace").encode()), relative(path, root))
        return replace(page, problems=(*page.problems, _not_utf8(path, root, data[: error.start])))


def read_drawing(path: Path, root: Path) -> ElementTree.Element:
    """The SVG at `path` as a tree. Raises CourseError with the line where it breaks off."""
    text, file = read_text(path, root), relative(path, root)
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        remedy = "Sluit elk element, eindig met </svg>, en schrijf &amp; voor &."
        raise CourseError(
            [Problem(Place(file, min(error.position[0], text.count("\n") + 1)), "deze figuur is geen geldige SVG", remedy)]
        ) from None
