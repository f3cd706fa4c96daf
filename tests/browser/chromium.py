"""Which browser the tests run in, and how to come by one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOUND = ROOT / ".cache" / "chromium"  # the path that `python -m tests.browser` saw working
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DRIVER_NEEDS = "libatomic1"
SHELL = "chromium-headless-shell"
"""Chromium without a window around it, from Debian: the same engine, at less than half the processor time."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
CACHES = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright", "~/AppData/Local/ms-playwright")
INSIDE = ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*", "chrome-win*/chrome.exe")


def executable() -> str:
    """The browser to test with. Raises FileNotFoundError with what to do about it."""
    path = next(candidates(), None)
    if path is None:
        raise FileNotFoundError(
            "Geen Chromium gevonden: draai `python -m tests.browser`, of zet WERKWIJZER_CHROMIUM op het pad van een Chromium of Chrome."
        )
    return path


def whole() -> str | None:
    """A browser with a profile that its owner can set, which the light one has not."""
    return next((path for path in candidates() if Path(path).name != SHELL), None)


def candidates() -> Iterator[str]:
    """Browsers that are there, the likeliest first. One that was asked for is the only one."""
    if asked := os.environ.get("WERKWIJZER_CHROMIUM"):
        yield asked
        return
    known = [FOUND.read_text("utf-8")] if FOUND.is_file() else []
    for path in [*known, *_on_path(), *PLACES, *_downloaded()]:
        if Path(path).is_file():
            yield path


def _on_path() -> list[str]:
    return [path for path in map(shutil.which, NAMES) if path]


def _downloaded() -> list[str]:
    """What Playwright downloaded, newest first."""
    caches = [Path(path).expanduser() for path in (os.environ.get("PLAYWRIGHT_BROWSERS_PATH"), *CACHES) if path]
    found = [path for cache in caches for inside in INSIDE for path in cache.glob(f"chromium-*/{inside}")]
    return [str(path) for path in sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)]


def working() -> str | None:
    """The first browser that really opens a page, remembered for the next time."""
    for path in candidates():
        if _opens(path):
            FOUND.parent.mkdir(exist_ok=True)
            FOUND.write_text(path, "utf-8")
            return path
    return None


def _opens(path: str) -> bool:
    from playwright.sync_api import sync_playwright

    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=ARGS)
            return browser.new_page().evaluate("1 + 1") == 2
    except Exception as error:  # the browser's, or that of Playwright's own driver, which is a bare Exception
        print(f"{path} opent geen bladzijde: {str(error).splitlines()[0]}", file=sys.stderr)
        return False


def installers() -> tuple[Callable[[], None], ...]:
    """Ways to come by a browser; none when somebody named one."""
    return () if os.environ.get("WERKWIJZER_CHROMIUM") else (from_apt, from_playwright)


def from_apt() -> None:
    """Chromium of the distribution, where we may install it, and what Playwright's driver needs and Debian 12 does not bring with it."""
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        run("apt-get", "update")
        run("apt-get", "install", "-y", SHELL, "chromium", DRIVER_NEEDS)
        if not shutil.which(SHELL):
            run("apt-get", "install", "-y", "chromium", DRIVER_NEEDS)


def from_playwright() -> None:
    """Chromium as Playwright offers it."""
    run(sys.executable, "-m", "playwright", "install", "chromium")


def run(*command: str) -> None:
    """A command that may fail, shown."""
    print("$", *command, flush=True)
    subprocess.run(command, check=False)
