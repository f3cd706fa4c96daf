"""Rules for what a chapter holds: its length, its fixed parts and their order, and that something happens often enough.

What counts as the words of a chapter: paragraphs, lists, cards, captions and tables. What does not: headings, the front
matter, the questions and the list of links at the end. The introduction (number 0) has a lighter bar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from werkwijzer.base.outline import Directive
from werkwijzer.base.problems import Problem, counted
from werkwijzer.base.source import Page
from werkwijzer.checks.blocks import KNOWN, is_sound
from werkwijzer.checks.survey import blocks, reader_words
from werkwijzer.course.passages import RUNNING, Passage, page_passages
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.course.references import SOURCES, references
from werkwijzer.course.salvage import is_chapter
from werkwijzer.dutch.sentences import words

ENDING = ("doe-het-morgen", "toets-jezelf", "verder")
MAX_STRETCH = 250
PAGE_KEYS = ("title", "description", "template", "reader", "hide", "search")
"""What the front matter of a page that is no chapter may hold; others are let be, unless they look misspelt."""


@dataclass(frozen=True)
class Bar:
    """What a chapter must hold: ranges of words, minutes and sections, and the cards that it needs."""

    words: tuple[int, int]
    minutes: tuple[int, int]
    sections: tuple[int, int]
    cards: tuple[str, ...]
    questions: int = 2


CHAPTER = Bar((1200, 2000), (25, 40), (3, 6), ("situatie", "onderzoek", "grens", "praktijk", "tip"))
INTRODUCTION = Bar((600, 1600), (10, 25), (3, 9), ("situatie", "grens"))


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        yield from check_description(page)
    for loaded in course.chapters:
        if loaded.sound:
            yield from check_updated(loaded)
        if loaded.sound and is_sound(loaded.page):
            bar = INTRODUCTION if loaded.chapter.number == "0" else CHAPTER
            yield from check_length(loaded, bar)
            yield from check_parts(loaded, bar)
            yield from check_questions(course, loaded, bar)
            yield from check_ending(course, loaded)
            yield from check_stretches(loaded.page)


def check_description(page: Page) -> Iterator[Problem]:
    meta = page.meta.value
    if page.problems or is_chapter(meta) or "module" in meta:
        return
    misspelt = {
        found[0]: key
        for key in meta
        if key not in PAGE_KEYS and (found := get_close_matches(key, set(PAGE_KEYS) - set(meta), n=1, cutoff=0.75))
    }
    yield from (
        Problem(page.meta.place((key,)), f'onbekende sleutel "{key}"', f'Bedoelde je "{meant}"?') for meant, key in misspelt.items()
    )
    if not meta.get("title") and "title" not in misspelt:
        yield Problem(page.meta.place(), "deze pagina heeft geen titel", "Zet bovenaan `title:`.")
    if "description" not in misspelt and not 50 <= len(str(meta.get("description", ""))) <= 160:
        yield Problem(
            page.meta.place(("description",)),
            "deze pagina heeft geen beschrijving van 50 tot 160 tekens",
            "Zet bovenaan `description:`; zoekmachines tonen die.",
        )


def check_updated(loaded: LoadedChapter) -> Iterator[Problem]:
    """A day that has not come says nothing about when somebody looked; a clock may be a day off."""
    if loaded.chapter.updated > date.today() + timedelta(days=1):
        yield Problem(
            loaded.page.meta.place(("updated",)),
            f"{loaded.chapter.updated} ligt in de toekomst",
            "Zet de dag waarop je de inhoud voor het laatst nakeek.",
        )


def check_length(loaded: LoadedChapter, bar: Bar) -> Iterator[Problem]:
    count, minutes = reader_words(page_passages(loaded.page)), loaded.chapter.minutes
    if not bar.words[0] <= count <= bar.words[1]:
        yield Problem(
            loaded.page.meta.place(),
            f"{counted(count, 'woord', 'woorden')} lopende tekst",
            f"Streef naar {bar.words[0]} tot {bar.words[1]}.",
            fatal=False,
        )
    if not bar.minutes[0] <= minutes <= bar.minutes[1]:
        yield Problem(
            loaded.page.meta.place(("minutes",)),
            f"dit hoofdstuk duurt {counted(minutes, 'minuut', 'minuten')}",
            f"Kort in, splits of vul aan: {bar.minutes[0]} tot {bar.minutes[1]} minuten.",
        )
    sections = sum(heading.level == 2 and heading.anchor not in ENDING for heading in loaded.page.outline.headings)
    if not bar.sections[0] <= sections <= bar.sections[1]:
        yield Problem(
            loaded.page.meta.place(),
            f"{counted(sections, 'stuk', 'stukken')} tekst vóór Doe het morgen",
            f"Neem er {bar.sections[0]} tot {bar.sections[1]}.",
            fatal=False,
        )


def check_parts(loaded: LoadedChapter, bar: Bar) -> Iterator[Problem]:
    found = loaded.page.outline.directives
    names = {directive.name for directive in found}
    for name in (*bar.cards, "figure", "plan"):
        if name not in names and not get_close_matches(name, names - KNOWN, n=1):
            yield Problem(
                loaded.page.meta.place(), f"geen `/// {name}` in dit hoofdstuk", "Voeg het blok toe; de handleiding zegt waar het voor is."
            )
    if found and found[0].name != "situatie":
        yield Problem(
            loaded.page.place(found[0].line),
            "het hoofdstuk begint niet met een situatie",
            "Begin met `/// situatie | …`: eerst de praktijk, dan de theorie.",
        )
    for directive in blocks(loaded, "plan"):
        if directive.argument != loaded.chapter.id:
            yield Problem(
                loaded.page.place(directive.line),
                f'het als-dan-plan hoort bij "{directive.argument}"',
                f"Schrijf `/// plan | {loaded.chapter.id}`.",
            )


def check_questions(course: Course, loaded: LoadedChapter, bar: Bar) -> Iterator[Problem]:
    placed = blocks(loaded, "question")
    if len(placed) < bar.questions:
        yield Problem(
            loaded.page.meta.place(),
            f"{counted(len(placed), 'vraag', 'vragen')} in de lopende tekst",
            f"Zet er minstens {bar.questions} met `/// question | …`.",
        )
    elif not course.unread_bank(loaded.key) and not any(_is_open(loaded, directive) for directive in placed):
        yield Problem(
            loaded.page.meta.place(), "geen open vraag in de lopende tekst", "Laat de lezer minstens één keer zelf iets opschrijven."
        )


def _is_open(loaded: LoadedChapter, directive: Directive) -> bool:
    known = loaded.bank.bank.by_id if loaded.bank else {}
    _, question = known.get(directive.argument.partition("#")[2], (0, None))
    return question is not None and not question.scored


def check_ending(course: Course, loaded: LoadedChapter) -> Iterator[Problem]:
    sections = [heading for heading in loaded.page.outline.headings if heading.level == 2]
    if tuple(heading.anchor for heading in sections[-3:]) != ENDING:
        yield Problem(
            loaded.page.meta.place(),
            "het hoofdstuk eindigt niet met Doe het morgen, Toets jezelf en Verder",
            "Sluit af met die drie koppen, in die volgorde, met de ids doe-het-morgen, toets-jezelf en verder.",
        )
        return
    for directive in blocks(loaded, "quiz"):
        if not sections[-2].line < directive.line < sections[-1].line:
            yield Problem(loaded.page.place(directive.line), "de toets staat niet onder Toets jezelf", "Zet de `/// quiz` onder dat kopje.")
    start = loaded.page.place(sections[-1].line)
    if not any(
        reference.to == SOURCES and reference.place.file == start.file and reference.place > start for reference in references(course)
    ):
        yield Problem(start, "onder Verder staat geen bron", "Noem de bronnen van dit hoofdstuk, met een link naar de bronnenlijst.")


def check_stretches(page: Page) -> Iterator[Problem]:
    """Warns where a reader only reads for too long: no question, figure, card, table or exercise."""
    for start, count in stretches(page):
        if count > MAX_STRETCH:
            yield Problem(
                page.place(start),
                f"{count} woorden achter elkaar waarin niets gebeurt",
                "Zet er een vraag, figuur, kaart, tabel of kleine oefening tussen.",
                fatal=False,
            )


def stretches(page: Page) -> Iterator[tuple[int, int]]:
    """Each run of text between two things that happen: its first line in the page's text, and its words."""
    opened = [directive.line for directive in page.outline.directives]
    start, count, last = 0, 0, None
    for passage in page_passages(page):
        line = passage.line - page.offset
        here = (sum(at <= line for at in opened), passage.blocks, passage.kind == "cell")
        if here != last:
            yield start, count
            start, count, last = line, 0, here
        count += len(words(passage.text)) if passage.kind in RUNNING else 0
        if _asks(passage):
            yield start, count
            start, count = line, 0
    yield start, count


def _asks(passage: Passage) -> bool:
    """Whether a paragraph puts a question to the reader, outside quotation marks."""
    depth = 0
    for character in passage.text if passage.kind == "paragraph" else "":
        depth += (character == "“") - (character == "”")
        if character == "?" and depth == 0:
            return True
    return False
