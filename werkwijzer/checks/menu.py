"""Rules for what a reader must be able to reach: each page stands in the menu, each case, form or guide on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from werkwijzer.base.problems import Place, Problem
from werkwijzer.base.source import read_text
from werkwijzer.components import components
from werkwijzer.course.read import Course

CONFIG = "mkdocs.yml"
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def check(course: Course) -> Iterator[Problem]:
    yield from check_menu(course)
    yield from check_shown(course)


def check_menu(course: Course) -> Iterator[Problem]:
    """Every page in the menu of `mkdocs.yml`, and every entry a page; a course without `nav` leaves that to its generator."""
    if not (course.root / CONFIG).is_file():
        return
    try:
        config = yaml.compose(read_text(course.root / CONFIG, course.root), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        yield Problem(
            Place(CONFIG, line), "dit is geen geldige YAML", "Controleer inspringen en aanhalingstekens op deze regel en de regel erboven."
        )
        return
    entries = dict(_entries(_part(config, "nav")))
    pages = {page.file.removeprefix("docs/"): page for page in course.pages}
    for name, line in entries.items():
        if name.endswith(".md") and not (course.root / "docs" / name).is_file():
            yield Problem(
                Place(CONFIG, line), f"in het menu staat {name}, en die pagina is er niet", "Klopt het pad? Anders haal je de regel weg."
            )
    for name, page in pages.items():
        if entries and name not in entries:
            yield Problem(Place(page.file), "deze pagina staat niet in het menu", f"Zet in {CONFIG} onder `nav`: `- {name}`.")


def _part(node: Any, key: str) -> Any:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _entries(node: Any) -> Iterator[tuple[str, int]]:
    """Every path in the menu, with its line."""
    if isinstance(node, yaml.ScalarNode):
        yield node.value, node.start_mark.line + 1
    for part in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _entries(part)
    for _, part in node.value if isinstance(node, yaml.MappingNode) else ():
        yield from _entries(part)


def check_shown(course: Course) -> Iterator[Problem]:
    """What authors make for a component must stand on a page, or nobody finds it."""
    placed = {(one.name, one.argument) for page in course.pages for one in page.outline.directives}
    for component in components().values():
        for id_, place in component.items(course):
            name = component.names[0]
            if (name, id_) not in placed:
                yield Problem(
                    place, f"{component.noun} “{id_}” staat op geen pagina", f"Zet op een pagina: `/// {name} | {id_}` en daaronder `///`."
                )
