"""`/// brief | Titel`: a sample letter on its own sheet, which a reader can copy or print without the page around it."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.render.pages import render


def html(use: Use) -> str:
    return render("components/letter/web", title=use.argument)


COMPONENT = Component("letter", html, blocks=("brief",), argument=True, takes_text=True)
