"""HTML of templates as part of the tree that Python-Markdown builds."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from html import escape, unescape
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

SVG = "{http://www.w3.org/2000/svg}"
_TAG = re.compile(r"(?P<itself><(?P<closes>/?)(?P<name>[\w-]+)[^>]*?(?P<empty>/?)>)\s*(?:(?=<(?P<next>[\w-]*)))?")
STAND_IN = "ww-stand-in"
_PLACED = r'(?!#|[a-z][a-z0-9+.-]*:)[^"]*'
_PLACED_LINK = re.compile(rf'\s(?:href|src)="{_PLACED}"')
_HEADING = re.compile(r"<h([1-6])\b.*?</h\1>", re.S)
_OWN_ID = re.compile(r'<ww-[a-z]+ [^>]*?\bid="(?P<id>[a-z0-9-]+)"')
_SEEN = re.compile(
    rf'<h(?P<level>[1-6])\b(?P<own>[^>]*)>(?P<text>.*?)</h(?P=level)>|(?P<before><(?P<tag>a|img)\b[^>]*?\s(?P<key>href|src)=")(?P<url>{_PLACED})(?=")|\bid="(?P<id>[^"]+)"',
    re.S,
)


def insert(html: str, parent: ElementTree.Element, md: Markdown) -> ElementTree.Element:
    """`html` as the last child of `parent`, as it is: most of a page is spared all that is done to each of its elements."""
    if any(_PLACED_LINK.search(heading[0]) for heading in _HEADING.finditer(html)):
        return graft(html, parent)
    stored = md.treeprocessors[Stored.NAME]
    assert isinstance(stored, Stored)
    return stored.insert(html, parent)


@dataclass
class _Piece:
    """Stored HTML, cut where something stands in for a part of it: `parts` are texts and what gives a text when the engine is done."""

    index: int
    holder: ElementTree.Element
    parts: list[str | Callable[[], str]] = field(default_factory=list)


class Stored(Treeprocessor):
    """HTML that is kept out of the tree. In its place stand its links, which the engine rewrites and checks, its ids, to which one can link,
    and its headings, which get an id and stand in the list of the page's contents; when that is done, they go back where they belong."""

    NAME, PRIORITY = "werkwijzer-stored", -1
    """After everything that engines do."""

    def __init__(self, md: Markdown):
        super().__init__(md)
        self.pieces: list[_Piece] = []

    def insert(self, html: str, parent: ElementTree.Element) -> ElementTree.Element:
        holder = ElementTree.SubElement(parent, "p")  # a paragraph that holds nothing else gives way to what is stored
        holder.text = self.md.htmlStash.store(html)
        if _PLACED_LINK.search(html):
            self.pieces.append(self._cut(html, _Piece(self.md.htmlStash.html_counter - 1, holder)))
        else:
            self.pieces.append(_Piece(-1, holder))
            for match in _OWN_ID.finditer(html):
                ElementTree.SubElement(holder, STAND_IN, {"id": match["id"]})
        return holder

    def _cut(self, html: str, piece: _Piece) -> _Piece:
        end, html = 0, spaced(html, set(self.md.block_level_elements))
        for match in _SEEN.finditer(html):
            piece.parts += (html[end : match.start()], self._stand_in(match, piece.holder))
            end = match.end()
        piece.parts.append(html[end:])
        return piece

    def _stand_in(self, match: re.Match[str], holder: ElementTree.Element) -> str | Callable[[], str]:
        """Puts an element in the tree for what was found; what comes of that afterwards."""
        if match["level"]:
            heading = graft(match[0], holder)
            return (
                match[0]
                if "id" in heading.attrib
                else lambda: f'<h{match["level"]} id="{heading.get("id")}"{match["own"]}>{match["text"]}</h{match["level"]}>'
            )
        if match["tag"]:
            link = ElementTree.SubElement(holder, match["tag"], {match["key"]: unescape(match["url"])})
            return lambda: match["before"] + escape(link.get(match["key"], ""))
        ElementTree.SubElement(holder, STAND_IN, {"id": match["id"]})
        return match[0]

    def run(self, root: ElementTree.Element) -> None:
        for piece in self.pieces:
            if piece.parts:
                self.md.htmlStash.rawHtmlBlocks[piece.index] = "".join(part if isinstance(part, str) else part() for part in piece.parts)
            for stand_in in list(piece.holder):
                piece.holder.remove(stand_in)
        self.pieces.clear()


def spaced(html: str, blocks: Container[str]) -> str:
    """`html` with its blocks on lines of their own, as Python-Markdown writes what it can see: without, search would read the last word of one
    block and the first of the next as one word."""
    within = 0  # something that is no block, whose inside stays as it is

    def line(match: re.Match[str]) -> str:
        nonlocal within
        name, closes = match["name"], bool(match["closes"] or match["empty"])
        block = name in blocks and name != "pre"
        if not block and not match["empty"]:
            within += -1 if closes else 1
        ends = match["next"] is not None if closes else match["next"] in blocks
        return f"{match['itself']}\n" if ends and not within and name in blocks else match[0]

    return _TAG.sub(line, html)


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
