"""`<ww-terms>`: what the words of the trade mean that a page links to. No Block: `finishing.py` puts it at the end of each page that has such links."""

from __future__ import annotations

from werkwijzer.components import Component
from werkwijzer.course.library import Library
from werkwijzer.render.environment import environment


def html(library: Library, argument: str) -> str:
    """The meanings of the terms whose ids `argument` lists, space between; unknown ones are left out."""
    known = library.terms()
    found = [known[id_] for id_ in argument.split() if id_ in known]
    return environment().get_template("components/terms/web.html.j2").render(terms=found)


COMPONENT = Component("terms", html, written=False)
