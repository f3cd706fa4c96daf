"""The tools in a real browser: by keyboard, kept where the reader wants, on paper, without JavaScript, accessible in every state."""

from __future__ import annotations

import json
import re

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.axe import accessible
from tests.decisions import combinations
from tests.sites import ROOT
from tests.tools import DECISION, FORMATS, SESSION, fit
from werkwijzer.components import decide, session

PAGES = [
    "keuzehulp",
    "canvas",
    "werkvormen",
    "draaiboek",
    "kijkformulier",
    "afspraken",
    "toegankelijkheidscheck",
    "incident-en-nazorg",
    "evalueren",
]


@pytest.fixture
def tool(page, address):
    """Opens the page of a tool; printing only counts."""
    page.add_init_script(
        "globalThis.printed = []; globalThis.print = () => printed.push(document.querySelector('[data-print]')?.dataset.print)"
    )

    def visit(path: str, hash_: str = "") -> Page:
        page.goto(f"{address}/gereedschap/{path}/{hash_}")
        page.wait_for_selector(".ww-kit[data-live]")
        return page

    return visit


def button(page: Page, name: str):
    return page.get_by_role("button", name=name)


def kept(page: Page, note: str):
    text = page.evaluate("note => localStorage.getItem(`werkwijzer:groepsgewijs@%2F:1:note:${note}`)", note)
    return json.loads(text)["parts"] if text else None


def status(page: Page, kind: str):
    return page.locator(f"ww-{kind} .ww-status").first


def narrow(page: Page) -> bool:
    page.set_viewport_size({"width": 320, "height": 800})
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return fits and accessible(page)


def saved_text(page: Page, name: str) -> str:
    with page.expect_download() as download:
        button(page, name).click()
    return download.value.path().read_bytes().decode()


# ---- The decision aid ----
def pick(page: Page, answers: dict[str, str]) -> None:
    """Answers by keyboard alone."""
    for question, answer in answers.items():
        ids = [one.id for one in next(one for one in DECISION.questions if one.id == question).answers]
        page.locator(f"#keuze--{question}--{ids[0]}").focus()
        page.keyboard.press("Space")
        for _ in range(ids.index(answer)):
            page.keyboard.press("ArrowDown")


def test_the_page_advises_as_python_does(tool):
    page = tool("keuzehulp")
    asked = [
        [{"to": answer.points_to or "", "reason": answer.reason or "", "find": answer.find_out or ""} for answer in question.answers]
        for question in DECISION.questions
    ]
    script = """([asked, ranks, plain]) => asked.reduce((rows, answers) => rows.flatMap((row) => answers.map((answer) => [...row, answer])), [[]])
      .map((picked) => { const { outcome, reasons, also, find } = Werkwijzer.decide.advise(picked, ranks, plain); return [outcome, reasons.length, also.length, find.length]; })"""
    found = page.evaluate(script, [asked, {outcome.id: outcome.rank for outcome in DECISION.outcomes}, DECISION.default])
    advised = (decide.advise(DECISION, picked) for picked in combinations(DECISION))
    assert found == [[advice.outcome.id, len(advice.reasons), len(advice.also), len(advice.find_out)] for advice in advised]


@pytest.mark.parametrize("example", DECISION.examples, ids=lambda example: example.outcome)
def test_each_outcome_is_reached_by_keyboard(tool, example):
    page = tool("keuzehulp")
    pick(page, example.answers)
    page.keyboard.press("Tab")
    expect(button(page, "Bekijk het advies")).to_be_focused()
    page.keyboard.press("Enter")
    advice = decide.advise(DECISION, example.answers)
    expect(page.locator("#advies")).to_be_focused()
    expect(page.locator("#advies")).to_contain_text(advice.outcome.title)
    expect(page.locator(".ww-decide-outcome:visible")).to_have_count(1)
    for reason in (*advice.reasons, *advice.also, *advice.find_out):
        expect(page.locator(".ww-decide-advice")).to_contain_text(reason)
    assert page.locator(".ww-decide-first").is_visible() == bool(advice.find_out)
    assert kept(page, "keuzehulp") is None, "nothing is kept unless asked"


def test_a_question_without_answer_is_an_error_and_the_advice_follows_the_answers(tool):
    page = tool("keuzehulp")
    noor = next(example.answers for example in DECISION.examples if example.id == "noor")
    pick(page, {id_: answer for id_, answer in noor.items() if id_ != "te-persoonlijk"})
    button(page, "Bekijk het advies").click()
    expect(page.locator("#keuze--te-persoonlijk--nee")).to_be_focused()
    expect(page.locator(".ww-error:visible")).to_have_text("Kies hier een antwoord. “Dat weet ik nog niet” is ook een antwoord.")
    assert narrow(page)
    page.keyboard.press("Space")
    expect(page.locator(".ww-error:visible")).to_have_count(0)
    button(page, "Bekijk het advies").click()
    expect(page.locator("#advies")).to_have_text("Advies: Groep")
    page.get_by_label("Verplicht, voor een reeks").check()
    expect(page.locator("#advies")).to_have_text("Advies: Groep met een individuele start of een traject ernaast")
    expect(status(page, "decide")).to_contain_text("Je advies is nu: Groep met een individuele start")
    assert accessible(page)


def test_the_answers_are_kept_when_asked_and_gone_when_not(tool):
    page = tool("keuzehulp")
    button(page, "Vul in: Maria").click()
    page.get_by_label("Bewaar in deze browser").check()
    assert kept(page, "keuzehulp")["nu-meedoen"] == "nee"
    page.reload()
    expect(page.locator("#advies")).to_have_text("Voorlopig advies: Niet nu, wel verwijzen")
    text = saved_text(page, "Bewaar als tekst")
    assert "3 Kan iemand nu in een groep meedoen?: Nee, er is acute onveiligheid" in text
    button(page, "Begin opnieuw").click()
    expect(button(page, "Zet terug")).to_be_focused()
    assert kept(page, "keuzehulp") is None and page.locator(".ww-decide-advice").is_hidden()
    page.keyboard.press("Enter")
    assert kept(page, "keuzehulp")["nu-meedoen"] == "nee"
    page.get_by_label("Bewaar in deze browser").uncheck()
    assert kept(page, "keuzehulp") is None


# ---- The canvas ----
def test_the_canvas_keeps_itself_shows_an_example_and_stands_on_mijn_voortgang(tool, address):
    page = tool("canvas")
    expect(page.locator(".ww-canvas-example").first).to_be_hidden()
    button(page, "Toon het voorbeeld").click()
    expect(page.locator(".ww-canvas-example")).to_have_count(15)
    page.get_by_label("3 Veranderdoel").fill("Opent elke maandag de post 🙂.")
    expect(status(page, "canvas")).to_have_text("Bewaard.")
    assert kept(page, "canvas")["veranderdoel"] == "Opent elke maandag de post 🙂."
    assert narrow(page)
    assert "3 Veranderdoel: Opent elke maandag de post 🙂." in saved_text(page, "Bewaar als tekst")
    page.goto(f"{address}/voortgang/")
    made = page.locator(".ww-record-made li:visible")
    expect(made).to_have_count(1)
    made.get_by_role("link", name="Groepscanvas").click()
    expect(page.get_by_label("3 Veranderdoel")).to_have_value("Opent elke maandag de post 🙂.")
    button(page, "Maak leeg").click()
    assert kept(page, "canvas") is None
    button(page, "Zet terug").click()
    assert kept(page, "canvas")["veranderdoel"].startswith("Opent")


# ---- The cards ----
def test_the_page_says_of_each_card_what_its_data_say(tool):
    page = tool("werkvormen")
    asks = [
        (aim, phase, people, minutes) for aim in ("", "oefenen") for phase in ("", "eind") for people in (0, 5, 25) for minutes in (0, 15)
    ]
    script = """(asks) => { const cards = [...document.querySelectorAll('.ww-format')].map(({ dataset }) => ({ id: dataset.format, aims: dataset.aims.split(' '),
      phases: dataset.phases.split(' '), size: dataset.size.split(' ').map(Number), minutes: Number(dataset.minutes) }));
      return asks.map(([doel, moment, mensen, tijd]) => cards.filter((card) => Werkwijzer.formats.fits(card, { doel, moment, mensen, tijd })).map(({ id }) => id)); }"""
    expected = [fit(doel=aim, moment=phase, mensen=people, tijd=minutes) for aim, phase, people, minutes in asks]
    assert page.evaluate(script, asks) == expected


def test_cards_are_filtered_and_the_address_holds_the_filter(tool):
    page = tool("werkvormen")
    expect(status(page, "formats")).to_have_text("25 werkvormen.")
    page.get_by_label("Doel").select_option("kennismaken")
    page.get_by_label("Aantal mensen").fill("\u202d7\u202c")
    expect(status(page, "formats")).to_have_text("3 van de 25 werkvormen passen.")
    assert page.url.endswith("#doel=kennismaken&mensen=7")
    assert narrow(page)
    page.get_by_label("Aantal mensen").fill("zeven")
    expect(page.locator(".ww-error")).to_have_text("Vul een getal in, in cijfers.")
    assert accessible(page)
    page.get_by_label("Aantal mensen").fill("99")
    expect(status(page, "formats")).to_contain_text("Geen werkvorm past")
    button(page, "Toon weer alles").click()
    expect(page.locator(".ww-format:visible")).to_have_count(25)
    assert "#" not in page.url


def test_a_link_leads_to_a_filter_or_to_a_card_whatever_the_filter(tool):
    page = tool("werkvormen", "#moment=eind&tijd=10")
    expect(page.get_by_label("Moment")).to_have_value("eind")
    shown = page.locator(".ww-format:visible").count()
    assert 0 < shown < 25
    page.evaluate("location.hash = 'zoek-iemand-die'")
    expect(page.locator("#zoek-iemand-die")).to_be_in_viewport()
    expect(page.locator(".ww-format:visible")).to_have_count(25)
    tool("werkvormen", "#<img>&doel=onzin")
    expect(page.locator(".ww-format:visible")).to_have_count(25)


def test_one_card_or_the_chosen_ones_go_on_paper(tool):
    page = tool("werkvormen")
    on_paper = "[...document.querySelectorAll('.ww-format')].filter((card) => getComputedStyle(card).display !== 'none').length"
    page.emulate_media(media="print")
    assert page.evaluate(on_paper) == 25
    page.emulate_media(media="screen")
    for name in ("Duim-cirkel", "Wandelgesprek"):
        page.get_by_label(f"Kies om af te drukken: {name}").check()
    button(page, "Druk 2 gekozen kaarten af").click()
    page.emulate_media(media="print")
    assert page.evaluate("printed.length") == 1 and page.evaluate(on_paper) == 2
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    button(page, "Druk deze kaart af: Zoek iemand die …").click()
    page.emulate_media(media="print")
    assert page.evaluate(on_paper) == 1


# ---- The session plan ----
def test_the_page_weighs_as_python_does(tool):
    page = tool("draaiboek")
    plans = [
        ([], 0),
        ([("active", 50), ("watch", 40), ("slack", 10)], 3),
        ([("active", 199), ("watch", 181), ("slack", 20)], 4),
        ([("break", 7)], 1),
    ]
    rules = "[...document.querySelectorAll('[data-rule]')].map(({ dataset: { rule: id, most, least } }) => ({ id, ...(most ? { most: Number(most) } : { least: Number(least) }) }))"
    found = page.evaluate(f"(plans) => plans.map(([parts, goals]) => Werkwijzer.session.weigh(parts, goals, {rules}))", plans)
    weighed = [session.weigh(parts, goals, SESSION.rules) for parts, goals in plans]
    assert found == [{"total": one.total, "active": one.active, "slack": one.slack, "kept": one.kept} for one in weighed]


def begin(page: Page, plan: str) -> None:
    page.get_by_label("Begin met").select_option(plan)
    button(page, "Zet klaar").click()


def titles(page: Page) -> list[str]:
    return page.locator("[data-field=title]").evaluate_all("fields => fields.map((field) => field.value)")


def test_a_plan_is_made_moved_and_weighed(tool):
    page = tool("draaiboek")
    begin(page, "Bijeenkomst van twee uur")
    assert titles(page) == [block.title for block in SESSION.template.blocks]
    expect(page.locator(".ww-session-total")).to_have_text("Samen 120 minuten, van 09:30 tot 11:30. Dat is precies de tijd die je hebt.")
    down = button(page, "Omlaag: Opening")
    down.focus()
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    expect(status(page, "session")).to_have_text("Opening staat nu op plaats 2 van 6.")
    button(page, "Omhoog: Kern").click()
    expect(status(page, "session")).to_have_text("Staat al bovenaan.")
    expect(page.locator(".ww-session-clock").nth(1)).to_have_text("09:50–10:05")
    page.get_by_label("Minuten", exact=True).nth(3).fill("15")
    expect(page.locator("[data-rule=bezig]")).to_contain_text("Let op, 47 procent.")
    page.keyboard.press("Tab")
    expect(status(page, "session")).to_have_text(re.compile("^Samen 95 minuten.*Let op, 47 procent"))
    expect(page.locator(".ww-session-total")).to_contain_text("Je hebt nog 25 minuten over.")
    for minutes, said in (
        ("39", "Je hebt nog 1 minuut over."),
        ("41", "Dat is 1 minuut meer dan je hebt."),
        ("15", "Je hebt nog 25 minuten over."),
    ):
        page.get_by_label("Minuten", exact=True).nth(3).fill(minutes)
        expect(page.locator(".ww-session-total")).to_contain_text(said)
    assert narrow(page)
    button(page, "Verwijder: Pauze").click()
    expect(button(page, "Verwijder: Oefenen")).to_be_focused()
    button(page, "Zet terug").click()
    assert "Pauze" in titles(page)


def test_a_format_is_added_and_the_plan_kept(tool, address):
    page = tool("draaiboek")
    page.get_by_label("Werkvorm", exact=True).select_option("duim-cirkel")
    button(page, "Voeg deze werkvorm toe").click()
    expect(page.locator("[data-field=title]")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" 🙂")
    expect(status(page, "session")).to_have_text("Bewaard.")
    page.reload()
    assert titles(page) == ["Duim-cirkel 🙂"]
    expect(page.get_by_role("link", name="Kaart: Duim-cirkel 🙂")).to_have_attribute("href", re.compile("werkvormen/#duim-cirkel$"))
    begin(page, "Een leeg vel")
    assert titles(page) == [] and kept(page, "draaiboek") is None
    button(page, "Zet terug").click()
    assert titles(page) == ["Duim-cirkel 🙂"]


def test_a_kept_plan_is_read_as_if_a_stranger_sent_it(tool):
    page = tool("draaiboek")
    evil = {
        "head": {"naam": 7, "start": "99:99", "datum": "gisteren", "tijd": -4},
        "blocks": [{"title": "<b>x</b>", "kind": "nonsense", "minutes": 1e9, "format": "../x"}, None, "?"],
    }
    put = "(parts) => localStorage.setItem('werkwijzer:groepsgewijs@%2F:1:note:draaiboek', JSON.stringify({ parts, at: Date.now() }))"
    for parts in ({"json-00": json.dumps(evil)}, {"json-00": "{niet"}, {"iets": "anders"}):
        page.evaluate(put, parts)
        page.reload()
        page.wait_for_selector("ww-session[data-live]")
        assert titles(page) == (["<b>x</b>", "", ""] if "blocks" in parts.get("json-00", "") else [])
    expect(page.locator(".ww-session-total")).to_have_text("Samen 0 minuten.")


def test_the_plan_goes_to_a_calendar(tool):
    page = tool("draaiboek")
    button(page, "Zet in je agenda").click()
    expect(page.locator("#draaiboek--agenda-error")).to_be_visible()
    expect(page.get_by_label("Datum")).to_be_focused()
    assert accessible(page)
    begin(page, "Grip op je knip, les over post")
    page.get_by_label("Datum").fill("2027-03-11")
    page.get_by_label("Naam van de bijeenkomst").fill("Post; openen, of later\\nooit 🙂")
    text = saved_text(page, "Zet in je agenda")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and text.endswith("END:VCALENDAR\r\n")
    [event] = Calendar.from_ical(text).walk("VEVENT")
    assert str(event["summary"]) == "Post; openen, of later\\nooit 🙂"
    assert (event["dtstart"].dt.isoformat(), event["dtend"].dt.isoformat()) == ("2027-03-11T13:30:00", "2027-03-11T15:30:00")
    description = str(event["description"])
    assert "15:15–15:30 Speling" in description and "Materiaal: Kladpapier, klok." in description
    assert saved_text(page, "Bewaar als tekst").startswith("Post; openen, of later\\nooit 🙂\n11 maart 2027. Samen 120 minuten")


def event_of(page: Page) -> tuple[str, int, str]:
    [event] = Calendar.from_ical(saved_text(page, "Zet in je agenda")).walk("VEVENT")
    return str(event["uid"]), int(event["sequence"]), event["dtstart"].dt.isoformat()


def test_a_plan_keeps_its_event_when_it_moves_and_another_plan_has_its_own(tool):
    page = tool("draaiboek")
    page.clock.install(time="2026-12-01T10:00:00")
    page.reload()
    begin(page, "Grip op je knip, les over post")
    page.get_by_label("Datum").fill("2027-03-11")
    first = event_of(page)
    page.clock.fast_forward(5000)
    page.reload()
    page.get_by_label("Datum").fill("2027-03-18")
    moved = event_of(page)
    assert moved[0] == first[0] and moved[1] > first[1] and moved[2].startswith("2027-03-18")
    begin(page, "Grip op je knip, les over post")
    button(page, "Zet terug").click()
    assert event_of(page)[0] == first[0]
    begin(page, "Grip op je knip, les over post")
    page.get_by_label("Datum").fill("2027-03-11")
    other = event_of(page)
    assert other[0] != first[0] and other[2] == first[2], "another plan on the same day and hour"


def test_a_plan_that_was_kept_without_an_id_gets_one_and_keeps_it(tool):
    page = tool("draaiboek")
    old = {
        "head": {"datum": "2027-03-11", "start": "09:30", "naam": "Les"},
        "blocks": [{"title": "Ronde", "kind": "active", "minutes": 30}],
    }
    page.evaluate(
        "(plan) => localStorage.setItem('werkwijzer:groepsgewijs:1:note:draaiboek', JSON.stringify({ parts: { 'json-00': JSON.stringify(plan) }, at: 1764600000000 }))",
        old,
    )
    page.reload()
    first = event_of(page)
    page.reload()
    assert titles(page) == ["Ronde"] and event_of(page)[0] == first[0]


# ---- Forms ----
def test_counting_goes_by_button_and_by_keyboard(tool):
    page = tool("kijkformulier")
    more = button(page, "Tel er één bij: stoel 3")
    for _ in range(7):
        more.press("Enter")
    button(page, "Haal er één af: stoel 3").click()
    expect(status(page, "form")).to_have_text("stoel 3: 6")
    expect(page.get_by_label("stoel 3", exact=True)).to_have_value("6")
    expect(page.locator(".ww-tally-row:has-text('stoel 3') .ww-said")).to_have_text("||||/ | (6)")
    page.get_by_label("stoel 3", exact=True).fill("\u200b6\ufeff")
    expect(page.locator(".ww-tally-row:has-text('stoel 3') .ww-said")).to_have_text("||||/ | (6)")
    page.get_by_label("stoel 3", exact=True).fill("6")
    page.locator("#kijkformulier--gedaan--vorm").check()
    page.get_by_label("Wat ik zie").fill("Drie mensen praten.")
    assert kept(page, "form-kijkformulier") is None
    assert narrow(page)
    page.locator("#kijkformulier--keep").check()
    page.reload()
    expect(page.get_by_label("stoel 3", exact=True)).to_have_value("6")
    expect(page.locator("#kijkformulier--gedaan--vorm")).to_be_checked()
    button(page, "Druk leeg af").first.click()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".ww-tally-row:has-text('stoel 3') .ww-said")).to_have_text("||||/ | (6)")
    text = page.evaluate("Werkwijzer.sheet.textOf(document.querySelector('ww-form'))")
    assert "stoel 3: 6" in text and "Wat ik doe: de vorm veranderen" in text and "Wat ik zie: Drie mensen praten." in text


def test_a_form_goes_on_paper_filled_empty_or_large(tool):
    page = tool("evalueren")
    ticket = page.locator("ww-form").first
    ticket.get_by_label("Wat neem je mee?").fill("Moed")
    forms = "[...document.querySelectorAll('ww-form')].filter((form) => getComputedStyle(form).display !== 'none').map((form) => form.querySelector('.ww-lines-2').textContent)"
    for name, said in (("Druk af", "Moed"), ("Druk leeg af", ""), ("Druk af in grote letters", "Moed")):
        ticket.get_by_role("button", name=name, exact=True).click()
        page.emulate_media(media="print")
        assert page.evaluate(forms) == [said]
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")
        expect(ticket.get_by_label("Wat neem je mee?")).to_have_value("Moed")
    assert page.evaluate("printed") == ["", "empty", "large"]


# ---- Paper and no JavaScript ----
# Sides of paper: the decision aid and the protocol have a front and a back.
SHEETS = {
    "keuzehulp": 2,
    "canvas": 1,
    "werkvormen": 25,
    "draaiboek": 1,
    "kijkformulier": 2,
    "afspraken": 1,
    "toegankelijkheidscheck": 1,
    "incident-en-nazorg": 3,
    "evalueren": 4,
}


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_no_more_sides_than_planned(tool, path):
    pdf = tool(path).pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == SHEETS[path]


@pytest.mark.parametrize("path", PAGES)
def test_without_javascript_everything_can_be_read(browser, address, path):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/gereedschap/{path}/")
    assert page.locator(".ww-kit button:visible").count() == 0
    seen = {
        "keuzehulp": (".ww-decide-outcome", 4),
        "canvas": (".ww-canvas-example", 15),
        "werkvormen": (".ww-format", 25),
        "draaiboek": (".ww-session-plan", 4),
    }
    css, count = seen.get(path, ("ww-form h2", {"kijkformulier": 2, "evalueren": 4}.get(path, 1)))
    expect(page.locator(f"{css}:visible")).to_have_count(count)
    if path == "keuzehulp":
        expect(page.locator(".ww-option .ww-decide-flow:visible")).to_have_count(
            sum(len(question.answers) for question in DECISION.questions)
        )
    context.close()


def test_every_link_to_a_card_in_the_course_leads_to_one():
    known = {one.id for one in FORMATS.formats}
    linked = [match for path in (ROOT / "docs").rglob("*.md") for match in re.findall(r"werkvormen\.md#([\w-]+)", path.read_text("utf-8"))]
    assert len(linked) >= 12 and set(linked) <= known
