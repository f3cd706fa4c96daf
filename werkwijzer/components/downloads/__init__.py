"""`/// downloads`: the files to take along; a build that publishes them puts them here, see `build/downloads.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from werkwijzer.components import Component, Use
from werkwijzer.render.pages import render

PLACE = re.compile(r"<ww-downloads\b.*?</ww-downloads>", re.S)
"""Where the list stands on a page."""


def html(use: Use) -> str:
    return list_html()


def list_html(ready: Sequence[Any] = (), folder: str = "") -> str:
    """The list of what stands ready: name, title, kind and amount of each. `folder` is the way to them from the page."""
    return render("components/downloads/web", ready=ready, folder=folder)


COMPONENT = Component("downloads", html, sheets=("offline",))
