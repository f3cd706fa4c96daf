"""The glossary, `docs/over/begrippen.md`, as data: each entry is a paragraph `**Term** (Engels: …). Meaning. Lees verder: …` with an id under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from werkwijzer.base.outline import Attributes, Outline
from werkwijzer.base.plain import without_links

FILE = "docs/over/begrippen.md"
_NAME = re.compile(r"^\*\*([^*]+)\*\*")
_FRAME = re.compile(rf"{_NAME.pattern}(?: \(Engels: .*?\))?\. |(?: Lees verder: .+)$")


@dataclass(frozen=True)
class Term:
    """A word of the trade: the words that a reader meets, the line (from 1, in the text) where its entry starts, the entry as written."""

    id: str
    name: str
    line: int
    entry: str

    @property
    def meaning(self) -> str:
        """What it means, as plain text."""
        return without_links(_FRAME.sub("", self.entry)).replace("*", "").strip()


def terms(outline: Outline) -> dict[str, Term]:
    """Id → term, for every entry of a glossary page, in its order."""
    return {term.id: term for term in _read(outline)}


def _read(outline: Outline) -> Iterator[Term]:
    below = {part.line: part.id for part in outline.of(Attributes)}
    name, entry, start = "", "", 0
    for number, line in outline.lines:
        if match := _NAME.match(line):
            name, entry, start = match[1], line, number
        elif name and below.get(number):
            yield Term(below[number], name, start, entry)
            name = ""
        elif name and line.strip():
            entry += f" {line}"
