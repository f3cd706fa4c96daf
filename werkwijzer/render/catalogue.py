"""What a script must know of the whole course on any page: where everything stands, how long it takes, what counts as done.

Served as `docs/assets/js/catalogue.js`, because pages opened from a disk cannot read one another. It holds hashes of questions,
so it changes with the banks; `make generate` makes it, and so does `make serve`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from werkwijzer.base.problems import CourseError
from werkwijzer.base.source import read_yaml
from werkwijzer.course.read import Course, LoadedChapter, page_key
from werkwijzer.render.pages import trail

TYPED = frozenset({"short", "number", "cloze", "open"})
"""Types whose answer is the learner's own words."""
WEIGHED = frozenset({"rank"})
"""Types without one right answer: nothing to recall, so nothing that comes back for review."""
PLACES = {"casus": ("case", 10), "scan": ("scan", 5)}
"""Kind of item → the Block that shows it, whose folder under `data/` holds it, and how many minutes it takes when its file does not say."""


def catalogue_script(course: Course) -> str:
    """`Werkwijzer.catalogue`: chapters with their questions, cases and scans."""
    held = {"chapters": [_chapter(loaded) for loaded in course.chapters], **{kind: _others(course, kind) for kind in PLACES}}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace('{"id"', '\n{"id"')
    return f"/* make generate: what scripts know of the course. */\n(globalThis.Werkwijzer ??= {{}}).catalogue = {text};\n"


def _chapter(loaded: LoadedChapter) -> dict[str, Any]:
    chapter, bank = loaded.chapter, loaded.bank.bank if loaded.bank else None
    asked = bank.asked if bank else ()
    kinds = {
        name: " ".join(question.id for question in asked if question.type_name in types)
        for name, types in (("typed", TYPED), ("weighed", WEIGHED))
    }
    title = f"{chapter.number} {chapter.title}" if chapter.number != "0" else chapter.title
    return {
        "id": chapter.id,
        "title": title,
        "path": loaded.key,
        "minutes": chapter.minutes,
        "pass": bank.pass_ if bank else 0,
        **kinds,
        "trail": trail(bank) if bank else "",
    }


def _others(course: Course, kind: str) -> list[dict[str, Any]]:
    return [
        {"id": one["id"], "title": one["title"], "minutes": one["minutes"], "path": one["path"], **one["profile"]}
        for one in others(course, kind)
    ]


def others(course: Course, kind: str) -> list[dict[str, Any]]:
    """The cases or scans: id, title, minutes, path of the page that shows it, and what makes a scan's profile. A broken file is another check's business."""
    folder, minutes = PLACES[kind]
    found = (_read(path, course) for path in sorted((course.root / "data" / folder).glob("*.yml")))
    return [_other(course, kind, value, minutes) for value in found if {"id", "title"} <= set(value)]


def _read(path: Path, course: Course) -> dict[str, Any]:
    try:
        value = read_yaml(path, course.root).value
    except CourseError:
        return {}
    return value if isinstance(value, dict) else {}


def _other(course: Course, kind: str, value: dict[str, Any], minutes: int) -> dict[str, Any]:
    said = str(value.get("minutes", ""))
    path = _shown(course, PLACES[kind][0], value["id"])
    return {
        "id": value["id"],
        "title": value["title"],
        "minutes": int(said) if said.isdigit() else minutes,
        "path": path,
        "profile": _profile(value),
    }


def _profile(scan: dict[str, Any]) -> dict[str, Any]:
    """Answer → dimension, frequency → value, dimension → name; nothing for what has no such things."""
    if not {"situations", "dimensions", "frequencies"} <= set(scan):
        return {}
    reactions = {f"{situation['id']}--{one['id']}": one["dimension"] for situation in scan["situations"] for one in situation["reactions"]}
    values = {one["id"]: int(one["value"]) for one in scan["frequencies"]}
    return {"dimensions": reactions, "values": values, "names": {one["id"]: one["name"] for one in scan["dimensions"]}}


def _shown(course: Course, block: str, id_: str) -> str:
    """The page that shows it with `/// case | id` or `/// scan | id`; "" when none does."""
    page = next((page for page in course.pages if any((one.name, one.argument) == (block, id_) for one in page.outline.directives)), None)
    return page_key(page).removesuffix("index").rstrip("/") if page else ""
