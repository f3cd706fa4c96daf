"""HTML of templates as part of the tree that Python-Markdown builds."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.util import AtomicString

SVG = "{http://www.w3.org/2000/svg}"
STAND_IN = "ww-stand-in"
_OWN_ID = re.compile(r'<ww-[a-z]+ [^>]*?\bid="([a-z0-9-]+)"')
_PLACED_LINK = re.compile(r'\s(?:href|src)="(?!#|[a-z][a-z0-9+.-]*:)')


def insert(html: str, parent: ElementTree.Element, md: Markdown) -> ElementTree.Element:
    """`html` as the last child of `parent`: as it is where nothing in it depends on the page's place, else as elements.

    The engines rewrite and check links of elements; what holds none is spared that work, which is most of a quiz's cost.
    """
    if _PLACED_LINK.search(html):
        return graft(html, parent)
    holder = ElementTree.SubElement(parent, "p")  # a paragraph that holds nothing else gives way to what is stored
    holder.text = md.htmlStash.store(html)
    for id_ in _OWN_ID.findall(html):
        ElementTree.SubElement(holder, STAND_IN, {"id": id_})
    return holder


def graft(html: str, parent: ElementTree.Element) -> ElementTree.Element:
    """`html` (well-formed, one root) as the last child of `parent`, its text safe from further Markdown."""
    element = ElementTree.fromstring(html)
    for part in element.iter():
        if part.tag.startswith(SVG):
            part.tag = part.tag[len(SVG) :]
            if part.tag == "svg":
                part.set("xmlns", SVG[1:-1])
        if part.text:
            part.text = AtomicString(part.text)
        if part.tail:
            part.tail = AtomicString(part.tail)
    parent.append(element)
    return element
