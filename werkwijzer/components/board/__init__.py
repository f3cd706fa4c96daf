"""`/// board`: a trainer lays the reports of a group together. The figures: `figures.js`; what they are about: `texts_script`."""

from __future__ import annotations

import json
from typing import Any

from werkwijzer.base.model import Question
from werkwijzer.base.problems import CourseError
from werkwijzer.base.source import read_yaml
from werkwijzer.components import Component, Use
from werkwijzer.components.case import case_ids, read_case
from werkwijzer.components.formats import FILE as FORMATS
from werkwijzer.components.formats import Formats
from werkwijzer.course.parse import parse
from werkwijzer.course.read import Course, LoadedChapter, page_key
from werkwijzer.render.environment import environment
from werkwijzer.render.text import plain_text

TEXTS = "docs/assets/js/texts.js"
GUIDE = "trainers/handleiding"


def html(use: Use) -> str:
    return environment().get_template("components/board/web.html.j2").render()


def files(course: Course) -> dict[str, str]:
    return {TEXTS: texts_script(course)}


def texts_script(course: Course) -> str:
    """`Werkwijzer.texts`, served as `docs/assets/js/texts.js`: goals, questions with the misconceptions behind wrong options, how
    cases end, and what a trainer can do with a chapter. Plain text; pages opened from a disk cannot read it from one another."""
    held = {
        "chapters": {loaded.chapter.id: _chapter(course, loaded) for loaded in course.chapters},
        "questions": {question.id: _question(question) for loaded in course.chapters if loaded.bank for question in loaded.bank.bank.asked},
        "cases": _cases(course),
        "formats": _formats(course),
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace(']],"', ']],\n"')
    return f"/* make generate: the texts of the course for the group board. */\n(globalThis.Werkwijzer ??= {{}}).texts = {text};\n"


def _chapter(course: Course, loaded: LoadedChapter) -> dict[str, Any]:
    return {"goals": [[goal.id, goal.text] for goal in loaded.chapter.goals], "guide": guide(course, loaded)}


def _question(question: Question) -> list[Any]:
    """Goal, prompt, and what a wrong answer can hold."""
    misses = [[sign, plain_text(text), plain_text(why)] for sign, text, why in question.misses()]
    return [question.goal, plain_text(question.prompt), misses]


def guide(course: Course, loaded: LoadedChapter) -> str:
    """Where the trainer's guide speaks of this chapter: a page with its name, or a heading with its name or id; "" when nowhere."""
    names = {loaded.chapter.id, loaded.key.rpartition("/")[2]}
    for page in course.pages:
        key = page_key(page)
        if key.startswith(GUIDE):
            if key.rpartition("/")[2] in names:
                return key
            if found := sorted(names & page.outline.ids):
                return f"{key}#{found[0]}"
    return ""


def _cases(course: Course) -> dict[str, dict[str, str]]:
    """Case → ending → title. A broken case is another check's business."""
    found = {}
    for id_ in case_ids(course.root):
        try:
            found[id_] = {ending.id: plain_text(ending.title) for ending in read_case(course.root, id_)[0].endings}
        except CourseError:
            continue
    return found


def _formats(course: Course) -> list[list[str]]:
    """Id, name and chapters of each exercise format, in the order of their file."""
    if not (course.root / FORMATS).is_file():
        return []
    try:
        formats = parse(read_yaml(course.root / FORMATS, course.root), Formats)
    except CourseError:
        return []
    return [[one.id, one.name, " ".join(one.chapters)] for one in formats.formats]


COMPONENT = Component("board", html, files=files)
