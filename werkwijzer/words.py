"""The catalogue of interface words: `words.yml` and the `words.yml` of page components and question types, as a tree of strings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from werkwijzer.files import read_file

FOLDER = Path(__file__).parent
Words = dict[str, dict[str, str]]


@cache
def words() -> Words:
    """Group → name → Dutch text, with {names} still to be filled in."""
    said = _read(FOLDER / "words.yml")
    for path in sorted([*FOLDER.glob("components/*/words.yml"), *FOLDER.glob("questions/*/words.yml")]):
        own = _read(path)
        said[path.parent.name] = own.get("html") or {}
        said[page_group(path.parent.name)] = own.get("page") or {}
    return said


def page_group(name: str) -> str:
    """The group of words that the script of a component or question type brings."""
    return f"page_{name}"


def _read(path: Path) -> Words:
    return yaml.load(read_file(path), Loader=yaml.BaseLoader)

