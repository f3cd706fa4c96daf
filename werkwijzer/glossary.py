"""The glossary, `docs/over/begrippen.md`, as data: each entry is a paragraph `**Term** (Engels: …). Meaning. Lees verder: …` with an id under it."""

from __future__ import annotations

import re
from dataclasses import dataclass

FILE = "docs/over/begrippen.md"
ENTRY = re.compile(r"^\*\*(?P<name>.+?)\*\*(?: \(Engels: .*?\))?\. (?P<meaning>.+?)(?: Lees verder: .+)?\n\{: #(?P<id>[\w-]+) \}", re.M)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


@dataclass(frozen=True)
class Term:
    """A word of the trade; `meaning` is plain text."""

    id: str
    name: str
    meaning: str


def terms(text: str) -> dict[str, Term]:
    """Id → term, for every entry of a glossary page."""
    found = (Term(match["id"], match["name"], _plain(match["meaning"])) for match in ENTRY.finditer(text))
    return {term.id: term for term in found}


def _plain(markdown: str) -> str:
    return _LINK.sub(r"\1", markdown).replace("*", "").strip()
