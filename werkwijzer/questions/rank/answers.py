"""How the tests answer a question of this type: the example by keyboard, and any other as the record keeps answers."""

from __future__ import annotations

from typing import Any

from werkwijzer.base.words import words
from werkwijzer.questions.rank import Rank

SCRIPT: dict[str, Any] = {
    "wrong": tuple(
        ("radio", f"ww-voorbeeld-rank--{option}", step)
        for option, step in (("stil", "0"), ("harder", "1"), ("tweetallen", "3"), ("uit", "2"))
    ),
    "right": tuple(
        ("radio", f"ww-voorbeeld-rank--{option}", step)
        for option, step in (("stil", "2"), ("harder", "0"), ("tweetallen", "3"), ("uit", "0"))
    ),
    "empty": "Geef elke aanpak een oordeel.",
    "said": "Twee mensen staan voor schut om iets kleins.",
    "secret": "zonder dat iemand gezicht verliest",
    "wrong_response": {"tweetallen": "3", "stil": "0", "harder": "1", "uit": "2"},
    "right_response": {"tweetallen": "3", "stil": "2", "harder": "0", "uit": "0"},
    "points": (1, 4, 4),
}
"""What to press, what comes out, what must be said and what must not."""


def right(question: Rank) -> Any:
    """Earns every point."""
    return {option.id: str(option.weight) for option in question.options}


def wrong(question: Rank) -> Any:
    """Complete, and does not earn every point."""
    return {option.id: "0" if option.spread[0] else "3" for option in question.options}


def missed(question: Rank, response: Any) -> list[str]:
    """What was chosen and is wrong, in words, read from the question itself."""
    return [
        f"{option.text} → {words()['rank'][response[option.id]]}"
        for option in question.options
        if not option.spread[0] <= int(response[option.id]) <= option.spread[-1]
    ]
