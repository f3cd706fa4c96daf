"""Scoring, hashes and reading of typed text, as pure functions. What a type's `cases.yml` says holds here and in the browser."""

from __future__ import annotations

from importlib import import_module
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests import course
from werkwijzer.base.source import parse_yaml, read_yaml
from werkwijzer.course.bank import Bank, bank_schema, meaning_hash
from werkwijzer.course.parse import parse
from werkwijzer.questions import FOLDERS, TYPES
from werkwijzer.questions.number import NearNumber
from werkwijzer.questions.scoring import Score, accepts, normalise, readings, slips_between, within
from werkwijzer.render.view import QuestionView, shuffled
from werkwijzer.render.web import question_html

CASES = [(name, case) for name in TYPES for case in yaml.safe_load((FOLDERS[name] / "cases.yml").read_text("utf-8"))]
EXAMPLES = {name: parse(read_yaml(FOLDERS[name] / "example.yml", FOLDERS[name]), TYPES[name]) for name in TYPES}


def score(name: str, key, response) -> Score:
    return import_module(f"werkwijzer.questions.{name}").score(key, response)


@pytest.mark.parametrize("name,case", CASES, ids=lambda value: value if isinstance(value, str) else None)
def test_case(name, case):
    assert score(name, case["key"], case["response"]) == Score(case["points"], case["of"])


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_complete(name):
    folder = FOLDERS[name]
    assert {path.name for path in folder.iterdir()} >= {
        "__init__.py",
        "web.html.j2",
        "paper.html.j2",
        "page.js",
        "example.yml",
        "cases.yml",
    }
    assert len([case for case in CASES if case[0] == name]) >= 4 or not TYPES[name].scored
    assert list(EXAMPLES[name].flaws()) == []


@pytest.mark.parametrize("name", [name for name, type_ in TYPES.items() if type_.scored])
def test_the_right_answer_earns_all_points(name):
    question = EXAMPLES[name]
    right = {
        "cloze": lambda key: {gap: wanted if isinstance(wanted, str) else wanted["accept"][0] for gap, wanted in key.items()},
        "short": lambda key: key["accept"][0],
        "number": lambda key: str(key["answer"]),
        "rank": lambda key: {option: str(high) for option, (_, high) in key.items()},
    }.get(name, lambda key: key)(question.key())
    earned = score(name, question.key(), right)
    assert earned.points == earned.of == question.points() and earned.state == "right"


def test_partial_credit():
    assert score("multiple", ["a", "b"], ["a", "c"]) == Score(0, 2)
    assert score("multiple", ["a", "b"], ["a"]) == Score(1, 2)
    assert score("multiple", ["a", "b"], ["a", "b", "c"]) == Score(1, 2)
    assert score("multiple", ["a"], ["b", "c"]) == Score(0, 1), "never below 0"
    assert score("truefalse", {"verdict": False, "reason": "x"}, {"verdict": False, "reason": "y"}) == Score(1, 2)
    assert score("order", ["a", "b", "c", "d"], ["b", "a", "c", "d"]) == Score(2, 3)
    assert score("order", ["a", "b", "c"], ["c", "b", "a"]) == Score(0, 2)
    assert score("rank", {"a": [2, 3], "b": [0, 1], "c": [0, 0]}, {"a": "2", "b": "2", "c": "2"}) == Score(0, 3), (
        "two steps outside cost a point"
    )
    assert score("match", {"a": "a", "b": "b"}, {"a": "a", "b": "x"}) == Score(1, 2)


# what a question means


def bank(text: str = course.BANK) -> Bank:
    return parse(parse_yaml(text, "bank.yml"), Bank)


HASHES = bank().hashes


@pytest.mark.parametrize(
    "old,new",
    [
        ("Motivatie zie je niet", "Motivatie merk je niet"),
        ("een **norm** geworden", "een *norm* geworden"),
        ("dat mensen op elkaar reageren?", "dat mensen *op elkaar* reageren?"),
        ("level: apply", "level: create"),
        ("Let op wat er niet gebeurt", "Kijk naar wat er niet gebeurt"),
        ("Een norm ontstaat door", "Normen ontstaan door"),
    ],
)
def test_what_changes_no_meaning_keeps_every_hash(old, new):
    assert old in course.BANK and bank(course.BANK.replace(old, new, 1)).hashes == HASHES


@pytest.mark.parametrize(
    "old,new,changed",
    [
        ("Wat is hier gebeurd?", "Wat gebeurt hier straks?", "voorbeeld-choice"),
        ("De groep verzet zich tegen de begeleider.", "De groep verzet zich tegen elkaar.", "voorbeeld-choice"),
        ("answer: false", "answer: true", "voorbeeld-truefalse"),
        ("tolerance: 0.05", "tolerance: 0.5", "voorbeeld-number"),
        ("accept: [universaliteit]", "accept: [universaliteit, algemeenheid]", "voorbeeld-short"),
        ("category: in", "category: met", "voorbeeld-categorise"),
        ("partner: Mensen in een wachtkamer", "partner: Mensen in een rij", "voorbeeld-match"),
        ("text: Er staat bij wanneer.", "text: Er staat bij waar.", "voorbeeld-open"),
        ("weight: 2\n", "weight: 1\n", "voorbeeld-rank"),
        ("spread: [1, 2]", "spread: [2, 2]", "voorbeeld-rank"),
    ],
)
def test_what_changes_the_meaning_changes_one_hash(old, new, changed):
    assert old in course.BANK
    after = bank(course.BANK.replace(old, new, 1)).hashes
    assert {id_ for id_ in after if after[id_] != HASHES[id_]} == {changed}


def test_order_of_options_means_nothing_and_order_of_steps_everything():
    def swapped(type_name: str, field: str):
        question = EXAMPLES[type_name]
        items = getattr(question, field)
        return meaning_hash(question), meaning_hash(question.model_copy(update={field: (*items[1:], items[0])}))

    for type_name, field in (
        ("choice", "options"),
        ("multiple", "options"),
        ("match", "pairs"),
        ("categorise", "cards"),
        ("rank", "options"),
    ):
        before, after = swapped(type_name, field)
        assert before == after, type_name
    before, after = swapped("order", "steps")
    assert before != after


# typed text and numbers


@pytest.mark.parametrize(
    "typed",
    [
        "universaliteit",
        " Universaliteit. ",
        "UNIVERSALITEIT",
        "universaliteid",
        "univesaliteit",
        "unievrsaliteit",
        "uni\u00adversaliteit",
        "\u202auniversaliteit\u202c",
        "“universaliteit”",
        "universa\u2060liteit\ufe0f",
    ],
)
def test_kind_reading(typed):
    assert accepts(typed, ["universaliteit"], slips=1)


@pytest.mark.parametrize("typed", ["", "  ", "universeel", "niet universaliteit", "unvierssaliteit"])
def test_no_reading_into_it(typed):
    assert not accepts(typed, ["universaliteit"], slips=1)


def test_accents_and_case_count_only_when_asked():
    assert accepts("cafe", ["café"]) and not accepts("cafe", ["café"], accents=True)
    assert accepts("uwv", ["UWV"]) and not accepts("uwv", ["UWV"], case=True)
    assert not accepts("kar", ["kat"], slips=2), "short words tolerate nothing"


@pytest.mark.parametrize(
    "typed,numbers",
    [
        ("12,5", [12.5]), ("12.5", [12.5]), ("1.250,50", [1250.5]), ("1.250", [1250.0, 1.25]), ("1 250", [1250.0]), ("-3", [-3.0]),
        ("\u202d64\u202c", [64.0]), ("6\u200b4\ufeff", [64.0]), ("–3", [-3.0]), ("−3", [-3.0]), ("\u20113", [-3.0]), ("- 3 °C", [-3.0]), ("+3", [3.0]),
        ("4½", [4.5]), ("4 ½ uur", [4.5]), ("½", []), ("1⅓", []), ("1.250½", []), ("2 ¾ %", [2.75]), ("-1¼", [-1.25]), ("4,½", []), ("3-", []), ("3 –", []), ("3\u00ad-", []), ("3+", []), ("3-4", []), ("10²", []), ("5①", []), ("5,-", [5.0]), ("5,– euro", [5.0]), ("12 m²", [12.0]), ("-", []), ("½½", []),
        ("42,2 %", [42.2]), ("60 procent", [60.0]), ("12,5.", [12.5]), ("", []), ("veel", []), ("1,2,3", []), ("1e5", []), ("٣", [3.0]),
    ],
)  # fmt: skip
def test_numbers_as_people_type_them(typed, numbers):
    assert readings(typed) == numbers


def test_tolerance():
    assert within("4,5", 4.5, 0) and within("4,55", 4.5, 0.05) and not within("4,56", 4.5, 0.05)


@pytest.mark.parametrize(
    "typed,meant",
    [
        ("wij\u2011zij", "wij-zij"), ("wij–zij", "wij-zij"), ("wij\u2010zij", "wij-zij"), ("foto´s", "foto's"), ("foto’s", "foto's"), ("foto`s", "foto's"),
        ("„norm”", "norm"), ("«norm»", "norm"), ("'norm'", "norm"), ("e\u0301e\u0301n", "één"), ("\ufb01guur", "figuur"), ("b\u0133eenkomst", "bijeenkomst"),
        ("twee\u00a0\u202fdagen", "twee dagen"), ("zo ’n", "zo 'n"), ("m²", "m2"), ("a\u200db", "ab"),
    ],
)  # fmt: skip
def test_what_looks_the_same_is_the_same(typed, meant):
    for strict in ({}, {"case": True, "accents": True}):
        assert accepts(typed, [meant], **strict) and accepts(meant, [typed], **strict)


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
    hidden = strewn(text, signs, places)
    assert readings(hidden) == readings(text)
    assert (
        normalise(hidden) == normalise(text)
        and accepts(hidden, [text], case=True, accents=True)
        and accepts(text, [hidden], case=True, accents=True)
    )


@given(st.text(max_size=12), st.text(max_size=12))
def test_slips_are_a_distance(a, b):
    assert slips_between(a, b) == slips_between(b, a)
    assert (slips_between(a, b) == 0) == (a == b)
    assert slips_between(a, b) <= max(len(a), len(b))


# rendering


@pytest.mark.parametrize(
    "fields,mode",
    [
        ({"answer": 4.5}, "decimal"), ({"answer": -3.0}, "text"), ({"answer": 1.0, "tolerance": 2.0}, "text"), ({"answer": 1.0, "tolerance": 1.0}, "decimal"),
        ({"answer": 3.0, "near": (NearNumber(answer=-3.0, feedback="Let op het teken."),)}, "text"), ({"answer": 3.0, "near": (NearNumber(answer=0.0, tolerance=0.5, feedback="Nee."),)}, "text"),
    ],
)  # fmt: skip
def test_a_phone_shows_a_minus_where_one_may_be_needed(fields, mode):
    question = EXAMPLES["number"].model_copy(update={"tolerance": 0.0, "near": (), **fields})
    [field] = [
        part
        for part in ElementTree.fromstring(question_html(QuestionView(question, 1, "0" * 10))).iter("input")
        if part.get("type") == "text"
    ]
    assert field.get("inputmode") == mode


@given(st.sampled_from(sorted(TYPES)), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip))
def test_any_text_in_a_question_gives_well_formed_html_without_tags_of_its_own(name, text):
    question = EXAMPLES[name].model_copy(update={"prompt": text, "explanation": text})
    html = question_html(QuestionView(question, 1, "0" * 10))
    tags = {part.tag for part in ElementTree.fromstring(html).iter()}
    assert not tags & {"script", "iframe", "style", "object", "form", "meta"}


HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>)",
    "![x](javascript:alert(1))", "<iframe src=//x>", "a\n\n<div onclick=x>b</div>", '"><svg onload=alert(1)>', "[x](vbscript:x)", "`<script>`", "&lt;script&gt;", "<!-- x -->", "{{ 7*7 }}", "]]>",
]  # fmt: skip


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(name, text):
    example = (FOLDERS[name] / "example.yml").read_text("utf-8")
    value = parse_yaml(example, "x.yml").value
    hostile = spread(value, text)
    try:
        question = TYPES[name].model_validate(hostile)
    except ValueError:
        pytest.skip("the type's own rules refuse this text")
    if name == "cloze":
        question = question.model_copy(update={"text": text.replace("{{", "") + " {{afhankelijkheid}} {{omgeving}}"})
    tree = ElementTree.fromstring(question_html(QuestionView(question, 1, "0" * 10)))
    for part in tree.iter():
        assert part.tag not in {"script", "iframe", "svg", "object"}
        assert not any(attribute.startswith("on") for attribute in part.attrib)
        for attribute in ("href", "src"):
            assert not part.get(attribute, "").lower().replace(" ", "").startswith(("javascript:", "data:", "vbscript:"))


def spread(value, text: str, key: str = ""):
    """Puts `text` in every field that holds an author's words."""
    if isinstance(value, dict):
        return {name: spread(part, text, name) for name, part in value.items()}
    if isinstance(value, list):
        return [spread(part, text, key) for part in value]
    return f"{value} {text}" if key in {"prompt", "text", "feedback", "explanation", "item", "partner", "hints", "model", "unit"} else value


def test_shuffled_is_stable_and_never_the_given_order():
    for size in range(2, 9):
        items = list(range(size))
        for seed in map(str, range(200)):
            assert shuffled(items, seed) != items and sorted(shuffled(items, seed)) == items
    assert shuffled("abcdef", "zaad") == list("dfaecb"), "in every process and version; who printed it has it on paper"


# the schema


def test_the_schema_accepts_good_banks_and_refuses_wrong_keys():
    validator = Draft202012Validator(bank_schema())
    good = yaml.load(course.BANK, Loader=yaml.CSafeLoader)
    assert list(validator.iter_errors(good)) == []
    good["questions"][0]["colour"] = "red"
    assert list(validator.iter_errors(good))


def test_no_id_of_an_option_can_be_that_of_another_part():
    """An option called `context` once took the id of its question's lead."""
    names = ["context", "error", "status", "input", "ask", "unit", "kept", "zeker-sure", "reden-a", "true"]
    question = EXAMPLES["choice"]
    options = [question.options[0].model_copy(update={"id": name, "text": name, "correct": name == "context"}) for name in names]
    view = QuestionView(question.model_copy(update={"options": tuple(options)}), 1, "0" * 10, {}, True)
    ids = [part.get("id") for part in ElementTree.fromstring(question_html(view)).iter() if part.get("id")]
    assert len(ids) == len(set(ids)) > len(names)
