"""Rules that every list of options shares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from werkwijzer.base.model import Miss, Option
from werkwijzer.base.plain import without_links

Flaw = tuple[tuple[str | int, ...], str, str]
"""Path within the question, cause, remedy."""


@dataclass(frozen=True)
class Noun:
    """What an author calls something, with its article and the words that go with that."""

    one: str
    neuter: bool = False

    @property
    def the(self) -> str:
        return f"{'het' if self.neuter else 'de'} {self.one}"

    @property
    def each(self) -> str:
        return f"{'elk' if self.neuter else 'elke'} {self.one}"

    @property
    def wrong(self) -> str:
        return f"{'fout' if self.neuter else 'foute'} {self.one}"


OPTION, REASON, STEP, CARD, CATEGORY, PARTNER = (
    Noun("optie"),
    Noun("reden"),
    Noun("stap"),
    Noun("kaart"),
    Noun("categorie"),
    Noun("partner"),
)
PAIR, CRITERION, ANSWER = Noun("paar", neuter=True), Noun("criterium", neuter=True), Noun("antwoord", neuter=True)
CHOICE, REACTION, DIMENSION, ROW, COLUMN = Noun("keuze"), Noun("reactie"), Noun("dimensie"), Noun("rij"), Noun("kolom")

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "…": "..."})


def as_seen(text: str) -> str:
    """What a reader can tell one text from another by: no marks of emphasis, kind of space, quotes or dashes, case or last full stop."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", without_links(text))).translate(_ALIKE)
    return squeeze(plain).casefold().rstrip(".").strip()


def alike(items: Sequence, path: tuple[str | int, ...], noun: Noun, text: str = "text") -> Iterator[Flaw]:
    """Texts that stand twice: a reader cannot tell them apart."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        value = as_seen(getattr(item, text))
        if value in seen:
            yield (
                (*path, index, text),
                f"{noun.the} heeft voor een lezer dezelfde tekst als een eerdere",
                f"Geef {noun.each} een eigen tekst.",
            )
        seen.add(value)


def unique(items: Sequence, path: tuple[str | int, ...], noun: Noun, text: str = "text") -> Iterator[Flaw]:
    """Ids and texts that stand twice: two equal texts cannot both be told apart by a reader."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item.id in seen:
            yield (*path, index, "id"), f"{noun.the} heeft hetzelfde id als een eerdere", f"Geef {noun.each} een eigen id."
        seen.add(item.id)
    yield from alike(items, path, noun, text)


def options(items: Sequence[Option], path: tuple[str | int, ...], *, noun: Noun = OPTION, single: bool) -> Iterator[Flaw]:
    """One right (or at least one), at least one wrong, no doubles, feedback on every wrong one."""
    yield from unique(items, path, noun)
    right = sum(item.correct for item in items)
    if right == 0:
        yield path, f"geen enkele {noun.one} is goed", f"Zet `correct: true` bij de goede {noun.one}."
    if single and right > 1:
        yield path, f"{right} keer `correct: true`; er mag er één goed zijn", "Haal er een weg, of maak er `type: multiple` van."
    if right == len(items):
        yield path, f"geen enkele {noun.one} is fout", f"Voeg een {noun.one} toe die een verstandige collega zou kunnen kiezen."
    for index, item in enumerate(items):
        if not item.correct and not item.feedback:
            yield (*path, index), f"{noun.wrong} zonder feedback", "Schrijf welke gedachte hierachter zit en waarom die niet opgaat."


def misses(items: Sequence[Option], sign: str = "") -> tuple[Miss, ...]:
    """The wrong ones, each with its misconception."""
    return tuple((f"{sign}{item.id}", item.text, item.feedback or "") for item in items if not item.correct)


def texts_of(items: Sequence, text: str = "text") -> list[list[str]]:
    """Ids with their texts, sorted by id: the same in whatever order they are written."""
    return sorted([item.id, squeeze(getattr(item, text))] for item in items)


def squeeze(text: str) -> str:
    """Text without formatting: emphasis marks and line breaks do not change what a question means."""
    return " ".join(text.replace("*", "").replace("_", "").replace("`", "").split())
