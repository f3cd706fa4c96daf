"""`/// stap | name.svg`: one step of an illustrated page for participants, a drawing beside the heading and the few sentences in the Block."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.components.drawings import drawing, target
from werkwijzer.render.pages import render


def html(use: Use) -> str:
    return render("components/step/web", drawing=drawing(use))


COMPONENT = Component(
    "step",
    html,
    element="section",
    blocks=("stap",),
    argument=True,
    takes_text=True,
    draws=True,
    ids=lambda course, argument: (),
    marker='class="ww-step"',
    target=target,
)
