"""The group board in a browser: reports for it, and the figures that it shows."""

from __future__ import annotations

import json

from playwright.sync_api import Page

from tests import reports
from tests.browser.hostile import HASH
from tests.reports import person

CHAPTERS = ("introductie", "wat-is-een-groep", "keuze")
LOAD = "async (texts) => { const own = document.querySelector('ww-board'); await own.load(texts.map((text, index) => [`bestand ${index}`, text])); own.getBoundingClientRect(); return own.reports.size; }"
ADDRESS = "trainers/groep"


def group(count: int, chapters: tuple[str, ...] = CHAPTERS) -> list[dict]:
    """People of all kinds; every fifth has an older version of some question."""
    made = [person(seed, chapters=chapters, skill=0.3 + seed % 7 / 10) for seed in range(1, count + 1)]
    for report in made[::5]:
        for id_ in list(report["answers"])[:2]:
            report["answers"][id_]["hash"] = HASH
    return made


def load(page: Page, group: list[dict]) -> int:
    return page.evaluate(LOAD, [json.dumps(report) for report in group])


SUMS = "() => { const { sums } = document.querySelector('ww-board'); return JSON.parse(JSON.stringify(sums)); }"


def shown(page: Page) -> dict:
    """The board's figures in the form of `reports.figures`."""
    sums = page.evaluate(SUMS)
    counts = ("none", "busy", "done", "changed")
    return {
        "people": {one["id"]: one["states"] for one in sums["people"]},
        "goals": {f"{one['chapter']}/{one['id']}": {name: one[name] for name in ("points", "of", *counts)} for one in sums["goals"]},
        "questions": {one["id"]: {name: one[name] for name in ("tried", "right", "once", "attempts", "points", "changed", "sureWrong", "guessRight")} | {"misses": {miss["text"]: miss["count"] for miss in one["misses"]}} for one in sums["questions"]},
        "cases": {one["id"]: {ending["id"]: ending["count"] for ending in one["endings"]} | {"busy": one["busy"]} for one in sums["cases"]},
        "texts": {one["id"]: sorted((answer["name"], answer["text"]) for answer in one["answers"]) for one in sums["texts"]},
        "scans": next(({dimension["id"]: {value["word"]: value["count"] for value in dimension["spread"]} for dimension in one["dimensions"]} if one["dimensions"] else one["people"] for one in sums["scans"]), 0),
    }  # fmt: skip


def same(page: Page, group: list[dict], asked: list[str], about: str = "") -> None:
    """Every figure, one kind at a time, so that a difference can be read."""
    mine, theirs = reports.figures(group, asked, about), shown(page)
    for kind in mine:
        assert theirs[kind] == mine[kind], kind
