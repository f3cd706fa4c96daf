"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from typing import Any

from werkwijzer.base.words import words
from werkwijzer.questions.truefalse import TrueFalse

SCRIPT: dict[str, Any] = {
    "wrong": (("radio", "ww-voorbeeld-truefalse", "true"), ("radio", "ww-voorbeeld-truefalse__reden", "leeftijd")),
    "right": (("radio", "ww-voorbeeld-truefalse", "false"), ("radio", "ww-voorbeeld-truefalse__reden", "band")),
    "empty": "Kies eerst waar of niet waar.",
    "said": "Meer gelijkenis maakt nog geen contact.",
    "secret": "Je ontwerpt het contact.",
    "wrong_response": {"verdict": True, "reason": "leeftijd"},
    "right_response": {"verdict": False, "reason": "band"},
    "points": (0, 2, 2),
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: TrueFalse) -> Any:
    """Earns every point."""
    return question.key()


def wrong(question: TrueFalse) -> Any:
    """Complete, and does not earn every point."""
    return {"verdict": not question.answer, "reason": next((reason.id for reason in question.reasons if not reason.correct), None)}


def missed(question: TrueFalse, response: Any) -> list[str]:
    """What was chosen and is wrong, in words, read from the question itself."""
    said = words()["question"]["true" if response["verdict"] else "false"]
    reasons = [reason.text for reason in question.reasons if reason.id == response["reason"] and not reason.correct]
    return ([said] if response["verdict"] != question.answer else []) + reasons
