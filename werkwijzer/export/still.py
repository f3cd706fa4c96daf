"""What is left of an interactive page when nothing moves. Pages are complete without JavaScript, so that leaves all there is to read."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from werkwijzer.export.soup import add_class

GONE = "[hidden], button, input, select, textarea, script, style, dialog, datalist, [role=status], [role=alert], [aria-hidden=true], [class$='-plain'], .ww-chapter-state, .ww-error"
PLAIN = {"fieldset": "div", "legend": "p", "label": "span", "details": "div", "summary": "p", "dialog": "div"}
OWN = re.compile(r"^ww-")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls")
SPENT = ("for", "open", "tabindex", "aria-expanded", "aria-live", *REFERENCES)


def still(soup: Tag) -> None:
    """Takes out what asks for a hand or a script, and turns the rest into plain elements."""
    drop_screen_only(soup)
    for element in soup.select(GONE):
        element.decompose()
    for element in soup.find_all(True):
        if element.find_parent("svg") is None:
            settle(element)
    drop_empty(soup)
    for group in soup.select("dl > div"):
        group.unwrap()


def still_components(soup: BeautifulSoup) -> None:
    """The same for page components, and what is hidden; all else around them is made for its medium already."""
    drop_screen_only(soup)
    for element in soup.select("[hidden]"):
        element.decompose()
    for element in [found for found in soup.find_all(OWN) if not found.find_parent(OWN)]:
        still(element)
        settle(element)


def drop_screen_only(soup: Tag) -> None:
    """A heading under which nothing stands but what lives on a screen goes, and its text with it."""
    for marker in soup.select(".b-screen-only"):
        heading = marker.find_previous_sibling(re.compile(r"^h[1-6]$"))
        section = [heading, *until_next(heading)] if heading else [marker]
        for element in section:
            element.decompose() if isinstance(element, Tag) else element.extract()


def until_next(heading: Tag) -> list:
    """What stands under a heading, up to the next one of its level or higher."""
    found = []
    for element in heading.next_siblings:
        if isinstance(element, Tag) and re.match(r"^h[1-6]$", element.name) and element.name <= heading.name:
            break
        found.append(element)
    return found


def settle(element: Tag) -> None:
    """One element without names and attributes that only a site understands."""
    if element.name in PLAIN:
        add_class(element, f"b-was-{element.name}")
    element.name = "div" if OWN.match(element.name) else PLAIN.get(element.name, element.name)
    spent = REFERENCES if element.name == "svg" else SPENT
    for name in [name for name in element.attrs if name.startswith("data-") or (name in spent and element.name != "svg")]:
        del element[name]


def drop_empty(soup: Tag) -> None:
    """Boxes that held nothing else than what is gone, from the inside out."""
    for element in reversed(soup.find_all(["div", "p", "span", "section", "ul", "dl"])):
        if not element.get("id") and not element.get_text(strip=True) and not element.find(["svg", "img"]):
            element.decompose()
