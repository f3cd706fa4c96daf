"""Which chapters, and which of their questions, go into a document."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from werkwijzer.base.model import Question
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.course.assignment import Assignment, AssignmentError, decode
from werkwijzer.course.read import Course, LoadedChapter

_PART = re.compile(r"^(\d+(?:\.\d+)?)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?$")


@dataclass(frozen=True)
class Selection:
    """Chapters in the order of their numbers. `questions` None means all of them."""

    chapters: tuple[LoadedChapter, ...]
    questions: frozenset[str] | None = None

    def asks(self, question: Question) -> bool:
        """Whether the question belongs to the selection."""
        return self.questions is None or question.id in self.questions


def select(course: Course, keys: Collection[str] | None = None, questions: Collection[str] | None = None) -> Selection:
    """The chapters with those keys (all when None), with the questions with those ids (all when None)."""
    chapters = tuple(chapter for chapter in course.chapters if keys is None or chapter.key in keys)
    return Selection(chapters, None if questions is None else frozenset(questions))


def parse_chapters(course: Course, text: str) -> Selection:
    """`1.3,2.2-2.4,3` → those chapters; a whole number is a module. Raises CourseError for a part that names none."""
    keys: set[str] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = _chapters_of(course, part)
        if not found:
            numbers = ", ".join(chapter.chapter.number for chapter in course.chapters)
            raise CourseError(
                [Problem(Place("--chapters"), f'"{part}" is geen hoofdstuk', f"Kies uit {numbers}, bijvoorbeeld 1.3,2.2-2.4.")]
            )
        keys |= found
    return select(course, keys)


def parse_assignment(course: Course, link: str) -> Selection:
    """What a trainer's link asks for, as far as it can be printed. Raises CourseError when it is no link, or asks for nothing on paper."""
    try:
        found = _asked(course, decode(link))
    except AssignmentError as error:
        raise CourseError([Problem(Place("--assignment"), str(error), "Plak de hele link, tussen aanhalingstekens.")]) from None
    if not found.chapters:
        raise CourseError(
            [
                Problem(
                    Place("--assignment"),
                    "de opdracht bevat geen hoofdstuk of vraag van deze cursus",
                    "Casussen en zelfscans staan alleen op de site.",
                )
            ]
        )
    return found


def _asked(course: Course, assignment: Assignment) -> Selection:
    """Whole chapters with all their questions, and of other chapters the questions that are asked alone."""
    items = {item for part in assignment.parts for item in part.items}
    whole = [chapter for chapter in course.chapters if chapter.chapter.id in items]
    single = [(chapter, id_) for chapter in course.chapters if chapter.bank for id_ in chapter.bank.bank.by_id if f"vraag:{id_}" in items]
    ids = {id_ for _, id_ in single} | {id_ for chapter in whole if chapter.bank for id_ in chapter.bank.bank.by_id}
    return select(course, {chapter.key for chapter in whole} | {chapter.key for chapter, _ in single}, ids)


def _chapters_of(course: Course, part: str) -> set[str]:
    match = _PART.match(part)
    if not match:
        return set()
    first, last = (_order(number) for number in (match[1], match[2] or match[1]))
    return {chapter.key for chapter in course.chapters if first <= chapter.order[: len(first)] and chapter.order[: len(last)] <= last}


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
