"""Where code stands in a Markdown text: samples between lines of ``` and pieces within a paragraph. Nothing in them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkwijzer.base.syntax import CODE, FENCE


def fences(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where code samples begin and end, by line from 1. One that nothing ends has 0 as its end: to the engine it is text, and so is what follows."""
    last = 0
    for number, line in enumerate(lines, 1):
        if number > last and (match := FENCE.match(line)):
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


def blank_code(text: str) -> str:
    """The text with its pieces of code as spaces, every line in its place."""
    return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text) if "`" in text else text
