"""Rules for words that the course would rather not use, each with another: `data/liever-niet.yml`. What people say, between “ and ”, is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import read_yaml
from werkwijzer.course.passages import Passage, all_passages
from werkwijzer.course.read import Course

LIST = "data/liever-niet.yml"
_SAID = re.compile(r"“[^”]*”")


def check(course: Course) -> Iterator[Problem]:
    rather = read_list(course.root)
    if not rather:
        return
    pattern = pattern_of(rather)
    for passage in all_passages(course):
        yield from check_passage(passage, rather, pattern)


def unsaid(text: str) -> str:
    """The text with what stands between “ and ” blanked out."""
    return _SAID.sub(lambda match: re.sub(r"\S", " ", match[0]), text)


def read_list(root: Path) -> dict[str, str]:
    """Word or phrase → what to write instead; empty when the course has no list."""
    if not (root / LIST).is_file():
        return {}
    value = read_yaml(root / LIST, root).value
    if not isinstance(value, dict) or not all(isinstance(rather, str) for rather in value.values()):
        raise CourseError(
            [Problem(Place(LIST, 1), "dit is geen lijst van woorden met een ander woord", "Schrijf `woord: ander woord`, één per regel.")]
        )
    return value


def pattern_of(rather: Mapping[str, str]) -> re.Pattern[str]:
    """What finds the words, as whole words, long phrases first."""
    found = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(rather, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{found})(?![\w-])", re.I)


def check_passage(passage: Passage, rather: Mapping[str, str], pattern: re.Pattern[str]) -> Iterator[Problem]:
    text = unsaid(passage.dutch)
    for match in pattern.finditer(text):
        word = " ".join(match[0].casefold().split())
        yield Problem(
            passage.place(text, match.start()),
            f"liever niet: “{' '.join(match[0].split())}”",
            f"Schrijf bijvoorbeeld: {rather[word]}.",
            fatal=False,
        )
