"""The texts of a start, from templates; nothing here touches the disk."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from werkwijzer.base.files import read_file
from werkwijzer.questions import FOLDERS as TYPES

TEMPLATES = Path(__file__).parent / "templates"
EXAMPLE = "voorbeeld"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def filled(template: str, **values: object) -> str:
    """The template of that name, filled in. Plain text: nothing of it is HTML."""
    return _environment().get_template(template).render(**values)


def question_text(type_: str, id_: str, goal: str, source: str, level: str = "") -> str:
    """A question of that type as an item of a bank: the type's own example under another id, goal and source."""
    text = read_file(TYPES[type_] / "example.yml")
    text = re.sub(r"^was:.*\n", "", text, flags=re.M)
    for key, value in (("id", id_), ("goal", goal), ("source", f'"#{source}"'), ("level", level)):
        text = re.sub(rf"^{key}:.*$", f"{key}: {value}", text, flags=re.M) if value else text
    lines = [f"    {line}" if line else "" for line in text.rstrip("\n").split("\n")]
    return "  - " + "\n".join(lines).lstrip() + "\n"


def bank_text(chapter: str, questions: list[str], depth: int) -> str:
    """A whole bank; `depth` counts the folders between it and `quizzes/`."""
    head = f"# yaml-language-server: $schema={'../' * depth}schema/bank.schema.json\nchapter: {chapter}\npass: 70\nquestions:\n"
    return head + "\n".join(questions)
