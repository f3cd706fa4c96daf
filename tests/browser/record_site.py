"""A small course whose pages hold everything that the record touches, with the real templates and scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.scripts import in_order
from werkwijzer.components import Played, Use, components
from werkwijzer.components.mastery import mastery_html
from werkwijzer.components.record import record_html
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course, read_course
from werkwijzer.render.pages import render

ROOT = Path(__file__).parents[2]

PLAYED = [
    Played("scan", "stijl", "Wat doe je het vaakst?", {}, "scan.html"),
    Played("case", "spaarpot", "De *spaarpot*", {"samen": "Samen verder", "stuk": "Ieder voor zich"}, "case.html"),
]

CHAPTER = """---
id: {id}
number: "1.{number}"
title: {title}
description: Een hoofdstuk om mee te proberen of het bewaren van antwoorden en plannen goed gaat.
minutes: 10
goals:
  - {{id: {id}-zien, text: Je ziet het., level: understand}}
  - {{id: {id}-doen, text: Je doet het., level: apply}}
  - {{id: {id}-maken, text: Je maakt het., level: create}}
updated: 2026-01-01
basis: [praktijk]
---

## Een stuk {{ #stuk }}
"""

BANK = """chapter: {id}
questions:
  - {{id: {id}-een, type: short, goal: {id}-zien, level: remember, source: "#stuk", prompt: Hoe heet *dit*?, accept: [norm], feedback: Nee.}}
  - {{id: {id}-twee, was: [{id}-oud, {id}-ouder], type: short, goal: {id}-zien, level: remember, source: "#stuk", prompt: En dat?, accept: [rol], feedback: Nee.}}
  - {{id: {id}-drie, type: short, goal: {id}-doen, level: apply, source: "#stuk", prompt: Wat doe je?, accept: [wachten], feedback: Nee.}}
  - {{id: {id}-open, type: open, goal: {id}-maken, level: create, source: "#stuk", prompt: Wat zie je?, model: Iets., criteria: [{{id: a, text: A.}}, {{id: b, text: B.}}]}}
"""


def build(folder: Path) -> Course:
    """The site in `folder`; gives the course that it shows."""
    course = _course(folder / "course")
    shutil.copytree(ROOT / "docs" / "assets" / "js", folder / "js")
    normen = course.by_key["1-groep/normen"]
    mastery = mastery_html(normen.chapter, normen.bank.bank)
    questions = "".join(_question(question, normen.bank.bank.hashes[question.id]) for question in normen.bank.bank.questions)
    overview = components()["overview"].html(Use(Library(folder / "course", course)))
    _page(folder / "blank.html", "", "record")
    _page(folder / "overview.html", overview, "overview")
    _page(
        folder / "home.html",
        f'<div class="ww-home"><p><a class="ww-button" href="introductie.html">Begin met de introductie</a></p>{overview}</div>',
        "overview",
    )
    _page(folder / "chapter.html", f'<div class="ww-selftest">{questions}{mastery}</div>')
    _page(folder / "plan.html", render("components/plan/web", chapter="normen"))
    _page(folder / "record.html", f"<h1>Mijn voortgang</h1>{record_html(course, played=PLAYED)}", "overview", "record")
    return course


def _course(root: Path) -> Course:
    for number, name in enumerate(("normen", "rollen"), 1):
        for kind, suffix, text in (("docs", "md", CHAPTER), ("quizzes", "yml", BANK)):
            path = root / kind / "1-groep" / f"{name}.{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.format(id=name, number=number, title=name.title()), "utf-8")
    index = root / "docs" / "1-groep" / "index.md"
    index.write_text(
        "---\nmodule: 1\ntitle: Groep\ndescription: Een module om mee te proberen of het bewaren van antwoorden goed gaat.\n---\n", "utf-8"
    )
    course, problems = read_course(root)
    assert not problems, problems
    return course


def _question(question, hash_: str) -> str:
    """As much of a question as mastery reads."""
    data = f'data-question="{question.id}" data-hash="{hash_}" data-goal="{question.goal}" data-of="{question.points()}"'
    return f'<ww-question {data}><p class="ww-source"><a href="{question.source}">Lees nog eens: Een stuk</a></p></ww-question>'


def _page(path: Path, body: str, *scripts: str) -> None:
    tags = "".join(f'<script src="js/{name}.js" defer></script>' for name in in_order("course", *scripts))
    link = '<a data-ww="record" href="record.html">Mijn voortgang</a>'
    html = f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title><link rel="icon" href="data:,">{tags}</head><body><header>{link}</header><main><article>{body}</article></main></body></html>'
    path.write_text(html, "utf-8")
