"""What is done to a page when all its Blocks stand: what components add, and nothing left over."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.components import components
from werkwijzer.page.blocks import PageState
from werkwijzer.page.elements import STAND_IN, graft


class Finishing(Treeprocessor):
    """Lets components add to the page: those that stand on it, and those that are no Block."""

    def __init__(self, md: Markdown, page: PageState):
        super().__init__(md)
        self.page = page

    def run(self, root: ElementTree.Element) -> None:
        for component in components().values():
            if component.finish and (not component.names or component.name in self.page.stand):
                for element, html in list(component.finish(self.page.library, root)):
                    graft(html, element)


class Leftovers(Treeprocessor):
    """Stops a build in which a Block of ours came out as text: a typing error would otherwise reach readers."""

    LEFT = re.compile(r"^\s*/{3,}\s*(\w+.*)")

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            match = (
                self.LEFT.match(element.text or "") if element.tag in ("p", "li") and not isinstance(element.text, AtomicString) else None
            )
            if match:
                cause = f"`/// {match[1].splitlines()[0]}` is als gewone tekst blijven staan"
                raise CourseError(
                    [Problem(Place("docs"), cause, "Klopt de naam, staat er iets achter |, en is elke optie vier spaties ingesprongen?")]
                )


class StandIns(Treeprocessor):
    """Takes out what stood in for elements in stored HTML: an engine that checks links had to see that they can be linked to."""

    def run(self, root: ElementTree.Element) -> None:
        for holder in root.iter("p"):
            for stand_in in holder.findall(STAND_IN):
                holder.remove(stand_in)
