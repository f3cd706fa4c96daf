"""Files that follow from others and are kept in the repository, because no engine may have to make them during a build:
the JSON Schema of banks, icons, and the scripts and stylesheets that pages load (`bundles.py`).
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
from werkwijzer.build.icons import icon, same_picture
from werkwijzer.components.board import texts_script
from werkwijzer.components.case import Case
from werkwijzer.components.scan import Scan
from werkwijzer.course.bank import bank_schema, model_schema
from werkwijzer.course.ledger import FILE as LEDGER
from werkwijzer.course.ledger import ledger_text
from werkwijzer.course.read import Course, read_course
from werkwijzer.render.catalogue import catalogue_script

SCHEMAS = {
    "quizzes/schema/bank.schema.json": bank_schema,
    "quizzes/schema/case.schema.json": partial(model_schema, Case, "Casus"),
    "quizzes/schema/scan.schema.json": partial(model_schema, Scan, "Zelfscan"),
}
"""What an editor completes and checks a file with; `.vscode/settings.json` says which file has which."""
SERVED = "docs/assets/js"
"""A course without this folder brings no scripts."""
CATALOGUE = f"{SERVED}/catalogue.js"
TEXTS = f"{SERVED}/texts.js"
OF_COURSE = frozenset({CATALOGUE, TEXTS, LEDGER})
"""What follows from the texts and banks of a course; the rest follows from the engine."""
NAMES = "overrides/partials/ww-component-names.html"
MARK = "docs/assets/images/favicon.svg"
ICONS = {f"docs/assets/images/icon-{size}.png": size for size in (192, 512)}


def generate(root: Path, *, preview: bool = False) -> list[str]:
    """Writes what is stale under `root`; the names of what was written. Raises CourseError when a script's source changed and there is
    no Node to bundle it with; everything else is written then.

    A `preview` leaves the list of ids alone: a question that is on its way to another bank is not gone.
    """
    written = []
    serves = (root / SERVED).is_dir()
    for name, text in texts(root).items():
        if not (preview and name == LEDGER) and not _holds(root / name, text):
            write_file(root / name, text)
            written.append(name)
    for name, picture in stale_icons(root).items():
        (root / name).write_bytes(picture)
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
    return [name for name, text in texts(root, course).items() if not _holds(root / name, text)] + wrong + list(stale_icons(root))


def texts(root: Path, course: Course | None = None) -> dict[str, str]:
    """Path from the course's folder → what stands there, of the files that nothing shortens."""
    met: list[Problem] = []
    if course is None:
        course, met = read_course(root)
    made = {CATALOGUE: catalogue_script(course), TEXTS: texts_script(course), LEDGER: ledger_text(course, whole=not met)}
    return {**{name: schema_text(schema) for name, schema in SCHEMAS.items()}, NAMES: names_text(), **made}


def names_text() -> str:
    """The page frame cannot see which scripts there are; this template tells it what to load, and when."""
    sets = "".join(f"{{% set {kind} = {json.dumps(listed)} %}}\n" for kind, listed in loaded().items())
    return f"{{#- make generate: the scripts and stylesheets of pages in their order, each with what in a page's content asks for it. -#}}\n{sets}"


def stale_icons(root: Path) -> dict[str, bytes]:
    """The icons under `root` that do not show the mark, as they should be."""
    mark = root / MARK
    made = {name: icon(read_file(mark), size) for name, size in ICONS.items()} if mark.is_file() else {}
    return {name: picture for name, picture in made.items() if not same_picture(root / name, picture)}


def schema_text(schema: Callable[[], dict[str, Any]]) -> str:
    """A JSON Schema as a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and read_file(path) == text
