"""Every id that a question ever had, `quizzes/ids.txt`: answers stay with readers under that id, so it never becomes another question's.

One id a line, in order, so that two branches merge; `vervallen` behind it tells that the question is gone. `make generate` keeps the
list; a preview does not, because a question on its way from one bank to another is not gone.
"""

from __future__ import annotations

import re
from pathlib import Path

from werkwijzer.course.read import Course

FILE = "quizzes/ids.txt"
GONE = "vervallen"
_LINE = re.compile(rf"^([a-z0-9-]+)(?: +({GONE}))?\s*$")


def read_ledger(root: Path) -> dict[str, bool]:
    """Id → whether its question is gone; lines that a merge left behind are passed over."""
    path = root / FILE
    lines = path.read_bytes().decode("utf-8", "replace").splitlines() if path.is_file() else []
    return {match[1]: bool(match[2]) for line in lines if (match := _LINE.match(line))}


def ids(course: Course) -> set[str]:
    """The ids of all questions, old names included."""
    asked = [question for loaded in course.banks.values() for question in loaded.bank.questions]
    return {id_ for question in asked for id_ in (question.id, *question.was)}


def ledger_text(course: Course, *, whole: bool) -> str:
    """The list as it should be; only when all banks could be read (`whole`) does an id that is nowhere count as gone."""
    known, living = read_ledger(course.root), ids(course)
    held = {id_: gone or (whole and id_ not in living) for id_, gone in known.items()} | dict.fromkeys(living - set(known), False)
    return "".join(f"{id_}{f' {GONE}' if gone else ''}\n" for id_, gone in sorted(held.items()))
