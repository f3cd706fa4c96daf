"""What trainers use, in a browser: questions on a projector, the course in a frame of another site, texts to copy, the agenda."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.agendas import SAMPLE
from tests.browser.axe import accessible
from tests.browser.chromium import ARGS, executable
from tests.browser.editions import shown, starts
from tests.browser.faults import watch
from tests.browser.server import STRICT, serve
from tests.browser.steady import steady, travel
from tests.sites import ROOT
from werkwijzer.base.words import words
from werkwijzer.components import Use, agenda
from werkwijzer.course.library import Library
from werkwijzer.course.read import read_course

COURSE = read_course(ROOT)[0]
KEY = "1-groep/keuze"
BANK = COURSE.banks[KEY].bank
SAY = words()["page_kaal"]
PARTITIONED = "--disable-features=TrackingProtection3pcd,ThirdPartyCookieDeprecation"
"""Lets a framed site store things, apart from the site itself; this Chromium would refuse it altogether."""


# ---- In the room ----
def room(page: Page, address: str, question: str = "", key: str = KEY) -> None:
    page.goto(f"{address}/{key}/?beeld=zaal" + (f"#vraag-{question}" if question else ""))
    page.wait_for_selector(".ww-zaal-stage h1")


def counts(page: Page) -> list[str]:
    return page.locator(".ww-zaal-count input").evaluate_all("boxes => boxes.map(box => box.value)")


def test_hands_are_counted_by_keys_and_the_answer_comes_with_its_reasons(page, address):
    room(page, address, "keuze-uitval")
    question = BANK.by_id["keuze-uitval"][1]
    for key in ("2", "2", "1", "Shift+1", "3"):
        page.keyboard.press(key)
    assert counts(page) == ["0", "2", "1"]
    bars = page.locator("progress").evaluate_all("bars => bars.map(bar => bar.value / bar.max)")
    assert bars == [0, 1, 0.5]
    why = page.locator(".ww-zaal-why")
    assert why.evaluate_all("parts => parts.every(part => !part.checkVisibility())"), "nothing is given away before the answer"
    page.keyboard.press(" ")
    expect(why).to_have_count(len(question.options))
    expect(page.locator("[data-right] .ww-zaal-verdict")).to_have_text("Goed")
    expect(page.locator(".ww-zaal-answer")).to_be_visible()
    expect(page.locator(".ww-zaal-room [role=status]")).to_have_text("Antwoord getoond. Goed is B.")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".ww-zaal-number")).to_have_text(f"Vraag 7 van {len(BANK.questions)}")
    page.keyboard.press("PageUp")
    assert counts(page) == ["0", "2", "1"], "counts stay while the view is open"
    page.keyboard.press("0")
    assert counts(page) == ["0", "0", "0"]
    assert page.url.endswith("?beeld=zaal#vraag-keuze-uitval")
    assert page.evaluate("Object.keys(localStorage).filter(key => /zaal|count/.test(key))") == []


def test_keys_with_a_sign_can_be_switched_off(page, address):
    room(page, address, "keuze-uitval")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Toetsen in de zaal")
    expect(dialog).to_be_visible()
    assert accessible(page)
    page.get_by_label("Cijfers en letters gebruiken als toets").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    assert counts(page) == ["0", "0", "0"]
    page.get_by_label("Aantal voor A").fill("12x")
    assert counts(page)[0] in ("12", "12x")
    page.get_by_role("button", name="Eén erbij voor A").click()
    assert counts(page)[0] == "13"


def test_every_question_has_a_slide_and_an_answer(page, address):
    room(page, address)
    for question in BANK.questions:
        at = page.evaluate(
            """id => { const all = [...document.querySelectorAll('ww-question')].map(own => own.dataset.question);
          const jump = document.querySelector('.ww-zaal-jump select'); jump.selectedIndex = all.indexOf(id); jump.dispatchEvent(new Event('change')); return jump.selectedIndex; }""",
            question.id,
        )
        assert at >= 0, question.id
        assert len(page.locator(".ww-zaal-stage h1").inner_text()) > 5
        assert (page.locator(".ww-zaal-options > li").count() > 0) == question.countable
        page.get_by_role("button", name="Toon antwoord").click()
        assert len(page.locator(".ww-zaal-answer, .ww-zaal-why").all_inner_texts()) and page.locator(".ww-zaal-stage").inner_text()
        assert page.locator(".ww-zaal-stage [id], .ww-zaal-stage select, .ww-zaal-stage textarea").count() == 0
    assert len(BANK.questions) == page.locator(".ww-zaal-jump option").count()


@pytest.mark.parametrize(
    ("width", "height", "question"), [(1920, 1080, "keuze-teamleider"), (320, 640, "keuze-uitkomsten")], ids=["projector", "phone"]
)
def test_the_room_is_accessible_and_does_not_scroll_sideways(width, height, question, page, address):
    page.set_viewport_size({"width": width, "height": height})
    room(page, address, question)
    page.keyboard.press(" ")
    assert accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_room_works_without_a_server(page, site):
    page.goto((site / KEY / "index.html").as_uri() + "?beeld=zaal")
    expect(page.locator(".ww-zaal-number")).to_have_text(f"Vraag 1 van {len(BANK.questions)}")
    page.keyboard.press("PageDown")
    expect(page.locator(".ww-zaal-number")).to_have_text(f"Vraag 2 van {len(BANK.questions)}")


def test_the_room_opens_beside_the_offline_edition(context, editions):
    page = context.new_page()
    page.goto(f"{starts(editions)['zip']}#trainers/zaal/index.html")
    with context.expect_page() as opened:
        shown(page, "trainers/zaal").get_by_role("link", name="1.3 Individueel").click()
    expect(opened.value.locator(".ww-zaal-number")).to_have_text(f"Vraag 1 van {len(BANK.questions)}")
    shown(page, "trainers/zaal")


def test_the_room_is_left_by_a_link_to_the_same_question(page, address):
    room(page, address, "keuze-uitval")
    page.get_by_role("link", name="Sluit de zaal").click()
    page.wait_for_url(f"{address}/{KEY}/#vraag-keuze-uitval")
    expect(page.locator("#vraag-keuze-uitval")).to_be_in_viewport()


# ---- In a frame of another site ----
NAMED = {name: value.replace("frame-ancestors 'none'", "frame-ancestors 'self' http://localhost:*") for name, value in STRICT.items()}
"""The advised headers, changed as deploy/README.md says for a platform that may frame the course."""


@pytest.fixture(scope="module")
def framable(site):
    assert NAMED != STRICT
    with serve(site, NAMED) as address:
        yield address


def framed(page: Page, address: str, folder: Path, path: str):
    """The page at `path` in a frame; 127.0.0.1 and localhost are different sites to a browser."""
    (folder / "platform.html").write_text(
        f'<!doctype html><html lang="nl"><title>Platform</title><main><h1>Platform</h1><iframe title="Cursus" width="700" height="700" src="{address}/{path}"></iframe></main></html>',
        "utf-8",
    )
    with serve(folder, {}) as platform:
        page.goto(f"{platform.replace('127.0.0.1', 'localhost')}/platform.html")
        frame = page.frame_locator("iframe")
        expect(frame.locator(".ww-kaal-bar")).to_be_visible()
        yield frame


@pytest.fixture
def platform(whole_browser, framable, tmp_path):
    """A page that holds the course in a frame, in a browser that keeps nothing for framed sites."""
    context = whole_browser.new_context(locale="nl-NL")
    steady(context)
    page = context.new_page()
    yield from framed(page, framable, tmp_path, f"{KEY}/?beeld=kaal")
    context.close()


@pytest.fixture
def keeping(browser, framable, tmp_path):
    """The same in a profile that keeps what framed sites store, apart from the sites themselves."""
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=executable(), args=[*ARGS, PARTITIONED], locale="nl-NL"
    )
    steady(context)
    (tmp_path / "site").mkdir()
    yield from framed(context.pages[0], framable, tmp_path / "site", f"{KEY}/?beeld=kaal")
    context.close()


def test_a_frame_shows_only_the_page_and_keeps_doing_so(platform):
    expect(platform.locator(".ww-top, .ww-nav, .ww-foot").first).to_be_hidden()
    out = platform.get_by_role("link", name=SAY["kaalOpen"])
    assert re.search(rf"/{KEY}/$", out.get_attribute("href")) and out.get_attribute("target") == "_blank"
    platform.get_by_role("link", name=re.compile("Volgende")).click()
    expect(platform.locator("h1")).to_contain_text("Waarom een groep kan werken")
    expect(platform.locator(".ww-top")).to_be_hidden()
    assert platform.locator("html").evaluate("() => location.search") == "?beeld=kaal"


def test_a_frame_says_when_nothing_is_kept(platform):
    platform.get_by_text(SAY["kaalKeep"]).click()
    expect(platform.get_by_text(SAY["kaalNot"])).to_be_visible()


def test_answers_move_from_a_frame_to_the_site_by_a_code(keeping, framable):
    page = keeping.owner.page
    keeping.locator("html").evaluate(
        "() => Werkwijzer.record.saveAnswer('keuze-uitval', { response: 'x', points: 1, of: 1, hash: '0123456789', attempts: 1, hints: 0, confidence: null, shown: false, history: [], text: '' })"
    )
    keeping.get_by_text(SAY["kaalKeep"]).click()
    expect(keeping.get_by_text(SAY["kaalApart"])).to_be_visible()
    keeping.get_by_role("button", name=SAY["kaalTake"]).click()
    code = keeping.get_by_label(SAY["kaalCode"]).input_value()
    assert code.startswith("WW1.")
    other = page.context.new_page()
    other.goto(f"{framable}/voortgang/")
    assert other.evaluate("Werkwijzer.record.answer('keuze-uitval')") is None, "the site itself does not know what the frame kept"
    read = other.evaluate(
        "async code => { const read = await Werkwijzer.transfer.fromCode(code); Werkwijzer.transfer.merge(read.data); return Werkwijzer.record.answer('keuze-uitval').answer.points; }",
        code,
    )
    assert read == 1


def test_the_bare_view_is_accessible_in_a_narrow_frame(page, address):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{address}/{KEY}/?beeld=kaal")
    expect(page.get_by_role("link", name=SAY["kaalPlain"])).to_be_visible()
    assert accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_chapter_without_a_view_loads_neither_script(page, address):
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}/{KEY}/?beeld=anders", wait_until="networkidle")
    assert not [url for url in loaded if "kaal" in url or "zaal" in url]


# ---- Texts and agenda ----
def test_a_timeline_text_is_copied_with_its_full_address(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    faults: list[str] = []
    watch(context, faults)
    page = context.new_page()
    page.goto(f"{address}/trainers/blended/")
    item = page.get_by_role("region", name="1.3 Individueel of groepsgewijs: de keuze")
    page.get_by_label("Maak links zonder kop en menu").check()
    expect(item.get_by_role("link")).to_have_text(f"{address}/{KEY}/?beeld=kaal")
    page.get_by_label("Maak links zonder kop en menu").uncheck()
    item.get_by_role("button", name="Kopieer de tekst").click()
    expect(item.get_by_role("status")).to_contain_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("1.3 Individueel") and f"\n\n{address}/{KEY}/\n\n" in copied and "Vraag voor in de chat:" in copied
    context.close()
    assert faults == []


def test_what_is_over_does_not_show_and_the_rest_comes_as_a_file(page, address, site, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / agenda.FILE).write_text(SAMPLE.replace("2027-10-05", "2020-10-05"), "utf-8")
    empty = (site / "trainers/agenda/index.html").read_text("utf-8")
    full = re.sub(r"<ww-agenda.*</ww-agenda>", lambda _: agenda.html(Use(Library(tmp_path))), empty, flags=re.S)
    page.route("**/trainers/agenda/", lambda route: route.fulfill(body=full, content_type="text/html"))
    travel(page, "2027-01-15")
    page.goto(f"{address}/trainers/agenda/")
    expect(page.locator(".ww-agenda-list > li:visible")).to_have_count(1)
    assert accessible(page)
    [still] = Calendar.from_ical(unquote(page.get_by_role("link", name="Zet in je agenda").get_attribute("href").partition(",")[2])).walk(
        "VEVENT"
    )[:1]
    assert int(still["sequence"]) == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Zet in je agenda").click()
    [taken] = Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")[:1]
    assert (
        str(taken["uid"]) == str(still["uid"])
        and int(taken["sequence"]) > 200_000_000
        and taken.decoded("dtstamp").isoformat().startswith("2027-01-15T")
    )
    assert (
        Path(download.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR\r\n") and download.value.suggested_filename == "voorjaar.ics"
    )
    travel(page, "2027-06-15")
    page.reload()
    expect(page.get_by_text("Er staan nu geen trainingen in de agenda.")).to_be_visible()
    expect(page.locator(".ww-agenda-list")).to_be_hidden()
