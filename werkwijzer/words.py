"""The catalogue of interface words: `words.yml` as a tree of strings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

Words = dict[str, dict[str, str]]


@cache
def words() -> Words:
    """Group → name → Dutch text, with {names} still to be filled in."""
    text = (Path(__file__).parent / "words.yml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)

