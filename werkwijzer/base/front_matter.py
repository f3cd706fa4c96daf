"""A page's text → its front matter and what stands below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from werkwijzer.base.outline import Outline
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.strict_yaml import Located, Path_, parse_yaml

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*$\r?\n?", re.S | re.M)
_KEY = re.compile(r"^([a-z_]+):[ \t]*(.*)$")
_PART = re.compile(r"\b(id|text|level):\s*([^,}\n]+)")
_OPENED = re.compile(r"\A\s*---[ \t]*\r?\n[a-z_]+:")
_STARTS = re.compile(r"\A\s*(?:id|number|title|description|module|minutes|goals|updated|basis):\s")


@dataclass(frozen=True)
class Page:
    """A Markdown file: its front matter and the text below it; `offset` lines stand above the text.

    `problems` tell why the front matter could not be read; `meta` then holds what could be guessed, so that other rules do not
    complain of what only follows from that.
    """

    file: str
    meta: Located
    text: str
    offset: int
    problems: tuple[Problem, ...] = ()

    @cached_property
    def outline(self) -> Outline:
        """What the text holds; its lines count from the start of the text."""
        return Outline(self.text)

    def place(self, line: int) -> Place:
        """Where that line of the text stands in the file."""
        return Place(self.file, line + self.offset)


def parse_page(text: str, file: str) -> Page:
    """The page that `text` holds."""
    match = FRONT_MATTER.match(text)
    if not match:
        return _without_end(text, file) if _OPENED.match(text) or _STARTS.match(text) else Page(file, Located(file, {}, {(): 1}), text, 0)
    meta, problems = _meta(match[1], file)
    return Page(file, meta, text[match.end() :], text[: match.end()].count("\n"), problems)


def _meta(text: str, file: str) -> tuple[Located, tuple[Problem, ...]]:
    if not text.strip():
        return Located(file, {}, {(): 1}), ()
    try:
        meta = parse_yaml(text, file, offset=1)
    except CourseError as error:
        return _guessed(text, file, 1), error.problems
    if isinstance(meta.value, dict):
        return meta, ()
    return _guessed("", file, 1), (
        Problem(Place(file, 1), "tussen de streepjes horen sleutels te staan", "Schrijf `sleutel: waarde`, één per regel."),
    )


def _without_end(text: str, file: str) -> Page:
    """A page whose front matter is not marked off as it should be: the keys run up to the first empty line, or line that cannot be one of them."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.strip())
    opened = lines[start].strip() == "---"
    end = next(
        (number for number, line in enumerate(lines) if number > start and not (_KEY.match(line) or line.startswith((" ", "- ")))),
        len(lines),
    )
    if not opened:
        said = (
            "de gegevens bovenaan staan niet tussen streepjes",
            "Zet een regel met alleen --- boven de eerste sleutel, en een onder de laatste.",
        )
    elif start:
        said = "boven de streepjes met gegevens staat een lege regel", "Begin het bestand met ---."
    else:
        said = "de gegevens bovenaan zijn niet afgesloten", "Zet onder de laatste sleutel een regel met alleen ---."
    problem = Problem(Place(file, start + 1), *said)
    return Page(file, _guessed("\n".join(lines[start + opened : end]), file, start + opened), "\n".join(lines[end:]), end, (problem,))


def _guessed(text: str, file: str, offset: int) -> Located:
    """The keys that can be seen in a text which is no YAML, each with the words behind it."""
    value: dict[str, Any] = {}
    lines: dict[Path_, int] = {(): 1}
    for number, line in enumerate(text.split("\n"), offset + 1):
        if match := _KEY.match(line):
            value[match[1]] = match[2].strip().strip("\"'")
            lines[match[1],] = number
    if "goals" in value:
        value["goals"] = _goals(text)
    return Located(file, value, lines)


def _goals(text: str) -> list[dict[str, str]]:
    goals: list[dict[str, str]] = []
    for name, said in _PART.findall(text.partition("goals:")[2]):
        if name == "id":
            goals.append({})
        if goals:
            goals[-1][name] = said.strip()
    return goals
