"""Hashes, the reading of typed text and what a question becomes in HTML, as pure functions. What answers earn is in `test_scoring.py`."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests import course
from tests.browser.answers import right
from tests.node import run
from werkwijzer.base.source import parse_yaml, read_yaml
from werkwijzer.course.bank import Bank, bank_schema, meaning_hash
from werkwijzer.course.parse import parse
from werkwijzer.questions import FOLDERS, TYPES
from werkwijzer.questions.number import NearNumber
from werkwijzer.questions.typed import accepts, slips_between
from werkwijzer.render.view import QuestionView, shuffled
from werkwijzer.render.web import question_html

CASES = [(name, case) for name in TYPES for case in yaml.safe_load((FOLDERS[name] / "cases.yml").read_text("utf-8"))]
EXAMPLES = {name: parse(read_yaml(FOLDERS[name] / "example.yml", FOLDERS[name]), TYPES[name]) for name in TYPES}


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
    [earned] = run(f"questions/{name}/page.js", "type.score", [[question.key(), right(question)]])
    assert earned["points"] == earned["of"] == question.points()


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
