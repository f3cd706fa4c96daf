"""A question type and a page component from elsewhere, by keyboard, in the record and under axe: nothing in the browser knows them by name."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import further
from tests.browser.axe import accessible
from tests.browser.questions import Keyboard
from tests.browser.server import serve
from tests.browser.walk import look


@pytest.fixture
def chapter(page, further_course):
    with serve(further_course / "site") as address:
        look(page, f"{address}/{further.KEY}/")
        yield page


def test_the_question_is_answered_by_keyboard_and_kept(chapter):
    own, keyboard = chapter.locator(f"#vraag-{further.ID}"), Keyboard(chapter)
    check = f"#vraag-{further.ID} .ww-check"
    expect(chapter.locator(check)).to_be_visible()
    chapter.locator(check).focus()
    keyboard.press("Enter")
    expect(own.get_by_role("alert")).to_have_text("Kies eerst een kant.")
    for side, said, state in (("tempo", "Poging 1: nog niet goed.", "wrong"), ("stilte", "Poging 2: goed.", "right")):
        if own.locator(".ww-retry").is_visible():
            keyboard.button(f"#vraag-{further.ID} .ww-retry")
        keyboard.radio(f"ww-{further.ID}", side)
        keyboard.button(check)
        expect(own.get_by_role("status")).to_contain_text(said)
        expect(own).to_have_attribute("data-state", state)
    kept = chapter.evaluate("id => Werkwijzer.store.get('answer', id)", further.ID)
    assert (kept["response"], kept["points"], kept["of"], kept["attempts"]) == ("stilte", 1, 1, 2)
    chapter.reload()
    expect(chapter.locator(f'#vraag-{further.ID} [value="stilte"]')).to_be_checked()
    assert accessible(chapter)


def test_the_promise_is_given_by_keyboard_and_kept(chapter):
    keyboard = Keyboard(chapter)
    keyboard.to("ww-pledge input")
    keyboard.press("Space")
    expect(chapter.locator("ww-pledge").get_by_role("status")).to_have_text("Je belofte is bewaard.")
    chapter.reload()
    expect(chapter.locator("ww-pledge input")).to_be_checked()
    assert accessible(chapter)
    chapter.goto(chapter.url.replace(f"/{further.KEY}/", "/voortgang/"))
    expect(chapter.locator('[data-made="pledge"]')).to_be_visible()
