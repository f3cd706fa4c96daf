"""Pages that hold the examples of the question types, with the real templates, scripts and styles; and how to answer them by keyboard."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

from playwright.sync_api import Page

from werkwijzer.base.model import Question
from werkwijzer.base.source import read_yaml
from werkwijzer.course.bank import meaning_hash
from werkwijzer.course.parse import parse
from werkwijzer.questions import APART, FOLDER, TYPES
from werkwijzer.render.view import QuestionView
from werkwijzer.render.web import question_html, quiz_html

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
KEY = "werkwijzer:groepsgewijs@%2F:1:"


@cache
def example(type_: str) -> Question:
    """The example in the type's folder."""
    return parse(read_yaml(FOLDER / type_ / "example.yml", FOLDER), TYPES[type_])


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
        f'<script src="assets/js/{script}.js" defer></script>' for script in ("course", "quiz", *APART, "test")
    )
    tags += "".join(f'<link rel="stylesheet" href="assets/css/{sheet}.css">' for sheet in ("site", "quiz", *APART))
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


def _v(type_: str) -> str:
    return f"ww-voorbeeld-{type_}"


SCRIPTS = {
    "choice": Script(
        wrong=(("radio", _v("choice"), "weerstand"),),
        right=(("radio", _v("choice"), "norm"),),
        empty="Kies eerst een antwoord.",
        said="Verzet richt zich op iets.",
        secret="leert dat het mag",
        wrong_response="weerstand",
        right_response="norm",
    ),
    "multiple": Script(
        wrong=(("tick", _v("multiple") + "--opkomst"),),
        right=(("tick", _v("multiple") + "--opkomst", False), ("tick", _v("multiple") + "--vraag"), ("tick", _v("multiple") + "--lach")),
        empty="Kies eerst een of meer antwoorden.",
        said="Aanwezig zijn zegt nog niets over contact.",
        secret="bouwen mensen op elkaar voort",
        wrong_response=["opkomst"],
        right_response=["lach", "vraag"],
        points=(0, 2, 2),
    ),
    "truefalse": Script(
        wrong=(("radio", _v("truefalse"), "true"), ("radio", _v("truefalse") + "__reden", "leeftijd")),
        right=(("radio", _v("truefalse"), "false"), ("radio", _v("truefalse") + "__reden", "band")),
        empty="Kies eerst waar of niet waar.",
        said="Meer gelijkenis maakt nog geen contact.",
        secret="Je ontwerpt het contact.",
        wrong_response={"verdict": True, "reason": "leeftijd"},
        right_response={"verdict": False, "reason": "band"},
        points=(0, 2, 2),
    ),
    "order": Script(
        wrong=(("order", "vraag-voorbeeld-order", ["tweetal", "afspraak", "doel", "welkom"]),),
        right=(("order", "vraag-voorbeeld-order", ["welkom", "doel", "tweetal", "afspraak"]),),
        empty="Zet de stappen eerst op volgorde.",
        said="Eerst weten waarvoor je er bent.",
        secret="Dat lukt als mensen elkaar gesproken hebben.",
        wrong_response=["tweetal", "afspraak", "doel", "welkom"],
        right_response=["welkom", "doel", "tweetal", "afspraak"],
        points=(1, 3, 3),
    ),
    "match": Script(
        wrong=tuple(
            ("select", f"#{_v('match')}--{item}", partner)
            for item, partner in (("aggregaat", "categorie"), ("categorie", "gebouw"), ("groep", "groep"))
        ),
        right=tuple(("select", f"#{_v('match')}--{item}", item) for item in ("aggregaat", "categorie", "groep")),
        empty="Kies bij elke regel iets.",
        said="Een aggregaat deelt alleen de plek.",
        secret="Een groep heeft elkaar nodig.",
        wrong_response={"aggregaat": "categorie", "categorie": "gebouw", "groep": "groep"},
        right_response={"aggregaat": "aggregaat", "categorie": "categorie", "groep": "groep"},
        points=(1, 3, 3),
    ),
    "categorise": Script(
        wrong=tuple(
            ("radio", f"{_v('categorise')}--{card}", category)
            for card, category in (("formulier", "met"), ("tips", "met"), ("rollenspel", "in"))
        ),
        right=tuple(
            ("radio", f"{_v('categorise')}--{card}", category)
            for card, category in (("formulier", "in"), ("tips", "met"), ("rollenspel", "met"))
        ),
        empty="Deel eerst alle kaarten in.",
        said="De zaal is alleen de plek.",
        secret="De tips komen van elkaar.",
        wrong_response={"formulier": "met", "tips": "met", "rollenspel": "in"},
        right_response={"formulier": "in", "tips": "met", "rollenspel": "met"},
        points=(1, 3, 3),
    ),
    "cloze": Script(
        wrong=(("type", '[data-option="afhankelijkheid"]', "gelijkheid"), ("select", 'select[data-option="omgeving"]', "karakter")),
        right=(("type", '[data-option="afhankelijkheid"]', "Afhankeljikheid"), ("select", 'select[data-option="omgeving"]', "omgeving")),
        empty="Vul eerst alle gaten.",
        said="Karakter hoort al bij de persoon.",
        secret="interdependentie",
        wrong_response={"afhankelijkheid": "gelijkheid", "omgeving": "karakter"},
        right_response={"afhankelijkheid": "Afhankeljikheid", "omgeving": "omgeving"},
        points=(0, 2, 2),
    ),
    "short": Script(
        wrong=(("type", ".ww-input", "herkenning"),),
        right=(("type", ".ww-input", "univerzaliteit"),),
        empty="Typ eerst een antwoord.",
        said="Zo noemen deelnemers het.",
        secret="universaliteit",
        wrong_response="herkenning",
        right_response="univerzaliteit",
    ),
    "number": Script(
        wrong=(("type", ".ww-input", "42,2"),),
        right=(("type", ".ww-input", "4.5"),),
        empty="Typ eerst een antwoord.",
        said="Dat is het brutoresultaat.",
        secret="4,5",
        wrong_response="42,2",
        right_response="4.5",
    ),
    "rank": Script(
        wrong=tuple(
            ("radio", f"{_v('rank')}--{option}", step)
            for option, step in (("stil", "0"), ("harder", "1"), ("tweetallen", "3"), ("uit", "2"))
        ),
        right=tuple(
            ("radio", f"{_v('rank')}--{option}", step)
            for option, step in (("stil", "2"), ("harder", "0"), ("tweetallen", "3"), ("uit", "0"))
        ),
        empty="Geef elke aanpak een oordeel.",
        said="Twee mensen staan voor schut om iets kleins.",
        secret="zonder dat iemand gezicht verliest",
        wrong_response={"tweetallen": "3", "stil": "0", "harder": "1", "uit": "2"},
        right_response={"tweetallen": "3", "stil": "2", "harder": "0", "uit": "0"},
        points=(1, 4, 4),
    ),
}
SCORED = sorted(name for name, type_ in TYPES.items() if type_.scored)
"""Types, not scripts: one that lacks its script fails here."""


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
