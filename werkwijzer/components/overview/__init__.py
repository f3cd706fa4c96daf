"""`/// overview`: all modules and chapters, with progress."""

from __future__ import annotations

from werkwijzer.components import Component, Use, nothing
from werkwijzer.render.pages import groups, render


def html(use: Use) -> str:
    """The list, for a page at the top of `docs/`."""
    return render("components/overview/web", groups=groups(use.library.course()))


COMPONENT = Component("overview", html, nothing)
