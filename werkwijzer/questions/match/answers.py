"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from typing import Any

from werkwijzer.questions.match import Match

SCRIPT: dict[str, Any] = {
    "wrong": tuple(
        ("select", f"#ww-voorbeeld-match--{item}", partner)
        for item, partner in (("aggregaat", "categorie"), ("categorie", "gebouw"), ("groep", "groep"))
    ),
    "right": tuple(("select", f"#ww-voorbeeld-match--{item}", item) for item in ("aggregaat", "categorie", "groep")),
    "empty": "Kies bij elke regel iets.",
    "said": "Een aggregaat deelt alleen de plek.",
    "secret": "Een groep heeft elkaar nodig.",
    "wrong_response": {"aggregaat": "categorie", "categorie": "gebouw", "groep": "groep"},
    "right_response": {"aggregaat": "aggregaat", "categorie": "categorie", "groep": "groep"},
    "points": (1, 3, 3),
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: Match) -> Any:
    """Earns every point."""
    return question.key()


def wrong(question: Match) -> Any:
    """Complete, and does not earn every point."""
    partners = [partner.id for partner in question.partners]
    return {pair.id: next(id_ for id_ in partners if id_ != pair.id) for pair in question.pairs}


def missed(question: Match, response: Any) -> list[str]:
    """What was chosen and is wrong, in words, read from the question itself."""
    names = {partner.id: partner.text for partner in question.partners}
    return [f"{pair.item} → {names[response[pair.id]]}" for pair in question.pairs if response[pair.id] != pair.id]
