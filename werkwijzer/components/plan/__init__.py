"""`/// plan | chapter`: the reader's own if–then plan. The text in the Block says what to plan."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.source import Page
from werkwijzer.components import Component, Use
from werkwijzer.course.read import Course, page_key
from werkwijzer.render.pages import render


def html(use: Use) -> str:
    return render("components/plan/web", chapter=use.argument)


def paper(use: Use) -> str:
    """Lines to write on."""
    return render("components/plan/paper")


def book(use: Use) -> str:
    """A task: what to plan, and the form of the sentence."""
    return render("components/plan/book")


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if course.lacks_chapter(argument):
        own = course.chapter(page_key(page))
        remedy = f"Schrijf `/// plan | {own.chapter.id}`." if own else "Achter | hoort het id van het hoofdstuk."
        yield f'geen hoofdstuk met id "{argument}"', remedy


COMPONENT = Component("plan", html, paper, book, argument=True, takes_text=True, target=target)
