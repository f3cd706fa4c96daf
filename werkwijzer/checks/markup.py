"""Rules against HTML in text: on a page it would run or break the look, in a bank it shows as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkwijzer.base.code import blank_code
from werkwijzer.base.plain import without_addresses
from werkwijzer.base.problems import Place, Problem
from werkwijzer.base.syntax import TAG
from werkwijzer.course.passages import data_files, texts_of
from werkwijzer.course.read import Course

_TAG = re.compile(rf"{TAG.pattern}|<!--|<(?:script|style|iframe)\b")
REMEDY = "Schrijf het in Markdown: *nadruk*, **vet**, [link](pad.md). Een stukje code zet je tussen `."


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        yield from _tags(page.outline.uncoded, page.place(1))
    for located in (*(loaded.source for loaded in course.banks.values()), *data_files(course)):
        for text, place in texts_of(located):
            yield from _tags(blank_code(text), place)


def _tags(text: str, start: Place) -> Iterator[Problem]:
    if "<" not in text:
        return
    for offset, line in enumerate(without_addresses(text).split("\n")):
        if match := _TAG.search(line):
            yield Problem(Place(start.file, start.line + offset), f"HTML in de tekst: {match[0][:30]}", REMEDY)
