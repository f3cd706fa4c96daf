"""Links and codes that mail programs, their filters and old browsers had in their hands: they open all the same, or one sentence says why not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from tests.assignments import SAMPLE, encode
from tests.browser.hostile import SAME_EVERYWHERE
from tests.links import KEPT, MAILED, every, quoted_printable
from tests.reports import BANKS, person
from werkwijzer.course.assignment import decode, json_text
from werkwijzer.course.pasted import codes, readings

FOLDER = Path(__file__).parents[1] / "kept"
NO_FORMAT = """() => { for (const name of ['CompressionStream', 'DecompressionStream']) { const real = window[name];
    window[name] = function (format) { if (format === 'deflate-raw') throw new TypeError('no such format'); return new real(format); }; } }"""
"""Browsers of 2020 to 2023: they have the streams, but not this format."""
NO_STREAMS = "() => { delete window.CompressionStream; delete window.DecompressionStream; }"


def decoded(page, links: list[str]) -> list[str]:
    """What the page reads in each: the JSON of the assignment, or the word of a refusal."""
    return page.evaluate(
        "(all) => Promise.all(all.map(async (one) => { const read = await Werkwijzer.assignment.decode(one); return read.ok ? Werkwijzer.assignment.jsonOf(read.assignment) : read.word; }))",
        links,
    )


# ---- Links ----


def test_the_page_reads_what_python_reads(page, address):
    page.goto(f"{address}/trainers/opdracht/")
    assert decoded(page, list(MAILED.values())) == [json_text(SAMPLE)] * len(MAILED)
    for kept in KEPT:
        assert decoded(page, kept["codes"]) == [kept["json"]] * 2


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "\n> ",
                ">> ",
                "=\r\n",
                "=3D",
                "%3D",
                "%253D",
                "%E2%82",
                "%C3%A9",
                "\u00ad",
                "\u200b",
                "\u00a0",
                "\u2028",
                "\x85",
                "\x1d",
                "\ufeff",
                "| ",
                "&gt; ",
                "WO1.",
                "WR1.ab-_c.0a1b2c3d",
                " 0a1b2c3d",
                "https-3A__x.nl_-23a-3D",
                "WO2.YQ.",
                encode(SAMPLE)[:30],
                encode(SAMPLE),
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=14,
).map("".join)


def test_both_sides_undo_the_same(page, address):
    page.goto(f"{address}/trainers/opdracht/")
    script = """(all) => all.map((one) => [[...Werkwijzer.pasted.readings(one)], ['WO', 'WR'].map((letters) => [...Werkwijzer.pasted.codes(one, letters)].map(({ version, body, sum }) => [version, body, sum]))])"""

    @given(st.lists(PIECES, min_size=60, max_size=60))
    @settings(SAME_EVERYWHERE, max_examples=15)
    def check(texts):
        found = page.evaluate(script, texts)
        for text, (read, held) in zip(texts, found, strict=True):
            assert read == readings(text), text
            assert held == [[list(code) for code in codes(text, letters)] for letters in ("WO", "WR")], text

    check()
    assert page.evaluate(script, ["x" * 200_001]) == [[[], [[], []]]] and readings("x" * 200_001) == []


CODE = encode(SAMPLE)
OPENED = {
    "as it is": f"#opdracht={CODE}",
    "encoded equals sign": f"#opdracht%3D{CODE}",
    "twice encoded": f"#opdracht%253D{CODE}",
    "capital": f"#Opdracht={CODE}",
    "two hashes": f"#%23opdracht={CODE}",
    "bracket": f"#opdracht={CODE}>",
    "full stop": f"#opdracht={CODE}.",
    "parenthesis": f"#opdracht={CODE})",
    "more behind it": f"#opdracht={CODE}&data=05%7C02",
}


@pytest.mark.parametrize("hash_", OPENED.values(), ids=OPENED)
def test_an_address_that_was_handled_opens(hash_, page, address):
    page.goto(f"{address}/{hash_}")
    expect(page.locator(".ww-asked--new h2")).to_have_text(SAMPLE.title)
    assert "#" not in page.url


@pytest.mark.parametrize("hash_", ["#opdracht%3DWO1.onzin", f"#Opdracht={CODE[:-4]}", "#opdracht="])
def test_an_address_that_cannot_be_read_gets_a_sentence(hash_, page, address):
    page.goto(f"{address}/{hash_}")
    expect(page.locator(".ww-asked-news")).to_have_text(
        "Deze opdrachtlink is niet volledig of beschadigd. Kopieer hem opnieuw, van het begin tot het eind. Er is niets gewijzigd."
    )


def test_a_wrapped_address_is_unwrapped_where_it_is_pasted(page, address):
    page.goto(f"{address}/trainers/opdracht/")
    page.get_by_label("De link").fill(MAILED["safelinks"])
    page.get_by_role("button", name="Haal op").click()
    expect(page.get_by_text("De opdracht staat hierboven.")).to_be_visible()
    expect(page.get_by_label("Titel")).to_have_value(SAMPLE.title)
    page.goto(f"{address}/trainers/groep/")
    code = page.evaluate("async (one) => (await Werkwijzer.report.encode(one)).code", person(4, chapters=("introductie",)))
    page.get_by_label("Of plak codes").fill(f"{MAILED['proofpoint 2']}\n\n> Hoi,\n> {every(code, 70, chr(10) + '> ')}\n> Groet")
    page.get_by_role("button", name="Lees in").click()
    expect(page.get_by_text(f"1 rapport ingelezen. De opdracht “{SAMPLE.title}” hoort er nu bij.")).to_be_visible()


def test_a_link_of_herhalen_that_was_handled_opens(page, address):
    asked = next(question for question in BANKS["keuze"].questions if question.type == "choice")
    page.goto(f"{address}/1-groep/keuze/#Herhaal%3D{asked.id}")
    expect(page.locator(f"#vraag-{asked.id} .ww-again")).to_be_visible()


# ---- Codes of reports and of the record ----

FRAMES = {
    "quoted": lambda code: "> Hoi,\n> " + every(code, 70, "\n> ") + "\n> Groet",
    "quoted twice": lambda code: ">> " + every(code, 68, "\r\n>> "),
    "quoted-printable": lambda code: quoted_printable(f"Hallo,\n\n{code}\n\nGroet, Zoë\n"),
    "quoted and quoted-printable": lambda code: "".join(f"> {line}\n" for line in quoted_printable(f"Mijn code:\n{code}\n").splitlines()),
    "unseen signs": lambda code: "\ufeff" + every(code, 7, "\u200b"),
    "hard spaces": lambda code: every(code, 60, "\u00a0\n"),
    "within a sentence": lambda code: f"Mijn code is {code}. Groet!",
}


def test_codes_survive_what_mail_does(page, address):
    report = person(4, chapters=("introductie", "keuze"))
    page.goto(f"{address}/rapport/")
    code = page.evaluate("async (one) => (await Werkwijzer.report.encode(one)).code", report)
    for name, frame in FRAMES.items():
        read = page.evaluate("(said) => Werkwijzer.report.read(said)", frame(code))
        assert read["ok"] and read["report"]["id"] == report["id"], name
    page.goto(f"{address}/voortgang/")
    page.evaluate(
        "() => { for (let at = 0; at < 9; at += 1) Werkwijzer.store.set('chapter', `hoofdstuk-${at}`, { opened: 1764600000000 + at * 7919, at: 1764600000000 + at }); }"
    )
    made = page.evaluate("() => Werkwijzer.transfer.toCode()")["code"]
    assert len(made) > 200
    for name, frame in FRAMES.items():
        read = page.evaluate("(said) => Werkwijzer.transfer.fromCode(said)", frame(made))
        assert read["ok"] and len(read["data"]["chapters"]) >= 9, name
    for damaged in (made[:-1], made.replace("WW1", "WR1"), made[:60] + made[61:]):
        assert page.evaluate("(said) => Werkwijzer.transfer.fromCode(said)", damaged) == {"ok": False, "word": "importBadCode"}


def test_what_earlier_versions_made_opens_unchanged(page, address):
    page.goto(f"{address}/trainers/groep/")
    for kept in json.loads((FOLDER / "rapporten.json").read_text("utf-8")):
        for said in (kept["code"], json.dumps(kept["report"])):
            assert page.evaluate("(said) => Werkwijzer.report.read(said)", said) == {
                "ok": True,
                "report": {"assignment": None, **kept["report"]},
            }
    page.goto(f"{address}/voortgang/")
    read = page.evaluate("(said) => Werkwijzer.transfer.fromCode(said)", (FOLDER / "voortgang-code.txt").read_text("utf-8"))
    assert read["ok"] and read["data"]["answers"]


# ---- Browsers that cannot deflate ----


@pytest.mark.parametrize("lack", [NO_FORMAT, NO_STREAMS], ids=["no format", "no streams"])
def test_a_browser_that_cannot_deflate_makes_codes_that_everybody_reads(lack, page, browser, address):
    page.add_init_script(f"({lack})()")
    page.goto(f"{address}/trainers/opdracht/")
    page.get_by_role("button", name="Module 2 vóór dag 1").click()
    page.get_by_role("button", name="Maak de link").click()
    link = page.get_by_label("Link voor je groep").input_value()
    assert "#opdracht=WO2." in link and decode(link).chapters
    page.goto(link)
    page.get_by_role("button", name="Zet klaar").click()
    expect(page.locator("section.ww-asked")).to_be_visible()
    page.goto(f"{address}/rapport/")
    page.get_by_label("Je naam").fill("Noor")
    page.get_by_role("button", name="Maak een code").click()
    expect(page.get_by_label("Je code")).to_have_value(re.compile("^WR2"))
    report = page.get_by_label("Je code").input_value()
    page.goto(f"{address}/voortgang/")
    page.get_by_role("button", name="Maak een code").click()
    expect(page.locator("#ww-record-code")).to_have_value(re.compile("^WW2"))
    record = page.locator("#ww-record-code").input_value()
    other = browser.new_context(locale="nl-NL").new_page()
    other.goto(link)
    expect(other.locator(".ww-asked--new h2")).to_have_text(decode(link).title)
    other.goto(f"{address}/trainers/groep/")
    assert other.evaluate("async (said) => (await Werkwijzer.report.read(said)).report.name", report) == "Noor"
    other.goto(f"{address}/voortgang/")
    assert other.evaluate("async (said) => (await Werkwijzer.transfer.fromCode(said)).ok", record)
    other.context.close()


def test_a_browser_that_cannot_inflate_says_so(page, address):
    page.add_init_script(f"({NO_FORMAT})()")
    page.goto(f"{address}/#opdracht={CODE}")
    expect(page.locator(".ww-asked-news")).to_have_text(
        "Deze browser kan deze opdrachtlink niet lezen. Open de link in een nieuwere browser. Er is niets gewijzigd."
    )
    page.goto(f"{address}/voortgang/")
    page.locator("#ww-record-paste").fill((FOLDER / "voortgang-code.txt").read_text("utf-8"))
    page.get_by_role("button", name="Bekijk de code").click()
    expect(page.get_by_text("Deze browser kan deze code niet lezen. Gebruik het bestand.")).to_be_visible()


def test_what_is_too_long_for_a_link_gets_a_sentence_and_no_link(page, address):
    page.add_init_script(f"({NO_FORMAT})()")
    page.goto(f"{address}/trainers/opdracht/")
    page.evaluate("() => { for (const pick of document.querySelectorAll('select[data-item^=\"vraag:\"]')) pick.selectedIndex = 1; }")
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_text("Deze opdracht is te lang voor een link.")).to_be_visible()
    expect(page.locator(".ww-assign-result")).to_be_hidden()
