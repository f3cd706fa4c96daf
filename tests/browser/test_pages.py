"""Every page of the course in a real browser, under the strict policy that `deploy/` advises: accessible in every state, light, quiet and complete."""

from __future__ import annotations

import gzip
import re
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.answers import give, right, wrong
from tests.browser.axe import LAYOUT, in_light_and_dark, violations
from tests.browser.faults import Reader
from tests.browser.walk import look, next_stop
from tests.browser.whole_words import WIDTHS, words_at
from tests.pages import CHAPTERS, COURSE, PAGES
from werkwijzer.questions import APART

KB = 1000
WALKED = {
    "home": "", "chapter": "1-groep/wat-is-een-groep", "record": "voortgang", "report": "rapport", "assign": "trainers/opdracht", "decide": "gereedschap/keuzehulp",
    "formats": "gereedschap/werkvormen", "session": "gereedschap/draaiboek", "scan": "gereedschap/zelfscan", "case": "casussen/gezellig-houden",
}  # fmt: skip
"""A page of each kind with controls, by what it is."""
ASKING = {
    found.file.removeprefix("docs/").removesuffix(".md")
    for found in COURSE.pages
    if any(one.name in ("quiz", "question", "moduletest", "aftertest") for one in found.outline.directives)
}
"""Pages with questions; the others load no code for them."""
STATES = "[...document.querySelectorAll('ww-question')].map(own => own.dataset.state)"


@pytest.fixture(scope="module")
def reader(browser):
    reader = Reader(browser)
    yield reader
    reader.context.close()


@pytest.fixture
def reading(reader):
    yield from reader.turn()


@pytest.mark.parametrize("path", [*PAGES, "404.html"], ids=lambda path: path or "home")
def test_page_is_accessible_and_its_words_stay_whole(path, reading, address):
    """Light and dark, wide and narrow. Opened once and asked everything; one flaw hides no other."""
    page = reading
    flaws = [
        ("code for questions", url)
        for url in loaded_by(page, f"{address}/{path}")
        if path not in ASKING and re.search("quiz|question", url)
    ]
    flaws += [("light or dark", *found) for found in in_light_and_dark(page)]
    flaws += sideways(page)
    page.set_viewport_size({"width": 320, "height": 800})
    flaws += [("narrow", *found) for found in violations(page, LAYOUT)]
    flaws += sideways(page)
    page.emulate_media(color_scheme="light")
    for width in WIDTHS:
        seen = words_at(page, width)
        flaws += [(width, word["word"], word["at"]) for word in seen["words"]]
        flaws += [(width, "scrolls sideways")] * (seen["scrolls"] > 0)
    assert flaws == []


def loaded_by(page: Page, url: str) -> list[str]:
    """Opens a page; what it asked for."""
    loaded: list[str] = []

    def note(request: Request) -> None:
        loaded.append(request.url)

    page.on("request", note)
    look(page, url)
    page.remove_listener("request", note)
    return loaded


def sideways(page: Page) -> list[tuple]:
    width, fits = page.evaluate("[innerWidth, document.documentElement.scrollWidth <= innerWidth]")
    return [] if fits else [(width, "scrolls sideways")]


@pytest.mark.parametrize("key,scheme", list(zip(CHAPTERS, cycle(["light", "dark"]))))
def test_chapter_is_accessible_answered_and_resumed(key, scheme, page, address):
    """Every other question wrong, the rest right, one chapter in light and the next in dark; then all right, kept over a reload."""
    questions = CHAPTERS[key].bank.bank.asked
    page.emulate_media(color_scheme=scheme)
    look(page, f"{address}/{key}/")
    give(page, {question.id: (wrong, right)[place % 2](question) for place, question in enumerate(questions)})
    settle(page)
    assert violations(page) == []
    give(page, {question.id: right(question) for question in questions})
    states = page.evaluate(STATES)
    assert set(states) <= {"right", "answered"} and len(states) == len(questions)
    page.reload()
    look(page, page.url)
    assert page.evaluate(STATES) == states
    assert violations(page, LAYOUT) == []
    goals = page.locator("ww-mastery li")
    assert goals.count() == len(CHAPTERS[key].chapter.goals)
    assert all(goals.nth(index).get_attribute("data-state") == "done" for index in range(goals.count()))


@pytest.mark.parametrize("key", CHAPTERS)
def test_first_visit_to_a_chapter_is_light(key, page, address):
    loaded: dict[str, bytes] = {}
    page.on("response", lambda response: loaded.setdefault(response.url.removeprefix(address), response.body()))
    page.goto(f"{address}/{key}/", wait_until="networkidle")
    size = {name: len(gzip.compress(body, 9)) for name, body in loaded.items()}
    own = sum(bytes_ for name, bytes_ in size.items() if name.endswith((".js", ".css")))
    apart = sum(bytes_ for name, bytes_ in size.items() if Path(name).stem in {*APART, "test"})
    assert own - apart <= 20 * KB and apart <= 2 * KB, (own, apart, size)
    assert sum(size.values()) <= 75 * KB, size
    assert not any("search" in name for name in size), "the search index is for those who search"


def test_search_by_keyboard(page, address):
    page.goto(f"{address}/1-groep/keuze/")
    page.get_by_role("button", name="Zoeken").focus()
    page.keyboard.press("Enter")
    page.get_by_role("searchbox").fill("inter\u00addepen\u200bdentie")
    expect(page.get_by_role("link", name="Wat is een groep").first).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('button')"), "focus returns to the button"


def test_menu_by_keyboard_on_a_phone(page, address):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/1-groep/keuze/")
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    page.get_by_role("link", name="Introductie").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/introductie/")


def settle(page: Page) -> None:
    """Until what moves has stopped: half a change of colour has no contrast."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate("() => Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => 0)")


@pytest.mark.parametrize("key", "npf/s.,")
def test_single_keys_do_nothing(key, page, address):
    page.goto(f"{address}/1-groep/keuze/")
    page.keyboard.press(key)
    page.wait_for_timeout(50)
    assert page.url.endswith("/1-groep/keuze/") and page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("path", WALKED.values(), ids=WALKED)
def test_keyboard_walk_sees_every_stop(path, page, address):
    """Every focus stop has a name, is visible and shows a ring of two pixels or more; nobody gets stuck."""
    page.emulate_media(reduced_motion="reduce")  # else each stop is waited for until it has scrolled in
    page.goto(f"{address}/{path}")
    stops = 0
    for stops in range(400):
        stop = next_stop(page)
        if stop is None:
            break
        assert stop["seen"] and stop["ring"] >= 2 and stop["name"], stop
    assert 5 < stops < 399


@pytest.mark.parametrize("path", WALKED.values(), ids=WALKED)
def test_controls_are_large_enough_to_touch(path, page, address):
    page.set_viewport_size({"width": 320, "height": 640})
    look(page, f"{address}/{path}")
    small = page.evaluate("""() => [...document.querySelectorAll('button, input, select, textarea, summary, nav a')].filter(el => {
      const box = (el.matches('input[type=radio], input[type=checkbox]') ? el.closest('.ww-option') ?? el : el).getBoundingClientRect();
      return el.checkVisibility() && box.width > 0 && (box.width < 24 || box.height < 24);
    }).map(el => el.outerHTML.slice(0, 120))""")
    assert small == []


def test_the_chapter_can_be_read_without_javascript(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/1-groep/wat-is-een-groep/")
    assert page.locator("button:visible").count() == 0, "a button that does nothing is no button"
    for details in page.locator(".ww-answer").all():
        details.locator("summary").click()
        assert len(details.inner_text()) > 60
    context.close()


def test_print_holds_explanations_of_unanswered_questions_and_no_controls(page, address, tmp_path):
    look(page, f"{address}/1-groep/wat-is-een-groep/")
    page.emulate_media(media="print")
    shown = page.locator("main").inner_text()
    for question in CHAPTERS["1-groep/wat-is-een-groep"].bank.bank.asked:
        if question.explanation:
            assert question.explanation.strip().split("\n")[0][:40].replace("*", "") in shown
    assert page.locator("main button:visible").count() == 0


@pytest.mark.parametrize("feature", [{"reduced_motion": "reduce"}, {"forced_colors": "active"}], ids=["still", "forced"])
def test_other_wishes_of_readers(feature, browser, address):
    context = browser.new_context(**feature)
    page = context.new_page()
    look(page, f"{address}/1-groep/wat-is-een-groep/")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(el => parseFloat(getComputedStyle(el).transitionDuration) > 0.01).length"
    )
    assert "reduced_motion" not in feature or moving == 0
    assert violations(page) == []
    context.close()


def test_text_spacing_cuts_nothing(page, address):
    page.set_viewport_size({"width": 320, "height": 640})
    look(page, f"{address}/1-groep/wat-is-een-groep/")
    page.evaluate("""() => { const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
      document.adoptedStyleSheets = [sheet]; }""")
    cut = page.evaluate("""[...document.querySelectorAll('main *')].filter(el => el.checkVisibility() && el.scrollWidth > el.clientWidth + 2
      && ['hidden', 'clip'].includes(getComputedStyle(el).overflowX) && !el.closest('svg') && !el.matches('.ww-hidden, .ww-hidden *')).map(el => el.outerHTML.slice(0, 120))""")
    assert cut == [] and page.evaluate("document.documentElement.scrollWidth <= innerWidth")
