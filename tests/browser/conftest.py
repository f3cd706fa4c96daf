"""A browser per worker; a fresh profile and a page that may not fail per test."""

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import ARGS, executable, whole
from tests.browser.steady import PATIENCE, steady

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
def context(browser):
    """A profile of its own; the test fails when one of its pages meets an error or asks another host for something."""
    context = browser.new_context(locale="nl-NL")
    faults = []
    watch(context, faults)
    yield context
    context.close()
    assert not faults, faults


@pytest.fixture
def page(context):
    return context.new_page()


def watch(context, faults):
    """Everything that goes wrong in the context's pages, in `faults`."""
    steady(context)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda message: message.type == "error" and faults.append(message.text))
    context.on(
        "request",
        lambda request: request.url.startswith(("http:", "https:")) and "//127.0.0.1:" not in request.url and faults.append(request.url),
    )
