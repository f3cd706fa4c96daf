"""Rules for links, in every form that the engine takes: to a file, to a heading or part of a page, by reference; and pictures that stay home."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from posixpath import basename, dirname, join, normpath, relpath
from urllib.parse import unquote

from werkwijzer.base.code import blank_code
from werkwijzer.base.outline import Directive, links_in
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import Page
from werkwijzer.components import Component, Use, by_block
from werkwijzer.course.library import Library
from werkwijzer.course.moved import read_moves
from werkwijzer.course.passages import data_files, texts_of
from werkwijzer.course.read import Course
from werkwijzer.course.references import is_reference

_EXTERNAL = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.I)
_HTML_ID = re.compile(r'\bid="([^"]+)"')
FOLDERS = ("gereedschap", "trainers", "casussen", "over")
"""Where pages stand that show data: a link in data is written for a page one folder deep."""


@dataclass(frozen=True)
class Link:
    """What a link or picture points to, from a page in `folder`."""

    target: str
    place: Place
    folders: tuple[str, ...]
    own: str = ""
    picture: bool = False


def check(course: Course) -> Iterator[Problem]:
    known = _Anchors(course)
    for page in course.pages:
        yield from check_references(page)
        for link in page_links(page):
            yield from check_link(course, known, link)
    for link in data_links(course):
        yield from check_link(course, known, link)


def page_links(page: Page) -> Iterator[Link]:
    """Every link and picture on a page."""
    folder = (dirname(page.file),)
    for link in page.outline.links:
        yield Link(link.target, page.place(link.line), folder, page.file, link.picture)


def data_links(course: Course) -> Iterator[Link]:
    """Every link in a bank, a case, a scan or the data of a tool."""
    for loaded in course.banks.values():
        page = f"docs/{loaded.key}.md"
        yield from _in_yaml(texts_of(loaded.source), (dirname(page),), page)
    for located in data_files(course):
        yield from _in_yaml(texts_of(located), tuple(f"docs/{name}" for name in FOLDERS))


def _in_yaml(texts: Iterator[tuple[str, Place]], folders: tuple[str, ...], own: str = "") -> Iterator[Link]:
    for text, place in texts:
        for link in links_in(blank_code(text)):
            yield Link(link.target, Place(place.file, place.line + link.line - 1), folders, own, link.picture)


def check_references(page: Page) -> Iterator[Problem]:
    """`[words][name]` needs a line `[name]: target` somewhere on the page, or it prints as it is."""
    for link in page.outline.named_links:
        if link.key not in page.outline.names:
            yield Problem(
                page.place(link.line),
                f"link [{link.text}][{link.name}] verwijst naar niets",
                f"Zet onder aan de pagina een regel `[{link.name or link.text}]: pad.md`, of schrijf [{link.text}](pad.md).",
            )


def check_link(course: Course, known: _Anchors, link: Link) -> Iterator[Problem]:
    if _EXTERNAL.match(link.target):
        if link.picture and not link.target.startswith("data:"):
            yield Problem(
                link.place,
                "een afbeelding van een ander adres",
                "Zet het bestand in docs/assets en verwijs daarnaar; elke lezer zou haar anders daar ophalen.",
            )
        return
    path, _, anchor = link.target.partition("#")
    path, anchor = unquote(path.partition("?")[0]), unquote(anchor)
    file = found(course, link, path) if path else link.own
    if file is None and link.picture:
        yield Problem(
            link.place, f"afbeelding {path} is er niet", "Zet het bestand in docs/assets, en schrijf het pad ernaartoe vanaf deze pagina."
        )
    elif file is None:
        yield Problem(link.place, f"link naar {path} leidt nergens heen", _remedy(course, link, path))
    elif anchor and file.endswith(".md") and not is_reference(link.target) and not {anchor, UNKNOWN} & known.of(file):
        close = get_close_matches(anchor, known.of(file), n=1)
        yield Problem(
            link.place,
            f'"#{anchor}" staat niet op {file}',
            f'Bedoelde je "#{close[0]}"?' if close else "Neem het id van een kop op die pagina: `## Kop { #dit-id }`.",
        )


def found(course: Course, link: Link, path: str) -> str | None:
    """The file of the course that a path leads to, or None."""
    if path.startswith("/"):
        return None
    files = (normpath(join(folder, path)) for folder in link.folders)
    return next((file for file in files if file.startswith("docs/") and (course.root / file).is_file()), None)


def _remedy(course: Course, link: Link, path: str) -> str:
    folder = link.folders[0]
    wanted = normpath(join(folder, path.lstrip("/") if not path.startswith("/") else relpath("docs" + path, folder)))
    names = [page.file for page in course.pages]
    if (now := moved_to(course, wanted)) in names:
        return f"Die pagina is verhuisd: schrijf {relpath(now, folder)}."
    tried = [wanted, f"{wanted}.md", f"{wanted}/index.md", f"{wanted.removesuffix('.html')}.md"]
    beside = {basename(name): name for name in names if dirname(name) == dirname(wanted)}
    near = get_close_matches(f"{basename(wanted).removesuffix('.md')}.md", beside, n=1, cutoff=0.75)
    close = [name for name in tried if name in names] or [beside[name] for name in near]
    start = "deze pagina" if link.place.file.endswith(".md") else "de pagina waar deze tekst komt"
    return f"Bedoelde je {relpath(close[0], folder)}?" if close else f"Schrijf het pad vanaf {start}, met .md erachter."


def moved_to(course: Course, file: str) -> str:
    """Where a page that was at `file` stands now by `data/verhuisd.yml`; empty when it tells nothing."""
    try:
        found = read_moves(course.root)
    except CourseError:
        return ""
    return next((f"docs/{move.new}" for move in found[0].moved if f"docs/{move.old}" == file), "") if found else ""


UNKNOWN = "?"
"""Stands among the ids of a page on which something cannot be shown: then nobody knows which ids it has."""


class _Anchors:
    """The ids on each page of the course: those that authors gave, and those that a Block brings."""

    def __init__(self, course: Course):
        self.course = course
        self.pages = {page.file: page for page in course.pages}
        self.of = cache(self._of)

    def _of(self, file: str) -> frozenset[str]:
        page = self.pages.get(file)
        if page is None:
            return frozenset()
        return frozenset({*page.outline.ids, *self._of_blocks(page)})

    def _of_blocks(self, page: Page) -> Iterator[str]:
        for one in page.outline.directives:
            if one.name in by_block():
                yield from self._of_component(by_block()[one.name], one)

    def _of_component(self, component: Component, block: Directive) -> Iterable[str]:
        try:
            if component.ids:
                return component.ids(self.course, block.argument)
            return _HTML_ID.findall(component.html(Use(Library(self.course.root, self.course), block.argument, block.name)))
        except (CourseError, LookupError, StopIteration, ValueError, AttributeError):
            return [UNKNOWN]
