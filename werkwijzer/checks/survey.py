"""Chapters in figures: what an editor counts before reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from werkwijzer.base.model import HIGHER_LEVELS
from werkwijzer.base.outline import Directive
from werkwijzer.course.passages import RUNNING, Passage, page_passages
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.course.references import SOURCES, references
from werkwijzer.dutch.readability import Reading, reading
from werkwijzer.dutch.sentences import words

LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
LINKS_ONLY = "verder"
"""The section at the end of a chapter that lists links: it is not read as text."""


@dataclass(frozen=True)
class Survey:
    """One chapter in figures. `words` are those of running text and tables, `higher` is the share of questions above remember/understand."""

    key: str
    number: str
    title: str
    words: int
    minutes: int
    goals: dict[str, int]
    levels: dict[str, int]
    questions: int
    higher: float
    figures: int
    sources: int
    sentence: float
    ease: float

    def as_json(self) -> dict[str, Any]:
        """For tools: goals and levels with the number of questions each."""
        return {**asdict(self), "higher": round(self.higher, 2), "sentence": round(self.sentence, 1), "ease": round(self.ease, 1)}


def running_text(passages: list[Passage]) -> list[Passage]:
    """Paragraphs, list items, captions and the text of cards; not headings, tables, the list of links at the end or another language."""
    return [passage for passage in passages if passage.kind in RUNNING and passage.section != LINKS_ONLY and passage.lang == "nl"]


def reader_words(passages: list[Passage]) -> int:
    """The words of a chapter: running text and tables."""
    cells = [passage for passage in passages if passage.kind == "cell" and passage.section != LINKS_ONLY]
    return sum(len(words(passage.text)) for passage in [*running_text(passages), *cells])


def text_reading(passages: list[Passage]) -> Reading:
    """How running text reads."""
    return reading(passage.text for passage in running_text(passages))


def survey(course: Course) -> list[Survey]:
    """Every chapter in figures, in order."""
    cited: dict[str, set[str]] = {}
    for reference in references(course):
        if reference.to == SOURCES:
            cited.setdefault(reference.place.file.partition("/")[2].rpartition(".")[0], set()).add(reference.id)
    return [_survey(loaded, len(cited.get(loaded.key, ()))) for loaded in course.chapters]


def _survey(loaded: LoadedChapter, sources: int) -> Survey:
    passages = page_passages(loaded.page)
    questions = loaded.bank.bank.questions if loaded.bank else ()
    goals = Counter(question.goal for question in questions)
    levels: Counter[str] = Counter(question.level for question in questions)
    read = text_reading(passages)
    return Survey(
        loaded.key,
        loaded.chapter.number,
        loaded.chapter.title,
        reader_words(passages),
        loaded.chapter.minutes,
        {goal.id: goals[goal.id] for goal in loaded.chapter.goals},
        {level: levels[level] for level in LEVELS},
        len(questions),
        sum(levels[level] for level in HIGHER_LEVELS) / max(1, len(questions)),
        len(blocks(loaded, "figure")),
        sources,
        read.length,
        read.ease,
    )


def blocks(loaded: LoadedChapter, name: str) -> list[Directive]:
    """The Blocks of one kind on a chapter's page."""
    return [directive for directive in loaded.page.outline.directives if directive.name == name]


def table(surveys: list[Survey]) -> str:
    """The figures as aligned columns, one chapter a line, with what the columns mean below."""
    heads = ("nr", "hoofdstuk", "woorden", "min", "doelen", "vragen", "o b t a e m", "hoger", "fig", "bron", "zin", "lees")
    rows = [heads, *map(_row, surveys)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    lines = (
        "  ".join(_cell(text, width, column) for column, (text, width) in enumerate(zip(row, widths, strict=True))).rstrip() for row in rows
    )
    return "\n".join([*lines, *_legend()])


def _row(found: Survey) -> tuple[str, ...]:
    goals, levels = "·".join(map(str, found.goals.values())), " ".join(map(str, found.levels.values()))
    return (
        found.number,
        found.key.rpartition("/")[2],
        str(found.words),
        str(found.minutes),
        goals,
        str(found.questions),
        levels,
        f"{found.higher:.0%}",
        str(found.figures),
        str(found.sources),
        f"{found.sentence:.1f}".replace(".", ","),
        f"{found.ease:.0f}",
    )


def _cell(text: str, width: int, column: int) -> str:
    return text.ljust(width) if column in (0, 1, 4, 6) else text.rjust(width)


def _legend() -> Iterator[str]:
    yield "doelen: vragen per doel · o b t a e m: vragen per niveau (onthouden, begrijpen, toepassen, analyseren, beoordelen, maken) · hoger: boven begrijpen"
    yield "zin: woorden per zin · lees: Flesch–Douma, hoger leest makkelijker"
