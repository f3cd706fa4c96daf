"""Rules for how a text reads: sentence length, Flesch–Douma, passive forms. One bar for each kind of text, stated here.

Why these figures. The course promises B1–B2 and sentences of 8 to 18 words (docs/over/schrijven.md). An average of 14
leaves room for a long one now and then; over 25 words a reader on a phone loses the verb, over 35 everyone does.
Flesch–Douma counts words as well, and the field's own words are long (*groepsbegeleider* has five syllables), so the bar
lies at 65 for chapters, where 60–70 is called ordinary, and lower for lists of definitions and law, which are looked up
and not read through. Material for participants is B1 at most: 10 words on average, none over 20, and 75.
The passive share is a hint: some passives are right, many together hide who acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkwijzer.base.problems import Place, Problem
from werkwijzer.base.source import Located, Page
from werkwijzer.checks.survey import running_text, text_reading
from werkwijzer.course.passages import Passage, bank_passages, data_files, data_passages, page_passages, value_at
from werkwijzer.course.read import Course
from werkwijzer.course.references import SOURCES
from werkwijzer.dutch.readability import Reading
from werkwijzer.dutch.sentences import sentences, words


@dataclass(frozen=True)
class Bar:
    """The most words a sentence on average, the least Flesch–Douma, a sentence that is long and one that is too long, the most passive."""

    average: float
    ease: float
    long: int = 25
    too_long: int = 35
    passive: float = 0.1


BARS = {
    "hoofdstuk": Bar(14, 65),
    "module": Bar(14, 65),
    "gereedschap": Bar(14, 60),
    "trainers": Bar(14, 60),
    "deelnemer": Bar(10, 75, long=15, too_long=20, passive=0.05),
    "over": Bar(14, 45),
    "pagina": Bar(14, 60),
    "vragen": Bar(14, 65),
}
"""Kind of text → its bar."""

FOLDERS = {"docs/gereedschap/": "gereedschap", "docs/trainers/": "trainers", "docs/over/": "over"}
FOR_PARTICIPANTS = frozenset({"docs/gereedschap/wat-kun-je-verwachten.md", "docs/gereedschap/brieven.md"})
MIN_WORDS = 80
"""Below this an average says nothing."""


def check(course: Course) -> Iterator[Problem]:
    chapters = {loaded.page.file for loaded in course.chapters}
    for page in course.pages:
        passages = page_passages(page)
        if page.file == f"docs/over/{SOURCES}.md":
            passages = [passage for passage in passages if not passage.id]
        yield from check_text(passages, BARS["hoofdstuk" if page.file in chapters else kind_of(page)], page.meta.place())
    for loaded in course.banks.values():
        yield from check_text(bank_passages(loaded), BARS["vragen"], loaded.source.place())
    for located in data_files(course):
        for kind, passages in parts_of(located).items():
            yield from check_text(passages, BARS[kind], located.place())


def parts_of(located: Located) -> dict[str, list[Passage]]:
    """The text of a tool, case or scan by kind: a part that says `for: deelnemer` or `reader: deelnemer` is for participants, its description excepted."""
    found: dict[str, list[Passage]] = {}
    own = "gereedschap" if located.file.count("/") == 1 else "vragen"  # cases and scans, which have a folder each, read as questions do
    for path, passage in data_passages(located):
        above = (value_at(located, path[:depth]) for depth in range(len(path)))
        for_participants = any(isinstance(part, dict) and "deelnemer" in (part.get("for"), part.get("reader")) for part in above)
        found.setdefault("deelnemer" if for_participants and path[-1] != "description" else own, []).append(passage)
    return found


def kind_of(page: Page) -> str:
    """The kind of a page that is no chapter. Front matter `reader: deelnemer` marks material for participants."""
    if page.meta.value.get("reader") == "deelnemer" or page.file in FOR_PARTICIPANTS:
        return "deelnemer"
    if "module" in page.meta.value:
        return "module"
    return next((kind for folder, kind in FOLDERS.items() if page.file.startswith(folder)), "pagina")


def check_text(passages: list[Passage], bar: Bar, place: Place) -> Iterator[Problem]:
    for passage in running_text(passages):
        yield from check_sentences(passage, bar)
    read = text_reading(passages)
    if read.words >= MIN_WORDS:
        yield from check_average(read, bar, place)


def check_sentences(passage: Passage, bar: Bar) -> Iterator[Problem]:
    text = passage.text
    for offset, sentence in sentences(text):
        count = len(words(sentence))
        if count > bar.long:
            start = " ".join(sentence.split()[:6])
            yield Problem(
                passage.place(text, offset),
                f"een zin van {count} woorden: “{start} …”",
                f"Knip hem in tweeën; {bar.long} is het meeste.",
                fatal=count > bar.too_long,
            )


def check_average(read: Reading, bar: Bar, place: Place) -> Iterator[Problem]:
    if read.length > bar.average:
        yield Problem(
            place, f"gemiddeld {_comma(read.length)} woorden per zin", f"Maak zinnen korter: hier hoort hoogstens {_comma(bar.average)}."
        )
    if read.ease < bar.ease:
        yield Problem(
            place, f"leesbaarheid {read.ease:.0f} (Flesch–Douma)", f"Neem kortere woorden en zinnen: hier hoort minstens {bar.ease:.0f}."
        )
    if read.passive_share > bar.passive:
        yield Problem(
            place, f"{read.passive_share:.0%} van de zinnen is lijdend", f"Zeg wie iets doet; hoogstens {bar.passive:.0%}.", fatal=False
        )


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
