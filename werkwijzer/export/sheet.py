"""A page's HTML made ready for its place in a document: unique ids, headings at the right level, only the questions asked for, nothing of the screen."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from werkwijzer.export.links import place
from werkwijzer.export.selection import Selection
from werkwijzer.export.soup import add_class, question_id
from werkwijzer.export.still import still_components

_HEADING = re.compile(r"^h[1-6]$")
SHARED_IDS = ("ask-", "key-")  # ids that are unique in the course already


def sheet(html: str, key: str, *, level: int, selection: Selection | None = None) -> BeautifulSoup:
    """The page as elements. `level` is that of the page's own title, which is not in it."""
    soup = BeautifulSoup(html, "html.parser")
    if selection:
        drop_questions(soup, selection)
    still_components(soup)
    number_ids(soup, key)
    shift_headings(soup, level - 1)
    mend_tables(soup)
    return soup


def drop_questions(soup: BeautifulSoup, selection: Selection) -> None:
    for question in soup.select(".p-question"):
        if selection.questions is not None and question_id(question) not in selection.questions:
            question.decompose()
    for group in soup.select(".p-questions"):
        if not group.select_one(".p-question"):
            group.decompose()


def number_ids(soup: BeautifulSoup, key: str) -> None:
    for element in soup.find_all(id=True):
        if not (name := str(element["id"])).startswith(SHARED_IDS):
            element["id"] = place(key, name)


def shift_headings(soup: BeautifulSoup, by: int) -> None:
    """Moves the levels, and skips none: a question can stand before the first heading of its page.

    The first class says what the heading was on its page.
    """
    above = by + 1
    for heading in soup.find_all(_HEADING):
        add_class(heading, f"p-{heading.name}", first=True)
        level = min(int(heading.name[1]) + by, above + 1)
        heading.name = f"h{level}"
        above = level


def mend_tables(soup: BeautifulSoup) -> None:
    """Header cells say what they head."""
    for cell in soup.select("thead th"):
        cell["scope"] = "col"
    for cell in soup.select("tbody th"):
        cell["scope"] = "row"
