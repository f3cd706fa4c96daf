"""`/// certificate`: a proof of participation that a reader prints. It says what was read and done in this browser, and claims no competence."""

from __future__ import annotations

from werkwijzer.components import Component, Use, on_screen_only
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import groups


def html(use: Use) -> str:
    """The proof, for a page at the top of `docs/`."""
    return environment().get_template("components/certificate/web.html.j2").render(groups=groups(use.library.course()))


COMPONENT = Component("certificate", html, on_screen_only)
