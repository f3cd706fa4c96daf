"""Everything beside everything: each page component and question type on one page, in any order of their scripts, as alive as alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.questions import ASSETS, views
from tests.browser.server import serve
from tests.scripts import in_order
from tests.sites import ROOT
from tests.test_components import COURSE, USES
from werkwijzer.components import Use, components, names_with
from werkwijzer.components.mastery import mastery_html
from werkwijzer.components.record import record_html
from werkwijzer.course.library import Library
from werkwijzer.questions import APART, TYPES
from werkwijzer.render.pages import render
from werkwijzer.render.web import question_html

ALIVE = """() => Object.fromEntries([...document.querySelectorAll('[data-proof]')].map((proof) => {
  const [element] = proof.children;
  const buttons = [...proof.querySelectorAll('button')].filter((button) => button.checkVisibility() && !button.closest('details:not([open])')).length;
  return [proof.dataset.proof, [Boolean(customElements.get(element.localName)), buttons]];
}))"""
"""Proof → whether its element is defined, and how many buttons it shows."""


OTHERWISE = ("question", "quiz", "plan", "record", "card")
"""Made below, or without a script."""


def parts() -> dict[str, str]:
    """Name → HTML of everything that may stand on a page."""
    library = Library(ROOT, COURSE)
    made = {name: components()[name].html(Use(library, argument)) for name, argument in reversed(USES) if name not in OTHERWISE}
    made |= {f"vraag-{type_}": question_html(one) for type_, one in zip(TYPES, views(*TYPES), strict=True)}
    chapter = COURSE.chapters[1]
    made |= {
        "plan": render("components/plan/web", chapter="normen"),
        "mastery": mastery_html(chapter.chapter, chapter.bank.bank),
        "record": record_html(COURSE),
    }
    return {name: re.sub(r'\s(?:src|srcset)="[^"]*"', "", html) for name, html in made.items()}


PARTS = parts()
SCRIPTED = [name for name in PARTS if name in (*names_with("page.js"), "plan", "mastery", "record") or name not in components()]


def page(names: list[str], scripts: list[str]) -> str:
    tags = "".join(f'<script src="assets/js/{name}.js" defer></script>' for name in in_order(*scripts))
    body = "".join(f'<div data-proof="{name}">{PARTS[name]}</div>' for name in names)
    head = f'<meta charset="utf-8"><title>Samen</title><link rel="icon" href="data:,"><script src="assets/js/site.js"></script>{tags}'
    return f'<!doctype html><html lang="nl"><head>{head}</head><body><main data-assignment="" data-sheet="assets/css/assignment.css"><article class="ww-text"><h1>Proef</h1>{body}</article></main></body></html>'


SHARED = ["course", "catalogue", "texts", "overview"]
QUIZ = ["quiz", *APART]


def own(name: str) -> list[str]:
    """The script of a part by itself."""
    if name.startswith("vraag-"):
        return QUIZ
    return [name] if name in names_with("page.js") else []


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
