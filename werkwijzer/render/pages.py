"""What page components share: templates, lists of chapters, and what a script needs to judge progress."""

from __future__ import annotations

from typing import Any

from werkwijzer.base.model import Question
from werkwijzer.course.bank import Bank
from werkwijzer.course.read import Course, LoadedChapter, LoadedModule
from werkwijzer.render.environment import environment


def render(template: str, **context: Any) -> str:
    """A template as HTML: of `render/templates/`, or of a part as `components/<name>/web`."""
    return environment().get_template(f"{template}.html.j2").render(**context)


def trail(bank: Bank, goal: str | None = None) -> str:
    """What a script needs to judge progress: `id:hash:points:was,was` for each question (of a goal), space between."""
    asked = [question for question in bank.asked if goal in (None, question.goal)]
    return " ".join(trail_of(question, bank) for question in asked)


def trail_of(question: Question, bank: Bank) -> str:
    """One question of a trail."""
    return f"{question.id}:{bank.hashes[question.id]}:{question.points()}:{','.join(question.was)}"


def groups(course: Course) -> list[tuple[LoadedModule | None, list[dict[str, Any]]]]:
    """The chapters as templates list them: under no module, then per module."""
    found = [(None, course.chapters_in(""))] + [(module, course.chapters_in(module.folder)) for module in course.modules]
    return [(module, [row(chapter, f"{chapter.key}.md") for chapter in chapters]) for module, chapters in found if chapters]


def row(loaded: LoadedChapter, href: str) -> dict[str, Any]:
    """A chapter as templates list it."""
    bank = loaded.bank.bank if loaded.bank else None
    return {
        "chapter": loaded.chapter,
        "href": href,
        "questions": trail(bank) if bank else "",
        "asked": [(question, bank.hashes[question.id]) for question in bank.questions] if bank else [],
        "pass_": bank.pass_ if bank else 0,
        "goals": [(goal, trail(bank, goal.id) if bank else "") for goal in loaded.chapter.goals],
    }
