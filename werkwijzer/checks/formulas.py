"""Rules for formulas that are spent: said once they mean something, said everywhere they are a tic. Some say nothing at all: what the
authors did not read is no news to a reader, and where a source was read stands in the list of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from werkwijzer.base.problems import Place, Problem
from werkwijzer.course.passages import Passage, all_passages
from werkwijzer.course.read import Course

PROVENANCE = frozenset({"docs/over/bronnen.md", "docs/over/hoe-weten-we-dit.md", "docs/over/nog-goed-te-keuren.md"})
"""Pages that tell how we know what we know."""


@dataclass(frozen=True)
class Formula:
    """What it sounds like, how to find it, and how often the whole course may say it."""

    name: str
    pattern: re.Pattern[str]
    most: int


def _formula(name: str, pattern: str, most: int) -> Formula:
    return Formula(name, re.compile(rf"\b(?:{pattern})\b".replace(" ", r"\s+"), re.I), most)


SPENT = (
    _formula("is nog geen", "(?:is|zijn|heet|heeft|maakt) nog geen", 6),
    _formula("aanwijzing, geen wet", "geen wet(?:ten|matigheid)?,?(?! (?:die|dat|waar))", 2),
    _formula("de weging is voorlopig", "weging(?:en)? (?:is|zijn|blijft|blijven) voorlopig|voorlopige weging(?:en)?", 1),
    _formula("van ons, niet getoetst", "niet getoetst|van ons,? (?:en )?niet (?:getoetst|onderzocht)", 1),
)
_NUMBER = "(?:een getal|getallen|een cijfer|cijfers|een percentage|percentages)"
_NO_NUMBER = "geen (?:getal|getallen|cijfers?|percentages?)"
_SOME = r"(?:\w+ ){0,3}"
EMPTY = re.compile(
    r"\b(?:"
    + "|".join(
        (
            f"{_NUMBER} (?:geven|noemen) we {_SOME}niet",
            f"(?:geven|noemen) we {_SOME}{_NO_NUMBER}",
            "(?:zagen|lazen|bekeken|vonden) we (?:zelf )?(?:niet|alleen|slechts)",
            "(?:niet (?:zelf )?nagezien|hebben we niet (?:gezien|gelezen|nagezien))",
            "konden we niet (?:nagaan|inzien|lezen|nazien)",
            "alleen de samenvatting",
        )
    ).replace(" ", r"\s+")
    + r")\b",
    re.I,
)
"""What authors did not read, or would rather not say."""


def check(course: Course) -> Iterator[Problem]:
    passages = [passage for passage in all_passages(course) if passage.lang == "nl" and passage.file not in PROVENANCE]
    for formula in SPENT:
        yield from check_spent(formula, places(formula.pattern, passages))
    for passage in passages:
        yield from check_empty(passage)


def places(pattern: re.Pattern[str], passages: list[Passage]) -> list[Place]:
    """Where it stands."""
    return [passage.place(passage.text, match.start()) for passage in passages for match in pattern.finditer(passage.text)]


def check_spent(formula: Formula, found: list[Place]) -> Iterator[Problem]:
    """One hint at each place past the bar: any of them may stay, not all."""
    for place in found[formula.most :]:
        yield Problem(
            place,
            f"“{formula.name}” staat {len(found)} keer in de cursus",
            f"Hoogstens {formula.most} keer. Zeg het hier anders, of laat het weg.",
            fatal=False,
        )


def check_empty(passage: Passage) -> Iterator[Problem]:
    for match in EMPTY.finditer(passage.text):
        said = " ".join(match[0].split())
        yield Problem(
            passage.place(passage.text, match.start()),
            f"“{said}”: wat wij niet lazen of niet weten, helpt de lezer niet",
            "Noem het getal met zijn marge, of zeg gewoon wat er gevonden is. Waar je het las, staat in de bronnenlijst.",
        )
