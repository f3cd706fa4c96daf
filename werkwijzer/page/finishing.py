"""What is done to a page when all its Blocks stand: sources with the chapters that use them, terms with their meaning, nothing left over."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.components import components
from werkwijzer.course.library import Library
from werkwijzer.page.blocks import PageState
from werkwijzer.page.elements import graft
from werkwijzer.render import pages


class UsedBy(Treeprocessor):
    """Puts behind each source the chapters that use it, where the page asks for it with `/// uses`."""

    def __init__(self, md: Markdown, page: PageState):
        super().__init__(md)
        self.page = page

    def run(self, root):
        if not self.page.lists_uses:
            return
        using = self.page.library.using()
        for entry in root.iter():
            if chapters := using.get(entry.get("id", "")):
                graft(pages.render("used_by", chapters=chapters), entry)


class Terms(Treeprocessor):
    """Marks links to terms of the glossary, and puts what those terms mean at the end of the page."""

    LINK = re.compile(r"(?:^|/)begrippen\.(?:md|html)#([\w-]+)$")

    def __init__(self, md: Markdown, library: Library):
        super().__init__(md)
        self.library = library

    def run(self, root):
        found = dict.fromkeys(match[1] for link in root.iter("a") if (match := self.mark(link)))
        if html := found and components()["terms"].html(self.library, " ".join(found)):
            graft(html, root)

    def mark(self, link: ElementTree.Element) -> re.Match[str] | None:
        match = self.LINK.search(link.get("href", ""))
        if match and self.library.term(match[1]):
            link.set("class", f"{link.get('class', '')} ww-term".strip())
            return match
        return None


class Leftovers(Treeprocessor):
    """Stops a build in which a Block of ours came out as text: a typing error would otherwise reach readers."""

    LEFT = re.compile(r"^\s*/{3,}\s*(\w+.*)")

    def run(self, root):
        for element in root.iter():
            match = (
                self.LEFT.match(element.text or "") if element.tag in ("p", "li") and not isinstance(element.text, AtomicString) else None
            )
            if match:
                cause = f"`/// {match[1].splitlines()[0]}` is als gewone tekst blijven staan"
                raise CourseError(
                    [Problem(Place("docs"), cause, "Klopt de naam, staat er iets achter |, en is elke optie vier spaties ingesprongen?")]
                )
