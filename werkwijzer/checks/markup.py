"""Rules against HTML in text: on a page it would run or break the look, in a bank it shows as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkwijzer.base.outline import prose
from werkwijzer.base.problems import Place, Problem
from werkwijzer.course.passages import blank_code, data_files, texts_of
from werkwijzer.course.read import Course

_TAG = re.compile(r"<(?:/?[a-zA-Z][\w-]*(?:\s+[^<>]*)?/?|!--.*?(?:--)?)>|<!--|<(?:script|style|iframe)\b")
_ADDRESS = re.compile(r"(?<=\]\()\s*<[^<>]*>|^\s*\[[^\]]*\]:\s*<[^<>]*>|<(?:[a-zA-Z][a-zA-Z0-9+.-]*:|[^\s<>@]+@)[^\s<>]*>")
REMEDY = "Schrijf het in Markdown: *nadruk*, **vet**, [link](pad.md). Een stukje code zet je tussen `."


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        lines = dict(prose(page.text))
        text = "\n".join(lines.get(number, "") for number in range(1, max(lines, default=0) + 1))
        yield from _tags(text, Place(page.file, page.offset + 1))
    for located in (*(loaded.source for loaded in course.banks.values()), *data_files(course)):
        for text, place in texts_of(located):
            yield from _tags(text, place)


def _tags(text: str, start: Place) -> Iterator[Problem]:
    if "<" not in text:
        return
    for offset, line in enumerate(blank_code(text).split("\n")):
        if match := _TAG.search(_ADDRESS.sub("", line)):
            yield Problem(Place(start.file, start.line + offset), f"HTML in de tekst: {match[0][:30]}", REMEDY)
