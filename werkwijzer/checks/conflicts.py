"""A merge that was not finished: the marks of two versions stand in a file, and nothing else about that file is worth telling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from werkwijzer.base.problems import Place, Problem, relative
from werkwijzer.course.read import Course

FOLDERS = ("docs", "quizzes", "data", "overrides", "hooks")
KINDS = frozenset({".md", ".yml", ".yaml", ".svg", ".js", ".css", ".html", ".j2", ".txt", ".json", ".webmanifest", ".py"})
_MARK = re.compile(rb"^(<{7} |>{7} )", re.M)
CAUSE = "hier staan twee versies door elkaar (<<<<<<< en >>>>>>>)"


def check(course: Course) -> Iterator[Problem]:
    for path in files(course.root):
        data = path.read_bytes()
        if match := _MARK.search(data):
            line = data.count(b"\n", 0, match.start()) + 1
            yield Problem(Place(relative(path, course.root), line), CAUSE, remedy(data))


def remedy(data: bytes) -> str:
    """What to do about it; a file that is made is not mended by hand."""
    if b"make generate" in data[:400]:
        return "Dit bestand volgt uit andere: draai `make generate`."
    return "Kies per stuk welke tekst blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg."


def files(root: Path) -> Iterator[Path]:
    """Every text file that a merge may touch."""
    for folder in FOLDERS:
        yield from sorted(path for path in (root / folder).rglob("*") if path.suffix in KINDS and path.is_file())
    yield from sorted(path for path in root.glob("*") if path.suffix in KINDS and path.is_file())
