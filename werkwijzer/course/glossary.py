"""The glossary, `docs/over/begrippen.md`, as data: each entry is a paragraph `**Term** (Engels: …). Meaning. Lees verder: …` with an id under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from werkwijzer.base.outline import prose

FILE = "docs/over/begrippen.md"
_NAME = re.compile(r"^\*\*([^*]+)\*\*")
_BELOW = re.compile(r"^\{:[^}]*#([\w-]+)")
_FRAME = re.compile(r"^\*\*[^*]+\*\*(?: \(Engels: .*?\))?\. |(?: Lees verder: .+)$")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


@dataclass(frozen=True)
class Term:
    """A word of the trade: the words that a reader meets, the line (from 1, in the text given) where its entry starts, the entry as written."""

    id: str
    name: str
    line: int
    entry: str

    @property
    def meaning(self) -> str:
        """What it means, as plain text."""
        return _LINK.sub(r"\1", _FRAME.sub("", self.entry)).replace("*", "").strip()


def terms(text: str) -> dict[str, Term]:
    """Id → term, for every entry of a glossary page, in its order."""
    return {term.id: term for term in _read(text)}


def _read(text: str) -> Iterator[Term]:
    name, entry, start = "", "", 0
    for number, line in prose(text):
        if match := _NAME.match(line):
            name, entry, start = match[1], line, number
        elif name and (match := _BELOW.match(line)):
            yield Term(match[1], name, start, entry)
            name = ""
        elif name and line.strip():
            entry += f" {line}"
