"""`<ww-terms>`: what the words of the trade mean that a page links to. No Block: `finishing.py` puts it at the end of each page that has such links."""

from __future__ import annotations

from werkwijzer.components import Component
from werkwijzer.course.library import Library
from werkwijzer.render.environment import environment


def html(library: Library, argument: str) -> str:
    """The meanings of the terms whose ids `argument` lists, space between; unknown ones are left out."""
    found = [term for id_ in argument.split() if (term := library.term(id_))]
    return environment().get_template("components/terms/web.html.j2").render(terms=found)


COMPONENT = Component("terms", html, written=False)
