"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from typing import Any

from werkwijzer.questions.categorise import Categorise

SCRIPT: dict[str, Any] = {
    "wrong": tuple(
        ("radio", f"ww-voorbeeld-categorise--{card}", category)
        for card, category in (("formulier", "met"), ("tips", "met"), ("rollenspel", "in"))
    ),
    "right": tuple(
        ("radio", f"ww-voorbeeld-categorise--{card}", category)
        for card, category in (("formulier", "in"), ("tips", "met"), ("rollenspel", "met"))
    ),
    "empty": "Deel eerst alle kaarten in.",
    "said": "De zaal is alleen de plek.",
    "secret": "De tips komen van elkaar.",
    "wrong_response": {"formulier": "met", "tips": "met", "rollenspel": "in"},
    "right_response": {"formulier": "in", "tips": "met", "rollenspel": "met"},
    "points": (1, 3, 3),
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: Categorise) -> Any:
    """Earns every point."""
    return question.key()


def wrong(question: Categorise) -> Any:
    """Complete, and does not earn every point."""
    others = [category.id for category in question.categories]
    return {card.id: next(id_ for id_ in others if id_ != card.category) for card in question.cards}


def missed(question: Categorise, response: Any) -> list[str]:
    """What was chosen and is wrong, in words, read from the question itself."""
    names = {category.id: category.text for category in question.categories}
    return [f"{card.text} → {names[response[card.id]]}" for card in question.cards if response[card.id] != card.category]
