"""Page components: everything that a page can hold beside its text. Each is one folder, and the folder says all there is to know:

    __init__.py    COMPONENT, and what it needs: models of its data, rules, the values that its template wants
    web.html.j2    its element, complete without JavaScript; links are written for the folder that its pages stand in
    page.js        optional: behaviour; becomes docs/assets/js/NAME.js, loaded only where its element stands
    style.css      optional: becomes docs/assets/css/NAME.css, loaded likewise
    words.yml      optional: `html:` (for the template, as words.NAME), `page:` (for the script), `nouns:` (what an author calls an
                   item of the lists in its data)

In a component that `takes_text` the template marks
where the text goes with `slot="text"`, and with `slot="argument"` where Markdown may stand in what is written behind `|`.

Adding a component touches nothing else; `make generate` makes what pages load. Where further ones may stand: `base/parts.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal
from xml.etree.ElementTree import Element

from pydantic import BaseModel

from werkwijzer.base.files import read_file
from werkwijzer.base.parts import demand, part_folders, shelves
from werkwijzer.base.problems import Place, Problem
from werkwijzer.base.source import Page
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course

__path__ = [str(shelf) for shelf in shelves(__name__.rpartition(".")[2])]

FOLDERS = part_folders("components")


@dataclass(frozen=True)
class Use:
    """One Block on a page: under which name it was written, what stands behind `|`, its options, and which questions stand on the
    page so far (a component that shows questions adds them)."""

    library: Library
    argument: str = ""
    block: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)


HTML = Callable[[Use], str]
Medium = Literal["page", "paper", "book"]
Options = Mapping[str, tuple[str, ...] | type[bool]]


@dataclass(frozen=True)
class Component:
    """One kind of page part.

    As an author writes it:
    `blocks` are the names of its Blocks: its own name when None, none when the page itself puts it there.
    `argument` says whether something must stand behind `|` (True), may (None) or must not (False).
    `options` gives the values of each option, the first being what it is when nobody says; `bool` is true or false, false by itself.
    `takes_text` tells whether it shows the text that stands in it.

    As a reader sees it:
    `html(use)` gives one well-formed element `<element …>`; it may raise CourseError. `paper` and `book` do so for print and for
    the e-book, where they differ: `paper` from `html`, `book` from `paper`. No HTML at all leaves no trace.
    `draws` tells that its argument is a drawing of `docs/assets/figuren`, which gets the colours of print on paper.
    `searched` tells whether the search reads anything of it; where not, its HTML has `data-search-exclude` as well, for engines without
    our hooks. With that mark alone, its headings are still found.
    `ids(course, argument)` gives the ids that one can link to; read from its HTML when None.
    `finish(library, root)` says what to add when all of a page stands, as (element, HTML for its end): on pages that hold the
    component, and on every page when it is no Block.

    What pages load:
    `page.js` imports the bundles that it needs; `scripts` and `sheets` are those that it needs without importing from them. `joins` is
    the bundle that takes its script in: pages that load that one load its own no more. `marker` is what in the HTML of a page asks
    for all of these: `<element ` unless it says otherwise.

    What the record keeps:
    `kept(library, argument)` gives the note that it keeps in the record, what readers call it and where on its page it stands
    ("" or #anchor), or None.
    `played(library, argument)` tells of what the record keeps under the component's own name: id, title and the titles of its
    endings by id; or None.

    Its data:
    `items(course)` gives the ids of what it can show and where each stands in its data, `noun` what an author calls one of those:
    every one must stand on a page. `model` is that of their files when editors help to write those: see `quizzes/schema/`.
    `check(course)` yields what is wrong with the component's own data, or with how it stands on pages; `target(course, argument,
    page)` what is wrong with an argument, as (cause, remedy).
    `files(course)` gives what scripts must know of it on any page: path from the course's folder → text.
    `kind` is what an assignment calls one, `assigned(course)` what each is for the catalogue: see `catalogue.py`.
    `remeasures(course, argument)` gives the keys of banks whose twins it asks.
    """

    name: str
    html: HTML
    paper: HTML | None = None
    book: HTML | None = None
    element: str = ""
    blocks: tuple[str, ...] | None = None
    argument: bool | None = False
    options: Options = field(default_factory=dict)
    takes_text: bool = False
    draws: bool = False
    searched: bool = True
    ids: Callable[[Course, str], Iterable[str]] | None = None
    finish: Callable[[Library, Element], Iterable[tuple[Element, str]]] | None = None
    scripts: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    joins: str = ""
    marker: str = ""
    kept: Callable[[Library, str], tuple[str, str, str] | None] = lambda library, argument: None
    played: Callable[[Library, str], tuple[str, str, dict[str, str]] | None] = lambda library, argument: None
    items: Callable[[Course], Iterable[tuple[str, Place]]] = lambda course: ()
    noun: str = ""
    model: type[BaseModel] | None = None
    check: Callable[[Course], Iterable[Problem]] = lambda course: ()
    target: Callable[[Course, str, Page], Iterable[tuple[str, str]]] = lambda course, argument, page: ()
    files: Callable[[Course], Mapping[str, str]] = lambda course: {}
    kind: str = ""
    assigned: Callable[[Course], Iterable[dict[str, Any]]] = lambda course: ()
    remeasures: Callable[[Course, str], Iterable[str]] = lambda course, argument: ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "element", self.element or f"ww-{self.name}")
        object.__setattr__(self, "marker", self.marker or f"<{self.element} ")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its Blocks."""
        return (self.name,) if self.blocks is None else self.blocks

    @property
    def defaults(self) -> dict[str, Any]:
        """Option → what it is when nobody says."""
        return {name: False if values is bool else values[0] for name, values in self.options.items()}

    @property
    def values(self) -> dict[str, tuple[str, ...]]:
        """Option → what an author may write behind it."""
        return {name: ("true", "false") if values is bool else values for name, values in self.options.items()}

    @property
    def is_answer(self) -> bool:
        """Whether its HTML follows from its name, the argument and the course alone."""
        return not (self.options or self.takes_text) and len(self.names) < 2

    def html_in(self, medium: Medium) -> HTML:
        """What makes its HTML there."""
        on_paper = self.paper or self.html
        return {"page": self.html, "paper": on_paper, "book": self.book or on_paper}[medium]


def on_screen_only(use: Use) -> str:
    """In a book: takes its heading along with it, see `export/still.py`."""
    return '<div class="b-screen-only"></div>'


def nothing(use: Use) -> str:
    """Leaves no trace."""
    return ""


@cache
def components() -> dict[str, Component]:
    """Name → component, in order of name."""
    return {name: _component(name) for name in FOLDERS}


def _component(name: str) -> Component:
    folder = FOLDERS[name]
    demand(folder, {"__init__.py": (folder / "__init__.py").is_file()})
    found: Any = getattr(import_module(f"{__name__}.{name}"), "COMPONENT", None)
    demand(folder, {"COMPONENT in __init__.py": isinstance(found, Component)})
    assert isinstance(found, Component)
    demand(folder, {f'de naam "{name}" in COMPONENT': found.name == name})
    demand(folder, {f"customElements.define('{found.element}', …) in page.js": _defines(folder / "page.js", found.element)})
    return found


def _defines(script: Path, element: str) -> bool:
    return not script.is_file() or bool(re.search(rf"""define\(["']{element}["']""", read_file(script)))


@cache
def by_block() -> dict[str, Component]:
    """Name of a Block → the component that it is."""
    return {block: one for one in components().values() for block in one.names}


def made(library: Library) -> list[tuple[str, str, str]]:
    """Note, name and address (from `docs/`) of everything that readers make with components on the pages of the course."""
    found = [(one.kept(library, argument), address) for one, argument, address in _used(library)]
    return [(kept[0], kept[1], address + kept[2]) for kept, address in found if kept]


@dataclass(frozen=True)
class Played:
    """Something to go through on a page of the course: the kind and id it is kept under, and what to call it and its endings."""

    kind: str
    id: str
    title: str
    endings: dict[str, str]
    href: str


def played(library: Library) -> list[Played]:
    """Everything on the pages of the course that one goes through, with addresses from `docs/`."""
    found = [(one.name, one.played(library, argument), address) for one, argument, address in _used(library)]
    return [Played(name, *told, address) for name, told, address in found if told]


def _used(library: Library) -> list[tuple[Component, str, str]]:
    """Component, argument and page (from `docs/`) of every Block that stands on a page."""
    return [
        (by_block()[one.name], one.argument, page.file.removeprefix("docs/"))
        for page in library.course().pages
        for one in page.outline.directives
        if one.name in by_block()
    ]


def names_with(file: str) -> tuple[str, ...]:
    """The components that have a file of that name."""
    return tuple(name for name, folder in FOLDERS.items() if (folder / file).is_file())
