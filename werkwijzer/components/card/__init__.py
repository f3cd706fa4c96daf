"""`/// situatie | Titel` and the other cards: text of one kind, with its label and title. The kinds stand in `words.yml`."""

from __future__ import annotations

from werkwijzer.base.words import words
from werkwijzer.components import Component, Use
from werkwijzer.render.pages import render


def html(use: Use) -> str:
    return render("components/card/web", kind=use.block, title=use.argument)


def paper(use: Use) -> str:
    """Without a name that is read aloud: the label is text already."""
    return render("components/card/web", kind=use.block, title="")


COMPONENT = Component("card", html, paper, element="section", blocks=tuple(words()["card"]), argument=True, takes_text=True)
