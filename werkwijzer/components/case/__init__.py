"""`/// case | id`: a case that branches. Choices move trust, goal and safety and set flags; together they decide how it ends.

`model.py` says what a case is, `routes.py` which ways lead through it, `flaws.py` and `flags.py` what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import Located, Page, read_yaml
from werkwijzer.components import Component, Use
from werkwijzer.components.case.flaws import flaws
from werkwijzer.components.case.model import END, METERS, Case, Choice, Ending, Step
from werkwijzer.components.case.routes import Route, ending_of, flags_of, routes
from werkwijzer.components.catalogue import listing
from werkwijzer.components.data import check_folder
from werkwijzer.components.reread import check_references, links
from werkwijzer.course.library import Library
from werkwijzer.course.parse import parse
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import render

__all__ = [
    "COMPONENT",
    "END",
    "FOLDER",
    "METERS",
    "Case",
    "Choice",
    "CourseError",
    "Ending",
    "Route",
    "Step",
    "case_ids",
    "ending_of",
    "flags_of",
    "flaws",
    "read_case",
    "routes",
]

FOLDER = "data/case"


def case_ids(root: Path) -> list[str]:
    """The cases under `root`, by file name."""
    return sorted(path.stem for path in (root / FOLDER).glob("*.yml"))


def read_case(root: Path, id_: str) -> tuple[Case, Located]:
    """One case and the lines it came from. Raises CourseError with everything that is wrong with its shape."""
    located = read_yaml(root / FOLDER / f"{id_}.yml", root)
    return parse(located, Case), located


def check(course: Course) -> Iterator[Problem]:
    yield from check_folder(course, FOLDER, Case, flaws, _check_rest)


def _check_rest(course: Course, case: Case, located: Located) -> Iterator[Problem]:
    file = located.file.rpartition("/")[2]
    if file != f"{case.id}.yml":
        yield Problem(located.place(("id",)), f'de casus heet "{case.id}" en het bestand {file}', "Geef ze dezelfde naam.")
    if course.lacks_chapter(case.chapter):
        yield Problem(located.place(("chapter",)), f'geen hoofdstuk met id "{case.chapter}"', "Neem het id van een hoofdstuk.")
    for index, ending in enumerate(case.endings):
        yield from check_references(course, ending.reread, located, ("endings", index, "reread"))


def items(course: Course) -> Iterator[tuple[str, Place]]:
    """Each case by the name of its file, which is what a page calls it by."""
    yield from ((id_, Place(f"{FOLDER}/{id_}.yml", 1)) for id_ in case_ids(course.root))


def _check_references(course: Course, case: Case, located: Located) -> Iterator[Problem]:
    if course.lacks_chapter(case.chapter):
        yield Problem(located.place(("chapter",)), f'geen hoofdstuk met id "{case.chapter}"', "Neem het id van een hoofdstuk.")
    for index, ending in enumerate(case.endings):
        yield from check_references(course, ending.reread, located, ("endings", index, "reread"))


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if argument not in case_ids(course.root):
        yield f"casus {FOLDER}/{argument}.yml bestaat niet", "Achter | hoort het id van een casus."


def html(use: Use) -> str:
    """The whole case, for a page one folder deep."""
    case = use.library.data(f"{FOLDER}/{use.argument}.yml", Case)
    course = use.library.course()
    return case_html(case, {ending.id: links(course, ending.reread) for ending in case.endings})


def case_html(case: Case, reread: dict[str, list]) -> str:
    """A case as a page element; `reread`: ending → the links to read again."""
    return environment().get_template("components/case/web.html.j2").render(case=case, meters=METERS, reread=reread)


def paper(use: Use) -> str:
    """The case as a game book: each choice leads to what comes of it, and from there onwards."""
    case = use.library.data(f"{FOLDER}/{use.argument}.yml", Case)
    reread = {ending.id: links(use.library.course(), ending.reread) for ending in case.endings}
    return render("components/case/paper", case=case, reread=reread)


def assigned(course: Course) -> Iterator[dict[str, Any]]:
    yield from (about for about, _ in listing(course, "case", FOLDER, minutes=10))


def played(library: Library, argument: str) -> tuple[str, str, dict[str, str]]:
    case = library.data(f"{FOLDER}/{argument}.yml", Case)
    return case.id, case.title, {ending.id: ending.title for ending in case.endings}


COMPONENT = Component(
    "case",
    html,
    paper,
    argument=True,
    searched=False,
    played=played,
    check=check,
    target=target,
    items=items,
    noun="casus",
    model=Case,
    kind="casus",
    assigned=assigned,
)
