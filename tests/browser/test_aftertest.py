"""A measurement afterwards: other questions than before, and both results side by side."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests import course
from tests.browser.questions import ASSETS, KEY
from tests.browser.server import serve
from tests.twins import made
from werkwijzer.components import Use
from werkwijzer.components.aftertest import html
from werkwijzer.course.library import Library
from werkwijzer.course.read import read_course


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return read_course(made(tmp_path_factory.mktemp("bank")))[0]


@pytest.fixture(scope="module")
def address(tmp_path_factory, bank):
    folder = tmp_path_factory.mktemp("pages")
    (folder / "assets").symlink_to(ASSETS)
    tags = "".join(f'<script src="assets/js/{script}.js" defer></script>' for script in ("quiz", "test", "aftertest"))
    body = html(Use(Library(bank.root, bank), course.KEY))
    (folder / "na.html").write_text(
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Na</title><link rel="icon" href="data:,">{tags}</head><body><main><h1>Na</h1>{body}</main></body></html>',
        "utf-8",
    )
    with serve(folder) as address:
        yield address


def before(bank, points: int, hash_: str = "", history=()) -> str:
    """The answer of the first time, as it is kept."""
    own = hash_ or bank.banks[course.KEY].bank.hashes["voorbeeld-choice"]
    said = {
        "response": "x",
        "points": points,
        "of": 1,
        "attempts": 1,
        "hints": 0,
        "confidence": None,
        "shown": False,
        "hash": own,
        "at": 2,
        "text": "",
    }
    return json.dumps(said | {"history": [{"points": p, "of": 1, "hash": own, "at": 1} for p in history]})


def answered(page, address, kept: str | None):
    page.goto(f"{address}/na.html")
    if kept:
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{KEY}answer:voorbeeld-choice", kept])
        page.reload()
    page.wait_for_function("!!customElements.get('ww-question')")
    page.check("#ww-tweeling--a", force=True)
    page.click(".ww-submit")
    return page.locator(".ww-aftertest-sum")


def test_then_and_now_stand_side_by_side(page, address, bank):
    said = answered(page, address, before(bank, 0))
    expect(said).to_contain_text("Toen had je 0 van de 1 goed, nu 1.")
    page.reload()
    expect(said).to_contain_text("Toen had je 0 van de 1 goed, nu 1.")


def test_then_is_the_first_attempt_not_one_after_the_answer_was_seen(page, address, bank):
    expect(answered(page, address, before(bank, 1, history=[0, 0]))).to_contain_text("Toen had je 0 van de 1 goed, nu 1.")


@pytest.mark.parametrize("kept", [None, "changed"])
def test_without_a_first_time_nothing_is_compared(kept, page, address, bank):
    said = answered(page, address, before(bank, 1, "0123456789") if kept else None)
    expect(said).to_contain_text("Vergelijken kan daarom niet")
