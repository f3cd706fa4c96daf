"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from typing import Any

from werkwijzer.questions.number import NumberQuestion

SCRIPT: dict[str, Any] = {
    "wrong": (("type", ".ww-input", "42,2"),),
    "right": (("type", ".ww-input", "4.5"),),
    "empty": "Typ eerst een antwoord.",
    "said": "Dat is het brutoresultaat.",
    "secret": "4,5",
    "wrong_response": "42,2",
    "right_response": "4.5",
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: NumberQuestion) -> Any:
    """Earns every point."""
    return str(question.answer).replace(".", ",")


def wrong(question: NumberQuestion) -> Any:
    """Complete, and does not earn every point."""
    return str(question.answer + question.tolerance + 1000).replace(".", ",")
