"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from typing import Any

from werkwijzer.questions.short import Short

SCRIPT: dict[str, Any] = {
    "wrong": (("type", ".ww-input", "herkenning"),),
    "right": (("type", ".ww-input", "univerzaliteit"),),
    "empty": "Typ eerst een antwoord.",
    "said": "Zo noemen deelnemers het.",
    "secret": "universaliteit",
    "wrong_response": "herkenning",
    "right_response": "univerzaliteit",
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: Short) -> Any:
    """Earns every point."""
    return question.key()["accept"][0]


def wrong(question: Short) -> Any:
    """Complete, and does not earn every point."""
    return "zeker niet dit"
