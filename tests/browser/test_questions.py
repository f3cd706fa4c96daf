"""Questions as somebody without a mouse meets them, and as hostile data would have them."""

from __future__ import annotations

import json
import os
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests.browser.questions import KEY, SCORED, SCRIPTS, Keyboard, answer, build, example
from tests.browser.server import serve
from werkwijzer import scoring
from werkwijzer.bank import meaning_hash
from werkwijzer.questions import FOLDER, TYPES

SNAPSHOTS = Path(__file__).parent / "snapshots"
ALL = sorted(TYPES)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with serve(build(tmp_path_factory.mktemp("questions"))) as address:
        yield address


@pytest.fixture
def visit(page: Page, site: str):
    def go(name: str) -> Page:
        page.goto(f"{site}/{name}.html")
        return page

    return go


def question(page: Page, type_: str):
    return page.locator(f"#vraag-voorbeeld-{type_}")


def kept(page: Page, type_: str):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", f"{KEY}answer:voorbeeld-{type_}") or "null")


def keep(page: Page, type_: str, **changes) -> None:
    """Puts an answer into storage, as an earlier visit could have."""
    record = {
        "response": SCRIPTS[type_].wrong_response if type_ in SCRIPTS else {"text": "Iets.", "criteria": []},
        "points": 0, "of": example(type_).points(), "attempts": 1, "hints": 0, "confidence": None,
        "hash": meaning_hash(example(type_)), "at": 1763000000000, "shown": False, "history": [], "text": "mijn antwoord",
    }  # fmt: skip
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{KEY}answer:voorbeeld-{type_}", json.dumps(record | changes)])


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.className || document.activeElement.tagName")


def marks(page: Page, type_: str) -> list[str]:
    return question(page, type_).locator(".ww-mark").evaluate_all("marks => marks.map(mark => mark.dataset.mark)")


# The way of one question, by keyboard.


@pytest.mark.parametrize("type_", SCORED)
def test_journey(visit, type_):
    page, script = visit(type_), SCRIPTS[type_]
    own, keyboard = question(page, type_), Keyboard(page)
    status, retry = own.get_by_role("status"), own.get_by_role("button", name="Probeer opnieuw")
    expect(status).to_be_empty()
    expect(retry).to_be_hidden()

    keyboard.button(".ww-check", "Space")
    expect(own.get_by_role("alert")).to_have_text(script.empty)
    first = own.locator(".ww-field :is(input, select, button):visible").first
    expect(first).to_be_focused()
    assert kept(page, type_) is None
    assert own.locator("[aria-invalid]").count() == (type_ != "order")

    answer(page, type_, script.wrong)
    expect(own.get_by_role("alert")).to_be_hidden()
    assert own.locator("[aria-invalid]").count() == 0
    assert own.get_attribute("data-state") == "open" and kept(page, type_) is None, "moving about must not check"
    keyboard.button(".ww-check")
    expect(status).to_have_text(f"Poging 1: {script.verdict} {again(type_)}")
    assert focused(page) == "ww-check"
    points, _, of = script.points
    assert own.get_attribute("data-state") == ("partial" if points else "wrong")
    record = kept(page, type_)
    assert record["response"] == script.wrong_response
    assert (record["points"], record["of"], record["attempts"]) == (points, of, 1)
    assert set(marks(page, type_)) <= {"right", "wrong"} and "wrong" in marks(page, type_)
    feedback = own.locator(".ww-feedback")
    expect(feedback).to_contain_text(script.said)
    expect(feedback.get_by_role("link", name="Lees nog eens: Een kop")).to_be_visible()
    assert script.secret not in seen(own)

    keyboard.button(".ww-check")
    expect(status).to_contain_text("Poging 1:")
    assert kept(page, type_)["attempts"] == 1, "the same answer once more is not an attempt"

    keyboard.button(".ww-retry")
    expect(retry).to_be_hidden()
    expect(status).to_be_empty()
    assert marks(page, type_) == [] and focused(page) not in ("BODY", "HTML")
    assert own.get_attribute("data-state") == "open"
    assert own.evaluate("own => Werkwijzer.types[own.dataset.type].read(own)") == script.wrong_response

    answer(page, type_, script.right)
    keyboard.button(".ww-check")
    expect(status).to_have_text("Poging 2: goed.")
    assert focused(page) == "ww-check"
    assert own.get_attribute("data-state") == "right"
    assert set(marks(page, type_)) == {"right"}
    expect(own.locator(".ww-answer")).to_have_attribute("open", "")
    record = kept(page, type_)
    assert record["response"] == script.right_response
    assert (record["points"], record["of"], record["attempts"], record["shown"]) == (of, of, 2, False)
    assert [(past["points"], past["of"]) for past in record["history"]] == [(points, of)]

    page.reload()
    expect(status).to_have_text(f"Je antwoord van {today(page)}: goed.")
    assert own.get_attribute("data-state") == "right"
    assert own.evaluate("own => Werkwijzer.types[own.dataset.type].read(own)") == script.right_response
    assert set(marks(page, type_)) == {"right"}
    assert kept(page, type_) == record, "reading changes nothing"


def again(type_: str) -> str:
    return "Probeer het nog eens, of neem een hint." if example(type_).hints else "Probeer het nog eens."


def today(page: Page) -> str:
    return page.evaluate("Werkwijzer.date(Date.now())")


def seen(own) -> str:
    """All text of a question that can be seen without opening anything."""
    return own.evaluate("own => own.innerText")


@pytest.mark.parametrize("type_", SCORED)
def test_a_change_takes_the_verdict_away(visit, type_):
    page, script = visit(type_), SCRIPTS[type_]
    answer(page, type_, script.wrong)
    keyboard, own = Keyboard(page), question(page, type_)
    keyboard.button(".ww-check")
    expect(own.get_by_role("status")).to_contain_text("Poging 1")
    answer(page, type_, script.right)
    assert own.get_attribute("data-state") == "open" and marks(page, type_) == []
    assert own.locator(".ww-feedback").inner_html() == ""
    assert kept(page, type_)["attempts"] == 1


@pytest.mark.parametrize("type_", ["short", "number", "cloze"])
def test_enter_in_a_text_field_checks(visit, type_):
    page, script = visit(type_), SCRIPTS[type_]
    keyboard, own = Keyboard(page), question(page, type_)
    keyboard.to("[type=text]")
    keyboard.press("Enter")
    expect(own.get_by_role("alert")).to_have_text(script.empty)
    answer(page, type_, script.wrong)
    keyboard.to("[type=text]")
    keyboard.press("Enter")
    expect(own.get_by_role("status")).to_contain_text("Poging 1: nog niet goed.")
    assert keyboard.at("[type=text]")


@pytest.mark.parametrize("type_", ["choice", "truefalse", "categorise", "match", "order"])
def test_arrows_never_check(visit, type_):
    page = visit(type_)
    keyboard, own = Keyboard(page), question(page, type_)
    keyboard.to(".ww-field :is(input, select, button)")
    for key in ("ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft", "Tab", "ArrowDown"):
        keyboard.press(key)
        assert own.get_attribute("data-state") == "open"
    expect(own.get_by_role("status")).to_be_empty()
    assert kept(page, type_) is None


def test_what_is_missing_is_named_and_focused(visit):
    page = visit("truefalse")
    answer(page, "truefalse", SCRIPTS["truefalse"].wrong[:1])
    Keyboard(page).button(".ww-check")
    expect(page.get_by_role("alert")).to_have_text("Kies ook een reden.")
    assert Keyboard(page).at(".ww-reasons [aria-invalid]")


def test_a_word_is_no_number(visit):
    page = visit("number")
    keyboard = Keyboard(page)
    keyboard.type(".ww-input", "veel")
    keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Typ een getal in cijfers, bijvoorbeeld 12,5.")
    expect(page.get_by_label("Jouw antwoord")).to_have_attribute("aria-invalid", "true")
    assert kept(page, "number") is None


def test_an_unforeseen_answer_has_words_too(visit):
    page = visit("short")
    keyboard = Keyboard(page)
    keyboard.type(".ww-input", "iets heel anders")
    keyboard.press("Enter")
    expect(page.locator(".ww-feedback")).to_contain_text("Het woord begint met een u.")


def test_all_is_kept_in_the_order_of_the_alphabet(visit):
    page = visit("multiple")
    for option in ("vraag", "opkomst", "lach"):
        answer(page, "multiple", (("tick", f"ww-voorbeeld-multiple-{option}"),))
    Keyboard(page).button(".ww-check")
    expect(page.get_by_role("status")).to_contain_text("deels goed, 1 van 2.")
    assert kept(page, "multiple")["response"] == ["lach", "opkomst", "vraag"]
    assert sorted(marks(page, "multiple")) == ["right", "right", "wrong"]


# Hints and answers that are opened.


def test_hints_come_one_by_one(visit):
    page = visit("choice")
    own, keyboard = question(page, "choice"), Keyboard(page)
    first, second = own.locator(".ww-hint").all()
    expect(first.locator("summary")).to_have_text("Toon een hint (1 van 2)")
    expect(second).to_be_hidden()
    keyboard.button(".ww-hint:nth-of-type(1) > summary")
    expect(second.locator("summary")).to_have_text("Toon een hint (2 van 2)")
    expect(first.get_by_text("Let op wat er niet gebeurt")).to_be_visible()
    answer(page, "choice", SCRIPTS["choice"].wrong)
    keyboard.button(".ww-check")
    expect(own.get_by_role("status")).to_have_text("Poging 1: nog niet goed. Probeer het nog eens, of neem een hint.")
    assert kept(page, "choice")["hints"] == 1
    keyboard.button(".ww-hint:nth-of-type(2) > summary")
    page.wait_for_function("key => JSON.parse(localStorage.getItem(key)).hints === 2", arg=f"{KEY}answer:voorbeeld-choice")
    page.reload()
    expect(second).to_be_visible()


@pytest.mark.parametrize("type_", SCORED)
def test_looking_at_the_answer(visit, type_):
    page, script = visit(type_), SCRIPTS[type_]
    answer(page, type_, script.wrong)
    keyboard, own = Keyboard(page), question(page, type_)
    keyboard.button(".ww-check")
    expect(own.get_by_role("status")).to_contain_text("Poging 1")
    keyboard.button(".ww-answer > summary")
    expect(own.get_by_role("status")).to_have_text("Je hebt het antwoord bekeken.")
    assert own.get_attribute("data-state") == "shown"
    record = kept(page, type_)
    assert (record["shown"], record["points"], record["attempts"]) == (True, script.points[0], 1)
    assert ("missed" in marks(page, type_)) == (type_ in ("choice", "multiple", "truefalse"))
    page.reload()
    expect(own.get_by_role("status")).to_contain_text(f"{script.verdict} Je hebt het antwoord bekeken.")
    assert own.get_attribute("data-state") == "shown"
    keyboard.button(".ww-retry")
    answer(page, type_, script.right)
    keyboard.button(".ww-check")
    expect(own.get_by_role("status")).to_have_text("Poging 2: goed.")
    record = kept(page, type_)
    assert (record["shown"], record["points"], own.get_attribute("data-state")) == (True, script.points[2], "right")


@pytest.mark.parametrize("type_", SCORED)
def test_looking_before_answering(visit, type_):
    page = visit(type_)
    own = question(page, type_)
    Keyboard(page).button(".ww-answer > summary")
    expect(own.get_by_role("status")).to_have_text("Je hebt het antwoord bekeken.")
    record = kept(page, type_)
    assert (record["shown"], record["points"], record["attempts"]) == (True, 0, 0)
    assert set(marks(page, type_)) <= {"missed"}
    page.reload()
    assert own.get_attribute("data-state") == "shown"
    expect(own.get_by_role("status")).to_have_text("Je hebt het antwoord bekeken.")


def test_looking_after_a_right_answer_is_reading(visit):
    page = visit("choice")
    answer(page, "choice", SCRIPTS["choice"].right)
    keyboard = Keyboard(page)
    keyboard.button(".ww-check")
    expect(page.get_by_role("status")).to_have_text("Poging 1: goed.")
    keyboard.button(".ww-answer > summary")
    keyboard.press("Enter")
    page.wait_for_timeout(50)
    assert not kept(page, "choice")["shown"]
    assert question(page, "choice").get_attribute("data-state") == "right"


# Order, shuffle.


def test_moving_a_step(visit):
    page = visit("order")
    own, keyboard = question(page, "order"), Keyboard(page)
    status = own.get_by_role("status")
    expect(own.locator(".ww-place").first).to_be_hidden()
    keyboard.button('[data-option="tweetal"] .ww-up')
    expect(status).to_have_text("Kennismaken in tweetallen staat nu op plaats 1 van 4.")
    assert keyboard.at('[data-option="tweetal"] .ww-up')
    keyboard.press("Space")
    expect(status).to_have_text("Staat al bovenaan.")
    assert keyboard.at('[data-option="tweetal"] .ww-up')
    keyboard.button('[data-option="doel"] .ww-down')
    expect(status).to_have_text("Staat al onderaan.")
    steps = own.locator(".ww-order > li")
    assert steps.evaluate_all("all => all.map(step => step.dataset.option)") == ["tweetal", "afspraak", "welkom", "doel"]


@pytest.mark.parametrize("type_", ["choice", "multiple", "truefalse"])
def test_shuffle_is_the_learners_own_and_stays(visit, type_):
    options = '() => [...document.querySelectorAll(".ww-field:last-of-type .ww-option, .ww-reasons .ww-option")].map(one => one.dataset.option)'
    page, orders = visit(type_), set()
    for seed in range(5):
        page.evaluate("([key, seed]) => localStorage.setItem(key, seed)", [f"{KEY}learner:seed", str(seed)])
        page.reload()
        order = page.evaluate(options)
        orders.add(tuple(order))
    assert len(orders) > 1
    answer(page, type_, SCRIPTS[type_].wrong)
    Keyboard(page).button(".ww-check")
    Keyboard(page).button(".ww-retry")
    assert page.evaluate(options) == order
    page.reload()
    assert page.evaluate(options) == order


@pytest.mark.parametrize("type_", ALL)
def test_taken_away_and_put_back(visit, type_):
    page = visit(type_)
    before = question(page, type_).evaluate("own => own.outerHTML.length")
    plain = page.evaluate(
        """type => {
          const own = document.querySelector('ww-question'), place = own.parentNode;
          const text = new DOMParser().parseFromString(own.outerHTML, 'text/html');
          own.remove();
          const apart = own.cloneNode(true);
          place.append(own);
          own.remove();
          place.append(own);
          return [apart.querySelector('.ww-actions').hidden, apart.querySelectorAll('.ww-hint[hidden]').length];
        }""",
        type_,
    )
    assert plain == [True, 0]
    assert question(page, type_).evaluate("own => own.outerHTML.length") == before
    if type_ in SCRIPTS:
        answer(page, type_, SCRIPTS[type_].right)
        Keyboard(page).button(".ww-check")
        expect(page.get_by_role("status")).to_have_text("Poging 1: goed.")


# Open questions.


def test_open(visit):
    page = visit("open")
    own, keyboard = question(page, "open"), Keyboard(page)
    status = own.get_by_role("status")
    keyboard.button(".ww-check")
    expect(own.get_by_role("alert")).to_have_text("Schrijf eerst iets op.")
    assert keyboard.at("textarea[aria-invalid]")
    keyboard.type("textarea", "<b>Voor</b> vrijdag")
    assert kept(page, "open") is None
    expect(status).to_have_text("Bewaard.")
    record = kept(page, "open")
    assert record["response"] == {"text": "<b>Voor</b> vrijdag", "criteria": []} and record["attempts"] == 0
    assert own.get_attribute("data-state") == "answered"
    keyboard.button(".ww-check")
    expect(status).to_have_text("Bewaard. Vergelijk je tekst met het voorbeeld.")
    expect(own.locator(".ww-model")).to_be_visible()
    keyboard.tick("ww-voorbeeld-open-criterium-gedrag")
    page.wait_for_function("key => JSON.parse(localStorage.getItem(key)).response.criteria.length === 1", arg=f"{KEY}answer:voorbeeld-open")
    keyboard.type("textarea", "Anders")
    page.reload()
    assert own.locator("textarea").input_value() == "Anders", "kept on the way out"
    expect(own.locator(".ww-retry")).to_be_hidden()
    assert own.get_attribute("data-state") == "answered"
    assert own.locator(".ww-criteria :checked").evaluate_all("all => all.map(one => one.value)") == ["gedrag"]


def test_looking_at_the_model_without_writing_is_nothing(visit):
    page = visit("open")
    Keyboard(page).button(".ww-answer > summary")
    page.wait_for_timeout(50)
    assert kept(page, "open") is None and question(page, "open").get_attribute("data-state") == "open"


# What was kept.


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
    page.evaluate("([to, from]) => { localStorage.setItem(to, localStorage.getItem(from)); localStorage.removeItem(from); }", [f"{KEY}answer:voorbeeld-meer", f"{KEY}answer:voorbeeld-multiple"])
    page.reload()
    expect(page.get_by_role("status")).to_have_text("Je antwoord van 13 november 2025: goed.")


def test_another_tab(visit, context, site):
    page = visit("choice")
    other = context.new_page()
    other.goto(f"{site}/choice.html")
    answer(other, "choice", SCRIPTS["choice"].right)
    assert question(page, "choice").get_attribute("data-state") == "open"
    Keyboard(other).button(".ww-check")
    expect(question(page, "choice")).to_have_attribute("data-state", "right")
    expect(page.locator("#ww-voorbeeld-choice-norm")).to_be_checked()
    assert not other.evaluate("document.activeElement === document.body")
    other.evaluate("localStorage.clear()")
    expect(question(page, "choice")).to_have_attribute("data-state", "open")
    expect(page.locator("#ww-voorbeeld-choice-norm")).not_to_be_checked()


def test_another_tab_waits_while_somebody_is_busy(visit, context, site):
    page = visit("short")
    keyboard = Keyboard(page)
    keyboard.type(".ww-input", "halver")
    other = context.new_page()
    other.goto(f"{site}/short.html")
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


@pytest.mark.parametrize("type_", ALL)
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


# Scoring: the same in Python and in the browser.


def python_score(type_: str, key, response) -> list[int]:
    score = import_module(f"werkwijzer.questions.{type_}").score(key, response)
    return [score.points, score.of]


def browser_scores(page: Page, type_: str, pairs: list) -> list:
    scores = """([type, pairs]) => JSON.parse(pairs).map(([key, response]) => {
      const { points, of } = Werkwijzer.types[type].score(key, response);
      return [points, of];
    })"""
    return page.evaluate(scores, [type_, json.dumps(pairs)])


@pytest.mark.parametrize("type_", ALL)
def test_scoring_cases(visit, type_):
    cases = yaml.safe_load((FOLDER / type_ / "cases.yml").read_text("utf-8"))
    assert len(cases) >= 6
    pairs = [[case["key"], case["response"]] for case in cases]
    expected = [[case["points"], case["of"]] for case in cases]
    assert [python_score(type_, *pair) for pair in pairs] == expected
    assert browser_scores(visit("blank"), type_, pairs) == expected


def many(strategy, count: int = 300) -> list:
    """`count` examples of a strategy, the same in every run."""
    found = []

    @settings(max_examples=count, database=None, derandomize=True, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategy)
    def collect(value):
        found.append(value)

    collect()
    return found


# Signs that this Python knows: a browser may know newer ones.
SIGNS = st.characters(exclude_categories=["Cs", "Cn", "Co"])
TEXT = st.text(SIGNS, max_size=12)
LETTERS = st.text("abcdeéËüßİıΣσς’'‘–- .ijĳʼﬁ\u0301\u0345\u0327\u00a0\u2003\ufeff\x1f\x85\n", max_size=14)
NUMBERS = st.one_of(
    st.text("0123456789.,", max_size=12),
    st.text("0123456789.,-−+ \u00a0\u2009%€x٣९𝟗\ufeff\x1c", max_size=14),
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


PAIRS = {
    "choice": st.tuples(IDS, IDS),
    "multiple": st.tuples(st.lists(IDS, min_size=1, unique=True), st.lists(IDS)),
    "truefalse": st.tuples(
        st.fixed_dictionaries({"verdict": st.booleans(), "reason": st.none() | IDS}),
        st.fixed_dictionaries({"verdict": st.none() | st.booleans(), "reason": st.none() | IDS}),
    ),
    "order": st.permutations("abcdefgh").flatmap(lambda steps: st.tuples(st.just(steps[:6]), st.permutations(steps))),
    "match": rows(IDS, IDS),
    "categorise": rows(IDS, st.none() | IDS),
    "cloze": gaps(),
    "short": typed(),
    "number": st.tuples(st.fixed_dictionaries({"answer": st.sampled_from([0, 1.25, 4.5, 1250, -3, 12]), "tolerance": st.sampled_from([0, 0.05, 10])}), NUMBERS),
}


@pytest.mark.parametrize("type_", SCORED)
def test_both_sides_score_alike(visit, type_):
    pairs = [list(pair) for pair in many(PAIRS[type_])]
    assert len(pairs) >= 300 or type_ in ("choice",)  # which has no more
    expected = [python_score(type_, *pair) for pair in pairs]
    wrong = [(pair, want, got) for pair, want, got in zip(pairs, expected, browser_scores(visit("blank"), type_, pairs), strict=True) if want != got]
    assert not wrong, wrong[:3]
    assert len({points for points, _ in expected}) > 1, "the examples must tell right from wrong"


def differences(page: Page, script: str, inputs: list, expected: list) -> list:
    found = page.evaluate(f"inputs => JSON.parse(inputs).map({script})", json.dumps(inputs))
    return [(given, want, got) for given, want, got in zip(inputs, expected, found, strict=True) if want != got][:3]


def test_both_sides_read_text_alike(visit):
    inputs = [[text, case, accents] for text in many(TEXT | LETTERS, 600) for case in (False, True) for accents in (False, True)]
    expected = [scoring.normalise(text, case=case, accents=accents) for text, case, accents in inputs]
    assert not differences(visit("blank"), "([text, strict, accents]) => Werkwijzer.scoring.normalise(text, { case: strict, accents })", inputs, expected)


def test_every_combining_sign_alike(visit):
    inputs = [f"a{chr(code)}b" for code in range(0x300, 0x1F000) if unicodedata.category(chr(code)).startswith("M")]
    assert not differences(visit("blank"), "text => Werkwijzer.scoring.normalise(text)", inputs, [scoring.normalise(text) for text in inputs])


def test_both_sides_read_numbers_alike(visit):
    inputs = many(NUMBERS | TEXT, 600)
    expected = [scoring.readings(text) for text in inputs]
    assert sum(map(bool, expected)) > 150
    assert not differences(visit("blank"), "text => Werkwijzer.scoring.readings(text)", inputs, expected)


def test_both_sides_count_slips_alike(visit):
    inputs = [list(pair) for pair in many(nearly() | st.tuples(TEXT, TEXT), 500)]
    expected = [scoring.slips_between(*pair) for pair in inputs]
    assert not differences(visit("blank"), "pair => Werkwijzer.scoring.slipsBetween(...pair)", inputs, expected)


# A quiz as a test.


def test_a_test_waits_for_its_result(visit):
    page = visit("test")
    quiz = page.locator("ww-quiz")
    expect(quiz.get_by_role("button", name="Bekijk je resultaat")).to_be_visible()
    assert quiz.locator(".ww-check:visible, .ww-hint:visible, .ww-answer:visible").count() == 0
    answer(page, "choice", SCRIPTS["choice"].right)
    answer(page, "multiple", SCRIPTS["multiple"].wrong)
    answer(page, "short", SCRIPTS["short"].wrong)
    keyboard = Keyboard(page)
    keyboard.press("Enter")
    assert kept(page, "short") is None, "Enter must not check in a test"
    keyboard.button(".ww-submit")
    result = page.get_by_role("group", name="Je resultaat")
    expect(result).to_be_focused()
    expect(result).to_contain_text("1 van de 4 vragen goed.")
    expect(result).to_contain_text("2 nog niet beantwoord.")
    links = result.get_by_role("link").all_inner_texts()
    assert [link.partition(":")[0] for link in links] == ["Vraag 2", "Vraag 3", "Vraag 4", "Vraag 5"]
    keyboard.to('[href="#vraag-voorbeeld-short"]')
    keyboard.press("Enter")
    assert keyboard.at("#ww-voorbeeld-short-input")
    page.wait_for_function("() => { const ask = document.querySelector('#ww-voorbeeld-short-ask').getBoundingClientRect(); return ask.top >= -1 && ask.bottom < innerHeight; }")
    expect(question(page, "short").get_by_role("status")).to_contain_text("Poging 1: nog niet goed.")
    expect(question(page, "choice").locator(".ww-check")).to_be_visible()
    assert question(page, "order").get_attribute("data-state") == "open"
    page.reload()
    expect(question(page, "choice").get_by_role("status")).to_contain_text("goed.")
    expect(question(page, "order").locator(".ww-check")).to_be_visible()
    expect(page.get_by_role("group", name="Je resultaat")).to_contain_text("1 van de 4 vragen goed.")


def test_sure_and_wrong_guessed_and_right(visit):
    page = visit("sure")
    answer(page, "choice", (*SCRIPTS["choice"].wrong, ("radio", "ww-voorbeeld-choice-zeker", "sure")))
    answer(page, "truefalse", (*SCRIPTS["truefalse"].right, ("radio", "ww-voorbeeld-truefalse-zeker", "guess")))
    answer(page, "number", SCRIPTS["number"].right)
    Keyboard(page).button(".ww-submit")
    result = page.get_by_role("group", name="Je resultaat")
    expect(result).to_contain_text("2 van de 3 vragen goed.")
    text = result.inner_text()
    assert text.index("Zeker, maar fout") < text.rindex("Vraag 1") < text.index("Gegokt en goed") < text.index("Vraag 2")
    assert [kept(page, type_)["confidence"] for type_ in ("choice", "truefalse", "number")] == ["sure", "guess", None]
    page.reload()
    expect(page.locator("#ww-voorbeeld-choice-zeker-sure")).to_be_checked()


def test_practice_is_each_question_alone(visit):
    page = visit("practice")
    answer(page, "choice", SCRIPTS["choice"].wrong)
    Keyboard(page).button("#vraag-voorbeeld-choice .ww-check")
    expect(question(page, "choice").get_by_role("status")).to_contain_text("Poging 1")
    filled = page.get_by_role("status").filter(has_text="Poging")
    expect(filled).to_have_count(1)
    states = page.locator("ww-question").evaluate_all("all => all.map(one => one.dataset.state)")
    assert sorted(states) == ["open"] * (len(ALL) - 1) + ["wrong"]


# Without JavaScript; names; axe; golden trees.


def test_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/practice.html")
    assert page.locator(".ww-actions:visible").count() == 0
    for own in page.locator("ww-question").all():
        details = own.locator(".ww-answer")
        details.locator("> summary").click()
        expect(details.locator(".ww-explanation, .ww-model")).to_be_visible()
        expect(own.locator("legend, .ww-ask").first).to_be_visible()
        assert own.locator(".ww-field :is(input, select, textarea):visible").count() > 0
    context.close()


def states(page: Page, type_: str, *names: str):
    """Brings the page's question into one state after the other."""
    script, keyboard, own = SCRIPTS.get(type_), Keyboard(page), question(page, type_)
    for name in names:
        match name:
            case "error":
                keyboard.button(".ww-check")
                expect(own.get_by_role("alert")).to_be_visible()
            case "wrong" | "right":
                answer(page, type_, getattr(script, name) if script else (("type", "textarea", "Iets."),))
                keyboard.button(".ww-check")
            case "shown":
                keyboard.button(".ww-answer > summary")
                expect(own.locator(".ww-answer")).to_have_attribute("open", "") if script else None
            case "changed":
                keep(page, type_, hash="0123456789")
                page.reload()
        if name in ("wrong", "right", "changed"):
            expect(own.get_by_role("status")).not_to_be_empty()
        yield name


NAMED = {"button", "link", "radio", "checkbox", "textbox", "combobox", "DisclosureTriangle", "image"}
AXE = "window.axe ? axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }) : null"


@pytest.mark.parametrize("type_", ALL)
def test_accessible(visit, type_):
    page = visit(type_)
    for name in states(page, type_, "open", "error", "wrong", "shown", "right", "changed"):
        found = page.evaluate(AXE)
        if found is None:
            page.evaluate(AXE_SCRIPT)
            found = page.evaluate(AXE)
        assert not found["violations"], [(name, one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found["violations"]]
        assert nameless(page) == [], name


def nameless(page: Page) -> list:
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored") and "role" in node]
    return [role for role, name in told if role in NAMED and not name.strip()]


@pytest.mark.parametrize("type_", ALL)
def test_tree(visit, type_):
    """`WRITE_GOLDEN=1 pytest tests/browser/test_questions.py -k test_tree` writes the trees anew; read the difference before you commit it."""
    page = visit(type_)
    page.evaluate("key => localStorage.setItem(key, '7')", f"{KEY}learner:seed")
    page.reload()
    trees = []
    for name in states(page, type_, "open", "error", "wrong"):
        trees.append(f"# {name}\n{question(page, type_).aria_snapshot()}\n")
    golden, text = SNAPSHOTS / f"{type_}.yml", "\n".join(trees)
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_time_of_a_check(visit, record_property):
    """Reported, never a reason to fail: a frame is 16.7 ms."""
    page, times = visit("practice"), {}
    for type_ in SCORED:
        answer(page, type_, SCRIPTS[type_].wrong)
        times[type_] = page.evaluate("type => { const own = document.querySelector(`[data-type=${type}]`), t = performance.now(); own.check(); return performance.now() - t; }", type_)
    record_property("check_ms", times)
    print({type_: round(time, 1) for type_, time in times.items()})
