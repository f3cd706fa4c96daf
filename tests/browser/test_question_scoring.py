"""Answers earn the same in Python and in the browser: in the cases of each type, and in whatever hypothesis thinks of."""

from __future__ import annotations

import json
import unicodedata
from importlib import import_module
from itertools import combinations

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.browser.questions import SCORED, site, visit  # noqa: F401
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


def many(strategy, count: int = 300) -> list:
    """`count` examples of a strategy, the same in every run."""
    found = []

    @settings(
        max_examples=count, database=None, derandomize=True, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(strategy)
    def collect(value):
        found.append(value)

    collect()
    return found


# Signs that this Python knows: a browser may know newer ones.
SIGNS = st.characters(exclude_categories=["Cs", "Cn", "Co"])
TEXT = st.text(SIGNS, max_size=12)
LETTERS = st.text(
    "abcdeéËüßİıΣσς’'‘“”„«»\"`´′–—−‑- .ijĳʼﬁ²½\u00ad\u200b\u202d\ufe0f\u0301\u0345\u0327\u00a0\u2003\ufeff\x1f\x85\n", max_size=14
)
NUMBERS = st.one_of(
    st.text("0123456789.,", max_size=12),
    st.text("0123456789.,-−–+ \u00a0\u2009%€x٣९𝟗½¼⅓²①\u200b\ufeff\x1c", max_size=14),
    st.from_regex(r"\A[-−–]?[0-9]{0,2} ?[½¾⅔]?[-–+]? ?(%|m²)?\Z"),
    st.from_regex(r"\A[-−+]?[0-9]{1,3}([.,][0-9]{3}){0,3}([.,][0-9]{1,3})?( ?(%|euro|m2))?\Z"),
)
IDS = st.sampled_from(["a", "b", "c", "d", "constructor", "x-1"])


@st.composite
def nearly(draw):
    """A text, and the same with a few letters changed."""
    text = draw(st.text("abcdefghijklé 😀", min_size=1, max_size=12))
    other = list(text)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(other)))
        match draw(st.sampled_from(["cut", "add", "swap"])):
            case "cut":
                del other[at : at + 1]
            case "add":
                other.insert(at, draw(st.sampled_from("abé😀")))
            case "swap":
                other[at : at + 2] = reversed(other[at : at + 2])
    return text, "".join(other)


@st.composite
def typed(draw):
    """How a text is judged, and a text."""
    text, other = draw(st.one_of(nearly(), st.tuples(LETTERS, LETTERS)))
    key = {"accept": [text, *draw(st.lists(LETTERS, max_size=2))]}
    key |= draw(st.fixed_dictionaries({}, optional={"slips": st.integers(0, 2), "case": st.booleans(), "accents": st.booleans()}))
    return key, draw(st.sampled_from([other, text, text.upper(), f" {other}. "]))


def rows(keys, values):
    return st.tuples(st.dictionaries(IDS, keys, min_size=1), st.dictionaries(IDS, values))


@st.composite
def gaps(draw):
    given = draw(st.dictionaries(IDS, st.one_of(typed(), st.tuples(IDS, IDS)), min_size=1))
    return {id_: key for id_, (key, _) in given.items()}, {id_: text for id_, (_, text) in given.items() if draw(st.integers(0, 5))}


def order_keys(steps):
    """Every step in its place, or some pairs of them."""
    pairs = st.lists(st.sampled_from([list(pair) for pair in combinations(steps, 2)]), min_size=1, unique_by=tuple)
    return st.just(steps) | pairs


PAIRS = {
    "choice": st.tuples(IDS, IDS),
    "multiple": st.tuples(st.lists(IDS, min_size=1, unique=True), st.lists(IDS)),
    "truefalse": st.tuples(
        st.fixed_dictionaries({"verdict": st.booleans(), "reason": st.none() | IDS}),
        st.fixed_dictionaries({"verdict": st.none() | st.booleans(), "reason": st.none() | IDS}),
    ),
    "order": st.permutations("abcdefgh").flatmap(
        lambda steps: st.tuples(order_keys(steps[:6]), st.permutations(steps) | st.lists(st.sampled_from("abcdefghij")))
    ),
    "match": rows(IDS, IDS),
    "categorise": rows(IDS, st.none() | IDS),
    "rank": rows(
        st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted), st.sampled_from(["0", "1", "2", "3", "", "4", "٣", " 1", "x", None])
    ),
    "cloze": gaps(),
    "short": typed(),
    "number": st.tuples(
        st.fixed_dictionaries({"answer": st.sampled_from([0, 1.25, 4.5, 1250, -3, 12]), "tolerance": st.sampled_from([0, 0.05, 10])}),
        NUMBERS,
    ),
}


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
