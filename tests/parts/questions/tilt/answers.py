"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from typing import Any

SCRIPT: dict[str, Any] = {
    "wrong": (("radio", "ww-intro-tilt", "tempo"),),
    "right": (("radio", "ww-intro-tilt", "stilte"),),
    "empty": "Kies eerst een kant.",
    "said": "zegt dat huilen hier niet hoort",
    "secret": "Stilte geeft ruimte",
    "wrong_response": "tempo",
    "right_response": "stilte",
}


def right(question: Any) -> Any:
    """Earns every point."""
    return question.key()


def wrong(question: Any) -> Any:
    """Complete, and does not earn every point."""
    return next(side.id for side in question.sides if not side.correct)
