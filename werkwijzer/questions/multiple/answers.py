"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from random import Random
from typing import Any

from werkwijzer.questions.multiple import Multiple

SCRIPT: dict[str, Any] = {
    "wrong": (("tick", "ww-voorbeeld-multiple--opkomst"),),
    "right": (
        ("tick", "ww-voorbeeld-multiple--opkomst", False),
        ("tick", "ww-voorbeeld-multiple--vraag"),
        ("tick", "ww-voorbeeld-multiple--lach"),
    ),
    "empty": "Kies eerst een of meer antwoorden.",
    "said": "Aanwezig zijn zegt nog niets over contact.",
    "secret": "bouwen mensen op elkaar voort",
    "wrong_response": ["opkomst"],
    "right_response": ["lach", "vraag"],
    "points": (0, 2, 2),
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: Multiple) -> Any:
    """Earns every point."""
    return question.key()


def wrong(question: Multiple) -> Any:
    """Complete, and does not earn every point."""
    return [option.id for option in question.options if not option.correct]


def missed(question: Multiple, response: Any) -> list[str]:
    """What was chosen and is wrong, in words, read from the question itself."""
    return [option.text for option in question.options if option.id in response and not option.correct]


def any_wrong(question: Multiple, dice: Random) -> Any:
    """One of the answers that may be wrong."""
    return dice.sample([option.id for option in question.options], k=dice.randint(1, len(question.options)))
