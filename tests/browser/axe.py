"""What axe finds on a page."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
LAYOUT = [
    "target-size",
    "scrollable-region-focusable",
    "aria-hidden-focus",
    "region",
    "landmark-one-main",
    "bypass",
    "nested-interactive",
    "label",
    "button-name",
    "link-name",
]
"""The rules that another width can break; the others see the same page."""
SAME_COLOURS = """() => {
  const { prototype } = axe.commons.color.Color, parse = prototype.parseString, known = new Map();
  const read = (colour) => ({ r: colour.r, g: colour.g, b: colour.b, alpha: colour.alpha });
  prototype.parseString = function (text) {
    if (!known.has(text)) known.set(text, read(parse.call(this, text)));
    return Object.assign(this, known.get(text));
  };
}"""
"""axe reads the same few colours thousands of times, a third of what contrast costs; here each is read once."""
TO_TOP = """() => new Promise((done) => {
  const up = (frames) => { scrollTo({ top: 0, behavior: 'instant' }); if (frames) requestAnimationFrame(() => up(frames - 1)); else done(); };
  up(3);
})"""
"""What lies under the fixed header would count as too small; and a browser that got another width scrolls once more to the field in use."""


def violations(page: Page, only: list[str] = TAGS) -> list:
    """What axe finds; `only` takes tags or rules."""
    page.evaluate(TO_TOP)
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE)
        page.evaluate(SAME_COLOURS)
    found = page.evaluate("only => axe.run(document, { runOnly: only, resultTypes: ['violations'], selectors: false })", only)["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200], one["nodes"][0]["failureSummary"]) for one in found]


def in_light_and_dark(page: Page) -> list:
    """Light with every rule, dark with those that colours can break; wide, for narrow see LAYOUT."""
    page.emulate_media(color_scheme="light")
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    return found + violations(page, COLOURS)


def accessible(page: Page) -> bool:
    assert in_light_and_dark(page) == []
    return True
