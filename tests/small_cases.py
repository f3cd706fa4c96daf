"""Small branching cases, and every take of a self-scan."""

from __future__ import annotations

from itertools import product

from tests.node import run
from tests.sites import ROOT
from werkwijzer.base.source import read_yaml
from werkwijzer.components import case as cases
from werkwijzer.components import scan as scans
from werkwijzer.course.parse import parse


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


def read_scan(id_: str) -> scans.Scan:
    """A scan of the course."""
    return parse(read_yaml(ROOT / scans.FOLDER / f"{id_}.yml", ROOT), scans.Scan)


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


def profiles(scan: scans.Scan, takes: list[dict[str, str]]) -> list[dict[str, float]]:
    """Dimension → mean rating as a share of the highest value, for each take, by the rules that the page runs."""
    value = {one.id: one.value for one in scan.frequencies}
    rated = [
        [
            [one.dimension, value[take[f"{situation.id}--{one.id}"]]]
            for situation in scan.situations
            for one in situation.reactions
            if take.get(f"{situation.id}--{one.id}") in value
        ]
        for take in takes
    ]
    ids = [one.id for one in scan.dimensions]
    return run("components/scan/profile.js", "profileOf", [[ids, one, scan.most] for one in rated])


def advice(scan: scans.Scan, takes: list[dict[str, str]]) -> list[list[str]]:
    """The ids of what each take is told, by the rules that the page runs."""
    conditions = [[f"{id_}:{band}" for id_, band in one.when.items()] for one in scan.advice]
    told = run("components/scan/profile.js", "adviceFor", [[conditions, profile] for profile in profiles(scan, takes)])
    return [[scan.advice[index].id for index in indexes] for indexes in told]


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
