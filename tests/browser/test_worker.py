"""The offline copy of an online site: without a connection, from version to version, and gone when somebody wants it gone.

Each version of the site carries its number in every page, in the script that all pages load and in the one that the search
loads when it is opened. No page may ever hold two numbers.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.editions import KEY, QUESTION, RIGHT
from tests.browser.firefox import until
from tests.browser.server import serve
from tests.browser.steady import steady
from tests.sites import ROOT
from werkwijzer.export import worker

PAGES = ("", "introductie/", f"{KEY}/", "voortgang/", "over/privacy/")


def version(site: Path, folder: Path, number: int) -> Path:
    """The site as its version `number`, with its offline copy."""
    shutil.copytree(site, folder)
    for page in folder.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("<html", f'<html data-version="{number}"', 1), "utf-8")
    for name in ("site", "search"):
        with (folder / f"assets/js/{name}.js").open("a", encoding="utf-8") as script:
            script.write(f";(globalThis.versions ??= []).push({number});\n")
    worker.install(folder)
    for path in folder.rglob("*"):
        os.utime(path, (1e9 + number, 1e9 + number))  # servers tell versions apart by the second
    return folder


@pytest.fixture
def reader(browser):
    """A profile without the rule that nothing may fail: here the server does."""
    context = browser.new_context(locale="nl-NL")
    steady(context)
    errors = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert not errors, errors


def wait(page: Page, script: str) -> None:
    """Until the script gives something true. Playwright's own way evaluates text, which the policy forbids."""
    until(lambda: page.evaluate(script), script)


def numbers(page: Page) -> set[str]:
    """The versions of which something is in this page."""
    wait(page, "globalThis.versions")
    return set(map(str, page.evaluate("[document.documentElement.dataset.version, ...versions]")))


def search(page: Page) -> None:
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("searchbox").fill("interdependentie")
    expect(page.locator(".ww-search-status")).to_contain_text("gevonden")
    page.keyboard.press("Escape")


def ready(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


REFUSED = """navigator.serviceWorker.getRegistration().then(own => own.addEventListener('updatefound', () => {
  const { installing } = own;
  installing.addEventListener('statechange', () => { globalThis.refused = installing.state === 'redundant'; });
}))"""


def test_copy_goes_from_version_to_version_and_is_never_mixed(reader, site, tmp_path):
    one, two, half = (version(site, tmp_path / str(number), number) for number in (1, 2, 3))
    shutil.copy(two / "assets/js/site.js", half / "assets/js/site.js")  # a server that is halfway through an update
    page = reader.new_page()
    with serve(one) as address:
        port = int(address.rpartition(":")[2])
        page.goto(address)
        ready(page)
        page.goto(f"{address}/{KEY}/")

    # No server: everything goes on.
    for path in PAGES:
        page.goto(f"{address}/{path}")
        assert numbers(page) == {"1"}, path
    page.goto(f"{address}/{KEY}/?van=brief#inhoud")
    page.goto(f"{address}/{KEY}")
    assert page.url.endswith("/") and numbers(page) == {"1"}
    search(page)
    assert numbers(page) == {"1"}
    assert "geen verbinding" in page.goto(f"{address}/downloads/boek.pdf").text()

    # A new version arrives while somebody is in the middle of a question.
    page.goto(f"{address}/{KEY}/")
    page.locator(RIGHT).check()
    other = reader.new_page()
    with serve(two, port=port):
        other.goto(f"{address}/introductie/")
        assert numbers(other) == {"1"}
        notice = page.get_by_role("complementary", name="Nieuwe versie")
        expect(notice).to_contain_text("Nieuwe versie beschikbaar")
        assert violations(page) == []
        search(page)
        search(other)
        assert numbers(page) == numbers(other) == {"1"}, "an open page stays what it is"
        notice.get_by_role("button", name="Toon de nieuwe versie").click()
        expect(notice).to_contain_text("Kijk het eerst na")
        assert numbers(page) == {"1"}
        page.locator(f"{QUESTION} .ww-check").click()
        notice.get_by_role("button", name="Toon de nieuwe versie").click()
        wait(page, "document.documentElement.dataset.version === '2'")
        expect(page.locator(QUESTION)).to_have_attribute("data-state", "right")
        for path in PAGES:
            other.goto(f"{address}/{path}")
            assert numbers(other) == {"2"}, path
        search(other)
        assert numbers(other) == {"2"}
        expect(other.get_by_role("complementary", name="Nieuwe versie")).to_have_count(0)

    # A version that does not come in whole does not come in.
    with serve(half, port=port):
        page.evaluate(REFUSED)
        for path in PAGES:
            other.goto(f"{address}/{path}")
            assert numbers(other) == {"2"}, path
        wait(page, "globalThis.refused")
        page.reload()
        assert numbers(page) == {"2"}

    # The kill switch.
    shutil.copytree(site, tmp_path / "plain")
    assert (tmp_path / "plain/sw.js").read_bytes() == (ROOT / "docs/sw.js").read_bytes()
    with serve(tmp_path / "plain", port=port):
        page.goto(address)
        wait(page, "navigator.serviceWorker.getRegistrations().then(all => !all.length)")
        wait(page, "caches.keys().then(names => !names.length)")
        page.goto(f"{address}/{KEY}/")
        assert page.locator("html").get_attribute("data-version") is None
        expect(page.locator(QUESTION)).to_have_attribute("data-state", "right")


def test_every_page_and_file_is_in_the_copy(site, tmp_path):
    folder = version(site, tmp_path / "site", 1)
    held = set(worker.hashes(folder))
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - held == {"404.html"}
    for page in folder.rglob("*.html"):
        for address in re.findall(
            r'<(?:script|img)\b[^>]*\ssrc="([^":]+)"|\sdata-(?:sheet|index)="([^":]+\.\w+)"|<link rel="stylesheet" href="([^"]+)"',
            page.read_text("utf-8"),
        ):
            if page.name != "404.html":
                target = (page.parent / "".join(address)).resolve().relative_to(folder.resolve()).as_posix()
                assert target in held, f"{target} on {page}"
    before = (folder / "sw.js").read_bytes()
    worker.install(folder)
    assert (folder / "sw.js").read_bytes() == before, "the same site is the same version"


def test_reader_throws_the_copy_away_and_takes_it_back(reader, site, tmp_path):
    page = reader.new_page()
    with serve(version(site, tmp_path / "site", 1)) as address:
        page.goto(f"{address}/meenemen/")
        ready(page)
        page.reload()
        drop, keep = (page.get_by_role("button", name=name) for name in ("Verwijder de offline-kopie", "Bewaar een offline-kopie"))
        drop.click()
        expect(page.locator("ww-offline")).to_contain_text("Verwijderd.")
        expect(keep).to_be_focused()
        page.goto(f"{address}/introductie/")
        page.goto(f"{address}/meenemen/")
        expect(keep).to_be_visible()
        assert (
            page.evaluate("caches.keys()") == []
            and page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
        )
        keep.click()
        expect(page.locator("ww-offline")).to_contain_text("Bewaard.")
        assert violations(page) == []
    assert page.goto(f"{address}/introductie/").ok
