"""Plain text → sentences and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

ABBREVIATIONS = frozenset(
    [
        "bijv.",
        "bv.",
        "blz.",
        "ca.",
        "c.q.",
        "d.d.",
        "d.m.v.",
        "dr.",
        "drs.",
        "d.w.z.",
        "e.a.",
        "e.d.",
        "enz.",
        "etc.",
        "e.v.",
        "i.p.v.",
        "incl.",
        "m.a.w.",
        "m.b.t.",
        "mevr.",
        "m.n.",
        "m.u.v.",
        "n.a.v.",
        "nr.",
        "o.a.",
        "o.m.",
        "pag.",
        "prof.",
        "resp.",
        "t.a.v.",
        "t.o.v.",
        "vgl.",
        "vs.",
        "z.j.",
        "zgn.",
    ]
)
"""Words whose full stop ends no sentence."""

_END = re.compile(r"[.!?…→]+[”’\")\]]*(?=\s+[“‘\"(\[]*[A-ZÀ-Þ0-9])|:(?=\s+[“‘][A-ZÀ-Þ])")
_INITIAL = re.compile(r"(?:^|[\s(“.-])[A-Z]\.$")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'–][^\W\d_]+)*|\d+(?:[.,]\d+)*(?:-[^\W\d_]+)*")


class Sentence(NamedTuple):
    """A sentence and where in the text it starts."""

    offset: int
    text: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, in order.

    An abbreviation, an initial or a decimal comma ends none. A colon ends one when a quoted sentence follows, as in Flesch's count; so does an arrow before a capital.
    """
    start = 0
    for match in _END.finditer(text):
        if _ends(text[start : match.end()]):
            yield from _sentence(text, start, match.end())
            start = match.end()
    yield from _sentence(text, start, len(text))


def words(text: str) -> list[str]:
    """The words: letters with the hyphens and apostrophes between them, and numbers."""
    return _WORD.findall(text)


def spans(text: str) -> Iterator[tuple[int, str]]:
    """The words with where each starts."""
    return ((match.start(), match[0]) for match in _WORD.finditer(text))


def _ends(text: str) -> bool:
    last = text.split()[-1].lstrip('“‘"([')
    return last.casefold() not in ABBREVIATIONS and not _INITIAL.search(text)


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    part = text[start:end]
    if words(part):
        yield Sentence(start + len(part) - len(part.lstrip()), part.strip())
