"""What a script must know of the whole course on any page: where everything stands, how long it takes, what counts as done.

Served as `docs/assets/js/catalogue.js`, because pages opened from a disk cannot read one another. It holds hashes of questions,
so it changes with the banks; `make generate` makes it, and so does `make serve`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from werkwijzer.base.problems import CourseError
from werkwijzer.base.source import read_yaml
from werkwijzer.base.taken import take
from werkwijzer.components import components
from werkwijzer.course.read import Course, LoadedChapter, page_key
from werkwijzer.render.pages import trail


def catalogue_script(course: Course) -> str:
    """`Werkwijzer.catalogue`: chapters with their questions, and what else an assignment can ask for, by kind."""
    held = {"chapters": [_chapter(loaded) for loaded in course.chapters], **assigned(course)}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace('{"id"', '\n{"id"')
    return f"/* make generate: what scripts know of the course. */\n(globalThis.Werkwijzer ??= {{}}).catalogue = {text};\n"


def _chapter(loaded: LoadedChapter) -> dict[str, Any]:
    chapter, bank = loaded.chapter, loaded.bank.bank if loaded.bank else None
    asked = bank.asked if bank else ()
    return {
        "id": chapter.id,
        "title": f"{chapter.number} {chapter.title}" if chapter.number != "0" else chapter.title,
        "path": loaded.key,
        "minutes": chapter.minutes,
        "pass": bank.pass_ if bank else 0,
        "typed": " ".join(question.id for question in asked if question.typed),
        "weighed": " ".join(question.id for question in asked if question.weighed),
        "trail": trail(bank) if bank else "",
    }


def assigned(course: Course) -> dict[str, list[dict[str, Any]]]:
    """Kind → what there is of it, beside chapters and questions."""
    return {one.kind: list(one.assigned(course)) for one in components().values() if one.kind}


def listing(course: Course, block: str, folder: str, *, minutes: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Of each file in a folder: id, title, minutes (when it does not say: these) and the path of the page that shows it; and what the
    file holds. A broken file is another check's business."""
    take(f"{folder}/")
    for path in sorted((course.root / folder).glob("*.yml")):
        value = _read(path, course)
        if {"id", "title"} <= set(value):
            said = str(value.get("minutes", ""))
            told = {"minutes": int(said) if said.isdigit() else minutes, "path": _shown(course, block, value["id"])}
            yield {"id": value["id"], "title": value["title"], **told}, value


def _read(path: Path, course: Course) -> dict[str, Any]:
    try:
        value = read_yaml(path, course.root).value
    except CourseError:
        return {}
    return value if isinstance(value, dict) else {}


def _shown(course: Course, block: str, id_: str) -> str:
    """The page that shows it; "" when none does."""
    page = next((page for page in course.pages if any((one.name, one.argument) == (block, id_) for one in page.outline.directives)), None)
    return page_key(page).removesuffix("index").rstrip("/") if page else ""
