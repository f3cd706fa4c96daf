"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

from werkwijzer.questions.order import Order

SCRIPT: dict[str, Any] = {
    "wrong": (("order", "vraag-voorbeeld-order", ["tweetal", "afspraak", "doel", "welkom"]),),
    "right": (("order", "vraag-voorbeeld-order", ["welkom", "doel", "tweetal", "afspraak"]),),
    "empty": "Zet de stappen eerst op volgorde.",
    "said": "Eerst weten waarvoor je er bent.",
    "secret": "Dat lukt als mensen elkaar gesproken hebben.",
    "wrong_response": ["tweetal", "afspraak", "doel", "welkom"],
    "right_response": ["welkom", "doel", "tweetal", "afspraak"],
    "points": (1, 3, 3),
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: Order) -> Any:
    """Earns every point."""
    return [step.id for step in question.steps]


def wrong(question: Order) -> Any:
    """Complete, and does not earn every point."""
    return [step.id for step in question.steps][::-1]


def missed(question: Order, response: Any) -> list[str]:
    """What was chosen and is wrong, in words, read from the question itself."""
    key, texts = question.key(), {step.id: step.text for step in question.steps}
    pairs = list(pairwise(key)) if isinstance(key[0], str) else [tuple(pair) for pair in key]  # neighbours, or what `after:` sets apart
    return [f"{texts[later]} → {texts[first]}" for first, later in pairs if response.index(later) < response.index(first)]


def any_wrong(question: Order, dice: Random) -> Any:
    """One of the answers that may be wrong."""
    return dice.sample([step.id for step in question.steps], k=len(question.steps))
