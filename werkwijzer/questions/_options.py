"""Rules that every list of options shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from werkwijzer.model import Miss, Option

Flaw = tuple[tuple[str | int, ...], str, str]
"""Path within the question, cause, remedy."""


def unique(items: Sequence, path: tuple[str | int, ...], name: str, text: str = "text") -> Iterator[Flaw]:
    """Ids and texts that stand twice: two equal texts cannot both be told apart by a reader."""
    for attribute, what in (("id", "id"), (text, "tekst")):
        seen: set[str] = set()
        for index, item in enumerate(items):
            value = getattr(item, attribute).strip().casefold()
            if value in seen:
                yield (*path, index, attribute), f'{name} heeft dezelfde {what} als een eerdere', f"Geef elke {name} een eigen {what}."
            seen.add(value)


def options(items: Sequence[Option], path: tuple[str | int, ...], *, name: str = "optie", single: bool) -> Iterator[Flaw]:
    """One right (or at least one), at least one wrong, no doubles, feedback on every wrong one."""
    yield from unique(items, path, name)
    right = sum(item.correct for item in items)
    if right == 0:
        yield path, f"geen enkele {name} is goed", f"Zet `correct: true` bij de goede {name}."
    if single and right > 1:
        yield path, f"{right} keer `correct: true`; er mag er één goed zijn", "Haal er een weg, of maak er `type: multiple` van."
    if right == len(items):
        yield path, f"geen enkele {name} is fout", f"Voeg een {name} toe die een verstandige collega zou kunnen kiezen."
    for index, item in enumerate(items):
        if not item.correct and not item.feedback:
            yield (*path, index), f"foute {name} zonder feedback", "Schrijf welke gedachte hierachter zit en waarom die niet opgaat."


def misses(items: Sequence[Option], sign: str = "") -> tuple[Miss, ...]:
    """The wrong ones, each with its misconception."""
    return tuple((f"{sign}{item.id}", item.text, item.feedback or "") for item in items if not item.correct)


def texts_of(items: Sequence, text: str = "text") -> list[list[str]]:
    """Ids with their texts, sorted by id: the same in whatever order they are written."""
    return sorted([item.id, squeeze(getattr(item, text))] for item in items)


def squeeze(text: str) -> str:
    """Text without formatting: emphasis marks and line breaks do not change what a question means."""
    return " ".join(text.replace("*", "").replace("_", "").replace("`", "").split())
