"""A case in the browser remembers what happened as Python does: every route, of a case made here and of the course's own."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.questions import ASSETS, KEY
from tests.browser.server import serve
from tests.sites import ROOT
from tests.small_cases import called
from werkwijzer.components.case import Case, Route, case_html, case_ids, ending_of, flags_of, read_case, routes
from werkwijzer.components.case.routes import visits

CASES = {"vlaggen": called(), **{id_: read_case(ROOT, id_)[0] for id_ in case_ids(ROOT)}}
PLAY = """routes => routes.map((path) => {
  const own = document.querySelector('ww-case');
  Werkwijzer.store.set('case', own.dataset.case, { path, ending: '', runs: 0, at: Date.now() });
  own.elsewhere();
  const shown = (css, from = own) => [...from.querySelectorAll(css)].filter((part) => part.checkVisibility());
  return {
    path: own.path, ending: shown('.ww-case-ending').map((part) => part.dataset.ending),
    also: shown('.ww-case-also').map((part) => part.textContent.trim()),
    outcomes: shown('.ww-case-outcome').map((part) => part.dataset.choice), books: shown('.ww-case-if').length,
  };
})"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cases")
    (folder / "assets").symlink_to(ASSETS)
    for id_, case in CASES.items():
        body = case_html(case, {ending.id: [("#", "Ergens")] for ending in case.endings})
        tags = '<script src="assets/js/site.js"></script>' + "".join(
            f'<script src="assets/js/{script}.js" defer></script>' for script in ("course", "case")
        )
        tags += "".join(f'<link rel="stylesheet" href="assets/css/{sheet}.css">' for sheet in ("site", "case"))
        (folder / f"{id_}.html").write_text(
            f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{id_}</title><link rel="icon" href="data:,">{tags}</head><body><main><h1>Casus</h1>{body}</main></body></html>',
            "utf-8",
        )
    with serve(folder) as address:
        yield address


def path_of(case: Case, route: Route) -> list[str]:
    return [f"{step}:{choice.id}" for (step, _), choice in zip(visits(case, route), route, strict=True)]


def told(case: Case, route: Route) -> list[str]:
    """The paragraphs that are there for some, on this route."""
    shown = [part.text for step, flags in visits(case, route) for part in case.step(step).also if part.holds(flags)]
    return shown + [part.text for part in ending_of(case, route).also if part.holds(flags_of(route))]


@pytest.mark.parametrize("id_", CASES)
def test_every_route_goes_as_python_says(id_, page: Page, address):
    case = CASES[id_]
    page.goto(f"{address}/{id_}.html")
    page.wait_for_function("!!customElements.get('ww-case')")
    found = list(routes(case))
    for route, shown in zip(found, page.evaluate(PLAY, [path_of(case, route) for route in found]), strict=True):
        assert shown["path"] == path_of(case, route) and shown["ending"] == [ending_of(case, route).id]
        assert len(shown["also"]) == len(told(case, route)) and shown["books"] == 0
        assert sorted(shown["outcomes"]) == sorted(
            choice.id for step, flags in visits(case, route) for choice in case.step(step).offered(flags)
        )


def test_what_is_not_offered_cannot_be_chosen(page: Page, address):
    page.goto(f"{address}/vlaggen.html")
    page.check("#stap-een--b", force=True)
    page.locator("[data-step=een] .ww-check").click()
    options = page.locator("[data-step=drie] .ww-option:visible")
    expect(options).to_have_text(["e", "f", "zwijgen"], use_inner_text=True)
    expect(page.locator("[data-step=drie] .ww-case-also:visible")).to_have_text("Je belde niet.", use_inner_text=True)
    page.get_by_role("button", name="Eén stap terug").click()
    page.check("#stap-een--a", force=True)
    page.locator("[data-step=een] .ww-check").click()
    page.check("#stap-twee--c", force=True)
    page.locator("[data-step=twee] .ww-check").click()
    expect(options).to_have_text(["e", "f", "vertellen"], use_inner_text=True)


def test_a_kept_choice_that_is_not_offered_any_more_is_set_aside(page: Page, address):
    page.goto(f"{address}/vlaggen.html")
    kept = {"path": ["een:b", "drie:vertellen"], "ending": "gezien", "runs": 1, "at": 5}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{KEY}case:x", json.dumps(kept)])
    page.reload()
    expect(page.locator("[data-step=drie] .ww-case-choices")).to_be_visible()
    assert page.evaluate("document.querySelector('ww-case').path") == ["een:b"]


def test_as_a_book_each_part_says_for_whom_it_is(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/vlaggen.html")
    said = page.locator(".ww-case-if").all_inner_texts()
    assert said.count("Alleen als dit gebeurde: je hebt gebeld.") == 3 and said.count("Alleen als dit niet gebeurde: je hebt gebeld.") == 2
    context.close()
