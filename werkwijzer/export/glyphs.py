"""Signs that no face of ours can draw. A face of the machine might, so without this a document would be made on one machine and refused on the next."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import read_text
from werkwijzer.course.read import Course
from werkwijzer.export.typeface import faces

SOURCES = (("docs", "*.md"), ("docs/assets/figuren", "*.svg"), ("quizzes", "*.yml"), ("data", "*.yml"))
UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Zs")
"""Kinds of signs that need no drawing: spaces, and what steers the text."""

_TAG = re.compile(r"<[^>]*>")


def check_glyphs(course: Course, htmls: Iterable[str]) -> None:
    """Raises CourseError with the places where signs stand that no face has."""
    signs = sorted(set().union(*map(undrawable, htmls)))
    if signs:
        raise CourseError(problem for sign in signs for problem in unprintable(course, sign))


def undrawable(html: str) -> set[str]:
    """The signs in the text of a document that none of the faces has."""
    signs = set(unescape(_TAG.sub(" ", html)))
    return {sign for sign in signs if ord(sign) not in drawable() and unicodedata.category(sign) not in UNSEEN}


@cache
def drawable() -> frozenset[int]:
    """The code points that at least one face has."""
    from fontTools.ttLib import TTFont

    return frozenset(code for path in faces().values() for code in TTFont(path, lazy=True).getBestCmap())


def unprintable(course: Course, sign: str) -> list[Problem]:
    """Where the sign stands, a problem a line."""
    cause = f"het teken “{sign}” ({name(sign)}) zit niet in de lettertypen van de PDF’s"
    remedy = "Schrijf het met een ander teken of met een woord, of zet het in een figuur als tekening."
    return [Problem(place, cause, remedy) for place in _places(course, sign)] or [Problem(Place("werkwijzer"), cause, remedy)]


def name(sign: str) -> str:
    """How one looks a sign up: its number and its name."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip()


def _places(course: Course, sign: str) -> Iterator[Place]:
    for folder, kind in SOURCES:
        for path in sorted((course.root / folder).rglob(kind)):
            file = path.relative_to(course.root).as_posix()
            lines = read_text(path, course.root).split("\n")
            yield from (Place(file, number) for number, line in enumerate(lines, 1) if sign in unescape(line))
