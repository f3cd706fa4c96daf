"""What the group board costs a browser: the processor time of its page to read, add up and show 200 reports of the whole course."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.board_page import ADDRESS, group, load
from tests.browser.chromium import ARGS, executable
from tests.browser.server import serve
from tests.reports import BANKS
from tests.sites import built, copy_course

PEOPLE = 200
AIM = 1.0


def cpu(page: Page, work: Callable[[], object]) -> float:
    """The seconds of processor time that the page's own thread spends on it."""
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})

    def tasks() -> float:
        return next(one["value"] for one in client.send("Performance.getMetrics")["metrics"] if one["name"] == "TaskDuration")

    before = tasks()
    work()
    return tasks() - before


def main() -> None:
    reports = group(PEOPLE, tuple(BANKS))
    size = sum(len(json.dumps(report)) for report in reports) / 1e6
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(built("mkdocs", copy_course(Path(folder)))) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGS)
        page = browser.new_page()
        page.goto(f"{address}/{ADDRESS}/")
        took = cpu(page, lambda: load(page, reports))
        browser.close()
    print(f"Groepsbord, {PEOPLE} rapporten van de hele cursus ({size:.1f} MB): {took:.2f} s rekentijd; streven: hoogstens {AIM:.0f} s")


if __name__ == "__main__":
    main()
