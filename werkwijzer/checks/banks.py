"""Rules for a bank and for all banks together: unique ids, known goals, enough questions, a fair key."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from werkwijzer.base.model import HIGHER_LEVELS
from werkwijzer.base.problems import Place, Problem, counted
from werkwijzer.checks.questions import problem
from werkwijzer.course.ledger import FILE as LEDGER
from werkwijzer.course.ledger import GONE, read_ledger
from werkwijzer.course.read import Course, LoadedBank, LoadedChapter
from werkwijzer.questions.choice import Choice

MIN_QUESTIONS = 8
MIN_TYPES = 4
MIN_PER_GOAL = 2
MIN_HIGHER = 0.4


def check(course: Course) -> Iterator[Problem]:
    yield from check_unique_ids(course)
    yield from check_gone(course)
    for loaded in course.banks.values():
        chapter = course.chapter(loaded.key)
        if chapter is None:
            if not _unread_page(course, loaded.key):
                yield Problem(
                    loaded.source.place(),
                    "deze bank hoort bij geen hoofdstuk",
                    f"Maak docs/{loaded.key}.md met doelen, of verplaats de bank.",
                )
            continue
        if chapter.sound:
            yield from check_belongs(loaded, chapter)
            yield from check_goals(loaded, chapter)
        yield from check_sources(loaded, chapter)
        yield from check_variety(loaded)
        yield from check_predictable(loaded)


def _unread_page(course: Course, key: str) -> bool:
    return (course.root / f"docs/{key}.md").is_file() and f"docs/{key}.md" not in {page.file for page in course.pages}


def check_unique_ids(course: Course) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for loaded in course.banks.values():
        for index, question in enumerate(loaded.bank.questions):
            for id_ in (question.id, *question.was):
                key = "id" if id_ == question.id else "was"
                place = loaded.source.place(("questions", index, key))
                if id_ in first:
                    yield problem(
                        loaded,
                        ("questions", index, key),
                        f'id "{id_}" is al gebruikt ({first[id_]})',
                        "Geef de vraag een id dat in de hele cursus nieuw is; een oud id (`was:`) mag ook niet terugkomen.",
                    )
                first.setdefault(id_, place)


def check_gone(course: Course) -> Iterator[Problem]:
    """Answers to a question that was taken away are still kept under its id."""
    gone = {id_ for id_, gone in read_ledger(course.root).items() if gone}
    for loaded in course.banks.values():
        for index, question in enumerate(loaded.bank.questions):
            if question.id in gone:
                remedy = f"Neem een nieuw id. Is dit dezelfde vraag als toen, haal dan `{GONE}` achter haar id weg in {LEDGER}."
                yield problem(loaded, ("questions", index, "id"), f'id "{question.id}" hoorde bij een vraag die weg is', remedy)


def check_belongs(loaded: LoadedBank, chapter: LoadedChapter) -> Iterator[Problem]:
    if loaded.bank.chapter != chapter.chapter.id:
        remedy = f"Schrijf `chapter: {chapter.chapter.id}`."
        yield Problem(
            loaded.source.place(("chapter",)),
            f'het hoofdstuk bij deze bank heet "{chapter.chapter.id}", niet "{loaded.bank.chapter}"',
            remedy,
        )


def check_goals(loaded: LoadedBank, chapter: LoadedChapter) -> Iterator[Problem]:
    known = [goal.id for goal in chapter.chapter.goals]
    for index, question in enumerate(loaded.bank.questions):
        if question.goal not in known:
            yield problem(
                loaded,
                ("questions", index, "goal"),
                f'onbekend doel "{question.goal}"',
                f"Kies uit {', '.join(known)}, of voeg het doel toe in {chapter.page.file}.",
            )
    for goal in known:
        count = sum(question.goal == goal for question in loaded.bank.questions)
        if count < MIN_PER_GOAL:
            yield Problem(
                loaded.source.place(("questions",)),
                f'doel "{goal}" heeft {counted(count, "vraag", "vragen")}',
                f"Elk doel krijgt er minstens {MIN_PER_GOAL}.",
            )


def check_sources(loaded: LoadedBank, chapter: LoadedChapter) -> Iterator[Problem]:
    known = chapter.page.outline.ids
    for index, question in enumerate(loaded.bank.questions):
        if question.source[1:] not in known:
            close = get_close_matches(question.source[1:], known, n=1)
            yield problem(
                loaded,
                ("questions", index, "source"),
                f'kopje "{question.source}" staat niet in {chapter.page.file}',
                f'Bedoelde je "#{close[0]}"?' if close else "Neem het id van een kopje: `## Kop { #dit-id }`.",
            )


def check_variety(loaded: LoadedBank) -> Iterator[Problem]:
    questions, place = loaded.bank.questions, loaded.source.place(("questions",))
    if len(questions) < MIN_QUESTIONS:
        yield Problem(
            place, f"deze bank heeft {counted(len(questions), 'vraag', 'vragen')}", f"Een bank heeft er minstens {MIN_QUESTIONS}."
        )
    types = {question.type_name for question in questions}
    if len(types) < min(MIN_TYPES, len(questions)):
        yield Problem(
            place, f"deze bank heeft {counted(len(types), 'soort', 'soorten')} vragen", f"Een bank heeft er minstens {MIN_TYPES}."
        )
    higher = sum(question.level in HIGHER_LEVELS for question in questions)
    if higher < MIN_HIGHER * len(questions):
        yield Problem(
            place,
            f"{higher} van {len(questions)} vragen boven onthouden en begrijpen",
            f"Streef naar minstens {MIN_HIGHER:.0%}.",
            fatal=False,
        )


def check_predictable(loaded: LoadedBank) -> Iterator[Problem]:
    """Warns when position or length gives the right option away over the whole bank."""
    lists = [question.options for question in loaded.bank.questions if isinstance(question, Choice)]
    if len(lists) < 4:
        return
    places = [next(i for i, option in enumerate(options) if option.correct) for options in lists if any(o.correct for o in options)]
    longest = sum(max(options, key=lambda option: len(option.text)).correct for options in lists)
    place = loaded.source.place(("questions",))
    top = max(set(places), key=places.count)
    if places.count(top) > 0.7 * len(places):
        yield Problem(
            place,
            f"bij {places.count(top)} van {len(places)} keuzevragen staat het goede antwoord op plaats {top + 1}",
            "Wissel de plaats af.",
            fatal=False,
        )
    if longest > 0.7 * len(lists):
        yield Problem(
            place,
            f"bij {longest} van {len(lists)} keuzevragen is het goede antwoord het langste",
            "Maak foute opties even precies.",
            fatal=False,
        )
