"""Small branching cases, and every take of a self-scan."""

from __future__ import annotations

from itertools import product

from werkwijzer.components import case as cases
from werkwijzer.components import scan as scans


def choice(id_: str, to: str, **effects: int) -> dict:
    return {
        "id": id_,
        "text": id_,
        "effects": effects,
        "now": "n",
        "later": "l",
        "group": "g",
        "weight": 2,
        "spread": [1, 3],
        "why": "w",
        "to": to,
    }


def step(id_: str, *choices: dict) -> dict:
    return {"id": id_, "title": id_, "text": id_, "choices": list(choices)}


def ending(id_: str, **when: int) -> dict:
    return {"id": id_, "title": id_, "text": id_, "advice": "a", "reread": ["a#b"]} | ({"when": when} if when else {})


def small(**changes) -> cases.Case:
    value = {
        "id": "x",
        "title": "X",
        "chapter": "y",
        "minutes": 10,
        "description": "Een casus om mee te proberen of de regels doen wat ze beloven.",
        "scene": "s",
        "start": "een",
        "steps": [
            step("een", choice("a", "twee", trust=1), choice("b", "drie")),
            step("twee", choice("c", "drie"), choice("d", "end")),
            step("drie", choice("e", "end", goal=2), choice("f", "end")),
        ],
        "endings": [ending("samen", trust=1, goal=2), ending("goed", trust=1), ending("anders")],
    }
    return cases.Case.model_validate(value | changes)


def causes(case: cases.Case) -> str:
    return " | ".join(cause for _, cause, _ in cases.flaws(case))


def every_take(scan: scans.Scan):
    """A take for each combination of low, middle and high per dimension; in the middle two ratings take turns."""
    ids = [one.id for one in sorted(scan.frequencies, key=lambda one: one.value)]
    bands = ([ids[0]], ids[1:3], [ids[-1]])
    for picked in product(bands, repeat=len(scan.dimensions)):
        rating = dict(zip([one.id for one in scan.dimensions], picked, strict=True))
        yield {
            f"{situation.id}--{one.id}": rating[one.dimension][i % len(rating[one.dimension])]
            for i, situation in enumerate(scan.situations)
            for one in situation.reactions
        }


FLAGS = {"gebeld": "je hebt gebeld"}


def called(**changes) -> cases.Case:
    """One who calls at step een may say so at step drie, and ends elsewhere than one who did not."""
    value = {
        "flags": FLAGS,
        "steps": [
            step("een", choice("a", "twee") | {"sets": ["gebeld"]}, choice("b", "drie")),
            step("twee", choice("c", "drie"), choice("d", "end")) | {"claims": ["gebeld"]},
            step(
                "drie",
                choice("e", "end"),
                choice("f", "end"),
                choice("vertellen", "end") | {"needs": ["gebeld"]},
                choice("zwijgen", "end") | {"without": ["gebeld"]},
            )
            | {"also": [{"needs": ["gebeld"], "text": "Je belde."}, {"without": ["gebeld"], "text": "Je belde niet."}]},
        ],
        "endings": [ending("gezien") | {"needs": ["gebeld"], "claims": ["gebeld"]}, ending("anders") | {"denies": ["gebeld"]}],
    }
    return small(**(value | changes))
