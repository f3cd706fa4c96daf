"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from random import Random
from typing import Any

from werkwijzer.questions.choice import Choice

SCRIPT: dict[str, Any] = {
    "wrong": (("radio", "ww-voorbeeld-choice", "weerstand"),),
    "right": (("radio", "ww-voorbeeld-choice", "norm"),),
    "empty": "Kies eerst een antwoord.",
    "said": "Verzet richt zich op iets.",
    "secret": "leert dat het mag",
    "wrong_response": "weerstand",
    "right_response": "norm",
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: Choice) -> Any:
    """Earns every point."""
    return question.key()


def wrong(question: Choice) -> Any:
    """Complete, and does not earn every point."""
    return next(option.id for option in question.options if not option.correct)


def missed(question: Choice, response: Any) -> list[str]:
    """What was chosen and is wrong, in words, read from the question itself."""
    return [option.text for option in question.options if option.id == response and not option.correct]


def any_wrong(question: Choice, dice: Random) -> Any:
    """One of the answers that may be wrong."""
    return dice.choice([option.id for option in question.options if not option.correct])
