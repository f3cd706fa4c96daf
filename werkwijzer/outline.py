"""What a Markdown page holds, read from its source: headings with their anchors, Blocks, links and images."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
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
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
        elif match and match[1][0] == fence[0] and len(match[1]) >= len(fence):
            fence = ""
        elif not fence:
            yield number, line


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
