"""What a script must know of the whole course on any page: where everything stands, how long it takes, what counts as done.

Served as `docs/assets/js/catalogue.js`, because pages opened from a disk cannot read one another. It holds hashes of questions,
so it changes with the banks; `make generate` makes it, and so does `make serve`.
"""

from __future__ import annotations

import json
from typing import Any

from werkwijzer.course import Course, LoadedChapter
from werkwijzer.problems import CourseError
from werkwijzer.render.pages import trail
from werkwijzer.source import read_yaml

TYPED = frozenset({"short", "number", "cloze", "open"})
"""Types whose answer is the learner's own words."""
PLACES = {"casus": ("cases", 10), "scan": ("scans", 5)}
"""Kind of item → its folder under `quizzes/`, and how many minutes it takes when its file does not say."""


def catalogue_script(course: Course) -> str:
    """`Werkwijzer.catalogue`: chapters with their questions, cases and scans."""
    held = {"chapters": [_chapter(loaded) for loaded in course.chapters], **{kind: _others(course, kind) for kind in PLACES}}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace('{"id"', '\n{"id"')
    return f"/* make generate: what scripts know of the course. */\n(globalThis.Werkwijzer ??= {{}}).catalogue = {text};\n"


def _chapter(loaded: LoadedChapter) -> dict[str, Any]:
    chapter, bank = loaded.chapter, loaded.bank.bank if loaded.bank else None
    typed = [question.id for question in bank.questions if question.type_name in TYPED] if bank else []
    title = f"{chapter.number} {chapter.title}" if chapter.number != "0" else chapter.title
    return {"id": chapter.id, "title": title, "path": loaded.key, "minutes": chapter.minutes, "pass": bank.pass_ if bank else 0, "typed": " ".join(typed), "trail": trail(bank) if bank else ""}


def _others(course: Course, kind: str) -> list[dict[str, Any]]:
    return [{"id": one["id"], "title": one["title"], "minutes": one["minutes"], "path": one["path"]} for one in others(course, kind)]


def others(course: Course, kind: str) -> list[dict[str, Any]]:
    """The cases or scans: id, title, minutes, and path of the page that shows it. A broken file is another check's business."""
    folder, minutes = PLACES[kind]
    found = []
    for path in sorted((course.root / "quizzes" / folder).glob("*.yml")):
        try:
            value = read_yaml(path, course.root).value
        except CourseError:
            continue
        if isinstance(value, dict) and {"id", "title"} <= set(value):
            time = int(value["minutes"]) if str(value.get("minutes", "")).isdigit() else minutes
            found.append({"id": value["id"], "title": value["title"], "minutes": time, "path": _shown(course, {"casus": "case", "scan": "scan"}[kind], path.stem, value["id"])})
    return found


def _shown(course: Course, block: str, stem: str, id_: str) -> str:
    """The page that shows it with `/// case | …` or `/// scan | …`; "" when none does."""
    marks = {f"/// {block} | {name}" for name in (stem, id_, f"{block}s/{stem}")}
    pages = (page for page in course.pages if any(line.strip() in marks for line in page.text.splitlines()))
    page = next(pages, None)
    return page.file.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/") if page else ""
