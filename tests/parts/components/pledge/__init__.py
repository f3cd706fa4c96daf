"""`/// pledge | Titel`: something that a reader promises to do. A small component, for the test that one folder is all it takes."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.source import Page
from werkwijzer.components import Component, Use
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.render.pages import render

NOTE = "pledge"


def html(use: Use) -> str:
    return render("components/pledge/web", tone=use.options["tone"], note=NOTE)


def paper(use: Use) -> str:
    return render("components/pledge/paper")


def book(use: Use) -> str:
    return render("components/pledge/book")


def kept(library: Library, argument: str) -> tuple[str, str, str]:
    return NOTE, argument, ""


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if len(argument) > 40:
        yield "een belofte van meer dan veertig tekens", "Maak haar korter."


COMPONENT = Component(
    "pledge",
    html,
    paper,
    book,
    argument=True,
    options={"tone": ("calm", "warm")},
    takes_text=True,
    searched=False,
    kept=kept,
    target=target,
)
