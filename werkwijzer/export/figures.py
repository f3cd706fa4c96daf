"""Drawings for print: the classes that the page colours become attributes, the description becomes the alternative text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from werkwijzer.base.files import read_file
from werkwijzer.export.typeface import SANS

SVG = "{http://www.w3.org/2000/svg}"
STYLESHEET = Path(__file__).parents[1] / "browser/site/style.css"
ON_PAPER = {"--ww-paper": "#ffffff", "--ww-sheet": "#ffffff"}
_RULE = re.compile(r"((?:\.[fst]-[a-z-]+,?\s*)+)\{([^}]*)\}")
_PROPERTY = re.compile(r"(--ww-[a-z-]+):\s*(#[0-9a-f]+)")
_DRAWING = re.compile(r"<svg\b.*</svg>", re.S)
_DROPPED = ("class", "role", "aria-labelledby")


@cache
def palette() -> dict[str, str]:
    """The site's light colours by custom property; paper is white here."""
    light = read_file(STYLESHEET).partition("@media")[0]
    return {**dict(_PROPERTY.findall(light)), **ON_PAPER}


@cache
def looks() -> dict[str, dict[str, str]]:
    """Class of a drawing → the attributes that it stands for, in the order in which the stylesheet gives them."""
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(read_file(STYLESHEET)):
        for name in re.findall(r"[fst]-[a-z-]+", selectors):
            found.setdefault(name, {}).update(_declarations(body))
    return found


def _declarations(body: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
    return {name.strip(): _resolved(value.strip()) for name, value in pairs}


def _resolved(value: str) -> str:
    return re.sub(r"var\((--ww-[a-z-]+)\)", lambda match: palette()[match[1]], value)


def in_print(html: str) -> str:
    """HTML with the drawing in it as it is printed."""
    return _DRAWING.sub(lambda match: drawing(match[0]), html, count=1)


def drawing(svg: str) -> str:
    """The SVG with print colours and faces, and one `<title>` that says all there is to see."""
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        _dress(element)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    if title is not None and desc is not None:
        title.text = f"{(title.text or '').strip().rstrip('.')}. {(desc.text or '').strip()}"
        title.attrib.clear()
        root.remove(desc)
    root.attrib |= {"font-family": SANS, "font-size": "15", "fill": palette()["--ww-ink"]}
    ElementTree.register_namespace("", SVG[1:-1])
    return ElementTree.tostring(root, encoding="unicode")


def _dress(element: ElementTree.Element) -> None:
    wanted = element.get("class", "").split()
    look: dict[str, str] = {}
    for name in looks():  # the stylesheet's order decides, as it does in a browser
        if name in wanted:
            look.update(looks()[name])
    for name in _DROPPED:
        element.attrib.pop(name, None)
    element.attrib.update(look)
