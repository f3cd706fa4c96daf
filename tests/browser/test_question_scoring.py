"""Answers earn the same in Python and in the browser: in the cases of each type, and in whatever hypothesis thinks of."""

from __future__ import annotations

import json
import unicodedata
from importlib import import_module

import pytest
import yaml
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.browser.questions import SCORED
from tests.responses import LETTERS, NUMBERS, PAIRS, TEXT, many, nearly
from werkwijzer.base.seen import as_seen
from werkwijzer.questions import FOLDERS, TYPES, scoring


def python_score(type_: str, key, response) -> list[int]:
    score = import_module(f"werkwijzer.questions.{type_}").score(key, response)
    return [score.points, score.of]


def browser_scores(page: Page, type_: str, pairs: list) -> list:
    scores = """([type, pairs]) => JSON.parse(pairs).map(([key, response]) => {
      const { points, of } = Werkwijzer.types[type].score(key, response);
      return [points, of];
    })"""
    return page.evaluate(scores, [type_, json.dumps(pairs)])


@pytest.mark.parametrize("type_", sorted(TYPES))
def test_scoring_cases(visit, type_):
    cases = yaml.safe_load((FOLDERS[type_] / "cases.yml").read_text("utf-8"))
    assert len(cases) >= 6
    pairs = [[case["key"], case["response"]] for case in cases]
    expected = [[case["points"], case["of"]] for case in cases]
    assert [python_score(type_, *pair) for pair in pairs] == expected
    assert browser_scores(visit("blank"), type_, pairs) == expected


@pytest.mark.parametrize("type_", SCORED)
def test_both_sides_score_alike(visit, type_):
    pairs = [list(pair) for pair in many(PAIRS[type_])]
    assert len(pairs) >= 300 or type_ in ("choice",)  # which has no more
    expected = [python_score(type_, *pair) for pair in pairs]
    wrong = [
        (pair, want, got)
        for pair, want, got in zip(pairs, expected, browser_scores(visit("blank"), type_, pairs), strict=True)
        if want != got
    ]
    assert not wrong, wrong[:3]
    assert len({points for points, _ in expected}) > 1, "the examples must tell right from wrong"


def differences(page: Page, script: str, inputs: list, expected: list) -> list:
    found = page.evaluate(f"inputs => JSON.parse(inputs).map({script})", json.dumps(inputs))
    return [(given, want, got) for given, want, got in zip(inputs, expected, found, strict=True) if want != got][:3]


def test_both_sides_read_text_alike(visit):
    inputs = [[text, case, accents] for text in many(TEXT | LETTERS, 600) for case in (False, True) for accents in (False, True)]
    expected = [scoring.normalise(text, case=case, accents=accents) for text, case, accents in inputs]
    assert not differences(
        visit("blank"), "([text, strict, accents]) => Werkwijzer.scoring.normalise(text, { case: strict, accents })", inputs, expected
    )


def test_every_combining_sign_alike(visit):
    inputs = [f"a{chr(code)}b" for code in range(0x300, 0x1F000) if unicodedata.category(chr(code)).startswith("M")]
    assert not differences(
        visit("blank"), "text => Werkwijzer.scoring.normalise(text)", inputs, [scoring.normalise(text) for text in inputs]
    )


def test_every_sign_seen_alike(visit):
    inputs = [f"a{chr(code)}b" for code in range(0x20000) if unicodedata.category(chr(code)) not in ("Cs", "Cn")] + [
        f"a{chr(code)}b" for code in range(0xE0000, 0xE1000)
    ]
    assert not differences(visit("blank"), "text => Werkwijzer.seen(text)", inputs, [as_seen(text) for text in inputs])


def test_both_sides_read_numbers_alike(visit):
    inputs = many(NUMBERS | TEXT, 600)
    expected = [scoring.readings(text) for text in inputs]
    assert sum(map(bool, expected)) > 150
    assert not differences(visit("blank"), "text => Werkwijzer.scoring.readings(text)", inputs, expected)


def test_both_sides_count_slips_alike(visit):
    inputs = [list(pair) for pair in many(nearly() | st.tuples(TEXT, TEXT), 500)]
    expected = [scoring.slips_between(*pair) for pair in inputs]
    assert not differences(visit("blank"), "pair => Werkwijzer.scoring.slipsBetween(...pair)", inputs, expected)
