"""What an answer earns, asked of the modules that a page runs: the vectors of each type, and rules that hold for whatever hypothesis thinks of."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.node import run
from tests.responses import LETTERS, NUMBERS, PAIRS, TEXT, many, nearly, pairs
from werkwijzer.base.seen import as_seen
from werkwijzer.questions import FOLDERS, TYPES, typed

SCORED = sorted(name for name, type_ in TYPES.items() if type_.scored)
BY_ROW = ("match", "categorise", "cloze", "rank")
"""Types whose key and response are by row."""
SCORING = "browser/quiz/scoring.js"
NOTHING: list[Any] = [None, [], {}, "", 0, True, "a", ["a"], {"a": "a"}, {"a": None, "__proto__": "a"}, [None], {"verdict": [], "reason": {}}, 1e308]  # fmt: skip


def scores(type_: str, pairs: list) -> list[tuple[int, int]]:
    """Points earned and points to earn, for each key with a response."""
    found = run(f"questions/{type_}/page.js", "type.score", [list(pair) for pair in pairs])
    return [(score["points"], score["of"]) for score in found]


@pytest.mark.parametrize("type_", sorted(TYPES))
def test_scoring_cases(type_):
    cases = yaml.safe_load((FOLDERS[type_] / "cases.yml").read_text("utf-8"))
    assert len(cases) >= 6, f"{type_}/cases.yml holds {len(cases)}: right, wrong, partial, empty, unknown and odd ones make six"
    assert scores(type_, [(case["key"], case["response"]) for case in cases]) == [(case["points"], case["of"]) for case in cases]


def test_partial_credit():
    def earned(type_: str, key: Any, response: Any) -> tuple[int, int]:
        return scores(type_, [(key, response)])[0]

    assert earned("multiple", ["a", "b"], ["a", "c"]) == (0, 2)
    assert earned("multiple", ["a", "b"], ["a"]) == (1, 2)
    assert earned("multiple", ["a", "b"], ["a", "b", "c"]) == (1, 2)
    assert earned("multiple", ["a"], ["b", "c"]) == (0, 1), "never below 0"
    assert earned("truefalse", {"verdict": False, "reason": "x"}, {"verdict": False, "reason": "y"}) == (1, 2)
    assert earned("order", ["a", "b", "c", "d"], ["b", "a", "c", "d"]) == (2, 3)
    assert earned("order", ["a", "b", "c"], ["c", "b", "a"]) == (0, 2)
    assert earned("rank", {"a": [2, 3], "b": [0, 1], "c": [0, 0]}, {"a": "2", "b": "2", "c": "2"}) == (0, 3), (
        "two steps outside cost a point"
    )
    assert earned("match", {"a": "a", "b": "b"}, {"a": "a", "b": "x"}) == (1, 2)


@pytest.mark.parametrize("type_", SCORED)
def test_points_lie_between_nothing_and_all(type_):
    tried = many(pairs(type_))
    assert len(tried) >= 300 or type_ not in PAIRS or type_ == "choice"  # which has no more
    found = scores(type_, tried)
    assert all(isinstance(points, int) and 0 <= points <= of and of >= 1 for points, of in found)
    assert len({points for points, _ in found}) > 1, "the examples must tell right from wrong"


@pytest.mark.parametrize("type_", SCORED)
def test_what_can_be_earned_follows_from_the_key_alone(type_):
    tried = many(pairs(type_))
    assert [of for _, of in scores(type_, tried)] == [of for _, of in scores(type_, [(key, None) for key, _ in tried])]


@pytest.mark.parametrize("type_", SCORED)
def test_no_response_whatever_breaks_it(type_):
    """A stored answer may be anything."""
    keys = [key for key, _ in many(pairs(type_), 20)]
    found = scores(type_, [(key, response) for key in keys for response in NOTHING])
    assert all(0 <= points <= of for points, of in found)


@pytest.mark.parametrize("type_", BY_ROW)
def test_rows_that_the_key_lacks_and_rows_without_an_answer_earn_nothing(type_):
    tried = many(pairs(type_))
    more = [(key, {**response, "zz-9": "a"}) for key, response in tried]
    only = [(key, {row: given for row, given in response.items() if row in key}) for key, response in tried]
    assert scores(type_, tried) == scores(type_, more) == scores(type_, only)
    if type_ != "cloze":  # a gap of hypothesis may accept nothing at all
        assert {points for points, _ in scores(type_, [(key, {}) for key, _ in tried])} == {0}


@pytest.mark.parametrize("type_", [type_ for type_ in BY_ROW if type_ != "rank"])
def test_each_row_earns_for_itself(type_):
    tried = many(pairs(type_), 100)
    apart = [scores(type_, [({row: wanted}, response) for row, wanted in key.items()]) for key, response in tried]
    assert scores(type_, tried) == [(sum(points for points, _ in rows), sum(of for _, of in rows)) for rows in apart]


def test_a_judgement_earns_by_how_far_it_lies_outside_the_spread():
    spreads = [(low, high) for low in range(4) for high in range(low, 4)]
    within = {"sure": [0, 3], "sure-too": [0, 3]}
    steps = [(low, high, step) for low, high in spreads for step in range(4)]
    found = scores("rank", [({**within, "a": [low, high]}, {"sure": "0", "sure-too": "0", "a": str(step)}) for low, high, step in steps])
    outside = [max(low - step, step - high, 0) for low, high, step in steps]
    assert [points for points, _ in found] == [2 + {0: 1, 1: 0}.get(far, -1) for far in outside]


@given(st.lists(st.sampled_from("abcdef"), min_size=1, unique=True), st.lists(st.sampled_from("abcdefgh")))
def test_of_several_right_picks_count_and_wrong_picks_count_back(key, picked):
    [(points, of)] = scores("multiple", [(key, picked)])
    assert (points, of) == scores("multiple", [(key, [*reversed(picked), *picked])])[0], "neither order nor doubles"
    assert of == len(key) and points == max(0, len({*picked} & {*key}) - len({*picked} - {*key}))


@given(st.permutations("abcdef"))
def test_an_order_turned_around_has_every_pair_wrong(steps):
    assert scores("order", [(steps, steps), (steps, steps[::-1]), (steps, [])]) == [(5, 5), (0, 5), (0, 5)]


def test_both_sides_accept_alike():
    """Checks ask Python whether a near miss would count as right."""
    judged = many(pairs("short"), 600)
    expected = [typed.accepts(given, **{"accepted": key["accept"], **{name: key[name] for name in key if name != "accept"}}) for key, given in judged]  # fmt: skip
    assert scores("short", judged) == [(int(right), 1) for right in expected] and 100 < sum(expected) < 500


def differences(name: str, inputs: list, expected: list, module: str = SCORING) -> list:
    found = run(module, name, inputs)
    return [(asked, want, got) for asked, want, got in zip(inputs, expected, found, strict=True) if want != got][:3]


def test_both_sides_read_text_alike():
    inputs = [[text, {"case": case, "accents": accents}] for text in many(TEXT | LETTERS, 600) for case in (False, True) for accents in (False, True)]  # fmt: skip
    assert not differences("normalise", inputs, [typed.normalise(text, **strict) for text, strict in inputs])


def test_every_combining_sign_alike():
    inputs = [[f"a{chr(code)}b"] for code in range(0x300, 0x1F000) if unicodedata.category(chr(code)).startswith("M")]
    assert not differences("normalise", inputs, [typed.normalise(*text) for text in inputs])


def test_every_sign_seen_alike():
    known = [code for code in range(0x20000) if unicodedata.category(chr(code)) not in ("Cs", "Cn")]
    inputs = [[f"a{chr(code)}b"] for code in [*known, *range(0xE0000, 0xE1000)]]
    assert not differences("seen", inputs, [as_seen(*text) for text in inputs], "browser/base/seen.js")


def test_both_sides_count_slips_alike():
    inputs = [list(pair) for pair in many(nearly() | st.tuples(TEXT, TEXT), 500)]
    assert not differences("slipsBetween", inputs, [typed.slips_between(*pair) for pair in inputs])


# numbers


def readings(*texts: str) -> list[list[float]]:
    return run(SCORING, "readings", [[text] for text in texts])


@pytest.mark.parametrize(
    "said,numbers",
    [
        ("12,5", [12.5]), ("12.5", [12.5]), ("1.250,50", [1250.5]), ("1.250", [1250.0, 1.25]), ("1 250", [1250.0]), ("-3", [-3.0]),
        ("\u202d64\u202c", [64.0]), ("6\u200b4\ufeff", [64.0]), ("–3", [-3.0]), ("−3", [-3.0]), ("\u20113", [-3.0]), ("- 3 °C", [-3.0]), ("+3", [3.0]),
        ("4½", [4.5]), ("4 ½ uur", [4.5]), ("½", []), ("1⅓", []), ("1.250½", []), ("2 ¾ %", [2.75]), ("-1¼", [-1.25]), ("4,½", []), ("3-", []), ("3 –", []), ("3\u00ad-", []), ("3+", []), ("3-4", []), ("10²", []), ("5①", []), ("5,-", [5.0]), ("5,– euro", [5.0]), ("12 m²", [12.0]), ("-", []), ("½½", []),
        ("42,2 %", [42.2]), ("60 procent", [60.0]), ("12,5.", [12.5]), ("", []), ("veel", []), ("1,2,3", []), ("1e5", []), ("٣", [3.0]),
    ],
)  # fmt: skip
def test_numbers_as_people_type_them(said, numbers):
    assert readings(said) == [numbers]


def test_every_number_has_a_few_readings_and_what_is_none_has_none():
    texts = many(NUMBERS | TEXT, 600)
    found = readings(*texts)
    assert sum(map(bool, found)) > 150 and max(map(len, found)) == 2
    assert not [text for text, numbers in zip(texts, found, strict=True) if numbers and not any(unicodedata.category(sign) == "Nd" for sign in text)]  # fmt: skip


def test_tolerance():
    asked = [["4,5", 4.5, 0], ["4,55", 4.5, 0.05], ["4,56", 4.5, 0.05]]
    assert run(SCORING, "within", asked) == [True, True, False]


UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\ufe0f\ufeff\U000e0100"


def strewn(text: str, signs: str, places: list[int]) -> str:
    """`text` with signs put in it."""
    for sign, place in zip(signs, places, strict=False):
        text = text[: place % (len(text) + 1)] + sign + text[place % (len(text) + 1) :]
    return text


@given(
    st.one_of(st.text(max_size=15), st.from_regex(r"[-–−]?[0-9]{1,3}([.,][0-9]{1,3})?½? ?%?", fullmatch=True)),
    st.text(UNSEEN, max_size=6),
    st.lists(st.integers(0, 99), min_size=6, max_size=6),
)
def test_what_cannot_be_seen_does_not_count(text, signs, places):
    hidden, strict = strewn(text, signs, places), {"case": True, "accents": True}
    assert readings(hidden) == readings(text)
    asked = [[hidden, [text], strict], [text, [hidden], strict]]
    assert run(SCORING, "accepts", asked) == [True, True] == [typed.accepts(given, wanted, **strict) for given, wanted, strict in asked]
    assert typed.normalise(hidden) == typed.normalise(text)
