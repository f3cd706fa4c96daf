"""The Blocks that a page can hold: one for each name that a page component gives. Knows none of them by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import ClassVar
from xml.etree.ElementTree import Element

from pymdownx.blocks.block import Block, type_boolean, type_string_in

from werkwijzer.base.taken import answer
from werkwijzer.components import Component, Medium, Use, by_block
from werkwijzer.course.library import Library
from werkwijzer.page.elements import graft, insert


class PageState:
    """What the Blocks of one page share: where banks come from, for which medium the page is, and what stands on it already.

    `dress` gives a drawing the looks of the medium.
    """

    def __init__(self, library: Library, medium: Medium = "page", dress: Callable[[str], str] = str):
        self.library, self.medium, self.dress = library, medium, dress
        self.placed: set[str] = set()
        self.stand: set[str] = set()

    def clear(self) -> None:
        """For the next page."""
        self.placed.clear()
        self.stand.clear()

    def html(self, component: Component, use: Use) -> str:
        """What the component shows in this medium."""
        self.stand.add(component.name)
        make = component.html_in(self.medium)
        html = answer(component.name, use.argument, lambda: make(use)) if component.is_answer else make(use)
        return self.dress(html) if component.draws else html


class ComponentBlock(Block):
    """A Block whose HTML a component makes; what stands in it goes where that HTML has a place for it, if it has one."""

    component: ClassVar[Component]

    def on_create(self, parent: Element) -> Element:
        page: PageState = self.config["page"]
        html = page.html(self.component, Use(page.library, self.argument or "", self.NAME, self.options, page.placed))
        if not html:
            return parent
        return self._filled(graft(html, parent)) if self.component.takes_text else insert(html, parent, self.md)

    def _filled(self, element: Element) -> Element:
        """Puts the argument in its place; the place for the text."""
        places = {part.attrib.pop("slot"): part for part in element.iter() if "slot" in part.attrib}
        if "argument" in places:
            places["argument"].text = self.argument
        return places["text"]

    def on_markdown(self) -> str:
        return "block" if self.component.takes_text else "raw"


@cache
def all_blocks() -> tuple[type[ComponentBlock], ...]:
    """Every Block that a page may hold."""
    return tuple(_block(name, component) for name, component in by_block().items())


def _block(name: str, component: Component) -> type[ComponentBlock]:
    options = {
        option: [False, type_boolean] if values is bool else [values[0], type_string_in(values)]
        for option, values in component.options.items()
    }
    argument = True if component.argument else None  # an author who writes too much hears of it from the checks
    return type(name.title(), (ComponentBlock,), {"NAME": name, "ARGUMENT": argument, "OPTIONS": options, "component": component})
