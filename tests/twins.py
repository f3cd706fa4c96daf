"""A small course in which a question has a twin, that asks again afterwards."""

from __future__ import annotations

from tests import course
from werkwijzer.base.source import parse_yaml
from werkwijzer.course.bank import Bank
from werkwijzer.course.parse import parse

TWIN = """  - id: tweeling
    parallel: voorbeeld-choice
    type: choice
    goal: {goal}
    level: apply
    source: "#kop"
    prompt: Wat gebeurde er hier?
    options:
      - {{id: a, text: Dit., correct: true}}
      - {{id: b, text: Dat., feedback: Dat kan later.}}
    explanation: Zo is het.
"""
GOAL = parse(parse_yaml(course.BANK, "bank.yml"), Bank).by_id["voorbeeld-choice"][1].goal
AFTER = "\n/// aftertest | 1-deel/voorbeeld\n///\n"


def made(folder, added: str = TWIN.format(goal=GOAL), page: str = AFTER):
    """The small course with these questions more, and a page that measures again."""
    course.make(folder, bank=course.BANK + added)
    course.write(folder / "docs/klaar.md", f"Klaar.\n{page}")
    return folder
