"""`/// review`: the questions that are due again, with a way to each in its chapter. When: `browser/planning/rules.js`."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.render.environment import environment


def html(use: Use) -> str:
    chapters = [loaded for loaded in use.library.course().chapters if loaded.bank]
    return environment().get_template("components/review/web.html.j2").render(chapters=chapters)


COMPONENT = Component(name="review", html=html)
