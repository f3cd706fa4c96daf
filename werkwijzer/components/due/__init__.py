"""`/// due`: one line on the home page about what is due for review; nothing when nothing is."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.render.environment import environment


def html(use: Use) -> str:
    return environment().get_template("components/due/web.html.j2").render()


COMPONENT = Component(name="due", html=html)
