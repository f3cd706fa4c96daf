"""External links, on request: they ask the network, so no build and no test does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from werkwijzer.base.problems import Place, Problem
from werkwijzer.base.syntax import URL
from werkwijzer.course.read import Course

REFUSALS = {401, 403, 405, 429}
"""Answers of sites that turn robots away: the page may well be there."""


def links(course: Course) -> dict[str, list[Place]]:
    """Every external address in the text of the course, with the places that name it."""
    found: dict[str, list[Place]] = {}
    for page in course.pages:
        for number, line in page.outline.lines:
            for url in URL.findall(line):
                found.setdefault(url, []).append(page.place(number))
    for loaded in course.banks.values():
        for index, question in enumerate(loaded.bank.questions):
            for path, text in question.texts():
                for url in URL.findall(text):
                    found.setdefault(url, []).append(loaded.source.place(("questions", index, *path)))
    return found


def answer(url: str, seconds: float = 15) -> str:
    """ "" when the address answers, else what went wrong."""
    try:
        with urlopen(Request(url, headers={"User-Agent": "werkwijzer link check"}), timeout=seconds):
            return ""
    except HTTPError as error:
        return "" if error.code in REFUSALS else f"geeft {error.code}"
    except (URLError, OSError, ValueError) as error:
        return f"antwoordt niet ({getattr(error, 'reason', error)})"


def check(course: Course, ask: Callable[[str], str] = answer) -> Iterator[Problem]:
    """A problem at each place whose link does not answer."""
    for url, places in links(course).items():
        if wrong := ask(url):
            yield from (Problem(place, f"{url} {wrong}", "Zoek het nieuwe adres, of haal de link weg.") for place in places)
