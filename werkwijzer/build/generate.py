"""Files that follow from others and are kept in the repository, because no engine may have to make them during a build:
the JSON Schema of banks, and the scripts and stylesheets that pages load (`bundles.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from werkwijzer.base.files import read_file, write_file
from werkwijzer.base.problems import CourseError, Problem
from werkwijzer.build.bundles import bundles, is_fresh, loaded, refreshed, waiting
from werkwijzer.components import components
from werkwijzer.components.catalogue import catalogue_script
from werkwijzer.course.bank import bank_schema, model_schema
from werkwijzer.course.ledger import FILE as LEDGER
from werkwijzer.course.ledger import ledger_text
from werkwijzer.course.read import Course, read_course

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "quizzes/schema/bank.schema.json": bank_schema,
    **{
        f"data/schema/{one.name}.schema.json": partial(model_schema, one.model, one.noun.capitalize())
        for one in components().values()
        if one.model
    },
}
"""What an editor completes and checks a file with; `.vscode/settings.json` says which file has which."""
SERVED = "docs/assets/js"
"""A course without this folder brings no scripts."""
CATALOGUE = f"{SERVED}/catalogue.js"
NAMES = "overrides/partials/ww-component-names.html"


def generate(root: Path, *, preview: bool = False) -> list[str]:
    """Writes what is stale under `root`; the names of what was written. Raises CourseError when a script's source changed and there is
    no Node to bundle it with; everything else is written then.

    A `preview` leaves the list of ids alone: a question that is on its way to another bank is not gone.
    """
    written = []
    serves = (root / SERVED).is_dir()
    for name, text in texts(root).items():
        wanted = (serves or not name.startswith(SERVED)) and not (preview and name == LEDGER)
        if wanted and not _holds(root / name, text):
            write_file(root / name, text)
            written.append(name)
    if not serves:
        return written
    for name, text in refreshed(root).items():
        write_file(root / name, text)
        written.append(name)
    if behind := waiting(root):
        raise CourseError(behind)
    return written


def stale(root: Path, course: Course | None = None) -> list[str]:
    """The generated files under `root` that do not follow from their sources, or were changed by hand; `course` when it was read already."""
    wrong = [name for name, bundle in bundles().items() if not is_fresh(root / name, bundle)]
    return [name for name, text in texts(root, course).items() if not _holds(root / name, text)] + wrong


def texts(root: Path, course: Course | None = None) -> dict[str, str]:
    """Path from the course's folder → what stands there, of the files that nothing shortens."""
    met: list[Problem] = []
    if course is None:
        course, met = read_course(root)
    return {**{name: schema_text(schema) for name, schema in SCHEMAS.items()}, NAMES: names_text(), **course_texts(course, whole=not met)}


def course_texts(course: Course, *, whole: bool) -> dict[str, str]:
    """Of those, what follows from the texts and banks of a course; the rest follows from the engine."""
    own = {name: text for one in components().values() for name, text in one.files(course).items()}
    return {CATALOGUE: catalogue_script(course), **own, LEDGER: ledger_text(course, whole=whole)}


def names_text() -> str:
    """The page frame cannot see which scripts there are; this template tells it what to load, and when."""
    sets = "".join(f"{{% set {kind} = {json.dumps(listed)} %}}\n" for kind, listed in loaded().items())
    return f"{{#- make generate: the scripts and stylesheets of pages in their order, each with what in a page's content asks for it. -#}}\n{sets}"


def schema_text(schema: Callable[[], dict[str, Any]]) -> str:
    """A JSON Schema as a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and read_file(path) == text
