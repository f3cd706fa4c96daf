"""Questions for everybody: without JavaScript, for a screen reader, in every state."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.questions import KEY, SCORED, SCRIPTS, Keyboard, answer, keep, question
from werkwijzer.questions import TYPES

SNAPSHOTS = Path(__file__).parent / "snapshots"
ALL = sorted(TYPES)


def test_without_javascript(browser, examples):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{examples}/practice.html")
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
        assert not found["violations"], [
            (name, one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found["violations"]
        ]
        assert nameless(page) == [], name


def nameless(page: Page) -> list:
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored") and "role" in node]
    return [role for role, name in told if role in NAMED and not name.strip()]


@pytest.mark.parametrize("type_", ALL)
def test_tree(visit, type_):
    """`WRITE_GOLDEN=1 pytest tests/browser/test_question_access.py -k test_tree` writes the trees anew; read the difference before you commit it."""
    page = visit(type_)
    page.evaluate("key => localStorage.setItem(key, '7')", f"{KEY}learner:seed")
    page.reload()
    trees = []
    for name in states(page, type_, "open", "error", "wrong"):
        trees.append(f"# {name}\n{question(page, type_).aria_snapshot()}\n")
    golden, text = SNAPSHOTS / f"{type_}.yml", "\n".join(trees)
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert golden.is_file(), f"{type_} has no tree yet: WRITE_GOLDEN=1 writes it, see above"
    assert text == golden.read_text("utf-8")


def test_time_of_a_check(visit, record_property):
    """Reported, never a reason to fail: a frame is 16.7 ms."""
    page, times = visit("practice"), {}
    for type_ in SCORED:
        answer(page, type_, SCRIPTS[type_].wrong)
        times[type_] = page.evaluate(
            "type => { const own = document.querySelector(`[data-type=${type}]`), t = performance.now(); own.check(); return performance.now() - t; }",
            type_,
        )
    checked = page.locator("ww-question:not([data-state=open])").evaluate_all("all => all.map(own => own.dataset.type)")
    assert set(checked) == set(SCORED)
    record_property("check_ms", times)
    print({type_: round(time, 1) for type_, time in times.items()})
