"""Page components: a Block `/// name | argument` that is made from the course or its data. Each is one folder:

    __init__.py    COMPONENT, and what it needs: models of its data, rules, the values that its template wants
    web.html.j2    one `<ww-NAME class="ww-NAME" …>`, complete without JavaScript
    page.js        optional: behaviour; becomes docs/assets/js/NAME.js, loaded only where the element stands
    style.css      optional: becomes docs/assets/css/NAME.css, loaded likewise
    words.yml      optional: `html:` (for the template, as words.NAME) and `page:` (for the script)

`/// name` without an argument, unless the component asks for one. Links in a template are written for the folder that the
component's pages stand in. Adding a component touches nothing else; `make generate` makes what pages load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path

from werkwijzer.base.outline import directives
from werkwijzer.base.problems import Place, Problem
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Component:
    """A Block of ours.

    `html(library, argument)` gives one well-formed element `<ww-NAME …>`; it may raise CourseError.
    `argument` tells whether something must stand behind `|`, `written` whether authors write it as a Block at all.
    `needs` are scripts of `assets/js/` that go before its own, with their words (group `page_…` of that name) and, if there is
    one, the stylesheet of that name.
    `kept(library, argument)` gives the note that it keeps in the record, what readers call it and where on its page it stands
    ("" or #anchor), or None.
    `played(library, argument)` tells of what the record keeps under the component's own name: id, title and the titles of its
    endings by id; or None.
    `items(course)` gives the ids of what it can show and where each stands in its data, `noun` what an author calls one of those:
    every one must stand on a page.
    `check(course)` yields what is wrong with the component's own data; `target(course, argument)` what is wrong with an
    argument, as (cause, remedy).
    """

    name: str
    html: Callable[[Library, str], str]
    argument: bool = False
    needs: tuple[str, ...] = ()
    kept: Callable[[Library, str], tuple[str, str, str] | None] = lambda library, argument: None
    played: Callable[[Library, str], tuple[str, str, dict[str, str]] | None] = lambda library, argument: None
    check: Callable[[Course], Iterable[Problem]] = lambda course: ()
    target: Callable[[Course, str], Iterable[tuple[str, str]]] = field(default=lambda course, argument: ())
    written: bool = True
    items: Callable[[Course], Iterable[tuple[str, Place]]] = field(default=lambda course: ())
    noun: str = ""


@cache
def components() -> dict[str, Component]:
    """Name → component, in order of name."""
    return {name: import_module(f"{__name__}.{name}").COMPONENT for name in names()}


def made(library: Library) -> list[tuple[str, str, str]]:
    """Note, name and address (from `docs/`) of everything that readers make with components on the pages of the course."""
    found = [(components()[name].kept(library, argument), address) for name, argument, address in _used(library)]
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
    """Every case and scan on the pages of the course, with addresses from `docs/`."""
    found = [(name, components()[name].played(library, argument), address) for name, argument, address in _used(library)]
    return [Played(name, *told, address) for name, told, address in found if told]


def _used(library: Library) -> list[tuple[str, str, str]]:
    """Name, argument and page (from `docs/`) of every component that stands on a page."""
    return [
        (one.name, one.argument, page.file.removeprefix("docs/"))
        for page in library.course().pages
        for one in directives(page.text)
        if one.name in names()
    ]


@cache
def names() -> tuple[str, ...]:
    """The folders of components."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/__init__.py")))


def names_with(file: str) -> tuple[str, ...]:
    """The components that have a file of that name."""
    return tuple(name for name in names() if (FOLDER / name / file).is_file())
