"""A quiz as a test and as practice."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.questions import SCRIPTS, Keyboard, answer, kept, question
from werkwijzer.questions import TYPES


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
    assert page.locator(".ww-status:not(:empty)").evaluate_all("all => all.map(status => status.ariaLive)") == ["off"] * 3
    expect(result).to_contain_text("1 van de 4 vragen goed.")
    expect(result).to_contain_text("2 nog niet beantwoord.")
    links = result.get_by_role("link").all_inner_texts()
    assert [link.partition(":")[0] for link in links] == ["Vraag 2", "Vraag 3", "Vraag 4", "Vraag 5"]
    keyboard.to('[href="#vraag-voorbeeld-short"]')
    keyboard.press("Enter")
    assert keyboard.at("#ww-voorbeeld-short__input")
    page.wait_for_function(
        "() => { const ask = document.querySelector('#ww-voorbeeld-short__ask').getBoundingClientRect(); return ask.top >= -1 && ask.bottom < innerHeight; }"
    )
    expect(question(page, "short").get_by_role("status")).to_contain_text("Poging 1: nog niet goed.")
    expect(question(page, "choice").locator(".ww-check")).to_be_visible()
    assert question(page, "order").get_attribute("data-state") == "open"
    page.reload()
    expect(question(page, "choice").get_by_role("status")).to_contain_text("goed.")
    expect(question(page, "order").locator(".ww-check")).to_be_visible()
    expect(page.get_by_role("group", name="Je resultaat")).to_contain_text("1 van de 4 vragen goed.")


def test_sure_and_wrong_guessed_and_right(visit):
    page = visit("sure")
    answer(page, "choice", (*SCRIPTS["choice"].wrong, ("radio", "ww-voorbeeld-choice__zeker", "sure")))
    answer(page, "truefalse", (*SCRIPTS["truefalse"].right, ("radio", "ww-voorbeeld-truefalse__zeker", "guess")))
    answer(page, "number", SCRIPTS["number"].right)
    Keyboard(page).button(".ww-submit")
    result = page.get_by_role("group", name="Je resultaat")
    expect(result).to_contain_text("2 van de 3 vragen goed.")
    text = result.inner_text()
    assert text.index("Zeker, maar fout") < text.rindex("Vraag 1") < text.index("Gegokt en goed") < text.index("Vraag 2")
    assert [kept(page, type_)["confidence"] for type_ in ("choice", "truefalse", "number")] == ["sure", "guess", None]
    page.reload()
    expect(page.locator("#ww-voorbeeld-choice__zeker--sure")).to_be_checked()


def test_practice_is_each_question_alone(visit):
    page = visit("practice")
    answer(page, "choice", SCRIPTS["choice"].wrong)
    Keyboard(page).button("#vraag-voorbeeld-choice .ww-check")
    expect(question(page, "choice").get_by_role("status")).to_contain_text("Poging 1")
    filled = page.get_by_role("status").filter(has_text="Poging")
    expect(filled).to_have_count(1)
    states = page.locator("ww-question").evaluate_all("all => all.map(one => one.dataset.state)")
    assert sorted(states) == ["open"] * (len(TYPES) - 1) + ["wrong"]
