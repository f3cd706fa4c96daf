"""Whether the questions are fair: a key that cannot be guessed, levels and goals that measure what they say (the
authors' manual tells how: *Eerlijk vragen*). `werkwijzer check` shows the table; all are hints, and the course's own test wants none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from werkwijzer.base.model import Question
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.checks import fair_balance as balance
from werkwijzer.checks import fair_guess as guessing
from werkwijzer.checks.fair_items import KINDS, items, module_of
from werkwijzer.checks.questions import problem
from werkwijzer.components.aftertest import check_measured
from werkwijzer.components.case import FOLDER as CASES
from werkwijzer.components.case import Case, case_ids, read_case
from werkwijzer.course.read import Course, LoadedChapter

SHOWN = 8
"""So many questions to begin with; more are a list nobody reads."""


def check(course: Course) -> Iterator[Problem]:
    """What is measured over all questions waits until every bank can be read: a share of the others says nothing."""
    if not any(course.unread_bank(loaded.key) for loaded in course.chapters):
        yield from check_guesses(course)
        yield from check_balance(course)
    for loaded in course.chapters:
        if loaded.bank:
            yield from check_questions(loaded)
            yield from check_goals(loaded)
    yield from check_measured(course)


def all_guesses(course: Course) -> list[guessing.Guess]:
    """What each strategy earns, of the course and its cases."""
    return list(guessing.guesses(items(course, read_cases(course))))


def read_cases(course: Course) -> list[Case]:
    """The cases that can be read; the others are for the rules of their component."""
    found = []
    for id_ in case_ids(course.root):
        try:
            found.append(read_case(course.root, id_)[0])
        except CourseError:
            continue
    return found


def check_guesses(course: Course) -> Iterator[Problem]:
    found = all_guesses(course)
    for guess in guessing.best(found):
        if not guess.is_fair:
            others = sum(not other.is_fair for other in found if (other.kind, other.module) == (guess.kind, guess.module)) - 1
            yield _guessed(guess, _place(course, guess.module, guess.kind), others)


def _guessed(guess: guessing.Guess, place: Place, others: int) -> Problem:
    too = f"; {others} andere {'manier' if others == 1 else 'manieren'} ook" if others else ""
    cause = f"te raden zonder de vraag te lezen: “{guess.strategy.name}” geeft bij {KINDS[guess.kind]} {guess.earned:.0%}, bij toeval {guess.chance:.0%}{too}"
    ids = f" Begin bij: {', '.join(guess.ids[:SHOWN])}{' …' if len(guess.ids) > SHOWN else ''}." if guess.ids else ""
    return Problem(place, cause, f"Hoogstens {guessing.BAR * 100:.0f} punten boven toeval. {guess.strategy.advice}{ids}", fatal=False)


def _place(course: Course, module: str, kind: str) -> Place:
    """The folder that a finding over many files is about."""
    folder = next((loaded.key.rpartition("/")[0] for loaded in course.chapters if module_of(loaded) == module), "") if module else ""
    return Place(CASES if kind == "case" else f"quizzes/{folder}".rstrip("/"))


def check_balance(course: Course) -> Iterator[Problem]:
    for module, questions in by_module(course).items():
        place = _place(course, module, "")
        share = balance.true_share(module, questions)
        if share and not share.within(*balance.TRUE):
            yield Problem(
                place,
                f"{share.count} van {share.of} stellingen zijn waar",
                "Maak er 40 tot 60 procent waar: draai een paar stellingen om.",
                fatal=False,
            )
        same = balance.same_number(module, questions)
        if same and same[1].share > balance.SAME_NUMBER:
            yield Problem(
                place,
                f"bij {same[1].count} van {same[1].of} kies-alle-vragen zijn er {same[0]} goed",
                "Wissel het aantal af, van één tot vier.",
                fatal=False,
            )


def by_module(course: Course) -> dict[str, list[Question]]:
    """Number of a module → its questions."""
    found: dict[str, list[Question]] = {}
    for loaded in course.chapters:
        if loaded.bank:
            found.setdefault(module_of(loaded), []).extend(loaded.bank.bank.questions)
    return found


def check_questions(loaded: LoadedChapter) -> Iterator[Problem]:
    for index, question in enumerate(loaded.own_bank.bank.questions):
        if balance.overrated(question):
            yield problem(
                loaded.own_bank,
                ("questions", index, "level"),
                f"een stelling op niveau {question.level}",
                "Neem hoogstens apply, of laat redenen (`reasons:`) het oordeel dragen.",
                fatal=False,
            )
        if balance.in_a_row(question):
            yield problem(
                loaded.own_bank,
                ("questions", index, "options"),
                "alle goede opties staan bij elkaar",
                "Zet ze door elkaar: op papier staan ze zoals in dit bestand.",
                fatal=False,
            )


def check_goals(loaded: LoadedChapter) -> Iterator[Problem]:
    ids = [goal.id for goal in loaded.chapter.goals]
    for goal in balance.unmade(loaded):
        place = loaded.page.meta.place(("goals", ids.index(goal.id)))
        yield Problem(
            place,
            f'doel "{goal.id}" vraagt iets te maken, en geen vraag laat het de lezer maken',
            "Voeg een vraag van type `open` toe, met een voorbeeld en criteria, of verander het doel.",
            fatal=False,
        )


def table(course: Course) -> str:
    """What a blind guesser earns, a line for each kind and module: the best strategy against chance; and how many statements are true."""
    rows: list[tuple[str, ...]] = [("blind geraden", "module", "lijsten", "kans", "raak", "winst", "beste manier")]
    rows += [_row(guess) for guess in guessing.best(all_guesses(course))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(
            text.ljust(width) if column in (0, 6) else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, *_shares(course)])


def _row(guess: guessing.Guess) -> tuple[str, ...]:
    mark = "" if guess.is_fair else " !"
    return (
        KINDS[guess.kind],
        guess.module or "alle",
        str(guess.lists),
        f"{guess.chance:.0%}",
        f"{guess.earned:.0%}",
        f"{guess.gain:+.0%}".replace("%", "") + mark,
        guess.strategy.name,
    )


def _shares(course: Course) -> Iterator[str]:
    shares = [share for module, questions in by_module(course).items() if (share := balance.true_share(module, questions))]
    if shares:
        yield "stellingen die waar zijn: " + " · ".join(f"module {share.module}: {share.count} van {share.of}" for share in shares)


def as_json(found: Sequence[guessing.Guess]) -> list[dict[str, Any]]:
    """For tools: every strategy in every group."""
    return [
        {
            "kind": guess.kind,
            "module": guess.module or "all",
            "lists": guess.lists,
            "chance": round(guess.chance, 3),
            "strategy": guess.strategy.name,
            "earned": round(guess.earned, 3),
            "gain": round(guess.gain, 3),
            "fair": guess.is_fair,
        }
        for guess in found
    ]
