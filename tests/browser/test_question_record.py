"""What an earlier visit, another tab or a stranger put into storage."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.questions import KEY, SCORED, SCRIPTS, Keyboard, answer, keep, kept, question
from werkwijzer.questions import TYPES


@pytest.mark.parametrize("type_", SCORED)
def test_a_changed_question(visit, type_):
    page = visit(type_)
    keep(page, type_, hash="0123456789", text="<img src=x onerror=alert(1)>")
    page.reload()
    own = question(page, type_)
    assert own.get_attribute("data-state") == "changed"
    status = own.get_by_role("status")
    expect(status).to_contain_text("De vraag is gewijzigd sinds je antwoord van 13 november 2025.")
    expect(status).to_contain_text("Je antwoord was toen: <img src=x onerror=alert(1)>")
    assert own.locator("img").count() == 0
    assert own.locator(".ww-field :checked:not(option)").count() == 0
    assert own.locator(".ww-field [type=text]").evaluate_all("all => all.every(one => !one.value)")
    answer(page, type_, SCRIPTS[type_].right)
    Keyboard(page).button(".ww-check")
    expect(status).to_have_text("Poging 1: goed.")
    assert [past["hash"] for past in kept(page, type_)["history"]] == ["0123456789"]


def test_text_of_a_changed_open_question_stays(visit):
    page = visit("open")
    keep(page, "open", hash="0123456789")
    page.reload()
    assert question(page, "open").get_attribute("data-state") == "changed"
    assert page.locator("textarea").input_value() == "Iets."


def test_an_answer_under_an_earlier_id(visit):
    page = visit("multiple")
    keep(page, "multiple", response=["lach", "vraag"], points=2)
    page.evaluate(
        "([to, from]) => { localStorage.setItem(to, localStorage.getItem(from)); localStorage.removeItem(from); }",
        [f"{KEY}answer:voorbeeld-meer", f"{KEY}answer:voorbeeld-multiple"],
    )
    page.reload()
    expect(page.get_by_role("status")).to_have_text("Je antwoord van 13 november 2025: goed.")


def test_another_tab(visit, context, examples):
    page = visit("choice")
    other = context.new_page()
    other.goto(f"{examples}/choice.html")
    answer(other, "choice", SCRIPTS["choice"].right)
    assert question(page, "choice").get_attribute("data-state") == "open"
    Keyboard(other).button(".ww-check")
    expect(question(page, "choice")).to_have_attribute("data-state", "right")
    expect(page.locator("#ww-voorbeeld-choice--norm")).to_be_checked()
    assert not other.evaluate("document.activeElement === document.body")
    other.evaluate("localStorage.clear()")
    expect(question(page, "choice")).to_have_attribute("data-state", "open")
    expect(page.locator("#ww-voorbeeld-choice--norm")).not_to_be_checked()


def test_another_tab_waits_while_somebody_is_busy(visit, context, examples):
    page = visit("short")
    keyboard = Keyboard(page)
    keyboard.type(".ww-input", "halver")
    other = context.new_page()
    other.goto(f"{examples}/short.html")
    answer(other, "short", SCRIPTS["short"].right)
    Keyboard(other).press("Enter")
    expect(other.get_by_role("status")).to_have_text("Poging 1: goed.")
    page.wait_for_timeout(100)
    assert page.locator(".ww-input").input_value() == "halver"
    keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Poging 2: nog niet goed.")
    assert [past["points"] for past in kept(page, "short")["history"]] == [1]


HOSTILE = [
    None, True, 1, -1, "", "<img src=x onerror=alert(1)>", "__proto__", "constructor", "a" * 20000, "\u0000\u202e", [], ["norm"], [""], ["<b>", "<i>"],
    ["__proto__"] * 20, {}, {"verdict": "true", "reason": ["band"]}, {"verdict": [], "reason": True}, {"text": ["a"], "criteria": "gedrag"},
    {"text": None, "criteria": ["<b>", "gedrag"]}, {"aggregaat": ["groep"], "categorie": True, "groep": None}, {"formulier": "<b>", "tips": ["met"]},
    {"constructor": "x", "tostring": "y"}, {"afhankelijkheid": ["x"], "omgeving": "__proto__"}, {"a": {"b": "c"}}, [["a"]], [None], {"__proto__": {"polluted": "yes"}},
]  # fmt: skip


@pytest.mark.parametrize("type_", sorted(TYPES))
def test_hostile_answers_do_nothing(visit, type_):
    """Straight into the type, past the record's own checks; then through storage."""
    page = visit(type_)
    before = question(page, type_).evaluate("own => own.querySelectorAll('*').length")
    page.evaluate(
        """responses => {
          const own = document.querySelector('ww-question'), type = Werkwijzer.types[own.dataset.type], key = own.key ?? null;
          for (const response of [...responses.map(text => JSON.parse(text)), undefined]) {
            type.write(own, response);
            const { points, of } = type.score(key, response);
            if (!(points >= 0 && points <= of)) throw new Error(JSON.stringify({ response, points, of }));
            const read = type.read(own);
            if (!type.empty(read, own)) type.words(own, read);
          }
        }""",
        [json.dumps(response) for response in HOSTILE],
    )
    for response in (HOSTILE[5], ["<b>", "weg"], {"aggregaat": "<b>", "text": "<i>", "verdict": "x", "reason": "<b>", "criteria": ["x"]}):
        keep(page, type_, response=response, attempts=3, hints=99, text="<i>x</i>")
        page.reload()
        page.wait_for_function("() => document.querySelector('ww-question').type")
    assert question(page, type_).locator("i, b, img").count() == 0
    assert question(page, type_).evaluate("own => own.querySelectorAll('*').length") < before + 30
    page.evaluate("key => localStorage.setItem(key, '{\"response\": 1e999')", f"{KEY}answer:voorbeeld-{type_}")
    page.reload()
    expect(question(page, type_)).to_have_attribute("data-state", "open")
    assert page.evaluate("({}).polluted") is None


def test_a_page_that_comes_back(visit):
    """Browsers put a page back as it was; what happened meanwhile must show all the same."""
    page = visit("choice")
    keep(page, "choice", response="norm", points=1)
    assert question(page, "choice").get_attribute("data-state") == "open"
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(question(page, "choice")).to_have_attribute("data-state", "right")
    expect(page.get_by_role("status")).to_contain_text("goed.")
