"""Pages that hold the examples of the question types, with the real templates, scripts and styles; and how to answer them by keyboard."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.answers import answers_of
from werkwijzer.base.model import Question
from werkwijzer.base.source import read_yaml
from werkwijzer.components.quiz import quiz_html
from werkwijzer.course.bank import meaning_hash
from werkwijzer.course.parse import parse
from werkwijzer.questions import APART, FOLDERS, TYPES
from werkwijzer.render.view import QuestionView
from werkwijzer.render.web import question_html

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
KEY = "werkwijzer:groepsgewijs@%2F:1:"


@cache
def example(type_: str) -> Question:
    """The example in the type's folder."""
    return parse(read_yaml(FOLDERS[type_] / "example.yml", FOLDERS[type_]), TYPES[type_])


def view(type_: str, number: int = 1, *, confidence: bool = False) -> QuestionView:
    question = example(type_)
    return QuestionView(
        question=question, number=number, hash=meaning_hash(question), headings={"voorbeeld": "Een kop"}, confidence=confidence
    )


def views(*types: str, confidence: bool = False) -> list[QuestionView]:
    return [view(type_, number, confidence=confidence) for number, type_ in enumerate(types, 1)]


def build(folder: Path) -> Path:
    """A page per type, `practice.html` with all of them, `test.html` as a test, `sure.html` as a test that asks how sure one is."""
    (folder / "assets").symlink_to(ASSETS)
    for type_ in TYPES:
        _page(folder, type_, question_html(view(type_)))
    _page(folder, "practice", _quiz(views(*TYPES), "practice"))
    _page(folder, "test", _quiz(views("choice", "multiple", "short", "order", "open"), "test"))
    _page(folder, "sure", _quiz(views("choice", "truefalse", "number", confidence=True), "test"))
    _page(folder, "blank", "")
    return folder


def _quiz(questions: list[QuestionView], behaviour: str) -> str:
    return quiz_html(questions, bank="voorbeeld", title="Een hoofdstuk", behaviour=behaviour, pass_=70)


def _page(folder: Path, name: str, body: str) -> None:
    tags = '<script src="assets/js/site.js"></script>' + "".join(
        f'<script src="assets/js/{script}.js" defer></script>' for script in ("quiz", *APART, "test")
    )
    tags += "".join(f'<link rel="stylesheet" href="assets/css/{sheet}.css">' for sheet in ("site", "quiz", "test", *APART))
    text = (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(name)}</title>'
        f'<link rel="icon" href="data:,">{tags}</head><body><main class="ww-main"><article class="ww-article"><h1>Proef</h1>'
        f'<div class="ww-text"><h2 id="voorbeeld">Een kop</h2>{body}</div></article></main></body></html>'
    )
    (folder / f"{name}.html").write_text(text, "utf-8")


@dataclass
class Keyboard:
    """Somebody who has no mouse."""

    page: Page
    presses: int = field(default=0)

    def press(self, key: str) -> None:
        self.presses += 1
        self.page.keyboard.press(key)

    def at(self, css: str) -> bool:
        return self.page.evaluate("css => document.activeElement.matches(css)", css)

    def to(self, css: str) -> None:
        """Goes to the first thing on the way that is `css`."""
        for _ in range(150):
            if self.at(css):
                return
            self.press("Tab")
        raise AssertionError(f"{css} is out of reach")

    def radio(self, name: str, value: str) -> None:
        self.to(f'input[name="{name}"]')
        for _ in range(12):
            if self.at(f'[value="{value}"]:checked'):
                return
            self.press("Space" if self.at(f'[value="{value}"]') else "ArrowDown")
        raise AssertionError(f"{value} cannot be picked")

    def tick(self, id_: str, on: bool = True) -> None:
        self.to(f"#{id_}")
        if self.at(":checked") != on:
            self.press("Space")

    def select(self, css: str, value: str) -> None:
        self.to(css)
        self.press("Home")
        while self.page.evaluate("document.activeElement.value") != value:
            self.press("ArrowDown")

    def type(self, css: str, text: str) -> None:
        self.to(css)
        self.press("Control+A")
        self.page.keyboard.insert_text(text)

    def button(self, css: str, key: str = "Enter") -> None:
        self.to(css)
        self.press(key)

    def order(self, question: str, wanted: list[str]) -> None:
        """Takes every step up to its place."""
        places = f'() => [...document.querySelectorAll("#{question} .ww-order > li")].map(item => item.dataset.option)'
        for place, step in enumerate(wanted):
            while (now := self.page.evaluate(places).index(step)) > place:
                self.button(f'#{question} [data-option="{step}"] .ww-up')
                assert self.page.evaluate(places).index(step) == now - 1


@dataclass(frozen=True)
class Script:
    """How somebody answers an example: what to press, what comes out, what must be said and what must not."""

    wrong: tuple
    right: tuple
    empty: str
    said: str
    secret: str
    wrong_response: object
    right_response: object
    points: tuple[int, int, int] = (0, 1, 1)

    @property
    def verdict(self) -> str:
        points, _, of = self.points
        return f"deels goed, {points} van {of}." if points else "nog niet goed."


def answer(page: Page, type_: str, steps: tuple) -> None:
    """Gives an answer by keyboard alone; nothing is checked yet."""
    keyboard = Keyboard(page)
    for method, *arguments in steps:
        getattr(keyboard, method)(*arguments)


SCRIPTS = {name: Script(**answers_of(name).SCRIPT) for name, type_ in TYPES.items() if type_.scored}
SCORED = sorted(SCRIPTS)


def question(page: Page, type_: str):
    """The example of that type on the page."""
    return page.locator(f"#vraag-voorbeeld-{type_}")


def kept(page: Page, type_: str):
    """What storage holds of its answer, or None."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", f"{KEY}answer:voorbeeld-{type_}") or "null")


def keep(page: Page, type_: str, **changes) -> None:
    """Puts an answer into storage, as an earlier visit could have."""
    record = {
        "response": SCRIPTS[type_].wrong_response if type_ in SCRIPTS else {"text": "Iets.", "criteria": []},
        "points": 0, "of": example(type_).points(), "attempts": 1, "hints": 0, "confidence": None,
        "hash": meaning_hash(example(type_)), "at": 1763000000000, "shown": False, "history": [], "text": "mijn antwoord",
    }  # fmt: skip
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{KEY}answer:voorbeeld-{type_}", json.dumps(record | changes)])


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.className || document.activeElement.tagName")


def marks(page: Page, type_: str) -> list[str]:
    return question(page, type_).locator(".ww-mark").evaluate_all("marks => marks.map(mark => mark.dataset.mark)")
