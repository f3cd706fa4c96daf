"""`/// chapters | folder`: the chapters of one module, with progress."""

from __future__ import annotations

from collections.abc import Iterator

from werkwijzer.base.source import Page
from werkwijzer.components import Component, Use, nothing
from werkwijzer.course.read import Course
from werkwijzer.render.pages import render, row


def html(use: Use) -> str:
    """The list, for a page in the module's folder."""
    chapters = use.library.course().chapters_in(use.argument)
    return render("components/chapters/web", rows=[row(chapter, f"{chapter.key.rpartition('/')[2]}.md") for chapter in chapters])


def book(use: Use) -> str:
    """Links: in print the contents tell the same."""
    return render("components/chapters/book", chapters=use.library.course().chapters_in(use.argument))


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if not course.chapters_in(argument):
        yield f"geen hoofdstukken in docs/{argument}", "Achter | hoort de map van de module."


COMPONENT = Component("chapters", html, nothing, book, element="ww-overview", argument=True, target=target)
