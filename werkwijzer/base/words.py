"""The catalogue of interface words: `words.yml` and the `words.yml` of page components and question types, as a tree of strings."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from werkwijzer.base.files import read_file
from werkwijzer.base.parts import part_folders

FOLDER = Path(__file__).parents[1]
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Words = dict[str, dict[str, str]]


@cache
def words() -> Words:
    """Group → name → Dutch text, with {names} still to be filled in.

    Of a part: `html:` is the group of its name, `page:` what its script says, `nouns:` joins the group `noun`, and `kind:` (of a
    question type) stands under its name in the group `kind`.
    """
    said: Words = {"kind": {}, **_read(FOLDER / "words.yml")}
    for name, folder in [*part_folders("components").items(), *part_folders("questions").items()]:
        own = _read(folder / "words.yml") if (folder / "words.yml").is_file() else None
        if own is not None:
            said[name] = own.get("html") or {}
            said[page_group(name)] = own.get("page") or {}
            said["noun"] |= own.get("nouns") or {}
            said["kind"] |= {name: own["kind"]} if own.get("kind") else {}
    return said


def page_group(name: str) -> str:
    """The group of words that the script of a component or question type brings."""
    return f"page_{name}"


def _read(path: Path) -> dict[str, Any]:
    """The words in a file. Everything needs them, so a file that cannot be read ends the program, with its line and no traceback."""
    try:
        return yaml.load(read_file(path), Loader=_Loader) or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        text = read_file(path).split("\n")
        cause = "hier staan twee versies door elkaar" if any(part.startswith("<<<<<<< ") for part in text) else "dit is geen geldige YAML"
        shown = path.relative_to(FOLDER.parent) if path.is_relative_to(FOLDER.parent) else path
        sys.exit(f"{shown.as_posix()}:{line}: {cause}\n  → Verbeter het bestand, en draai dan `make generate`.")
