"""Assignments in the page: the twin reads what we make and refuses what we refuse; a link, a code for a camera and a calendar file are what they say;
a trainer composes, a reader accepts, works and shares, and no hostile link changes anything."""

from __future__ import annotations

import json
import random
import re
import string
from datetime import date, timedelta
from pathlib import Path

import pytest
import segno
import segno.encoder
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import expect

from tests.assignments import SAMPLE, assignments, encode
from tests.browser.answers import give, right, wrong
from tests.browser.axe import violations
from tests.browser.hostile import BOMB, SAME_EVERYWHERE, mutate
from tests.browser.steady import today
from tests.links import WRONG, packed
from tests.sites import ROOT
from werkwijzer.course.assignment import Assignment, AssignmentError, decode, json_text
from werkwijzer.course.read import read_course

COURSE = read_course(ROOT)[0]
DUMP = "() => JSON.stringify(Object.entries(localStorage).sort())"


@pytest.fixture
def form(page, address):
    """The page of the trainer, with every script that assignments need."""
    page.goto(f"{address}/trainers/opdracht/")
    page.evaluate("() => { window.hits = 0; window.canary = () => hits++; }")
    return page


# ---- Both ways ----

ENCODE = "(all) => Promise.all(all.map((one) => Werkwijzer.assignment.encode(one)))"
DECODE = "(all) => Promise.all(all.map(async (one) => { const read = await Werkwijzer.assignment.decode(one); return read.ok ? [read.id, Werkwijzer.assignment.jsonOf(read.assignment)] : read.word; }))"


def test_python_reads_what_the_page_makes_and_the_other_way_round(form):
    @given(st.lists(assignments(), min_size=10, max_size=10))
    @settings(SAME_EVERYWHERE, max_examples=15)
    def check(all_):
        made = form.evaluate(ENCODE, [json.loads(json_text(one)) for one in all_])
        assert [decode(code) for code in made] == all_
        assert form.evaluate(DECODE, [encode(one) for one in all_]) == [[one.id, json_text(one)] for one in all_]

    check()


# ---- What a stranger may send ----

VERDICT = """async (links) => { const before = JSON.stringify(Object.entries(localStorage).sort()); const found = [];
    for (const link of links) { try { const read = await Werkwijzer.assignment.decode(link); found.push(read.ok ? 'ok' : Werkwijzer.words[read.word] ?? `no word ${read.word}`); } catch (error) { found.push(String(error.stack)); } }
    if (JSON.stringify(Object.entries(localStorage).sort()) !== before || hits || {}.polluted !== undefined) found.push('changed'); return found; }"""
CODE = encode(SAMPLE)


@st.composite
def hostile(draw) -> str:
    """A whole code around something that is no assignment, or is an odd one."""
    held = json.loads(json_text(SAMPLE))
    for _ in range(draw(st.integers(1, 2))):
        mutate(draw, held)
    return packed(
        json.dumps(held, ensure_ascii=draw(st.booleans()), separators=(",", ":")).replace('"1e999"', "1e999"),
        draw(st.sampled_from([1, 1, 1, 0, 2, 99])),
    )


def damaged(count: int) -> list[str]:
    """Codes with signs changed, lost or added, and something before and after them."""
    dice = random.Random(11)
    signs = [*string.printable, "é", "😀", BOMB, "\0", ""]

    def one() -> str:
        at, lost = dice.randrange(len(CODE)), dice.choice([0, 1, 1, 2, 9, 999])
        return (
            dice.choice(["", "https://x.nl/#opdracht=", "javascript:", BOMB, "#"])
            + CODE[:at]
            + dice.choice(signs)
            + CODE[at + lost :]
            + dice.choice(["", "", ".", ">", "x" * 5000])
        )

    return [one() for _ in range(count)]


def verdict(link: str) -> str:
    try:
        decode(link)
    except AssignmentError as error:
        return str(error).split(".")[0]
    return "ok"


def judged(form, links: list[str]) -> dict[str, str]:
    """What the page says of each; both sides must say the same."""
    found = form.evaluate(VERDICT, links)
    assert len(found) == len(links), "something changed"
    assert [said.split(".")[0] for said in found] == [verdict(link) for link in links]
    return dict(zip(links, found, strict=True))


def test_two_thousand_hostile_links_change_nothing_and_both_sides_agree(form):
    seen = judged(form, damaged(2200))

    @given(st.lists(hostile(), min_size=50, max_size=50))
    @settings(SAME_EVERYWHERE, max_examples=20)
    def check(links):
        seen.update(judged(form, links))

    check()
    refused = [said for said in seen.values() if said != "ok"]
    assert len(refused) >= 2000 and len(set(refused)) >= 2 and all(said.endswith("Er is niets gewijzigd.") for said in refused)


def test_links_that_are_wrong_by_hand_are_refused_here_too(form):
    found = form.evaluate(VERDICT, [link for link, _ in WRONG.values()])
    assert [said.split(".")[0] for said in found] == [sentence.split(".")[0] for _, sentence in WRONG.values()]


def test_a_hostile_link_on_the_home_page_gets_a_sentence(page, address):
    page.goto(f"{address}/")
    page.wait_for_load_state()
    for name in ("cut", "next version", "other course", "bomb", "item is html"):
        before = page.evaluate(DUMP)
        page.evaluate("(hash) => { location.hash = hash; }", f"opdracht={WRONG[name][0]}")
        expect(page.locator(".ww-asked-news")).to_contain_text("Er is niets gewijzigd.")
        expect(page.locator(".ww-asked--new")).to_have_count(0)
        assert page.evaluate(DUMP) == before and "#" not in page.url
        page.evaluate("() => document.querySelector('.ww-asked-news').replaceChildren()")


def test_html_in_a_link_stays_text(page, address):
    hostile_ = SAMPLE.model_copy(update={"title": BOMB, "team": BOMB[:80], "note": BOMB, "bring": BOMB})
    page.goto(f"{address}/")
    page.evaluate("() => { window.hits = 0; window.canary = () => hits++; }")
    page.evaluate("(hash) => { location.hash = hash; }", f"opdracht={encode(hostile_)}")
    expect(page.get_by_role("heading", name=BOMB)).to_be_focused()
    page.get_by_role("button", name="Zet klaar").click()
    expect(page.locator(".ww-asked h2")).to_have_text(BOMB)
    assert page.evaluate("() => [hits, document.querySelectorAll('main img, main script').length]") == [0, 0]


# ---- The code for a camera ----


def standard_padding(buffer, version, length):
    """segno 1.6.6 adds eight bits where none are needed; ISO/IEC 18004, 7.4.10 asks for none."""
    buffer.extend([0] * (-length % 8))


def test_qr_code_equals_that_of_segno(form, monkeypatch):
    monkeypatch.setattr(segno.encoder, "write_padding_bits", standard_padding)
    random.seed(4)
    signs = string.ascii_letters + string.digits + "-_.:/#="
    texts = [
        "".join(random.choices(signs, k=size)) for size in (1, 14, 15, 84, 85, 106, 107, 213, 331, 420, 666, 1000, 1990, 2331, 2332, 2953)
    ]
    mine = form.evaluate("(texts) => texts.map((text) => Werkwijzer.qr(text).map((row) => row.join('')).join('\\n'))", texts)
    theirs = [
        segno.make(text, error="M" if len(text) <= 2331 else "L", mode="byte", micro=False, boost_error=False).matrix for text in texts
    ]
    assert mine == ["\n".join("".join(map(str, row)) for row in matrix) for matrix in theirs]
    assert form.evaluate("() => Werkwijzer.qr('x'.repeat(2954))") is None


# ---- The calendar ----

EVENTS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.dates(date(2020, 1, 1), date(2099, 12, 30)).map(date.isoformat),
            "title": st.text(min_size=1, max_size=90),
            "text": st.text(max_size=200),
        }
    ),
    min_size=1,
    max_size=6,
)


def plain(text: str) -> str:
    """What a calendar may hold of a text."""
    return re.sub(r"[\0-\x09\x0b-\x1f\x7f]", " ", re.sub(r"\r\n?", "\n", text))


def test_calendar_files_say_what_went_in(form):
    @given(EVENTS)
    @settings(SAME_EVERYWHERE, max_examples=40)
    def check(events):
        given_ = [{**event, "uid": f"u{index}", "url": "https://x.nl/#opdracht=a,b;c"} for index, event in enumerate(events)]
        text = form.evaluate("(events) => Werkwijzer.ics(events, 1764600000000)", given_)
        lines = text.split("\r\n")
        assert lines.pop() == "" and "\n" not in "".join(lines) and all(len(line.encode()) <= 75 for line in lines)
        found = list(Calendar.from_ical(text).walk("VEVENT"))
        for event, read in zip(given_, found, strict=True):
            assert str(read["UID"]) == f"{event['uid']}@werkwijzer-groepsgewijs" and str(read["URL"]) == event["url"]
            assert (read.decoded("DTSTART"), read.decoded("DTEND") - read.decoded("DTSTART")) == (
                date.fromisoformat(event["day"]),
                timedelta(days=1),
            )
            assert str(read["SUMMARY"]) == plain(event["title"]) and str(read.get("DESCRIPTION", "")) == plain(event["text"])

    check()


def test_a_changed_assignment_keeps_the_ids_of_its_events(form):
    uids = "(all) => all.map((one) => Werkwijzer.items.events(one, 'https://x.nl/').map(({ uid }) => uid))"
    later = SAMPLE.model_copy(update={"days": (date(2027, 3, 12), date(2027, 3, 19)), "note": "Anders."})
    first, second = form.evaluate(uids, [json.loads(json_text(one)) for one in (SAMPLE, later)])
    assert first == second and len(set(first)) == 5 and first[0] == "0a1b2c3d-dag-1"
    held = Calendar.from_ical((Path(__file__).parents[1] / "kept/opdracht.ics").read_bytes()).walk("VEVENT")
    assert [str(event["UID"]) for event in held] == [f"{uid}@werkwijzer-groepsgewijs" for uid in first], (
        "a calendar of an earlier version holds these"
    )


def test_later_files_have_a_higher_sequence(form):
    said = form.evaluate(
        "() => [1764600000000, 1764600001000].map((now) => Werkwijzer.ics([{ uid: 'u', day: '2027-03-11', title: 'x' }], now))"
    )
    first, second = (int(Calendar.from_ical(text).walk("VEVENT")[0]["SEQUENCE"]) for text in said)
    assert 0 < first < second < 2**31


def test_review_in_a_calendar_is_of_one_reader(browser, address):
    uids = []
    for _ in range(2):
        context = browser.new_context(locale="nl-NL")
        page = context.new_page()
        page.goto(f"{address}/herhalen/")
        for _ in range(2):
            page.evaluate("() => { document.querySelector('ww-review').later = new Map([[20889, [1]], [20890, [1]]]); }")
            with page.expect_download() as wait:
                page.evaluate("() => document.querySelector('ww-review').save()")
            uids.append([str(event["UID"]) for event in Calendar.from_ical(wait.value.path().read_bytes()).walk("VEVENT")])
        context.close()
    assert uids[0] == uids[1] and uids[2] == uids[3] and not set(uids[0]) & set(uids[2]) and len(set(uids[0])) == 2


# ---- Review ----

PLAN = """([given, was, trainings]) => { const { plan } = Werkwijzer.planning; const { dayNow, isoOf, dayOf } = Werkwijzer.assignment;
    const at = (day) => dayOf(day) * 864e5 + 432e5;
    const answer = { points: 0, of: 1, confidence: null, shown: false, ...given, at: at(given.day), history: (given.past ?? []).map(([day, points]) => ({ points, of: 1, at: at(day) })) };
    const next = plan(answer, was && { stage: was[0], due: 0, at: at(was[1]) }, trainings, at('2030-01-01'));
    return next && [next.stage, next.due ? isoOf(next.due / 864e5) : null]; }"""
RIGHT = {"points": 1, "day": "2027-01-01"}
DAYS = ["2027-03-11", "2027-03-18"]
PLANS = {
    "right and certain": (RIGHT, None, [], None),
    "wrong": ({"day": "2027-01-01"}, None, [], [0, "2027-01-08"]),
    "right with a doubt": ({**RIGHT, "confidence": "doubt"}, None, [], [0, "2027-01-08"]),
    "looked up": ({**RIGHT, "shown": True}, None, [], [0, "2027-01-08"]),
    "wrong first": ({**RIGHT, "past": [["2026-12-31", 0]]}, None, [], [0, "2027-01-08"]),
    "not answered since": ({"day": "2027-01-01"}, [0, "2027-01-01"], [], [0, "2027-01-08"]),
    "then right": ({**RIGHT, "day": "2027-01-08", "past": [["2027-01-01", 0]]}, [0, "2027-01-01"], [], [1, "2027-02-05"]),
    "then wrong again": ({"day": "2027-01-08"}, [1, "2027-01-01"], [], [0, "2027-01-15"]),
    "then wrong and right at once": (
        {**RIGHT, "day": "2027-01-08", "past": [["2027-01-01", 0], ["2027-01-08", 0]]},
        [0, "2027-01-01"],
        [],
        [0, "2027-01-15"],
    ),
    "right twice": ({**RIGHT, "day": "2027-02-05"}, [1, "2027-01-08"], [], [2, None]),
    "training ahead": ({"day": "2027-01-01"}, None, [DAYS], [0, "2027-03-08"]),
    "three days before": ({"day": "2027-03-08"}, [0, "2027-01-01"], [DAYS], [0, "2027-03-11"]),
    "between days": ({**RIGHT, "day": "2027-03-11"}, [0, "2027-03-08"], [DAYS], [1, "2027-03-18"]),
    "last day": ({**RIGHT, "day": "2027-03-18"}, [1, "2027-03-11"], [DAYS], [2, "2027-03-25"]),
    "a week after": ({**RIGHT, "day": "2027-03-25"}, [2, "2027-03-18"], [DAYS], [3, "2027-04-15"]),
    "four weeks after": ({**RIGHT, "day": "2027-04-15"}, [3, "2027-03-25"], [DAYS], [4, None]),
    "wrong four weeks after": ({"day": "2027-04-15"}, [3, "2027-03-25"], [DAYS], [0, "2027-04-22"]),
    "two trainings": ({"day": "2027-03-01"}, None, [DAYS, ["2027-03-05"]], [0, "2027-03-02"]),
    "an assignment without days": ({"day": "2027-01-01"}, None, [[]], [0, "2027-01-08"]),
}


def test_when_a_question_comes_back(page, address):
    page.goto(f"{address}/herhalen/")
    found = page.evaluate(f"(all) => all.map({PLAN})", [[given_, was, trainings] for given_, was, trainings, _ in PLANS.values()])
    assert dict(zip(PLANS, found, strict=True)) == {name: wanted for name, (*_, wanted) in PLANS.items()}


# ---- A trainer and a reader ----


def compose(page, day="2027-03-11"):
    page.get_by_label("Namens welk team").fill("Team Werk")
    page.get_by_label("Dag 1", exact=True).fill(day)
    page.get_by_role("button", name="Introductie en module 1 vóór dag 1").click()
    page.get_by_label("Bericht aan je groep").fill("Fijn dat je meedoet.")
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_role("heading", name="De opdracht is klaar")).to_be_focused()
    return page.get_by_label("Link voor je groep").input_value()


def test_a_trainer_composes_in_a_few_steps(form, address):
    link = compose(form)
    assert link.startswith(f"{address}/#opdracht=WO1.") and len(link) < 500
    assignment = decode(link)
    assert [day.isoformat() for day in assignment.days] == ["2027-03-11"] and assignment.parts[0].due.isoformat() == "2027-03-09"
    assert assignment.chapters == ("introductie", *(chapter.chapter.id for chapter in COURSE.chapters_in("1-groep")))
    expect(form.get_by_role("img", name=assignment.title).first).to_be_visible()
    mail = form.get_by_label("Tekst voor in een mail").input_value()
    assert link in mail and "uiterlijk dinsdag 9 maart 2027 (ongeveer 2 uur en 45 minuten)" in mail and "Fijn dat je meedoet." in mail
    assert form.locator(".ww-assign-mailto").get_attribute("href").startswith("mailto:?subject=Voorbereiding%20op")
    with form.expect_download() as wait:
        form.get_by_role("button", name="Bewaar het agendabestand").click()
    events = list(Calendar.from_ical(wait.value.path().read_bytes()).walk("VEVENT"))
    assert [event.decoded("DTSTART").isoformat() for event in events] == ["2027-03-11", "2027-03-09"]


def test_a_whole_course_fits_in_two_thousand_signs(form):
    form.get_by_role("button", name="Nog een dag").click()
    form.get_by_role("button", name="Nog een dag").click()
    form.get_by_role("button", name="Elke module vóór haar eigen dag").click()
    form.get_by_label("Namens welk team").fill("Team Werk en inkomen, gemeente Zuiderpoort")
    form.get_by_label("Bericht aan je groep").fill(("Lees alles rustig door en schrijf je vragen op. " * 20)[:600])
    form.get_by_role("button", name="Maak de link").click()
    expect(form.get_by_role("heading", name="De opdracht is klaar")).to_be_focused()
    link = form.get_by_label("Link voor je groep").input_value()
    assert len(decode(link).chapters) == len(COURSE.chapters) and len(decode(link).parts) == 3 and len(link) <= 2000


def test_what_is_missing_is_said_where_it_is_missing(form):
    form.get_by_role("button", name="Maak de link").click()
    expect(form.get_by_text("Kies eerst minstens één hoofdstuk")).to_be_visible()
    expect(form.locator(".ww-assign-result")).to_be_hidden()
    form.get_by_role("button", name="Module 2 vóór dag 1").click()
    form.get_by_label("Titel").fill(" ")
    form.get_by_role("button", name="Maak de link").click()
    expect(form.get_by_label("Titel")).to_have_accessible_description("Geef de opdracht een titel.")
    expect(form.get_by_label("Titel")).to_be_focused()
    form.get_by_label("De link").fill("WO1.onzin.00000000")
    form.get_by_role("button", name="Haal op").click()
    expect(form.get_by_label("De link")).to_have_accessible_description(re.compile("niet volledig of beschadigd"))


def test_a_link_can_be_changed_and_stays_the_same_assignment(form):
    known = SAMPLE.model_copy(update={"parts": SAMPLE.parts[:2]})
    form.get_by_label("De link").fill(f"https://x.nl/#opdracht={encode(known)}")
    form.get_by_role("button", name="Haal op").click()
    expect(form.get_by_text("De opdracht staat hierboven.")).to_be_visible()
    form.get_by_role("button", name="Maak de link").click()
    expect(form.get_by_role("heading", name="De opdracht is klaar")).to_be_focused()
    assert decode(form.get_by_label("Link voor je groep").input_value()) == known
    old = form.get_by_label("Link voor je groep").input_value()
    form.get_by_label("Titel").fill("Anders")
    expect(form.get_by_label("Tekst voor in een mail")).to_have_value(re.compile("norm|Introductie"))
    expect(form.get_by_label("Link voor je groep")).not_to_have_value(old)
    again = decode(form.get_by_label("Link voor je groep").input_value())
    assert (again.title, again.key, again.parts) == ("Anders", known.key, known.parts) and again.id != known.id


def test_from_link_to_report_and_back_for_review(page, address, browser):
    page.goto(f"{address}/trainers/opdracht/")
    link = compose(page, (today() + timedelta(days=40)).isoformat())
    page.goto(link)
    proposal = page.locator(".ww-asked--new")
    expect(proposal.get_by_role("heading", level=2)).to_be_focused()
    expect(proposal).to_contain_text("Gevraagd door: Team Werk")
    before = page.evaluate(DUMP)
    proposal.get_by_role("button", name="Nu niet").click()
    expect(page.get_by_text("Er is niets gewijzigd.")).to_be_visible()
    assert page.evaluate(DUMP) == before and "#" not in page.url

    page.evaluate("(link) => { location.hash = link.split('#')[1]; }", link)
    page.get_by_role("button", name="Zet klaar").click()
    card = page.locator("section.ww-asked")
    expect(card.locator(".ww-asked-sum")).to_contain_text("0 van 6 klaar, nog 2 uur en 45 minuten")
    expect(card.locator("li[data-state=none]")).to_have_count(6)
    expect(card.locator("li").first).to_contain_text("nog niet")

    questions = COURSE.by_key["introductie"].bank.bank.asked
    card.get_by_role("link", name="Introductie").click()
    expect(page.locator("details.ww-asked > summary")).to_contain_text("0 van 6 klaar")
    page.wait_for_function("!!customElements.get('ww-question')")
    give(page, {question.id: wrong(question) if question.scored else right(question) for question in questions[:2]})
    expect(page.locator("details.ww-asked li").first).to_have_attribute("data-state", "busy")
    give(page, {question.id: right(question) for question in questions})
    expect(page.locator("details.ww-asked > summary")).to_contain_text("1 van 6 klaar, nog 2 uur en 30 minuten")

    page.goto(f"{address}/rapport/")
    expect(page.get_by_label("Waarover?")).to_have_value(re.compile("^[0-9a-f]{8}$"))
    page.get_by_label("Je naam").fill("Noor <b>")
    expect(page.locator(".ww-report-head")).to_contain_text("Naam: Noor <b>")
    page.get_by_role("button", name="Maak een code").click()
    code = page.get_by_label("Je code").input_value()
    report = page.evaluate("(code) => Werkwijzer.report.read(code)", code)["report"]
    assert (
        report["name"] == "Noor <b>"
        and report["assignment"] == {"id": decode(link).id, "title": decode(link).title}
        and report["texts"] == {}
    )
    assert report["chapters"]["introductie"] == {"state": "done", "done": len(questions), "total": len(questions)}
    assert set(report["answers"]) == {question.id for question in questions if question.scored}
    assert "Noor" not in page.evaluate(DUMP)

    page.goto(f"{address}/herhalen/")
    missed = next(question for question in questions[:2] if question.scored)
    expect(page.locator(".ww-review-days li").first).to_contain_text(str((today() + timedelta(days=37)).year))
    page.evaluate("""() => { for (const key of Object.keys(localStorage)) if (key.includes(':assignment:')) localStorage.removeItem(key);
        for (const key of Object.keys(localStorage)) if (/:(answer|review):/.test(key)) { const value = JSON.parse(localStorage[key]); value.at -= 10 * 864e5;
            value.history?.forEach((past) => { past.at -= 10 * 864e5; }); localStorage[key] = JSON.stringify(value); } }""")
    page.goto(f"{address}/")
    expect(page.locator(".ww-due-line")).to_contain_text(re.compile("Te herhalen.*vra(ag|gen), ongeveer"))
    page.get_by_role("link", name="Te herhalen").click()
    item = page.locator(f'[data-question="{missed.id}"]')
    expect(item).to_be_visible()
    item.get_by_role("link").click()
    expect(page.get_by_text("Dit is een herhaling.")).to_be_visible()
    expect(page.locator(f"#vraag-{missed.id}")).to_have_attribute("data-state", "open")
    give(page, {missed.id: right(missed)})
    page.get_by_role("link", name="Terug naar Herhalen").click()
    expect(page.locator(".ww-review-count")).not_to_have_text("")
    expect(page.locator(f'[data-question="{missed.id}"]')).to_be_hidden()


def accept(page, address, assignment: Assignment):
    page.goto(f"{address}/#opdracht={encode(assignment)}")
    page.get_by_role("button", name="Zet klaar").click()
    expect(page.get_by_text("De opdracht staat klaar.")).to_be_visible()


def test_several_assignments_side_by_side_and_one_taken_away(page, address):
    other = SAMPLE.model_copy(update={"key": "ffffffff", "title": "Nog een"})
    accept(page, address, SAMPLE)
    page.goto("about:blank")
    accept(page, address, other)
    cards = page.locator("section.ww-asked")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("Onbekend onderdeel: houding")
    page.get_by_role("button", name="Haal weg Nog een").click()
    expect(cards).to_have_count(1)
    page.get_by_role("button", name="Zet terug").click()
    expect(cards).to_have_count(2)
    page.goto("about:blank")
    page.goto(f"{address}/#opdracht={encode(other)}")
    expect(page.get_by_text("Deze opdracht staat al klaar.")).to_be_visible()


def test_a_deadline_that_has_passed_says_so(page, address):
    past = SAMPLE.model_copy(
        update={"days": (date(2026, 1, 10),), "parts": (SAMPLE.parts[1].model_copy(update={"due": date(2026, 1, 8)}),)}
    )
    accept(page, address, past)
    expect(page.locator(".ww-asked-when")).to_have_text(
        re.compile("uiterlijk donderdag 8 januari 2026 · nog 35 minuten · deze dag is voorbij")
    )


def test_a_new_version_takes_the_place_of_the_old_one(page, address):
    accept(page, address, SAMPLE)
    page.goto("about:blank")
    page.goto(f"{address}/#opdracht={encode(SAMPLE.model_copy(update={'title': 'Nieuwe versie'}))}")
    expect(page.get_by_text("Dit is een nieuwe versie van een opdracht die al klaarstaat.")).to_be_visible()
    page.get_by_role("button", name="Zet klaar").click()
    expect(page.locator("section.ww-asked h2")).to_have_text(["Nieuwe versie"])


def test_a_chapter_fetches_nothing_of_it_without_an_assignment(page, address):
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}/1-groep/keuze/", wait_until="networkidle")
    assert not [url for url in loaded if "assign" in url or "catalogue" in url]
    accept(page, address, SAMPLE)
    page.goto(f"{address}/1-groep/keuze/", wait_until="networkidle")
    assert [url for url in loaded if url.endswith("/assignment.js")]


def test_without_javascript_the_pages_say_what_they_would_do(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("trainers/opdracht", "rapport", "herhalen"):
        page.goto(f"{address}/{path}/")
        expect(page.get_by_text("Met JavaScript aan")).to_be_visible()
        assert page.locator("main :is(button, input, select, textarea):visible").count() == 0
    context.close()


def test_works_from_a_file(page, site, tmp_path):
    page.goto((site / "index.html").as_uri() + f"#opdracht={encode(SAMPLE)}")
    page.get_by_role("button", name="Zet klaar").click()
    expect(page.get_by_text("De opdracht staat klaar.")).to_be_visible()
    assert page.url.endswith("index.html")
    page.goto((site / "trainers/opdracht/index.html").as_uri())
    page.get_by_role("button", name="Module 2 vóór dag 1").click()
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_label("Adres van de cursus")).to_have_accessible_description(re.compile("Het begint met http"))
    page.get_by_label("Adres van de cursus").fill("https://cursus.voorbeeld.nl/")
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_label("Link voor je groep")).to_have_value(re.compile("^https://cursus.voorbeeld.nl/#opdracht=WO1"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_is_accessible(scheme, page, address):
    page.set_viewport_size({"width": 320 if scheme == "dark" else 1280, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/#opdracht={encode(SAMPLE)}")
    expect(page.locator(".ww-asked--new h2")).to_be_focused()
    assert flaws(page) == []
    page.get_by_role("button", name="Zet klaar").click()
    expect(page.locator("section.ww-asked")).to_be_visible()
    assert flaws(page) == []
    page.goto(f"{address}/1-groep/keuze/")
    page.locator("details.ww-asked > summary").click()
    assert flaws(page) == []
    page.goto(f"{address}/trainers/opdracht/")
    compose(page)
    page.locator(".ww-assign-questions > summary").first.click()
    assert flaws(page) == []


def flaws(page) -> list:
    """What axe finds from the top of the page, where the header covers nothing; and what sticks out sideways."""
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return violations(page) + (["wide"] if wide else [])
