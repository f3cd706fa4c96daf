"""What something is made of, noted while it is made: whatever reads a file or a template for a page says so here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

PAGES = ""
"""The name of all pages and all that stands in `quizzes/`: what a `Course` holds."""


@dataclass
class Taken:
    """Names of files, and answers, which may stay the same when a file does not.

    A name is a path from the course's folder, of a folder when it ends in `/`, or PAGES; that of a template is its full path.
    `answers`: kind and argument → what was answered, and the names that it came from.
    """

    files: set[str] = field(default_factory=set)
    answers: dict[tuple[str, str], tuple[str, set[str]]] = field(default_factory=dict)


_noting: list[Taken] = []


@contextmanager
def noting() -> Iterator[Taken]:
    """What is taken within, apart from what is taken without."""
    _noting.append(Taken())
    try:
        yield _noting[-1]
    finally:
        _noting.pop()


def take(name: str) -> None:
    """Notes that this was read."""
    if _noting:
        _noting[-1].files.add(name)


def take_answer(kind: str, argument: str, said: str, files: Iterable[str]) -> None:
    """Notes what was answered, for something that stays right as long as the answer does."""
    if _noting:
        _noting[-1].answers[kind, argument] = said, set(files)


def answer(kind: str, argument: str, make: Callable[[], str]) -> str:
    """What `make` gives, when that follows from kind, argument and course alone; noted as an answer."""
    with noting() as taken:
        said = make()
    take_answer(kind, argument, said, taken.files.union(*(files for _, files in taken.answers.values())))
    return said
