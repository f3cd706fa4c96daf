"""Elements as XHTML: what the HTML parser made lower case gets its capitals back, and what HTML5 no longer knows goes."""

from __future__ import annotations

from bs4 import BeautifulSoup

from werkwijzer.export.soup import add_class

CASED = {
    name.lower(): name
    for name in (
        "viewBox",
        "preserveAspectRatio",
        "gradientUnits",
        "gradientTransform",
        "patternUnits",
        "markerWidth",
        "markerHeight",
        "refX",
        "refY",
        "textLength",
    )
}
CASED_TAGS = {name.lower(): name for name in ("linearGradient", "radialGradient", "clipPath", "textPath")}


def xhtml(soup: BeautifulSoup) -> str:
    """The elements as they may stand in an XHTML document."""
    for element in soup.select("svg, svg *"):
        element.name = CASED_TAGS.get(element.name, element.name)
        element.attrs = {CASED.get(name, name): value for name, value in element.attrs.items()}
    for cell in soup.find_all(["td", "th"], align=True):
        add_class(cell, f"b-{cell['align']}")
        del cell["align"]
    for cell in soup.find_all("th"):
        if not cell.get_text(strip=True):
            cell.name = "td"
            del cell["scope"]
    return soup.decode(formatter="minimal").strip()
