"""Nothing lost and nothing misread on the way of one learner: a link that a mail filter took apart, a device whose clock is three days ahead,
a long answer, a name in two normal forms, codes in a quoted mail; and a board on another device, with a right clock, that says what was done."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.assignments import SAMPLE, encode
from tests.browser import firefox
from tests.browser.answers import GIVE, right, wrong
from tests.browser.board_page import same, shown
from tests.browser.faults import watch
from tests.browser.server import serve
from tests.links import every, quoted_printable
from tests.reports import BANKS, unpacked
from tests.sites import once

ASKED = SAMPLE.model_copy(update={"parts": SAMPLE.parts[:1]})
QUESTIONS = BANKS["introductie"].asked
OPEN = next(question for question in QUESTIONS if not question.scored)
LONG = "".join(f"Zin {number}: ‘vooraf’ – één, twee & <drie>.\n" for number in range(99))[:2980] + " Einde van mijn verhaal."[-20:]
AHEAD = """(() => { const Right = Date; const ahead = 3 * 864e5; globalThis.Date = class extends Right {
    constructor(...given) { if (given.length) super(...given); else super(Right.now() + ahead); } static now() { return Right.now() + ahead; } }; })();"""


@pytest.fixture(scope="session")
def ahead(site, shared) -> Path:
    """The site as a device sees it whose clock is three days ahead."""

    def make(folder: Path) -> None:
        shutil.copytree(site, folder / "site")
        (folder / "site/ahead.js").write_text(AHEAD, "utf-8")
        for page in (folder / "site").rglob("*.html"):
            page.write_text(page.read_text("utf-8").replace("<head>", '<head><script src="/ahead.js"></script>', 1), "utf-8")

    return once(shared / "ahead", make) / "site"


class Fox:
    """A page in Firefox, driven as Playwright drives one."""

    def __init__(self, browser: firefox.Firefox):
        self.browser = browser

    def goto(self, url: str) -> None:
        self.browser.open("about:blank")
        self.browser.open(url)

    def evaluate(self, script: str, given: Any = None) -> Any:
        return self.browser.run(f"return ({script})(arguments[0])", given)


@contextmanager
def device(name: str, browser, folder: Path) -> Iterator[Any]:
    """A browser that nobody used before; nothing may fail in it but what is not there."""
    if name == "firefox":
        with firefox.firefox(folder) as started:
            yield Fox(started)
        return
    faults: list[str] = []
    context = browser.new_context(locale="nl-NL")
    watch(context, faults)
    yield context.new_page()
    context.close()
    assert [fault for fault in faults if "404" not in fault] == []


def until(page, script: str, given: Any = None) -> Any:
    """What the script gives once that is something; the page may be leaving just now."""

    def attempt() -> Any:
        try:
            return page.evaluate(script, given)
        except Exception as error:
            assert any(
                word in str(error)
                for word in ("context was destroyed", "navigation", "stale", "no such", "unloaded", "null", "not defined", "undefined")
            ), error
            return None

    return firefox.until(attempt, script)


PRESS = "(name) => { const button = [...document.querySelectorAll('main button')].find((one) => one.checkVisibility() && one.textContent === name); button?.click(); return Boolean(button); }"
FILL = "([css, text]) => { const field = document.querySelector(css); if (!field?.checkVisibility()) return false; field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); return true; }"
KEPT = "(id) => globalThis.customElements?.get('ww-question') && document.querySelector(`#vraag-${id} textarea`)?.value"
CODE = "(css) => document.querySelector(css)?.value.startsWith('WR') && document.querySelector(css).value"


def learn(page, address: str) -> list[str]:
    """Opens the link, works, and reports twice: the codes."""
    page.goto(f"{address}/%23opdracht%3D{encode(ASKED)}")
    until(page, "() => document.querySelector('.ww-asked--new h2')?.textContent")
    until(page, PRESS, "Zet klaar")
    until(page, "() => document.querySelector('section.ww-asked')?.textContent.includes('0 van 3 klaar')")
    answers = {question.id: (right, wrong)[place % 3 == 2](question) for place, question in enumerate(QUESTIONS)}
    work(page, address, answers)
    first = report(page, address, "Zoë  de Wit ")
    work(page, address, {**answers, OPEN.id: {"text": LONG, "criteria": []}})
    page.goto(f"{address}/introductie/")
    assert until(page, KEPT, OPEN.id) == LONG, "the whole answer is there next time"
    return [first, report(page, address, unicodedata.normalize("NFD", "Zoë de Wit"))]


def work(page, address: str, answers: dict[str, Any]) -> None:
    page.goto(f"{address}/introductie/")
    until(page, "() => globalThis.customElements?.get('ww-question') !== undefined && Boolean(globalThis.Werkwijzer?.types?.open)")
    page.evaluate(GIVE, answers)


def report(page, address: str, name: str) -> str:
    page.goto(f"{address}/rapport/")
    until(page, "() => /^[0-9a-f]{8}$/.test(document.querySelector('#ww-report-about')?.value)")
    until(page, FILL, ["#ww-report-name", name])
    until(
        page,
        '(id) => { const box = document.querySelector(`[data-open="${id}"] input`); if (!box.checked) box.click(); return box.checked; }',
        OPEN.id,
    )
    until(page, PRESS, "Maak een code")
    return until(page, CODE, "#ww-report-code")


def mailed(codes: list[str]) -> str:
    """Both codes, answered and forwarded: quoted twice, one of them quoted-printable, with signs that nobody sees."""
    first = "\n".join(f"> > {line}" for line in quoted_printable(f"Hoi, hier is mijn code:\n{codes[0]}\nGroet, Zoë").splitlines())
    second = "\r\n".join(f">> {line}" for line in every(codes[1], 64, "\u200b\r\n").splitlines())
    return f"Zie hieronder.\n\n> Op maandag schreef Zoë:\n{first}\n> > Sorry, dit is de goede:\n{second}\n> Dank!\nhttps://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.nl%2F%23opdracht%3D{encode(ASKED)}&data=05"


def see(page, address: str, codes: list[str]) -> None:
    """The board on the other device: one person, the whole text, the right figures."""
    page.goto(f"{address}/trainers/groep/")
    until(page, FILL, ["#ww-board-paste", mailed(codes)])
    until(page, PRESS, "Lees in")
    said = until(page, "() => document.querySelector('.ww-board-load > .ww-status')?.textContent")
    assert (
        said
        == f"1 rapport ingelezen. 1 rapport vervangen door een nieuwer rapport van dezelfde persoon. De opdracht “{ASKED.title}” hoort er nu bij."
    )
    newest = unpacked(codes[1])
    same(page, [newest], [item for part in ASKED.parts for item in part.items], ASKED.id)
    board = shown(page)
    assert board["texts"] == {OPEN.id: [(unicodedata.normalize("NFD", "Zoë de Wit"), LONG)]}
    assert board["people"][newest["id"]][0] in ("busy", "done") and len(board["people"]) == 1
    assert set(board["questions"]) == {question.id for question in QUESTIONS if question.scored}
    missed = {question.id for place, question in enumerate(QUESTIONS) if question.scored and place % 3 == 2}
    assert {id_ for id_, one in board["questions"].items() if not one["right"]} == missed


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_nothing_is_lost_between_a_mail_and_the_board(name, browser, site, ahead, tmp_path):
    if name == "firefox" and not firefox.executable():
        assert not os.environ.get("CI"), firefox.HELP
        pytest.skip(firefox.HELP)
    with serve(ahead, lost=ahead / "404.html") as address, device(name, browser, tmp_path / "learner") as page:
        codes = learn(page, address)
    with serve(site) as address, device(name, browser, tmp_path / "trainer") as page:
        see(page, address, codes)
