"""`/// proof`: what participants can show of their work, with links to the pages that this course has for it."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.components.training import has_page
from werkwijzer.render.environment import environment

PAGES = {"certificate": "afsluiting.md", "written": "voortgang.md", "report": "rapport.md"}
"""What can be shown → the page where it is made."""


def html(use: Use) -> str:
    """The list, for a page one folder deep."""
    course = use.library.course()
    found = [(name, f"../{path}") for name, path in PAGES.items() if has_page(course, path)]
    return environment().get_template("components/proof/web.html.j2").render(found=found)


COMPONENT = Component("proof", html)
