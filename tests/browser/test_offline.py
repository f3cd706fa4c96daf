"""Both offline editions from `file://` with the network cut: search, an answer, close, open again, and the record is there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.assignments import SAMPLE, encode
from tests.browser import firefox
from tests.browser.axe import AXE, TAGS
from tests.browser.chromium import ARGS, executable
from tests.browser.editions import ASKED, CHAPTER, FRAME, QUESTION, RIGHT, shown, starts
from tests.browser.faults import watch
from werkwijzer.export.built import read_built


class Chromium:
    """A page in Chromium and, by `do`, `see` and `text`, what stands in its frame."""

    def __init__(self, context):
        self.context, self.faults = context, []
        watch(context, self.faults)
        context.set_offline(True)
        self.page = context.new_page()

    def open(self, url: str) -> None:
        self.page.goto("about:blank")
        self.page.goto(url)

    @property
    def frame(self):
        return self.page.frame_locator(FRAME)

    def click(self, css: str) -> None:
        self.frame.locator(css).first.click()

    def type(self, css: str, text: str) -> None:
        self.frame.locator(css).press_sequentially(text)

    def see(self, css: str) -> str:
        found = self.frame.locator(css).first
        found.wait_for(state="attached")
        return found.evaluate("element => element.dataset.state ?? element.textContent")

    def shell(self, script: str):
        return self.page.evaluate(f"() => {{ {script} }}")


class Fox:
    """The same in Firefox."""

    def __init__(self, browser: firefox.Firefox):
        self.browser, self.faults = browser, []
        assert browser.strict_files(), "every local file must be its own origin, as people have it"

    def open(self, url: str) -> None:
        self.browser.frame(None)
        self.browser.open("about:blank")
        self.browser.open(url)

    def within(self, css: str, work):
        """What `work` gives once `css` is in the frame; the shell may be changing frames just now."""

        def attempt():
            try:
                self.browser.frame(None)
                self.browser.frame(FRAME)
                self.browser.find(css)
                return [work()]
            except RuntimeError as error:
                assert re.search("stale|no such|discarded", str(error)), error
                return None

        return firefox.until(attempt, css)[0]

    def click(self, css: str) -> None:
        def click():
            self.browser.run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })", css)
            self.browser.click(css)

        self.within(css, click)

    def type(self, css: str, text: str) -> None:
        self.within(css, lambda: self.browser.type(css, text))

    def see(self, css: str) -> str:
        return self.within(
            css,
            lambda: self.browser.run(
                "const element = document.querySelector(arguments[0]); return element.dataset.state ?? element.textContent", css
            ),
        )

    def shell(self, script: str):
        self.browser.frame(None)
        return self.browser.run(script)


@contextmanager
def in_chromium(browser, profile: Path) -> Iterator[Chromium]:
    context = browser.browser_type.launch_persistent_context(profile, executable_path=executable(), args=ARGS, locale="nl-NL")
    yield Chromium(context)
    context.close()


@contextmanager
def in_firefox(browser, profile: Path) -> Iterator[Fox]:
    with firefox.firefox(profile) as started:
        fox = Fox(started)
        yield fox
        fox.faults += started.complaints()


def profile(name: str, browser, folder: Path):
    """Call it for a running browser; each call finds the same profile, as after closing and starting again."""
    if name == "firefox" and not firefox.executable():
        assert not os.environ.get("CI"), firefox.HELP
        pytest.skip(firefox.HELP)
    start = in_firefox if name == "firefox" else in_chromium
    return lambda: start(browser, folder)


def until(see, expected: str) -> None:
    firefox.until(lambda: expected in (see() or ""), expected)


ROUNDS = [("chromium", ["zip"]), ("chromium", ["single"]), ("firefox", ["zip", "single"])]
"""Chromium has one storage for all files, so there each edition gets a profile of its own."""


@pytest.mark.parametrize("name,kinds", ROUNDS, ids=lambda said: "-".join([said] if isinstance(said, str) else said))
def test_editions_search_score_and_remember(name, kinds, browser, editions, tmp_path):
    opened = profile(name, browser, tmp_path / "profile")
    addresses = [starts(editions)[kind] for kind in kinds]
    with opened() as one:
        for address in addresses:
            visit(one, address)
    with opened() as again:
        for address in addresses:
            revisit(again, address)
    assert one.faults + again.faults == []


def visit(one, address: str) -> None:
    """Start page, a chapter by its link, a search and its result, a right answer, dark colours."""
    one.open(address)
    until(lambda: one.see("h1"), "Groepsgewijs werken")
    one.click(f'a[href*="{CHAPTER}"], a[href$="1-groep/keuze/"]')
    until(lambda: one.shell("return document.title"), "1.3 Individueel of groepsgewijs")
    until(lambda: one.shell("return location.hash"), CHAPTER)
    one.click('[data-ww="search"]')
    one.type("#zoekvraag", "interdependentie")
    until(lambda: one.see(".ww-search-status"), "gevonden")
    one.click(".ww-search-results a")
    until(lambda: one.shell("return document.title"), "1.1 Wat is een groep")
    one.shell("history.back()")
    until(lambda: one.shell("return document.title"), "1.3 Individueel of groepsgewijs")
    one.click(RIGHT)
    one.click(f"{QUESTION} .ww-check")
    until(lambda: one.see(QUESTION), "right")
    one.click('[data-ww="scheme"]')
    one.click('[data-ww="record"]')
    until(lambda: one.see('[data-fact="answers"]'), "1")


def revisit(one, address: str) -> None:
    """The bookmark leads to the page, and everything is as it was."""
    one.open(f"{address}#{CHAPTER}")
    until(lambda: one.shell("return document.title"), "1.3 Individueel of groepsgewijs")
    until(lambda: one.see(QUESTION), "right")
    assert one.shell("return document.documentElement.dataset.scheme") == "dark"


@pytest.mark.parametrize("name,kinds", ROUNDS, ids=lambda said: "-".join([said] if isinstance(said, str) else said))
def test_editions_take_a_trainers_link_and_bring_a_question_back(name, kinds, browser, editions, tmp_path):
    with profile(name, browser, tmp_path / "profile")() as one:
        for kind in kinds:
            follow(one, starts(editions)[kind])
    assert one.faults == []


def follow(one, address: str) -> None:
    """A trainer's link is accepted and seen in the chapter; a link of Herhalen asks its question again."""
    one.open(f"{address}#opdracht={encode(SAMPLE)}")
    until(lambda: one.see(".ww-asked--new h2"), SAMPLE.title)
    one.click(".ww-asked--new .ww-button")
    until(lambda: one.see("section.ww-asked .ww-asked-sum"), "0 van 6 klaar")
    one.open(f"{address}#{CHAPTER}")
    until(lambda: one.see("details.ww-asked > summary"), SAMPLE.title)
    one.open(f"{address}#Opdracht%253D{encode(SAMPLE)}>")
    until(lambda: one.see(".ww-asked-news"), "staat al klaar")
    one.open(f"{address}#{CHAPTER}#herhaal={ASKED.id}")
    until(lambda: one.see(f"{QUESTION} .ww-again"), "Dit is een herhaling.")


@pytest.fixture
def start(editions) -> str:
    return starts(editions)["zip"]


def answer(frame) -> None:
    frame.locator(RIGHT).check()
    frame.locator(f"{QUESTION} .ww-check").click()
    expect(frame.locator(QUESTION)).to_have_attribute("data-state", "right")


def test_two_tabs_hold_one_record(context, start):
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(f"{start}#{CHAPTER}")
    other = shown(two)
    answer(shown(one))
    expect(other.locator(QUESTION)).to_have_attribute("data-state", "right")


def test_what_was_typed_when_the_window_closed_is_there_next_time(context, start):
    page = context.new_page()
    page.goto(f"{start}#{CHAPTER}")
    shown(page).locator("ww-plan textarea").first.press_sequentially("Dinsdag")
    page.close(run_before_unload=True)
    page = context.new_page()
    page.goto(f"{start}#{CHAPTER}")
    expect(shown(page).locator("ww-plan textarea").first).to_have_value("Dinsdag")


@pytest.mark.parametrize("fault,said", [("blocked", "bewaart niets"), ("full", "geen ruimte meer")])
def test_a_shell_that_cannot_keep_says_so_and_goes_on(fault, said, context, start):
    context.add_init_script(f"if (window === top) ({FAULTS[fault]})()")
    page = context.new_page()
    page.goto(f"{start}#{CHAPTER}")
    frame = shown(page)
    answer(frame)
    expect(frame.locator(".ww-notice")).to_contain_text(said)
    expect(frame.locator(QUESTION)).to_have_attribute("data-state", "right")


FAULTS = {
    "blocked": "() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    "full": "() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; }",
}


def test_a_page_on_its_own_says_so_and_leads_back(page, editions):
    page.goto((editions / "map met spaties/cursus" / CHAPTER).as_uri())
    expect(page.locator(".ww-notice")).to_contain_text("één losse pagina")
    answer(page)
    page.get_by_role("link", name="Open deze pagina in de hele cursus").click()
    shown(page)


def test_shell_is_accessible_and_focus_follows(page, start):
    page.goto(f"{start}#{CHAPTER}")
    frame = shown(page)
    page.evaluate(AXE)
    assert page.evaluate("only => axe.run(document, { runOnly: only, preload: false })", TAGS)["violations"] == []
    title = page.title()
    assert page.locator(FRAME).get_attribute("title") == title and title.startswith("1.3")
    frame.get_by_role("link", name="Mijn voortgang").first.click()
    shown(page, "voortgang")
    page.keyboard.press("Tab")
    expect(frame.locator(".ww-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(frame.locator("#inhoud")).to_be_focused()
    page.go_back()
    page.go_back()
    shown(page)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "one scroll bar: the page's own"


def test_other_sites_and_new_tabs_open_outside_the_frame(page, context, start):
    page.goto(f"{start}#over/bronnen/index.html")
    frame = shown(page, "over/bronnen")
    with context.expect_page() as opened_:
        frame.locator('nav a[href*="introductie"]').first.click(modifiers=["Control"])
    shown(opened_.value, "introductie")
    outside = frame.locator('main a[href^="https:"]').first.element_handle()
    outside.evaluate("link => { link.href = 'http://127.0.0.1:9/'; }")  # elsewhere, but nobody is asked
    with context.expect_page():
        outside.click()
    assert page.url.startswith("file:") and len(page.frames) == 2


def test_pages_of_every_kind_open_from_the_one_file_without_a_fault(page, editions, site):
    """Pages there have no address of their own; a script that counts on one would fail here. One page for each set of scripts."""
    kinds = {tuple(re.findall(r'src="([^"]+)"', re.sub(r"(\.\./)+", "", html))): path for path, html in read_built(site).pages.items()}
    page.goto(starts(editions)["single"])
    for path in kinds.values():
        page.evaluate("path => { location.hash = `#${path}`; }", path)
        page.frame_locator(FRAME).locator(f'html[data-page="{path}"] .ww-foot').wait_for(state="attached")
    assert len(kinds) > 10


@pytest.mark.parametrize("kind", ["zip", "single"])
def test_questions_in_the_room(kind, page, editions):
    page.goto(f"{starts(editions)[kind]}#{CHAPTER}?beeld=zaal")
    frame = page.frame_locator(FRAME)
    frame.locator(".ww-zaal-head").wait_for()
    frame.get_by_role("link", name="Sluit de zaal").click()
    shown(page)


@pytest.mark.parametrize("kind", ["zip", "single"])
def test_a_report_goes_from_a_learner_to_the_board(kind, page, editions):
    start = starts(editions)[kind]
    page.goto(f"{start}#{CHAPTER}")
    answer(shown(page))
    page.goto(f"{start}#rapport/index.html")
    report = shown(page, "rapport")
    report.get_by_label("Je naam").fill("Noor")
    report.get_by_role("button", name="Maak een code").click()
    expect(report.get_by_label("Je code")).to_have_value(re.compile("^WR1"))
    code = report.get_by_label("Je code").input_value()
    page.goto(f"{start}#trainers/groep/index.html")
    board = shown(page, "trainers/groep")
    board.locator("#ww-board-paste").fill(code)
    board.get_by_role("button", name="Lees in").click()
    expect(board.get_by_text("1 rapport ingelezen")).to_be_visible()
    expect(board.get_by_role("heading", name="Wie is er klaar?")).to_be_visible()
