"""Files that follow from others and are kept in the repository, because no engine may have to make them during a build:
the JSON Schema of banks, icons, and the scripts and stylesheets that pages load, each bundled from small sources.

A bundle's first line holds a digest of its sources and one of itself. So anyone can see whether it is fresh and untouched
(`stale`), and only who changes a source needs the minifier (tdewolff-minify, requirements-generate.txt).
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from werkwijzer.bank import bank_schema
from werkwijzer.icons import icon, same_picture
from werkwijzer.questions import FOLDER, TYPES
from werkwijzer.words import words

SCHEMA = "quizzes/schema/bank.schema.json"
MARK = "docs/assets/images/favicon.svg"
ICONS = {f"docs/assets/images/icon-{size}.png": size for size in (192, 512)}
ASSETS = Path(__file__).parent / "assets"
SCRIPTS = {
    "site": ("site",),
    "search": ("search",),
    "course": ("store", "record", "progress", "note"),
    "overview": ("overview",),
    "quiz": ("scoring", "question", *TYPES, "quiz"),
    "record": ("transfer", "record-page"),
    "offline-start": ("offline-start",),
    "offline": ("offline",),
}
"""Served script → its sources in order; a question type's own stands in its folder."""
SHEETS = ("site", "home", "overview", "search", "quiz", "record", "offline")
WORDS = {"course": "page", "overview": "page_overview", "record": "page_record", "offline": "page_copy"}
"""Served script → the group of words that it brings."""


def generate(root: Path) -> list[str]:
    """Writes what is stale under `root`; the names of what was written. Without the minifier bundles come out long, and stay stale."""
    schema = root / SCHEMA
    written = []
    if not _holds(schema, schema_text()):
        _write(schema, schema_text())
        written.append(SCHEMA)
    for name, source in bundles().items():
        if not is_fresh(root / name, source):
            _write(root / name, bundle(source, Path(name).suffix))
            written.append(name)
    for name, picture in stale_icons(root).items():
        (root / name).write_bytes(picture)
        written.append(name)
    return written


def stale(root: Path) -> list[str]:
    """The generated files under `root` that do not follow from their sources, or were changed by hand."""
    wrong = [name for name, source in bundles().items() if not is_fresh(root / name, source)]
    wrong += stale_icons(root)
    return wrong if _holds(root / SCHEMA, schema_text()) else [SCHEMA, *wrong]


def stale_icons(root: Path) -> dict[str, bytes]:
    """The icons under `root` that do not show the mark, as they should be."""
    mark = root / MARK
    made = {name: icon(mark.read_text("utf-8"), size) for name, size in ICONS.items()} if mark.is_file() else {}
    return {name: picture for name, picture in made.items() if not same_picture(root / name, picture)}


def schema_text() -> str:
    return json.dumps(bank_schema(), ensure_ascii=False, indent=2) + "\n"


def bundles() -> dict[str, str]:
    """Path from the course's folder → the sources of that bundle, put together."""
    scripts = {f"docs/assets/js/{name}.js": script(name) for name in SCRIPTS}
    return scripts | {f"docs/assets/css/{name}.css": (ASSETS / f"css/{name}.css").read_text("utf-8") for name in SHEETS}


def script(name: str) -> str:
    """The words and sources of a served script."""
    parts = [words_script(WORDS[name])] if name in WORDS else []
    return "\n".join(parts + [_source(part).read_text("utf-8") for part in SCRIPTS[name]])


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
    head, line, body = path.read_text("utf-8").partition("\n") if path.is_file() else ("", "", "")
    return head + line == _head(source, body, minified=True)


def words_script(group: str) -> str:
    """A statement that gives scripts the words of a group."""
    said = json.dumps(words()[group], ensure_ascii=False)
    return f"{{const W=globalThis.Werkwijzer??={{}};W.words={{...W.words,...{said}}};}}"


def _source(part: str) -> Path:
    return FOLDER / part / "page.js" if part in TYPES else ASSETS / f"js/{part}.js"


def _head(source: str, body: str, *, minified: bool) -> str:
    made = "" if minified else " long"
    return f"/* make generate{made} {_digest(source)} {_digest(body)} */\n"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text
