"""The catalogue of interface words: `words.yml` and the `words.yml` of page components and question types, as a tree of strings."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import yaml

from werkwijzer.base.files import read_file

FOLDER = Path(__file__).parents[1]
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
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
    """The words in a file. Everything needs them, so a file that cannot be read ends the program, with its line and no traceback."""
    try:
        return yaml.load(read_file(path), Loader=_Loader) or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        text = read_file(path).split("\n")
        cause = "hier staan twee versies door elkaar" if any(part.startswith("<<<<<<< ") for part in text) else "dit is geen geldige YAML"
        sys.exit(f"{path.relative_to(FOLDER.parent).as_posix()}:{line}: {cause}\n  → Verbeter het bestand, en draai dan `make generate`.")
