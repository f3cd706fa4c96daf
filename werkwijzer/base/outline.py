"""What a Markdown page holds, read from its source: headings with their anchors, Blocks, links and images."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FENCE = re.compile(r"^(\s*)(`{3,}|~{3,})(?!.*`)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{\s*#([\w-]+)[^}]*\})?\s*#*$")
_BLOCK = re.compile(r"^\s*/{3,}\s*([\w-]+)\s*(?:\|\s*(.*?))?\s*$")
_OPTION = re.compile(r"^\s{4,}([a-z]+):\s*(.*?)\s*$")
_ID = re.compile(r"\{\s*#([\w-]+)[^}]*\}")


@dataclass(frozen=True)
class Heading:
    line: int
    level: int
    text: str
    anchor: str | None


@dataclass(frozen=True)
class Directive:
    """A Block as an author wrote it: `/// name | argument`, options under it."""

    line: int
    name: str
    argument: str
    options: dict[str, str] = field(default_factory=dict)


def prose(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a page, numbered from 1, without those of code samples."""
    lines = text.splitlines()
    samples = {number for start, end in fences(lines) if end for number in range(start, end + 1)}
    yield from ((number, line) for number, line in enumerate(lines, 1) if number not in samples)


def fences(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where code samples begin and end, by line from 1. One that nothing ends has 0 as its end: to the engine it is text, and so is what follows."""
    last = 0
    for number, line in enumerate(lines, 1):
        if number > last and (match := _FENCE.match(line)):
            last = _end(lines, number, *match.groups())
            yield number, last


def _end(lines: list[str], start: int, indent: str, fence: str) -> int:
    """The line that ends the sample, 0 when there is none. As the engine has it: the same signs alone, just as far in, and no line between that stands more to the left."""
    for number, line in enumerate(lines[start:], start + 1):
        if line.strip() and not line.startswith(indent):
            return 0
        if line.rstrip() == indent + fence:
            return number
    return 0


def headings(text: str) -> list[Heading]:
    """All headings, in order."""
    found = ((number, _HEADING.match(line)) for number, line in prose(text))
    return [Heading(number, len(match[1]), match[2], match[3]) for number, match in found if match]


def directives(text: str) -> list[Directive]:
    """All Blocks that open, in order."""
    found: list[Directive] = []
    last = 0
    for number, line in prose(text):
        if match := _BLOCK.match(line):
            found.append(Directive(number, match[1].lower(), match[2] or ""))
            last = number
        elif found and number == last + 1 and (option := _OPTION.match(line)):
            found[-1].options[option[1]] = option[2]
            last = number
    return found


def anchors(text: str) -> set[str]:
    """Every id that the author gave with `{ #id }`."""
    return {match for _, line in prose(text) for match in _ID.findall(line)}
