"""What is done to a page when all its Blocks stand: what components add, and nothing left over."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from werkwijzer.base.outline import left_over
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.components import components
from werkwijzer.page.blocks import PageState
from werkwijzer.page.elements import graft


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

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            shown = "" if element.tag not in ("p", "li") or isinstance(element.text, AtomicString) else element.text or ""
            if said := left_over(shown):
                cause = f"`/// {said}` is als gewone tekst blijven staan"
                raise CourseError(
                    [Problem(Place("docs"), cause, "Klopt de naam, staat er iets achter |, en is elke optie vier spaties ingesprongen?")]
                )
