"""What goes wrong in the pages of a test."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.steady import steady


def watch(context: BrowserContext, faults: list[str]) -> None:
    """Everything that goes wrong in the context's pages, in `faults`: an error, or another host that is asked for something."""
    steady(context)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda message: message.type == "error" and faults.append(message.text))
    context.on(
        "request",
        lambda request: request.url.startswith(("http:", "https:")) and "//127.0.0.1:" not in request.url and faults.append(request.url),
    )


class Reader:
    """One page for tests that only look: it finds each page as a new reader does, and costs less than a profile each time."""

    def __init__(self, browser: Browser):
        self.faults: list[str] = []
        self.context = browser.new_context(locale="nl-NL")
        watch(self.context, self.faults)
        self.page = self.context.new_page()
        self.page.add_init_script("localStorage.clear()")

    def turn(self) -> Iterator[Page]:
        """The page for one test, with what went wrong in it."""
        self.page.set_viewport_size({"width": 1280, "height": 720})
        yield self.page
        self.page.evaluate("0")  # what the browser still had to tell has come by then
        faults = [*self.faults]
        self.faults.clear()
        assert not faults, faults
