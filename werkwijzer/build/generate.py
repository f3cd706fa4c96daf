"""Files that follow from others and are kept in the repository, because no engine may have to make them during a build:
the JSON Schema of banks, icons, and the scripts and stylesheets that pages load, each bundled from small sources.

A bundle's first line holds a digest of its sources and one of itself. So anyone can see whether it is fresh and untouched
(`stale`), and only who changes a source needs the minifier (tdewolff-minify, requirements-generate.txt).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from werkwijzer.course.bank import bank_schema, model_schema
from werkwijzer.components import FOLDER as COMPONENTS
from werkwijzer.components import components, names_with
from werkwijzer.components.board import texts_script
from werkwijzer.components.case import Case
from werkwijzer.components.scan import Scan
from werkwijzer.course.read import Course, read_course
from werkwijzer.base.files import read_file, write_file
from werkwijzer.build.icons import icon, same_picture
from werkwijzer.base.identity import COURSE
from werkwijzer.course.ledger import FILE as LEDGER
from werkwijzer.course.ledger import ledger_text
from werkwijzer.base.problems import Problem
from werkwijzer.questions import APART, FOLDER, TYPES
from werkwijzer.render.catalogue import catalogue_script
from werkwijzer.base.words import page_group, words

SCHEMAS = {
    "quizzes/schema/bank.schema.json": bank_schema,
    "quizzes/schema/case.schema.json": partial(model_schema, Case, "Casus"),
    "quizzes/schema/scan.schema.json": partial(model_schema, Scan, "Zelfscan"),
}
"""What an editor completes and checks a file with; `.vscode/settings.json` says which file has which."""
CATALOGUE = "docs/assets/js/catalogue.js"
TEXTS = "docs/assets/js/texts.js"
OF_COURSE = frozenset({CATALOGUE, TEXTS, LEDGER})
"""What follows from the texts and banks of a course; the rest follows from the engine."""
NAMES = "overrides/partials/ww-component-names.html"
MARK = "docs/assets/images/favicon.svg"
ICONS = {f"docs/assets/images/icon-{size}.png": size for size in (192, 512)}
ASSETS = Path(__file__).parents[1] / "assets"
SCRIPTS = {
    "site": ("site",),
    "search": ("search",),
    "course": ("store", "record", "progress", "note", "doorway"),
    "care": ("care",),
    "overview": ("overview",),
    "address": ("address",),
    "quiz": ("seen", "scoring", "question", *(type_ for type_ in TYPES if type_ not in APART)),
    "test": ("quiz",),
    "record": ("pasted", "pack", "transfer", "address", "record-page"),
    "letter": ("letter",),
    "offline-start": ("offline-start",),
    "offline": ("offline",),
    "assignment": ("pasted", "pack", "assignment", "ics", "items", "panel", "again"),
    "kaal": ("kaal",),
    "zaal": ("zaal",),
    "moved": ("moved",),
    "lost": ("lost",),
}
"""Served script → its sources in order; a question type's own stands in its folder."""
SHEETS = ("site", "home", "overview", "search", "quiz", "record", "handout", "letter", "offline", "assignment", "kaal", "zaal")
WORDS = {
    "course": ("page",),
    "care": ("page_care",),
    "overview": ("page_overview",),
    "address": ("page_address",),
    "record": ("page_record", "page_address"),
    "test": ("page_test",),
    "letter": ("page_letter",),
    "offline": ("page_copy",),
    "assignment": ("page_assignment", "page_items", "page_panel"),
    "kaal": ("page_kaal",),
    "zaal": ("page_zaal",),
}
"""Served script → the groups of words that it brings."""


def generate(root: Path, *, preview: bool = False) -> list[str]:
    """Writes what is stale under `root`; the names of what was written. Without the minifier bundles come out long, and stay stale.

    A `preview` leaves the list of ids alone: a question that is on its way to another bank is not gone.
    """
    written = []
    for name, text in texts(root).items():
        if not (preview and name == LEDGER) and not _holds(root / name, text):
            write_file(root / name, text)
            written.append(name)
    for name, source in bundles().items():
        if not is_fresh(root / name, source):
            write_file(root / name, bundle(source, Path(name).suffix))
            written.append(name)
    for name, picture in stale_icons(root).items():
        (root / name).write_bytes(picture)
        written.append(name)
    return written


def stale(root: Path, course: Course | None = None) -> list[str]:
    """The generated files under `root` that do not follow from their sources, or were changed by hand; `course` when it was read already."""
    wrong = [name for name, source in bundles().items() if not is_fresh(root / name, source)]
    return [name for name, text in texts(root, course).items() if not _holds(root / name, text)] + wrong + list(stale_icons(root))


def texts(root: Path, course: Course | None = None) -> dict[str, str]:
    """Path from the course's folder → what stands there, of the files that nothing shortens."""
    met: list[Problem] = []
    if course is None:
        course, met = read_course(root)
    made = {CATALOGUE: catalogue_script(course), TEXTS: texts_script(course), LEDGER: ledger_text(course, whole=not met)}
    return {**{name: schema_text(schema) for name, schema in SCHEMAS.items()}, NAMES: names_text(), **made}


def names_text() -> str:
    """The page frame cannot see which components and question types there are; this template tells it whose script and
    stylesheet to load."""
    listed = {"scripts": names_with("page.js"), "sheets": names_with("style.css"), "types": APART}
    sets = "".join(f"{{% set {kind} = {json.dumps(names)} %}}\n" for kind, names in listed.items())
    return f"{{#- make generate: the page components that bring a script, those that bring a stylesheet, and the question types that bring both. -#}}\n{sets}"


def stale_icons(root: Path) -> dict[str, bytes]:
    """The icons under `root` that do not show the mark, as they should be."""
    mark = root / MARK
    made = {name: icon(read_file(mark), size) for name, size in ICONS.items()} if mark.is_file() else {}
    return {name: picture for name, picture in made.items() if not same_picture(root / name, picture)}


def schema_text(schema: Callable[[], dict[str, Any]]) -> str:
    """A JSON Schema as a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def bundles() -> dict[str, str]:
    """Path from the course's folder → the sources of that bundle, put together; a question type in it brings its own words."""
    scripts = {name: script((*WORDS.get(name, ()), *(page_group(part) for part in parts if part in TYPES)), *map(_source, parts)) for name, parts in SCRIPTS.items()}
    scripts["course"] = f"{identity_script()}\n{scripts['course']}"
    scripts |= {name: _component_script(name) for name in names_with("page.js")}
    scripts |= {name: script([page_group(name)], _source(name)) for name in APART}
    sheets = {name: read_file(ASSETS / f"css/{name}.css") for name in SHEETS} | {name: _component_sheet(name) for name in names_with("style.css")}
    sheets |= {name: read_file(FOLDER / name / "style.css") for name in APART}
    served = {f"docs/assets/js/{name}.js": text for name, text in scripts.items()}
    return served | {f"docs/assets/css/{name}.css": text for name, text in sheets.items()}


def _component_script(name: str) -> str:
    """What the component needs of `assets/js/`, with the words of that, and its own script."""
    needs = components()[name].needs
    return script([page_group(part) for part in (*needs, name)], *map(_source, needs), COMPONENTS / name / "page.js")


def _component_sheet(name: str) -> str:
    """The stylesheets of what the component needs, and its own."""
    shared = [ASSETS / f"css/{part}.css" for part in components()[name].needs]
    return "".join(read_file(path) for path in (*shared, COMPONENTS / name / "style.css") if path.is_file())


def script(groups: Iterable[str], *sources: Path) -> str:
    """The words and sources of a served script."""
    said = [words_script(group) for group in dict.fromkeys(groups) if words().get(group)]
    return "\n".join(said + [read_file(path) for path in sources])


def bundle(source: str, kind: str) -> str:
    """What is served: a line that says where it comes from, and the source without what browsers do not need."""
    body = minified(source, kind)
    return _head(source, body or source, minified=bool(body)) + (body or source)


def minified(source: str, kind: str) -> str:
    """The source with short names and no comments; "" when the minifier is not installed."""
    try:
        import minify
    except ImportError:
        return ""
    return minify.string({".js": "application/javascript", ".css": "text/css"}[kind], source) + "\n"


def is_fresh(path: Path, source: str) -> bool:
    """Whether the bundle at `path` was made from `source`, minified, and not changed since."""
    head, line, body = read_file(path).partition("\n") if path.is_file() else ("", "", "")
    return head + line == _head(source, body, minified=True)


def words_script(group: str) -> str:
    """A statement that gives scripts the words of a group."""
    said = json.dumps(words()[group], ensure_ascii=False)
    return f"{{const W=globalThis.Werkwijzer??={{}};W.words={{...W.words,...{said}}};}}"


def identity_script() -> str:
    """A statement that tells scripts which course this is; in the script that every page with scripts loads first."""
    return f"(globalThis.Werkwijzer??={{}}).course={json.dumps(COURSE)};"


def _source(part: str) -> Path:
    return FOLDER / part / "page.js" if part in TYPES else ASSETS / f"js/{part}.js"


def _head(source: str, body: str, *, minified: bool) -> str:
    made = "" if minified else " long"
    return f"/* make generate{made} {_digest(source)} {_digest(body)} */\n"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and read_file(path) == text
