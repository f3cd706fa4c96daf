"""Questions as somebody without a mouse meets them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.questions import KEY, SCORED, SCRIPTS, Keyboard, answer, example, focused, kept, marks, question
from werkwijzer.questions import TYPES


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
    expect(own.locator(".ww-error")).to_be_empty()  # hidden text still counts as a description
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
    expect(status).to_have_attribute("aria-live", "polite")
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
    expect(status).to_have_attribute("aria-live", "off")  # ten of these would drown the page
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
        answer(page, "multiple", (("tick", f"ww-voorbeeld-multiple--{option}"),))
    Keyboard(page).button(".ww-check")
    expect(page.get_by_role("status")).to_contain_text("deels goed, 1 van 2.")
    assert kept(page, "multiple")["response"] == ["lach", "opkomst", "vraag"]
    assert sorted(marks(page, "multiple")) == ["right", "right", "wrong"]


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
    assert ("missed" in marks(page, type_)) == TYPES[type_].countable
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
    options = (
        '() => [...document.querySelectorAll(".ww-field:last-of-type .ww-option, .ww-reasons .ww-option")].map(one => one.dataset.option)'
    )
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


@pytest.mark.parametrize("type_", sorted(TYPES))
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
    keyboard.tick("ww-voorbeeld-open__criterium--gedrag")
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


def test_a_weighing_is_set_beside_ones_own(visit):
    """No single truth: within the spread is good, and whoever is outside it sees which way, in words and in the bar."""
    page = visit("rank")
    own, keyboard = question(page, "rank"), Keyboard(page)
    answer(page, "rank", SCRIPTS["rank"].wrong)
    keyboard.button(".ww-check")
    said = {
        option: own.locator(f'.ww-rank[data-option="{option}"] .ww-mark').inner_text() for option in ("stil", "harder", "tweetallen", "uit")
    }
    assert said == {
        "stil": "strenger dan de weging",
        "harder": "binnen de spreiding",
        "tweetallen": "binnen de spreiding",
        "uit": "milder dan de weging",
    }
    feedback = own.locator(".ww-feedback")
    expect(feedback).to_contain_text("Weging: schaadt waarschijnlijk. Geen spreiding. Jij: verdedigbaar.")
    expect(feedback).to_contain_text("De weging is voorlopig")
    assert feedback.locator(".ww-scale").count() == 2, "what lies within the spread waits for the answer"
    assert feedback.locator(".ww-scale").last.evaluate(
        "bar => [...bar.querySelectorAll('span:not(.ww-mark)')].map(cell => cell.textContent.trim())"
    ) == ["weging", "", "jij", ""]
    assert kept(page, "rank")["text"].startswith("Je wacht zwijgend tot het rustig is.: schaadt waarschijnlijk; ")
    keyboard.button(".ww-answer > summary")
    expect(own.get_by_role("status")).to_have_text("Je hebt het antwoord bekeken.")
    assert own.locator(".ww-key .ww-weighing .ww-mark").all_inner_texts() == [
        "Jij: schaadt waarschijnlijk.",
        "Jij: onvoldoende.",
        "Jij: verdedigbaar.",
        "Jij: het sterkst hier.",
    ]
    keyboard.button(".ww-retry")
    assert own.locator(".ww-key .ww-mark").count() == 0
