"""A term of the trade explains itself where it stands, by keyboard and touch, and stays a link to the glossary."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.axe import accessible
from tests.sites import ROOT
from werkwijzer.base.outline import Outline
from werkwijzer.course.glossary import FILE, terms

PAGE = "1-groep/keuze/"


def test_every_entry_of_the_glossary_is_read():
    text = (ROOT / FILE).read_text("utf-8")
    found = terms(Outline(text))
    assert len(found) == text.count("\n{: #") >= 72
    assert all(len(term.meaning) > 20 and not set("[]*") & set(term.meaning) for term in found.values())


def test_a_term_opens_and_closes_by_keyboard(page, address):
    page.goto(f"{address}/{PAGE}")
    term = page.get_by_role("link", name="universaliteit")
    term.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name="Universaliteit")
    expect(note).to_be_focused()
    expect(note).to_contain_text("Merken dat je niet de enige bent")
    expect(term).to_have_attribute("aria-expanded", "true")
    assert page.url.endswith(PAGE), "no page is left for a meaning"
    assert accessible(page)
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(term).to_be_focused()
    expect(term).to_have_attribute("aria-expanded", "false")


def test_the_note_leads_to_the_glossary_and_stays_in_the_window(page, address):
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(f"{address}/{PAGE}")
    for term in page.locator("a.ww-term").all():
        term.click()
        box = page.locator(".ww-term-note").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 320 and box["y"] >= 0 and box["y"] + box["height"] <= 480
        page.locator(".ww-term-note").get_by_role("button", name="Sluit").click()
    term.click()
    page.get_by_role("link", name="In de begrippenlijst").click()
    page.wait_for_url("**/over/begrippen/#*")


def test_without_javascript_a_term_is_a_link(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    page.get_by_role("link", name="universaliteit").click()
    page.wait_for_url("**/over/begrippen/#universaliteit")
    context.close()
