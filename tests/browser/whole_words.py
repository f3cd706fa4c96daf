"""Whether words stay whole on a page, and whether it scrolls sideways."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

LOOK = (Path(__file__).parent / "whole_words.js").read_text("utf-8")
WIDTHS = (320, 360, 768, 1280)


def words_at(page: Page, width: int) -> dict:
    """`words` that are broken, each with its place, and by how much the page `scrolls` sideways."""
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate(LOOK)
