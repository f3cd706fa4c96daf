"""Reports: what a reader chose comes out as it went in, nothing that was not chosen goes in, and nothing hostile is read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from tests.browser.answers import give, right
from tests.browser.axe import accessible
from tests.browser.hostile import BOMB, HASH, NOW, SAME_EVERYWHERE, mutate
from tests.browser.steady import today
from tests.sites import ROOT
from werkwijzer.course.read import read_course

INTRODUCTION = read_course(ROOT)[0].by_key["introductie"].bank.bank.asked
SAMPLE = {
    "format": "werkwijzer-rapport", "v": 1, "course": "groepsgewijs", "at": NOW, "id": "0123456789abcdef", "name": "Noor",
    "assignment": {"id": "0a1b2c3d", "title": "Voorbereiding"},
    "chapters": {"introductie": {"state": "busy", "done": 3, "total": 13}, "keuze": {"state": "none", "done": 0, "total": 14}},
    "answers": {
        "een": {"hash": HASH, "points": 1, "of": 2, "attempts": 2, "hints": 1, "confidence": "doubt", "response": "norm"},
        "twee": {"hash": HASH, "points": 0, "of": 1, "attempts": 1, "hints": 0, "confidence": None, "response": {"verdict": True, "reason": "een", "lijst": ["a", "b"]}},
    },
    "texts": {"open": "Eerst kijken.\nDan pas iets zeggen."},
    "scans": {"houding": {"rust": 3.25}},
    "cases": {"inloop": {"ending": "goed", "path": ["begin", "wachten:a"]}},
}  # fmt: skip


@pytest.fixture
def mine(page, address):
    page.goto(f"{address}/rapport/")
    page.evaluate("() => { window.hits = 0; window.canary = () => hits++; }")
    return page


_IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
_RESPONSES = st.one_of(
    st.none(), _IDS, st.lists(_IDS, max_size=4), st.dictionaries(_IDS, st.one_of(_IDS, st.booleans(), st.none()), max_size=3)
)
_ANSWERS = st.builds(
    lambda points, more, attempts, confidence, response: {"hash": HASH, "points": points, "of": points + more, "attempts": attempts, "hints": 0, "confidence": confidence, "response": response},
    st.integers(0, 4), st.integers(0, 2), st.integers(0, 5), st.sampled_from([None, "guess", "doubt", "sure"]), _RESPONSES,
)  # fmt: skip
_HELD = st.fixed_dictionaries(
    {
        "chapters": st.dictionaries(
            _IDS,
            st.builds(
                lambda done, more, state: {"state": state, "done": done, "total": done + more},
                st.integers(0, 9),
                st.integers(0, 9),
                st.sampled_from(["none", "busy", "done", "changed"]),
            ),
            max_size=4,
        ),
        "answers": st.dictionaries(_IDS, _ANSWERS, max_size=6),
        "texts": st.dictionaries(_IDS, st.text(min_size=1, max_size=60), max_size=3),
        "scans": st.dictionaries(_IDS, st.dictionaries(_IDS, st.integers(0, 500).map(lambda value: value / 100), max_size=3), max_size=2),
        "cases": st.dictionaries(_IDS, st.fixed_dictionaries({"ending": _IDS, "path": st.lists(_IDS, max_size=4)}), max_size=2),
    }
)
_CASES = st.tuples(
    _HELD,
    st.fixed_dictionaries(
        {"name": st.text(max_size=30), "assignment": st.sampled_from([None, SAMPLE["assignment"]]), "scans": st.booleans()}
    ),
    st.booleans(),
)

ROUND = """async (cases) => { const { make, encode, read } = Werkwijzer.report; const wrong = [];
    const sorted = (value) => JSON.stringify(value, (key, held) => (held && typeof held === 'object' && !Array.isArray(held) ? Object.fromEntries(Object.keys(held).sort().map((one) => [one, held[one]])) : held));
    for (const [held, choice, all] of cases) {
        const texts = Object.keys(held.texts).slice(0, all ? 9 : 0);
        const report = make(held, { ...choice, texts }, { at: 1764600000000, seed: 7 });
        const code = await encode(report);
        for (const said of [JSON.stringify(report), JSON.stringify(report, null, 1), code.code, code.code.replace(/.{60}/g, '$&\\n')]) {
            const back = await read(said);
            if (!back.ok || sorted(back.report) !== sorted(report)) wrong.push([said, back]);
        }
        if (Object.keys(report.texts).length !== texts.length || (!choice.scans && Object.keys(report.scans).length)) wrong.push(report);
    } return wrong; }"""


def test_what_goes_in_comes_out_of_file_and_code(mine):
    @given(st.lists(_CASES, min_size=8, max_size=8))
    @settings(SAME_EVERYWHERE, max_examples=20)
    def check(cases):
        assert mine.evaluate(ROUND, cases) == []

    check()


def test_the_id_belongs_to_browser_and_name(mine):
    ids = mine.evaluate("""() => { const held = Werkwijzer.report.gather(null);
        const id = (name, seed) => Werkwijzer.report.make(held, { name, assignment: null, texts: [], scans: false }, { seed }).id;
        return [id('Noor', 1), id(' noor ', 1), id('Noor', 2), id('Sam', 1)]; }""")
    assert ids[0] == ids[1] and len(set(ids)) == 3 and all(re.fullmatch("[0-9a-f]{16}", one) for one in ids)


READ = """async (texts) => { const before = JSON.stringify(Object.entries(localStorage).sort()); const found = [];
    for (const text of texts) { try { const read = await Werkwijzer.report.read(text); found.push(read.ok ? (JSON.stringify(read.report), 'ok') : Werkwijzer.words[read.word] ?? `no word ${read.word}`); } catch (error) { found.push(String(error.stack)); } }
    if (JSON.stringify(Object.entries(localStorage).sort()) !== before || hits || {}.polluted !== undefined) found.push('changed'); return found; }"""
CODES = """(texts) => Promise.all(texts.map(async (text) => { const body = await Werkwijzer.pack.shut(text); return `WR1.${body}.${Werkwijzer.pack.checksum(body)}`; }))"""


@st.composite
def hostile(draw) -> str:
    """A report with something wrong (or different) in it, as text."""
    file = json.loads(json.dumps(SAMPLE))
    for _ in range(draw(st.integers(1, 3))):
        mutate(draw, file)
    text = json.dumps(file).replace('"1e999"', "1e999")
    cut = draw(st.integers(-40, 40))
    return text[:cut] if cut > 30 else text


def test_two_thousand_hostile_files_and_codes_change_nothing(mine):
    said: dict[str, int] = {}

    @given(st.lists(hostile(), min_size=50, max_size=50))
    @settings(SAME_EVERYWHERE, max_examples=30)
    def check(texts):
        codes = mine.evaluate(CODES, texts)
        broken = (
            [code[: 3 * len(code) // 4] for code in codes[:10]]
            + [code[:-1] + "_" for code in codes[10:20]]
            + [code.replace("WR1", "WR9") for code in codes[20:25]]
        )
        found = mine.evaluate(READ, [*texts, *codes, *broken])
        assert found[: len(texts)] == found[len(texts) : 2 * len(texts)] and len(found) == 2 * len(texts) + len(broken)
        assert all(word == "ok" or word.endswith("Er is niets gewijzigd.") for word in found), found
        assert "ok" not in found[2 * len(texts) :]
        for word in found:
            said[word] = said.get(word, 0) + 1

    check()
    assert sum(said.values()) >= 2000 and sum(count for word, count in said.items() if word != "ok") > 1000 and said["ok"] > 50


WRONG = {
    "empty": "", "no json": "geen json", "html": BOMB, "array": "[]", "a record": json.dumps({"format": "werkwijzer", "schema": 1}),
    "other course": json.dumps({**SAMPLE, "course": "anders"}), "newer": json.dumps({**SAMPLE, "v": 2}), "points above": json.dumps({**SAMPLE, "answers": {"a": {**SAMPLE["answers"]["een"], "points": 3}}}),
    "done above": json.dumps({**SAMPLE, "chapters": {"a": {"state": "busy", "done": 3, "total": 2}}}), "typed response": json.dumps({**SAMPLE, "answers": {"a": {**SAMPLE["answers"]["een"], "response": "Een zin."}}}),
    "proto": json.dumps(SAMPLE)[:-1] + ',"__proto__":{"polluted":1}}', "deep": "[" * 200_000, "long name": json.dumps({**SAMPLE, "name": "x" * 61}), "half a millisecond": json.dumps({**SAMPLE, "at": NOW + 0.5}),
}  # fmt: skip


def test_what_is_no_report_gets_a_sentence(mine):
    found = mine.evaluate(READ, [*WRONG.values(), json.dumps(SAMPLE)])
    assert found.pop() == "ok"
    assert all(word.endswith("Er is niets gewijzigd.") for word in found) and len(set(found)) == 3
    assert mine.evaluate("async () => (await Werkwijzer.report.read('x'.repeat(8000001))).word") == "reportTooLarge"
    assert (
        mine.evaluate("async (text) => (await Werkwijzer.report.read(text)).report.at", json.dumps({**SAMPLE, "at": NOW * 2})) == NOW * 2
    ), "a clock that ran ahead is no reason"
    assert mine.evaluate("async () => (await Werkwijzer.report.read(5)).ok") is False


def test_a_reader_sees_and_chooses_what_is_shared(page, address):
    page.goto(f"{address}/rapport/")
    expect(page.get_by_text("Er staat nog niets in.")).to_be_visible()
    page.goto(f"{address}/introductie/")
    page.wait_for_function("!!customElements.get('ww-question')")
    give(page, {question.id: right(question) for question in INTRODUCTION})
    open_ = next(question for question in INTRODUCTION if not question.scored)
    typed = [question for question in INTRODUCTION if question.type_name in ("short", "number", "cloze")]
    page.goto(f"{address}/rapport/")
    box = page.locator(f'[data-open="{open_.id}"] input')
    expect(box).not_to_be_checked()
    inside = page.locator('[data-chapter="introductie"]')
    expect(inside.locator(".ww-report-state")).to_have_text(f"klaar, {len(INTRODUCTION)} van {len(INTRODUCTION)} vragen gedaan")
    expect(inside.locator(".ww-goal-state").first).to_have_text("gehaald")
    expect(inside.locator("[data-question]:not([hidden])")).to_have_count(sum(question.scored for question in INTRODUCTION))
    box.check()
    expect(inside.locator(f'[data-question="{open_.id}"] dd')).not_to_have_text("")
    assert accessible(page)
    with page.expect_download() as wait:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert wait.value.suggested_filename == f"werkwijzer-rapport-{today()}.json"
    report = json.loads(Path(wait.value.path()).read_text("utf-8"))
    assert list(report["texts"]) == [open_.id] and report["name"] == "" and "assignment" not in report and report["scans"] == {}
    assert all(report["answers"][question.id]["response"] is None for question in typed)
    chosen = next(question for question in INTRODUCTION if question.type_name == "choice")
    assert report["answers"][chosen.id]["response"] == next(option.id for option in chosen.options if option.correct)
    assert set(report["chapters"]) == {chapter.chapter.id for chapter in read_course(ROOT)[0].chapters}
    page.emulate_media(media="print")
    expect(page.get_by_text("Bewijs van werk")).to_be_visible()
    expect(page.get_by_label("Je naam")).to_be_hidden()
    assert page.locator("main button:visible").count() == 0


def test_a_scan_gives_a_profile_and_only_when_ticked(page, address):
    page.goto(f"{address}/rapport/")
    scan = page.evaluate("() => Werkwijzer.catalogue.scan[0]")
    (first, dimension), *_ = scan["dimensions"].items()
    second = next(key for key, other in scan["dimensions"].items() if other == dimension and key != first)
    often = max(scan["values"], key=scan["values"].get)
    never = min(scan["values"], key=scan["values"].get)
    take = {"answers": {first: often, second: never, "situatie--helpt": "iets"}, "at": NOW}
    page.evaluate("([id, take]) => Werkwijzer.store.set('scan', id, { takes: [take], at: take.at })", [scan["id"], take])
    made = "() => document.querySelector('ww-report').report.scans"
    expect(page.get_by_label("Ook mijn zelfscan")).to_be_visible()
    assert page.evaluate(made) == {}
    page.get_by_label("Ook mijn zelfscan").check()
    assert page.evaluate(made) == {scan["id"]: {dimension: (scan["values"][often] + scan["values"][never]) / 2}}
    expect(page.locator(".ww-report-profile li")).to_contain_text(scan["names"][dimension])
