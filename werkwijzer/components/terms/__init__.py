"""`<ww-terms>`: what the words of the trade mean that a page links to. No Block: it comes at the end of each page that has such links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from werkwijzer.components import Component, Use
from werkwijzer.course.library import Library
from werkwijzer.render.environment import environment

LINK = re.compile(r"(?:^|/)begrippen\.(?:md|html)#([\w-]+)$")


def html(use: Use) -> str:
    """The meanings of the terms whose ids the argument lists, space between; unknown ones are left out."""
    found = [term for id_ in use.argument.split() if (term := use.library.term(id_))]
    return environment().get_template("components/terms/web.html.j2").render(terms=found)


def finish(library: Library, root: Element) -> Iterator[tuple[Element, str]]:
    """Marks the links to terms, and puts what those terms mean at the end of the page."""
    found = dict.fromkeys(id_ for link in root.iter("a") if (id_ := _marked(link, library)))
    if found and (meanings := html(Use(library, " ".join(found)))):
        yield root, meanings


def _marked(link: Element, library: Library) -> str:
    """The term that a link leads to, which its class then says; "" for any other link."""
    match = LINK.search(link.get("href", ""))
    if not (match and library.term(match[1])):
        return ""
    link.set("class", f"{link.get('class', '')} ww-term".strip())
    return match[1]


COMPONENT = Component("terms", html, blocks=(), searched=False, finish=finish, joins="quiz")
