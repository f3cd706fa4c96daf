"""The stylesheet of printed documents: faces from packages, colours from the site, the rest from `book.css`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from werkwijzer.base.files import read_file
from werkwijzer.export.figures import palette
from werkwijzer.export.templates import render
from werkwijzer.export.typeface import faces

BOOK = Path(__file__).parent / "book.css"


@cache
def stylesheet() -> str:
    """CSS with the colours filled in. The faces stand apart, in `faces_css`."""
    css = read_file(BOOK)
    for name, value in palette().items():
        css = css.replace(f"var({name})", value).replace(f"'%23{name.removeprefix('--ww-')};'", f"'%23{value[1:]}'")
    return css


@cache
def faces_css() -> str:
    """`@font-face` rules for this machine."""
    return render("faces", faces=[(family, weight, style, path.as_uri()) for (family, weight, style), path in faces().items()])
