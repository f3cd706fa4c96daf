"""Rules for how a chapter sounds: short sentences beside longer ones that carry a *because* or an *although*, not a row of sixes.

Counted over paragraphs, outside quotation marks: lists may be terse and people talk as they talk. Measured on 30 November 2026 the chapters
had 13–35 % sentences of six words or fewer and 6–34 % of fifteen or more; the bars ask of all what the best of them did.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from werkwijzer.base.problems import Place, Problem
from werkwijzer.checks.survey import running_text
from werkwijzer.checks.wording import unsaid
from werkwijzer.course.passages import Passage, page_passages
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.dutch.sentences import sentences, words

SHORT = 6
"""A sentence of so many words or fewer is short."""
LONG = 15
"""From so many words on it is long."""
FEWEST = 40
"""Below so many sentences a share says nothing."""


@dataclass(frozen=True)
class Bar:
    """The largest share of short sentences, the smallest of long ones, how many rows of short ones, and how often an opening may come back."""

    short: float = 0.20
    long: float = 0.15
    rows: int = 1
    openings: int = 2


BAR = Bar()
ROW = 3
"""So many short ones in one paragraph make a row."""


@dataclass(frozen=True)
class Line:
    """A sentence of the author: where it starts, how many words it has and the first of them."""

    place: Place
    count: int
    opening: str


@dataclass(frozen=True)
class Rhythm:
    """A chapter's paragraphs as lines."""

    paragraphs: tuple[tuple[Line, ...], ...]

    @property
    def lines(self) -> list[Line]:
        return [line for paragraph in self.paragraphs for line in paragraph]

    @property
    def short(self) -> float:
        """Share of sentences of SHORT words or fewer, in whole percents, as it is told."""
        return round(sum(line.count <= SHORT for line in self.lines) / max(1, len(self.lines)), 2)

    @property
    def long(self) -> float:
        """Share of sentences of LONG words or more, in whole percents."""
        return round(sum(line.count >= LONG for line in self.lines) / max(1, len(self.lines)), 2)

    @property
    def rows(self) -> list[Place]:
        """Where ROW or more short sentences follow one another in a paragraph."""
        runs = [
            list(run)
            for paragraph in self.paragraphs
            for is_short, run in groupby(paragraph, key=lambda line: line.count <= SHORT)
            if is_short
        ]
        return [run[0].place for run in runs if len(run) >= ROW]

    def openings(self, most: int) -> list[Line]:
        """Where more than `most` sentences of a paragraph in a row begin with the same word."""
        runs = [list(run) for paragraph in self.paragraphs for _, run in groupby(paragraph, key=lambda line: line.opening)]
        return [run[0] for run in runs if len(run) > most]


def rhythm(loaded: LoadedChapter) -> Rhythm:
    """How a chapter sounds."""
    passages = [passage for passage in running_text(page_passages(loaded.page)) if passage.kind == "paragraph"]
    return Rhythm(tuple(tuple(_lines(passage)) for passage in passages))


def _lines(passage: Passage) -> Iterator[Line]:
    text = unsaid(passage.text)
    for offset, sentence in sentences(text):
        said = words(sentence)
        yield Line(passage.place(text, offset), len(said), said[0].casefold())


def check(course: Course) -> Iterator[Problem]:
    for loaded in course.chapters:
        found = rhythm(loaded)
        yield from check_shares(loaded, found)
        yield from check_rows(found)


def check_shares(loaded: LoadedChapter, found: Rhythm) -> Iterator[Problem]:
    place = loaded.page.meta.place()
    if len(found.lines) < FEWEST:
        return
    if found.short > BAR.short:
        yield Problem(
            place,
            f"{found.short:.0%} van de zinnen telt {SHORT} woorden of minder",
            f"Hoogstens {BAR.short:.0%}. Voeg er samen met omdat, al, terwijl of die; lees het hardop.",
            fatal=False,
        )
    if found.long < BAR.long:
        yield Problem(
            place,
            f"{found.long:.0%} van de zinnen telt {LONG} woorden of meer",
            f"Minstens {BAR.long:.0%}: laat een paar zinnen een gedachte afmaken.",
            fatal=False,
        )


def check_rows(found: Rhythm) -> Iterator[Problem]:
    for place in found.rows[BAR.rows :]:
        yield Problem(
            place,
            f"{ROW} zinnen of meer op rij van hoogstens {SHORT} woorden",
            f"Eén keer in een hoofdstuk is genoeg ({found.rows[0]}).",
            fatal=False,
        )
    for line in found.openings(BAR.openings):
        yield Problem(
            line.place,
            f"meer dan {BAR.openings} zinnen op rij beginnen met “{line.opening}”",
            "Begin er een anders, of voeg er twee samen.",
            fatal=False,
        )


def table(course: Course) -> str:
    """The share of short and of long sentences of each chapter; what is past a bar is marked."""
    found = [(loaded.chapter.number, rhythm(loaded)) for loaded in course.chapters]
    return f"zinnen tot {SHORT} / vanaf {LONG} woorden, in procenten: " + " · ".join(f"{number} {_marked(one)}" for number, one in found)


def _marked(found: Rhythm) -> str:
    short = f"{found.short * 100:.0f}{'!' if found.short > BAR.short else ''}"
    return f"{short}/{found.long * 100:.0f}{'!' if found.long < BAR.long else ''}"


def as_json(course: Course) -> dict[str, dict[str, float]]:
    """For tools: key of a chapter → its shares, and how many rows of short sentences it has."""
    found = {loaded.key: rhythm(loaded) for loaded in course.chapters}
    return {key: {"short": one.short, "long": one.long, "rows": len(one.rows)} for key, one in found.items()}
