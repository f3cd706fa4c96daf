"""Rules for drawings: well-formed, told in words, without looks or code of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from werkwijzer.base.problems import CourseError, Place, Problem, relative
from werkwijzer.base.source import read_drawing, read_text
from werkwijzer.components import by_block
from werkwijzer.components.drawings import FOLDER
from werkwijzer.course.read import Course

LOOKS = frozenset({"fill", "stroke", "style", "color", "font-family", "font-size", "stop-color"})
FORBIDDEN = frozenset({"script", "style", "foreignObject", "image", "iframe", "a", "animate", "set"})
_SVG = "{http://www.w3.org/2000/svg}"


def check(course: Course) -> Iterator[Problem]:
    drawings = sorted((course.root / FOLDER).glob("*.svg"))
    for path in drawings:
        try:
            yield from check_drawing(course.root, path)
        except CourseError as error:
            yield from error.problems
    yield from _unused(course, drawings)


def _unused(course: Course, drawings: list[Path]) -> Iterator[Problem]:
    """Drawings that no page shows. Silent while a page asks for one that is not there: a name misspelled is told of once."""
    shown = {
        one.argument for page in course.pages for one in page.outline.directives if one.name in by_block() and by_block()[one.name].draws
    }
    if shown <= {path.name for path in drawings}:
        yield from (
            Problem(
                Place(relative(path, course.root), 1),
                "geen bladzijde laat deze figuur zien",
                f"Zet haar op een bladzijde met `/// figure | {path.name}`, of verwijder het bestand.",
                fatal=False,
            )
            for path in drawings
            if path.name not in shown
        )


def check_drawing(root: Path, path: Path) -> Iterator[Problem]:
    drawing, text, file = read_drawing(path, root), read_text(path, root), relative(path, root)
    if drawing.tag != f"{_SVG}svg":
        yield Problem(
            Place(file, 1), "deze figuur begint niet met <svg> en zijn xmlns", 'Begin met <svg xmlns="http://www.w3.org/2000/svg" …>.'
        )
        return
    for name, what in (("title", "hoe de figuur heet"), ("desc", "alles wat de figuur laat zien")):
        if not (drawing.findtext(f"{_SVG}{name}") or "").strip():
            yield Problem(Place(file, 1), f"figuur zonder <{name}>", f"Schrijf in <{name}> {what}.")
    yield from (Problem(Place(file, _line(text, found)), cause, remedy) for found, cause, remedy in _looks(drawing))


def _looks(drawing: ElementTree.Element) -> Iterator[tuple[str, str, str]]:
    """What to look for in the text, cause and remedy."""
    told: set[str] = set()
    for part in drawing.iter():
        name = str(part.tag).removeprefix(_SVG)
        if name in FORBIDDEN and name not in told:
            yield f"<{name}", f"<{name}> mag niet in een figuur", "Teken het met vlakken, lijnen en tekst; opmaak komt van de pagina."
        own = {key for key in part.attrib if key in LOOKS or key.startswith("on") or key.endswith("href")}
        for key in sorted(own - told):
            yield (
                f' {key.rpartition("}")[2]}="',
                f"`{key.rpartition('}')[2]}` in een figuur",
                "Haal het weg; kleur en letter geef je met een klasse, zoals f-ink of t-m.",
            )
        told |= {name, *own}


def _line(text: str, found: str) -> int:
    match = re.search(re.escape(found).replace(r"\ ", r"\s+", 1), text)
    return text.count("\n", 0, match.start() + 1) + 1 if match else 1
