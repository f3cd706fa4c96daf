"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from typing import Any

from werkwijzer.questions.cloze import Cloze

SCRIPT: dict[str, Any] = {
    "wrong": (("type", '[data-option="afhankelijkheid"]', "gelijkheid"), ("select", 'select[data-option="omgeving"]', "karakter")),
    "right": (("type", '[data-option="afhankelijkheid"]', "Afhankeljikheid"), ("select", 'select[data-option="omgeving"]', "omgeving")),
    "empty": "Vul eerst alle gaten.",
    "said": "Karakter hoort al bij de persoon.",
    "secret": "interdependentie",
    "wrong_response": {"afhankelijkheid": "gelijkheid", "omgeving": "karakter"},
    "right_response": {"afhankelijkheid": "Afhankeljikheid", "omgeving": "omgeving"},
    "points": (0, 2, 2),
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: Cloze) -> Any:
    """Earns every point."""
    return {gap: wanted if isinstance(wanted, str) else wanted["accept"][0] for gap, wanted in question.key().items()}


def wrong(question: Cloze) -> Any:
    """Complete, and does not earn every point."""
    return {gap.id: next(o.id for o in gap.options if not o.correct) if gap.options else "zeker niet dit" for gap in question.gaps}
