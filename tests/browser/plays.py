"""Playing a branching case and filling in the self-scan of the course."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.sites import ROOT
from tests.small_cases import read_scan
from werkwijzer.components.case import Case, Route, case_ids, ending_of, read_case, routes

CASES = {id_: read_case(ROOT, id_)[0] for id_ in case_ids(ROOT)}
SCAN = read_scan("stijl")


def one_route_per_ending(case: Case) -> dict[str, Route]:
    return {ending_of(case, route).id: route for route in routes(case)}


def play(page: Page, case: Case, route: Route) -> None:
    """The route by keyboard: a radio, and the button."""
    at = case.start
    for choice in route:
        page.locator(f"#stap-{at}--{choice.id}").focus()
        page.keyboard.press("Space")
        page.locator(f"[data-step={at}] .ww-check").focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"[data-step={at}] [data-choice={choice.id}] .ww-case-after")).to_be_visible()
        at = choice.to


def fill(page: Page, take: dict[str, str]) -> None:
    page.evaluate(
        "take => { for (const [name, value] of Object.entries(take)) document.querySelector(`input[name='${name}'][value='${value}']`).checked = true; document.querySelector('ww-scan').draft(); }",
        take,
    )
