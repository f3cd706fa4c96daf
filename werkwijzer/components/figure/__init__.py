"""`/// figure | name.svg`: a drawing of `docs/assets/figuren/`. The text is its caption."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.components.drawings import drawing, target
from werkwijzer.render.pages import render


def html(use: Use) -> str:
    return render("components/figure/web", drawing=drawing(use))


COMPONENT = Component(
    "figure", html, element="figure", argument=True, takes_text=True, draws=True, ids=lambda course, argument: (), target=target
)
