"""Profiles of the browser: one that every test finds as new, and what goes wrong in the pages of any."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Request

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


class Profile:
    """A profile that tests have one after the other, each as new.

    In a new one Chromium starts a process and compiles all scripts again, which costs more than most tests do."""

    def __init__(self, browser: Browser):
        self.browser = browser
        self._open()

    def _open(self) -> None:
        self.context = self.browser.new_context(locale="nl-NL")
        self.faults: list[str] = []
        self.origins: set[str] = set()
        self.spent = False
        watch(self.context, self.faults)
        self.context.on("request", self._note)
        self.blank = self.context.new_page()
        self.devtools = self.context.new_cdp_session(self.blank)

    def _note(self, request: Request) -> None:
        url = urlsplit(request.url)
        self.spent |= url.scheme == "file"  # all files are one origin, which cannot be emptied by its name
        if url.scheme in ("http", "https"):
            self.origins.add(f"{url.scheme}://{url.netloc}")

    def end(self) -> list[str]:
        """What went wrong in this test; the next one gets the profile without anything of it."""
        for page in self.context.pages:
            if page != self.blank:
                page.close()
        if self.spent:
            self.context.close()
            faults = self.faults
            self._open()
            return faults
        self._empty()
        faults = [*self.faults]
        self.faults.clear()
        return faults

    def _empty(self) -> None:
        for origin in self.origins:
            self.devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self.origins.clear()
        self.devtools.send("Network.clearBrowserCache")
        self.context.clear_cookies()
        self.context.clear_permissions()

    def close(self) -> None:
        self.context.close()
