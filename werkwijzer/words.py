"""The catalogue of interface words: `words.yml` as a tree of strings."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import yaml

Words = dict[str, dict[str, str]]


@cache
def words() -> Words:
    """Group → name → Dutch text, with {names} still to be filled in."""
    text = (Path(__file__).parent / "words.yml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def words_script() -> str:
    """The file `docs/assets/js/words.js`: the words that scripts say."""
    said = json.dumps(words()["page"], ensure_ascii=False, indent=2)
    return f'// Made from werkwijzer/words.yml by `make generate`. Change it there.\n(globalThis.Werkwijzer ??= {{}}).words = {said};\n'
