"""Pages with any choice of components and question types, and of their scripts."""

from __future__ import annotations

import re

from tests.browser.questions import views
from tests.pages import COURSE, USES
from tests.scripts import in_order
from tests.sites import ROOT
from werkwijzer.components import Use, components, names_with
from werkwijzer.components.mastery import mastery_html
from werkwijzer.components.record import record_html
from werkwijzer.course.library import Library
from werkwijzer.questions import APART, TYPES
from werkwijzer.render.pages import render
from werkwijzer.render.web import question_html

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
