"""Everything beside everything: each page component and question type on one page, in any order of their scripts, as alive as alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.questions import ASSETS
from tests.browser.server import serve
from tests.browser.together import QUIZ, SCRIPTED, SHARED, own, page
from werkwijzer.components import names_with

ALIVE = """() => Object.fromEntries([...document.querySelectorAll('[data-proof]')].map((proof) => {
  const [element] = proof.children;
  const buttons = [...proof.querySelectorAll('button')].filter((button) => button.checkVisibility() && !button.closest('details:not([open])')).length;
  return [proof.dataset.proof, [Boolean(customElements.get(element.localName)), buttons]];
}))"""
"""Proof → whether its element is defined, and how many buttons it shows."""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("together")
    (folder / "assets").symlink_to(ASSETS)
    for name in SCRIPTED:
        scripts = [*QUIZ, "test"] if name == "moduletest" else []
        (folder / f"{name}.html").write_text(page([name], [*SHARED, *scripts, *own(name)]), "utf-8")
    all_ = ["panel", *names_with("page.js")]
    for number, scripts in enumerate(([*QUIZ, "test", *all_], [*reversed(all_), *QUIZ, "test"])):
        (folder / f"samen-{number}.html").write_text(page(SCRIPTED, [*SHARED, *scripts]), "utf-8")
    with serve(folder) as address:
        yield address


def look(tab, url: str) -> dict[str, list]:
    tab.goto(url)
    tab.wait_for_timeout(400)  # some fill themselves after a promise
    return tab.evaluate(ALIVE)


def test_everything_is_alive_beside_everything_else(context, address):
    """The page's errors fail the test by themselves (`context`)."""
    tab = context.new_page()
    alone = {name: look(tab, f"{address}/{name}.html")[name] for name in SCRIPTED}
    assert all(defined for defined, _ in alone.values()), alone
    assert sum(buttons > 0 for _, buttons in alone.values()) > 20, alone
    alone.pop("aftertest")  # its questions come alive with the script of a quiz
    for number in range(2):
        together = look(tab, f"{address}/samen-{number}.html")
        assert together.pop("aftertest")[0]
        assert together == alone
