"""Rules for signs in running text: the quotation marks, dashes and dots of print, no shouting, no word twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkwijzer.base.problems import Problem
from werkwijzer.checks.wording import unsaid
from werkwijzer.course.passages import Passage, all_passages
from werkwijzer.course.read import Course

SIGNS = (
    (re.compile(r"[\"']"), "een recht aanhalingsteken", "Gebruik “ en ”, en ’ in zo’n en foto’s."),
    (re.compile(r"\.\.\."), "drie losse punten", "Gebruik het ene teken …"),
    (re.compile(r"\s-\s|\w--"), "een koppelteken als streepje", "Gebruik –, of maak er twee zinnen van."),
    (
        re.compile(r"[•▪●‣]"),
        "een los bolletje maakt geen lijst",
        "Begin elke regel met - en een spatie, met een lege regel boven de lijst.",
    ),
)
_TWICE = re.compile(r"(?<![\w-])(\w{2,})\s+\1(?![\w-])", re.I)
TWICE_IS_FINE = frozenset({"je", "het", "dat", "die", "we", "haar"})
"""Words that Dutch may need twice: “als je je aanmeldt”."""


def check(course: Course) -> Iterator[Problem]:
    for passage in all_passages(course):
        if passage.lang == "nl":
            yield from check_passage(passage)


def check_passage(passage: Passage) -> Iterator[Problem]:
    text = passage.text
    for pattern, cause, remedy in SIGNS:
        for match in pattern.finditer(text):
            yield Problem(passage.place(text, match.start()), cause, remedy, fatal=False)
    if "!" in unsaid(text):
        yield Problem(
            passage.place(text, unsaid(text).index("!")), "een uitroepteken", "Zet er een punt; de tekst overtuigt zelf.", fatal=False
        )
    for match in _TWICE.finditer(text):
        if match[1].casefold() not in TWICE_IS_FINE:
            yield Problem(passage.place(text, match.start()), f"twee keer “{match[1]}”", "Haal er een weg.", fatal=False)
