"""What storage may hold: an answer, and what earlier versions left there."""

from __future__ import annotations

from pathlib import Path

from tests.browser.hostile import HASH, NOW

RECORDS = Path(__file__).parents[1] / "records"


def answer(at=NOW, points=1, response="norm", **more):
    return {
        "response": response,
        "points": points,
        "of": 1,
        "attempts": 1,
        "hints": 0,
        "confidence": None,
        "hash": HASH,
        "at": at,
        "shown": False,
        "history": [],
        **more,
    }


def released(name: str, release: str = "release-0.2") -> str:
    """A file that a version handed out."""
    return (RECORDS / release / name).read_text("utf-8").strip()


def plant(page, storage):
    page.evaluate("(storage) => { for (const [key, text] of Object.entries(storage)) localStorage.setItem(key, text); }", storage)
