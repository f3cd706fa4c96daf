"""`/// uses`: on the page of sources, tells of each entry which chapters use it. The text in the Block says what the numbers are."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from werkwijzer.components import Component, Use
from werkwijzer.course.library import Library
from werkwijzer.render.pages import render


def html(use: Use) -> str:
    return render("components/uses/web")


def finish(library: Library, root: Element) -> Iterator[tuple[Element, str]]:
    """Behind each entry the chapters that use it."""
    using = library.using()
    for entry in root.iter():
        if chapters := using.get(entry.get("id", "")):
            yield entry, render("components/uses/used_by", chapters=chapters)


COMPONENT = Component("uses", html, element="div", takes_text=True, finish=finish)
