"""Addresses that a page had before: `data/verhuisd.yml`. A build makes a page of each that leads on, which works on any host."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from werkwijzer.base.model import Value
from werkwijzer.base.source import Located, read_yaml
from werkwijzer.course.parse import parse

FILE = "data/verhuisd.yml"

DocsPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$")]


class Move(Value):
    """From an old path under `docs/` to the page that took its place."""

    old: DocsPath
    new: DocsPath


class Moves(Value):
    """`data/verhuisd.yml`."""

    moved: Annotated[tuple[Move, ...], Field(max_length=500)] = ()


def read_moves(root: Path) -> tuple[Moves, Located] | None:
    """What moved, with its lines; None where nothing ever did. Raises CourseError for a file that cannot be read."""
    if not (root / FILE).is_file():
        return None
    located = read_yaml(root / FILE, root)
    return parse(located, Moves), located
