"""What is wrong, where, and what to do next: the one form in which an author hears of a mistake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, order=True)
class Place:
    """A line in a file; `line` counts from 1, 0 means the file as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `cause` says what is wrong, `remedy` what the author can do about it."""

    place: Place
    cause: str
    remedy: str = ""
    fatal: bool = field(default=True, compare=False)

    def __str__(self) -> str:
        kind = "" if self.fatal else "let op: "
        head = f"{self.place}: {kind}{self.cause}"
        return f"{head}\n  → {self.remedy}" if self.remedy else head


Flaw = tuple[tuple[str | int, ...], str, str]
"""A mistake in a piece of data that does not know its file: the path in it, cause, remedy."""


class CourseError(Exception):
    """The course cannot be built. Holds every fatal problem that was found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """All problems as text, one or two lines each, sorted by file and line, ended by a count."""
    listed = sorted(set(problems))
    fatal = sum(problem.fatal for problem in listed)
    hints = len(listed) - fatal
    count = counted(fatal, "fout", "fouten")
    if hints:
        count += f", {counted(hints, 'aandachtspunt', 'aandachtspunten')}"
    return "\n".join([*map(str, listed), count])


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun: `1 vraag`, `2 vragen`."""
    return f"{number} {one if number == 1 else more}"


def relative(path: Path, root: Path) -> str:
    """The path as an author writes it: from the course's folder, with forward slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
