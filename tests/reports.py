"""Reports that people of this course might share, made up from the banks; and what a group of them adds up to, worked out here from
the files and the banks alone, so that the board's figures can be held against it."""

from __future__ import annotations

import base64
import json
import random
import zlib
from collections import Counter
from functools import cache
from typing import Any

from tests.browser.answers import answers_of, right, wrong
from tests.node import run
from tests.sites import ROOT
from tests.small_cases import read_scan
from werkwijzer.base.model import Question
from werkwijzer.components.case import case_ids, read_case
from werkwijzer.course.read import read_course
from werkwijzer.render.text import plain_text

NOW = 1_764_600_000_000
COURSE = read_course(ROOT)[0]
BANKS = {loaded.chapter.id: loaded.bank.bank for loaded in COURSE.chapters}
QUESTIONS = {question.id: (question, chapter) for chapter, bank in BANKS.items() for question in bank.asked}
CASES = {id_: read_case(ROOT, id_)[0] for id_ in case_ids(ROOT)}
SCAN = read_scan("stijl")
VALUES = {one.id: int(one.value) for one in SCAN.frequencies}
DIMENSIONS = [one.id for one in SCAN.dimensions]


# ---- Making them ----


def answer(question: Question, response: Any, *, attempts: int = 1, confidence: str | None = None) -> dict[str, Any]:
    """An answer as a report holds it, scored as the page does."""
    [score] = run(f"questions/{question.type_name}/page.js", "type.score", [[question.key(), response]])
    hash_ = BANKS[QUESTIONS[question.id][1]].hashes[question.id]
    held = None if question.typed else response
    return {
        "hash": hash_,
        "points": score["points"],
        "of": score["of"],
        "attempts": attempts,
        "hints": 0,
        "confidence": confidence,
        "response": held,
    }


def any_wrong(question: Question, dice: random.Random) -> Any:
    """One of the wrong answers."""
    any_of_them = getattr(answers_of(question.type_name), "any_wrong", None)
    return any_of_them(question, dice) if any_of_them else wrong(question)


def person(seed: int, *, chapters: tuple[str, ...] = tuple(BANKS), skill: float = 0.6, name: str = "") -> dict[str, Any]:
    """A report of somebody who did part of these chapters; the same for the same seed."""
    dice = random.Random(seed)
    made: dict[str, Any] = {
        "format": "werkwijzer-rapport",
        "v": 1,
        "course": "groepsgewijs",
        "at": NOW + seed,
        "id": f"{seed:016x}",
        "name": name or f"Deelnemer {seed}",
    }
    made |= {"chapters": {}, "answers": {}, "texts": {}, "scans": {}, "cases": {}}
    for chapter in chapters:
        _work(made, chapter, dice, skill)
    for case in dice.sample(sorted(CASES), k=dice.randint(0, len(CASES))):
        made["cases"][case] = {"ending": dice.choice(["", *(ending.id for ending in CASES[case].endings)]), "path": []}
    if dice.random() < 0.7:
        made["scans"][SCAN.id] = {dimension: round(dice.random() * 3, 2) for dimension in DIMENSIONS}
    return made


def _work(made: dict[str, Any], chapter: str, dice: random.Random, skill: float) -> None:
    bank = BANKS[chapter]
    part = dice.choice([0, 0.4, 1, 1])
    asked = [question for question in bank.asked if dice.random() < part]
    for question in asked:
        if question.scored:
            response = right(question) if dice.random() < skill else any_wrong(question, dice)
            made["answers"][question.id] = answer(
                question, response, attempts=dice.choice([1, 1, 2, 3]), confidence=dice.choice([None, "guess", "doubt", "sure"])
            )
        elif dice.random() < 0.5:
            made["texts"][question.id] = f"Dit schreef {made['name']} bij {question.id}."
    points = sum(made["answers"][question.id]["points"] for question in asked if question.scored)
    done = len(asked) == len(bank.asked) and points * 100 >= bank.pass_ * sum(question.points() for question in bank.asked)
    made["chapters"][chapter] = {"state": "done" if done else "busy" if asked else "none", "done": len(asked), "total": len(bank.asked)}


# ---- What they add up to, apart from the page ----


def figures(reports: list[dict[str, Any]], asked: list[str], about: str = "") -> dict[str, Any]:
    """`asked`: the items of the assignment with id `about`, or the chapters."""
    newest: dict[str, dict[str, Any]] = {}
    for report in reports:
        if report["id"] not in newest or report["at"] >= newest[report["id"]]["at"]:
            newest[report["id"]] = report
    group = list(newest.values())
    return {
        "people": {report["id"]: _person(report, asked, about) for report in group},
        "goals": dict(_goals(group)),
        "questions": {
            id_: found
            for id_, (question, _) in QUESTIONS.items()
            if question.scored and any((found := _question(question, group)).values())
        },
        "cases": {id_: _case(id_, group) for id_ in CASES if any(id_ in report["cases"] for report in group)},
        "texts": {
            id_: shared
            for id_ in QUESTIONS
            if (shared := sorted((report["name"], report["texts"][id_]) for report in group if id_ in report["texts"]))
        },
        "scans": _scans([report["scans"][SCAN.id] for report in group if SCAN.id in report["scans"]]),
    }


def is_current(question: Question, given: dict[str, Any] | None) -> bool:
    return bool(given) and given["hash"] == BANKS[QUESTIONS[question.id][1]].hashes[question.id]


def _person(report: dict[str, Any], asked: list[str], about: str) -> list[str]:
    return [_state(report, item, about) for item in asked]


def _state(report: dict[str, Any], item: str, about: str) -> str:
    kind, _, id_ = item.rpartition(":")
    elsewhere = "assignment" in report and report["assignment"]["id"] != about
    if kind == "scan":
        return "done" if id_ in report["scans"] else "unknown"
    if kind == "casus":
        kept = report["cases"].get(id_)
        return ("done" if kept["ending"] else "busy") if kept else "unknown" if elsewhere else "none"
    if kind == "vraag":
        question, given = QUESTIONS[id_][0], report["answers"].get(id_)
        if not question.scored:
            return "done" if id_ in report["texts"] else "unknown"
        return ("done" if is_current(question, given) else "changed") if given else "unknown" if elsewhere else "none"
    return _chapter_state(report, id_)


def _chapter_state(report: dict[str, Any], chapter: str) -> str:
    if chapter not in report["chapters"]:
        return "unknown"
    answers = {question: report["answers"].get(question.id) for question in BANKS[chapter].asked if question.scored}
    stale = any(given and not is_current(question, given) for question, given in answers.items())
    return "changed" if stale else report["chapters"][chapter]["state"]


def _goals(group: list[dict[str, Any]]):
    for loaded in COURSE.chapters:
        for goal in loaded.chapter.goals:
            asked = [question for question in BANKS[loaded.chapter.id].asked if question.scored and question.goal == goal.id]
            states = Counter()
            points = of = 0
            for report in group:
                given = [(question, report["answers"].get(question.id)) for question in asked]
                stands = [one for question, one in given if is_current(question, one)]
                mine = sum(one["points"] for one in stands)
                points, of = points + mine, of + sum(one["of"] for one in stands)
                if any(one and not is_current(question, one) for question, one in given):
                    states["changed"] += 1
                elif len(stands) == len(asked) and mine * 100 >= BANKS[loaded.chapter.id].pass_ * sum(
                    question.points() for question in asked
                ):
                    states["done"] += 1
                else:
                    states["busy" if stands else "none"] += 1
            if of or states["changed"]:
                yield (
                    f"{loaded.chapter.id}/{goal.id}",
                    {"points": points, "of": of, **{name: states[name] for name in ("none", "busy", "done", "changed")}},
                )


def _question(question: Question, group: list[dict[str, Any]]) -> dict[str, Any]:
    given = [report["answers"][question.id] for report in group if question.id in report["answers"]]
    tried = [one for one in given if is_current(question, one) and one["attempts"]]
    good = [one for one in tried if one["points"] == one["of"]]
    bad = [one for one in tried if one["points"] < one["of"]]
    return {
        "tried": len(tried), "right": len(good), "once": sum(one["attempts"] == 1 for one in good), "attempts": sum(one["attempts"] for one in tried),
        "points": sum(one["points"] for one in tried), "changed": sum(not is_current(question, one) for one in given),
        "sureWrong": sum(one["confidence"] == "sure" for one in bad), "guessRight": sum(one["confidence"] == "guess" for one in good),
        "misses": dict(Counter(text for one in bad for text in missed(question, one["response"]))),
    }  # fmt: skip


_plain = cache(plain_text)


def missed(question: Question, response: Any) -> list[str]:
    """What was chosen and is wrong, in words, read from the question itself."""
    missed_in = getattr(answers_of(question.type_name), "missed", None)
    return [_plain(text) for text in missed_in(question, response)] if missed_in else []


def _case(id_: str, group: list[dict[str, Any]]) -> dict[str, int]:
    endings = Counter(report["cases"][id_]["ending"] for report in group if id_ in report["cases"])
    return {ending.id: endings[ending.id] for ending in CASES[id_].endings} | {"busy": endings[""]}


def _scans(profiles: list[dict[str, float]]) -> Any:
    if len(profiles) < 5:
        return len(profiles)
    near = {
        dimension: Counter(
            min(VALUES, key=lambda word: (abs(VALUES[word] - profile[dimension]), VALUES[word]))
            for profile in profiles
            if dimension in profile
        )
        for dimension in DIMENSIONS
    }
    return {dimension: {word: near[dimension][word] for word in VALUES} for dimension in DIMENSIONS}


WEIGHINGS = {id_ for id_, (question, _) in QUESTIONS.items() if question.weighed}


def unpacked(code: str) -> dict:
    """What a report's code holds, read without the page."""
    body = code.split(".")[1]
    return json.loads(zlib.decompress(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), -15))
