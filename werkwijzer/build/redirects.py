"""Pages at old addresses in a built site: with a script they lead on at once, fragment and all, without one after a moment, and in words."""

from __future__ import annotations

from pathlib import Path
from posixpath import relpath

from werkwijzer.base.files import write_file
from werkwijzer.course.moved import Move, read_moves
from werkwijzer.render.environment import environment

MARK = "ww-moved"
"""The name of the `meta` by which such a page is known; offline editions leave those out, for nobody has an old link into them."""


def write_redirects(root: Path, site: Path) -> list[str]:
    """Writes a page in `site` for every move of the course; their paths."""
    found = read_moves(root)
    moves = found[0].moved if found else ()
    return [_write(site, move) for move in moves]


def address(path: str) -> str:
    """Where a page of `docs/` stands in a site: `a/b.md` → `a/b/`, `a/index.md` → `a/`."""
    stem = path.removesuffix(".md")
    return f"{stem}/" if stem.rpartition("/")[2] != "index" else stem.removesuffix("index")


def redirect_html(move: Move) -> str:
    """The page at the old address."""
    folder = address(move.old)
    return (
        environment()
        .get_template("moved.html.j2")
        .render(to=f"{relpath(address(move.new) or '.', folder)}/", base=f"{relpath('.', folder)}/", mark=MARK)
    )


def _write(site: Path, move: Move) -> str:
    path = site / address(move.old) / "index.html"
    write_file(path, redirect_html(move))
    return path.relative_to(site).as_posix()
