"""A browser per worker; a fresh profile and a page that may not fail per test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.browser import questions
from tests.browser.chromium import ARGS, executable, whole
from tests.browser.editions import write
from tests.browser.faults import watch
from tests.browser.server import serve
from tests.browser.steady import PATIENCE
from tests.sites import once

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def browser():
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def whole_browser(browser):
    """Chromium as people have it, for what the light one has not: settings of a profile, storage that framed sites are refused."""
    path = whole()
    if path is None:
        pytest.skip("asks for a whole Chromium or Chrome; here is only the one without a window")
    whole_ = browser.browser_type.launch(executable_path=path, args=ARGS)
    yield whole_
    whole_.close()


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    """A profile of its own; the test fails when one of its pages meets an error or asks another host for something."""
    context = browser.new_context(locale="nl-NL")
    faults: list[str] = []
    watch(context, faults)
    yield context
    context.close()
    assert not faults, faults


@pytest.fixture
def page(context) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """Where the built course is served."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def editions(site, shared) -> Path:
    """A folder with the one file, and with the archive unpacked in `map met spaties/`."""
    return once(shared / "offline", lambda folder: write(site, folder))


@pytest.fixture(scope="session")
def examples(tmp_path_factory) -> Iterator[str]:
    """Where the pages with the examples of the question types are served."""
    with serve(questions.build(tmp_path_factory.mktemp("questions"))) as address:
        yield address


@pytest.fixture
def visit(page, examples):
    """Opens one of them by name."""

    def go(name: str) -> Page:
        page.goto(f"{examples}/{name}.html")
        return page

    return go
