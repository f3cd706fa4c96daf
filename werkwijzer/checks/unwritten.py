"""Texts of a start (`werkwijzer new`) that nobody has written over yet: told as a hint, one for each file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from werkwijzer.base.files import read_file
from werkwijzer.base.problems import Place, Problem
from werkwijzer.base.source import read_text
from werkwijzer.course.read import Course
from werkwijzer.questions import FOLDERS as TYPES

STARTS = Path(__file__).parents[1] / "starts/templates"
EXAMPLE = "chapter: voorbeeld\n"
"""A bank that is made of the examples on purpose, as the tests have one."""
_SAYS = re.compile(r"\b(?:Schrijf|Geef|Zeg|Noem) [^{}<\n]{12,}|\bJe (?:herkent waar dit|past het toe in een) [^{}<\n]+")
_PROMPT = re.compile(r"^prompt: (?:\|\n\s+)?(.{20,})$", re.M)


def check(course: Course) -> Iterator[Problem]:
    for file in written(course.root):
        text = read_text(course.root / file, course.root)
        left = [start for start in starts() if start in text]
        lines = [number for number, line in enumerate(text.split("\n"), 1) if any(start in line for start in left)]
        if lines and EXAMPLE not in text:
            word = "regel" if len(lines) == 1 else "regels"
            yield Problem(
                Place(file, lines[0]),
                f"hier staat nog tekst van het begin, op {len(lines)} {word}",
                f"Schrijf je eigen tekst op {word} {told(lines)}.",
                fatal=False,
            )


def told(lines: list[int]) -> str:
    """The first few line numbers."""
    return ", ".join(map(str, lines[:8])) + (" en verder" if len(lines) > 8 else "")


@cache
def starts() -> tuple[str, ...]:
    """What the templates tell an author to write, and what the example of each question type asks."""
    texts = [read_file(path) for path in sorted(STARTS.glob("*.j2"))]
    said = {match[0].strip().rstrip('"') for text in texts for match in _SAYS.finditer(text)}
    asked = {match[1].strip() for folder in TYPES.values() for match in _PROMPT.finditer(read_file(folder / "example.yml"))}
    return tuple(sorted(said | asked))


def written(root: Path) -> list[str]:
    """The files in which a start puts text, by their path in the course."""
    found = [
        *root.glob("docs/[0-9]*/*.md"),
        *root.glob("docs/casussen/*.md"),
        *root.glob("docs/assets/figuren/*.svg"),
        *root.glob("quizzes/*/*.yml"),
        *root.glob("data/*/*.yml"),
        root / "data/guide.yml",
    ]
    return sorted(path.relative_to(root).as_posix() for path in found if path.is_file())
