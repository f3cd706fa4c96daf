"""The parts of pages that are made from the course: cards, plans, lists of chapters, mastery, overview, figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from werkwijzer.base.model import Chapter, Question
from werkwijzer.course.bank import Bank
from werkwijzer.course.read import Course, LoadedChapter, LoadedModule
from werkwijzer.render.environment import environment


def render(template: str, **context: Any) -> str:
    """A template of `render/templates/` as HTML."""
    return environment().get_template(f"{template}.html.j2").render(**context)


def trail(bank: Bank, goal: str | None = None) -> str:
    """What a script needs to judge progress: `id:hash:points:was,was` for each question (of a goal), space between."""
    asked = [question for question in bank.asked if goal in (None, question.goal)]
    return " ".join(trail_of(question, bank) for question in asked)


def trail_of(question: Question, bank: Bank) -> str:
    """One question of a trail."""
    return f"{question.id}:{bank.hashes[question.id]}:{question.points()}:{','.join(question.was)}"


def mastery_html(chapter: Chapter, bank: Bank) -> str:
    """The goals of a chapter, each with the questions that test it."""
    goals = [(goal, trail(bank, goal.id)) for goal in chapter.goals]
    return render("mastery", goals=goals, chapter=chapter.id)


def overview_html(course: Course) -> str:
    """All modules with their chapters, ready to show progress; for a page at the top of `docs/`."""
    return render("overview", groups=groups(course))


def chapters_html(course: Course, folder: str) -> str:
    """The chapters of one module as a list; for a page in the module's folder."""
    return render("chapters", rows=[_row(chapter, f"{chapter.key.rpartition('/')[2]}.md") for chapter in course.chapters_in(folder)])


def record_html(course: Course, made: Sequence[tuple[str, str, str]] = (), played: Sequence[Any] = ()) -> str:
    """Mijn voortgang: room for everything that a browser may keep of this course, per chapter; for a page at the top of `docs/`.

    `made`: note, name and address of what readers make with the tools. `played`: kind, id, title, endings and href of each case and scan.
    """
    found = groups(course)
    return render("record", groups=found, rows=[row for _, rows in found for row in rows], made=made, played=played)


def groups(course: Course) -> list[tuple[LoadedModule | None, list[dict[str, Any]]]]:
    """The chapters as templates list them: under no module, then per module."""
    found = [(None, course.chapters_in(""))] + [(module, course.chapters_in(module.folder)) for module in course.modules]
    return [(module, [_row(chapter, f"{chapter.key}.md") for chapter in chapters]) for module, chapters in found if chapters]


def _row(loaded: LoadedChapter, href: str) -> dict[str, Any]:
    bank = loaded.bank.bank if loaded.bank else None
    return {
        "chapter": loaded.chapter,
        "href": href,
        "questions": trail(bank) if bank else "",
        "asked": [(question, bank.hashes[question.id]) for question in bank.questions] if bank else [],
        "pass_": bank.pass_ if bank else 0,
        "goals": [(goal, trail(bank, goal.id) if bank else "") for goal in loaded.chapter.goals],
    }
