"""Pages for participants in a real browser: a letter is copied and printed alone, the handout fits on two sheets."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def letters(page, address):
    page.goto(f"{address}/gereedschap/brieven/")
    page.evaluate("globalThis.print = () => {}")
    return page


def sheets(page) -> int:
    return len(PAGE.findall(page.pdf(format="A4", prefer_css_page_size=True)))


def test_copying_takes_the_letter_and_leaves_the_page(letters, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    letter = letters.locator("ww-letter").nth(4)
    letter.get_by_role("button", name="Kopieer").click()
    expect(letter.get_by_role("status")).to_contain_text("Gekopieerd")
    read = "async type => (await (await navigator.clipboard.read())[0].getType(type)).text()"
    html, text = letters.evaluate(read, "text/html"), letters.evaluate(read, "text/plain")
    assert "<strong" in html and "<li" in html and "<svg" not in html
    assert "Zo gaan wij met elkaar om" in text and "[telefoonnummer]" in text and "Kopieer" not in text


def test_where_there_is_no_clipboard_the_letter_is_selected(letters):
    letters.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('dicht')) }")
    letter = letters.locator("ww-letter").nth(2)
    letter.get_by_role("button", name="Kopieer").click()
    expect(letter.get_by_role("status")).to_contain_text("geselecteerd")
    assert "Morgen is het zover" in letters.evaluate("getSelection().toString()")


def test_each_letter_prints_alone_on_one_sheet_and_the_page_comes_back(letters):
    for letter in letters.locator("ww-letter").all():
        letter.get_by_role("button", name="Print alleen dit").click()
        letters.emulate_media(media="print")
        assert letters.locator("main h1:visible, main h2:visible, main button:visible").count() == 0
        assert sheets(letters) == 1  # which tells the page that it was printed
        letters.emulate_media(media="screen")
        expect(letters.locator("main h1")).to_be_visible()


def test_the_handout_fits_on_two_sheets_with_room_to_write(page, address):
    page.goto(f"{address}/gereedschap/wat-kun-je-verwachten/")
    assert sheets(page) == 2
    page.emulate_media(media="print")
    expect(page.get_by_text("Begeleider en telefoon")).to_be_visible()
