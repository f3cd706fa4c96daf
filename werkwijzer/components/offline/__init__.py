"""`/// offline`: what the browser keeps of the course itself, with buttons to keep it and to throw it away."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.render.pages import render


def html(use: Use) -> str:
    return render("components/offline/web")


COMPONENT = Component("offline", html, sheets=("offline",))
