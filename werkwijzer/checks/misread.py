"""What YAML reads otherwise than it looks: text lost behind `#`, `1,5` as two items, a number that is two things, front matter that other
programs take for a number, a date or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from werkwijzer.base.problems import Problem
from werkwijzer.base.source import Page, Path_
from werkwijzer.course.passages import data_files
from werkwijzer.course.read import Course, LoadedBank

TEXTS = ("id", "number", "title", "description")
"""Keys of front matter that the page frame reads as well, through another YAML reader."""
NUMBERS = ("answer", "tolerance")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        yield from page.meta.flaws
        yield from check_front_matter(page)
    for loaded in course.banks.values():
        yield from loaded.source.flaws
        yield from check_numbers(loaded)
    for located in data_files(course):
        yield from located.flaws


def check_front_matter(page: Page) -> Iterator[Problem]:
    """The page frame would show `2.10` as 2.1 and `12:30` as 750."""
    for key in TEXTS:
        value, path = page.meta.value.get(key), (key,)
        if isinstance(value, str) and path in page.meta.bare and not isinstance(yaml.safe_load(value), str) and not _flawed(page, path):
            cause = f'"{key}" zonder aanhalingstekens is hier geen tekst maar een getal, datum of ja/nee'
            yield Problem(page.meta.place(path), cause, f'Schrijf `{key}: "{value}"`.')


def _flawed(page: Page, path: Path_) -> bool:
    return page.meta.place(path) in {flaw.place for flaw in page.meta.flaws}


def check_numbers(loaded: LoadedBank) -> Iterator[Problem]:
    for index in range(len(loaded.bank.questions)):
        given = loaded.source.value["questions"][index]
        yield from _ambiguous(loaded, ("questions", index), given)
        for place, near in enumerate(given.get("near", ())):
            yield from _ambiguous(loaded, ("questions", index, "near", place), near)


def _ambiguous(loaded: LoadedBank, path: Path_, given: dict[str, str]) -> Iterator[Problem]:
    for key in NUMBERS:
        if _THOUSANDS.fullmatch(said := given.get(key, "")):
            whole, part = said.replace(".", ""), said.replace(".", ",").rstrip("0").rstrip(",")
            cause = f"{said} kan {whole} zijn of {part}"
            yield Problem(loaded.source.place((*path, key)), cause, f"Schrijf {whole} of {part}; nu telt het als {part}.", fatal=False)
