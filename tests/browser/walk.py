"""A walk over a page with the Tab key."""

from __future__ import annotations

from playwright.sync_api import Page


def next_stop(page: Page) -> dict | None:
    """Where Tab leads, once the browser has scrolled to it; None behind the last."""
    page.keyboard.press("Tab")
    for _ in range(1000):
        stop = page.evaluate(STOP)
        if stop is None or stop["seen"]:
            break
        page.wait_for_timeout(10)
    return stop


STOP = """() => {
  const el = document.activeElement;
  if (!el || el === document.body) return null;
  const show = el.labels?.length && getComputedStyle(el).opacity === '0' ? el.labels[0] : el;
  const box = show.getBoundingClientRect(), style = getComputedStyle(show);
  const ring = Math.max(parseFloat(style.outlineStyle === 'none' ? 0 : style.outlineWidth), style.boxShadow === 'none' ? 0 : 2);
  const name = el.getAttribute('aria-label') || el.labels?.[0]?.textContent || el.textContent || el.title || '';
  return { html: el.outerHTML.slice(0, 120), name: name.trim(), ring, seen: box.width > 1 && box.bottom > 0 && box.top < innerHeight && style.visibility === 'visible' };
}"""


def look(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_function("!document.querySelector('ww-question') || !!customElements.get('ww-question')")
