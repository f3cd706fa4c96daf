"""Branching cases and the self-scan by keyboard: every ending is reached, the route is kept, and a profile has words."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import accessible
from tests.browser.plays import CASES, SCAN, fill, one_route_per_ending, play
from tests.small_cases import advice, every_take, profiles
from werkwijzer.components.case import routes
from werkwijzer.components.scan import HELPS

SHOWN = "css => [...document.querySelectorAll(css)].filter(own => own.checkVisibility()).map(own => own.dataset.%s)"


@pytest.mark.parametrize("id_", CASES)
def test_every_ending_is_reached_by_keyboard_and_kept(id_, page, address):
    case = CASES[id_]
    page.goto(f"{address}/casussen/{id_}/")
    for ending, route in one_route_per_ending(case).items():
        play(page, case, route)
        assert page.evaluate(SHOWN % "ending", ".ww-case-ending") == [ending]
        kept = page.evaluate("id => Werkwijzer.store.get('case', id)", id_)
        assert kept["ending"] == ending and [item.split(":")[1] for item in kept["path"]] == [choice.id for choice in route]
        page.reload()
        assert page.evaluate(SHOWN % "ending", ".ww-case-ending") == [ending]
        weights = page.locator(".ww-case-weight:visible").count()
        assert weights >= len(route), "at the end every choice on the way is weighed"
        page.get_by_role("button", name="Begin opnieuw").click()
        assert page.evaluate(SHOWN % "ending", ".ww-case-ending") == []
    page.goto(f"{address}/casussen/")
    expect(page.locator(f"[data-case={id_}] .ww-chapter-state")).to_have_text("klaar")


def test_weights_stay_hidden_while_choosing_and_one_can_step_back(page, address):
    case = CASES["rechten-en-plichten"]
    route = next(iter(routes(case)))
    page.goto(f"{address}/casussen/{case.id}/")
    page.get_by_role("button", name="Kies dit").first.click()
    expect(page.get_by_role("alert")).to_have_text("Kies eerst wat je doet.")
    play(page, case, route[:1])
    assert page.locator(".ww-case-weight:visible").count() == 0
    assert page.evaluate(SHOWN % "step", ".ww-case-step") == [case.start, route[0].to]
    page.get_by_role("button", name="Eén stap terug").click()
    assert page.evaluate(SHOWN % "step", ".ww-case-step") == [case.start]
    play(page, case, route)
    expect(page.locator(".ww-case-ending:visible")).to_have_count(1)
    assert accessible(page)


def test_a_route_that_no_longer_exists_is_kept_as_far_as_it_does(page, address):
    case = CASES["rechten-en-plichten"]
    first = case.step(case.start).choices[0]
    page.goto(f"{address}/casussen/{case.id}/")
    page.evaluate(
        "([id, path]) => Werkwijzer.store.set('case', id, { path, ending: '', runs: 0, at: Date.now() })",
        [case.id, [f"{case.start}:{first.id}", "weg:weg", "<b>:x"]],
    )
    page.reload()
    assert page.evaluate(SHOWN % "step", ".ww-case-step") == [case.start, first.to]


def test_a_case_reads_as_a_book_without_javascript(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for id_, case in CASES.items():
        page.goto(f"{address}/casussen/{id_}/")
        assert page.locator(".ww-case-step:visible").count() == len(case.steps)
        assert page.locator(".ww-case-ending:visible").count() == len(case.endings)
        assert page.locator("main button:visible").count() == 0
        page.locator(".ww-case-outcome summary").first.click()
        expect(page.locator(".ww-case-on a").first).to_be_visible()
    context.close()


def test_the_page_works_out_the_same_profiles_as_the_rules(page, address):
    page.goto(f"{address}/gereedschap/zelfscan/")
    takes = list(every_take(SCAN))
    found = page.evaluate(
        """takes => takes.map(take => { const scan = document.querySelector('ww-scan'); const now = scan.profile(take); scan.advise(now);
      return [now, [...scan.querySelectorAll('.ww-scan-advice')].filter(one => !one.hidden).map(one => one.dataset.advice)]; })""",
        takes,
    )
    for (shares, shown), wanted, told in zip(found, profiles(SCAN, takes), advice(SCAN, takes), strict=True):
        assert shares == pytest.approx(wanted)
        assert shown == told


def test_the_scan_goes_on_where_it_was_and_shows_before_and_after(page, address):
    page.goto(f"{address}/gereedschap/zelfscan/")
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("alert")).to_contain_text("Er ontbreken er nog 5")
    takes = list(every_take(SCAN))
    helps = {f"{situation.id}--{HELPS}": situation.reactions[0].id for situation in SCAN.situations}
    first = SCAN.situations[0]
    fill(page, {name: value for name, value in (takes[0] | helps).items() if name.startswith(f"{first.id}--")})
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", name="Situatie 2 van 12")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="Situatie 2 van 12")).to_be_visible()
    for take in (takes[0], takes[-1]):
        fill(page, take | helps)
        page.evaluate("document.querySelector('ww-scan').go(11)")
        page.get_by_role("button", name="Bekijk je profiel").click()
        expect(page.get_by_role("heading", name="Je profiel")).to_be_focused()
        page.get_by_role("button", name="Vul opnieuw in").click()
    page.get_by_role("button", name="Bekijk je vorige profiel").or_(page.get_by_role("button", name="Volgende")).first.wait_for()
    page.reload()
    page.get_by_role("button", name="Bekijk je vorige profiel").click()
    cells = page.locator("[data-cell=often]")
    expect(cells.first).to_have_text("vaak (was weinig)")
    assert len(page.evaluate("Werkwijzer.store.get('scan', 'stijl').takes")) == 2
    assert accessible(page)


def test_a_take_with_reactions_that_are_gone_still_opens(page, address):
    """A reaction that becomes another one gets another id; who rated the old one keeps the profile of what is still asked."""
    take = list(every_take(SCAN))[-1]
    first = SCAN.situations[0]
    kept = {name: value for name, value in take.items() if not name.startswith(f"{first.id}--")}
    old = kept | {f"{first.id}--weg": "meestal", f"{first.id}--{HELPS}": "weg", "situatie-weg--x": "vaak"}
    page.goto(f"{address}/gereedschap/zelfscan/")
    page.evaluate(
        "take => Werkwijzer.store.set('scan', 'stijl', { takes: [{ answers: take, at: 1764400550000 }], at: 1764400550000 })", old
    )
    page.reload()
    page.get_by_role("button", name="Bekijk je vorige profiel").click()
    expect(page.get_by_role("heading", name="Je profiel")).to_be_focused()
    assert page.evaluate("take => document.querySelector('ww-scan').profile(take)", old) == pytest.approx(profiles(SCAN, [kept])[0])
