"""The text that people read, as plain paragraphs that know their place: of a page, of its front matter, of a bank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from werkwijzer.base.outline import Attributes, Closing, Directive, Heading, Outline, Row, Words
from werkwijzer.base.plain import dutch, plain
from werkwijzer.base.problems import CourseError, Place
from werkwijzer.base.source import Located, Page, Path_, read_yaml
from werkwijzer.base.syntax import LINK
from werkwijzer.course.kept import kept
from werkwijzer.course.read import Course, LoadedBank
from werkwijzer.course.references import SOURCES

TEXT_KEYS = frozenset({"title", "name", "text", "label", "help"})
NOT_SHOWN = frozenset({"liever-niet.yml"})

RUNNING = frozenset({"paragraph", "item"})
"""Kinds that hold running text; the others are heading, title (of a card), cell, data (front matter)."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item, cell or heading as it was written, with the Blocks that it stands in, outermost first."""

    file: str
    line: int
    kind: str
    raw: str
    blocks: tuple[str, ...] = ()
    section: str = ""
    id: str = ""
    lang: str = "nl"

    @cached_property
    def text(self) -> str:
        """As a reader sees it; line breaks stay where they are in the source."""
        return plain(self.raw)

    @cached_property
    def dutch(self) -> str:
        """Only what must be Dutch: no citations, no parts marked as another language, no code."""
        return dutch(_uncited(self.raw) if self.lang == "nl" else self.raw, self.lang)

    def place(self, text: str = "", offset: int = 0) -> Place:
        """The line of the character at `offset` in `text`."""
        return Place(self.file, self.line + text.count("\n", 0, offset))


def _uncited(raw: str) -> str:
    return LINK.sub(lambda match: "" if f"{SOURCES}.md#" in match["target"] else match[0], raw) if f"{SOURCES}.md#" in raw else raw


@kept
def page_passages(page: Page) -> list[Passage]:
    """The text of a page in order: headings, card titles, paragraphs, list items and cells."""
    return _Reader(page.file, page.offset).read(page.outline)


def meta_passages(page: Page) -> list[Passage]:
    """The title, the description and the goals in a page's front matter."""
    meta = page.meta.value
    paths: list[Path_] = [(key,) for key in ("title", "description") if isinstance(meta.get(key), str)]
    goals = meta.get("goals")
    paths += [
        ("goals", index, "text")
        for index, goal in enumerate(goals if isinstance(goals, list) else ())
        if isinstance(goal, dict) and "text" in goal
    ]
    return [Passage(page.file, page.meta.place(path).line, "data", str(value_at(page.meta, path))) for path in paths]


@kept
def bank_passages(loaded: LoadedBank) -> list[Passage]:
    """Every text of a bank's questions, feedback included."""
    found: list[Passage] = []
    for index, question in enumerate(loaded.bank.questions):
        for path, text in question.texts():
            line = loaded.source.text_line(("questions", index, *path))
            found += _Reader(loaded.source.file, line - 1).read(Outline(text))
    return found


@kept
def all_passages(course: Course) -> list[Passage]:
    """What authors wrote in their own words: every page, front matter included, and every bank; not the entries of the list of sources."""
    found: list[Passage] = []
    for page in course.pages:
        sources = page.file == f"docs/over/{SOURCES}.md"
        found += meta_passages(page)
        found += (passage for passage in page_passages(page) if not (sources and passage.id and passage.lang == "nl"))
    for loaded in course.banks.values():
        found += bank_passages(loaded)
    for located in data_files(course):
        found += (passage for _, passage in data_passages(located))
    return found


@kept
def data_files(course: Course) -> list[Located]:
    """The YAML files that tools, cases and scans show; one that cannot be read is left to the rules of its component."""
    found = []
    for path in sorted(path for path in (course.root / "data").rglob("*.yml") if path.name not in NOT_SHOWN):
        try:
            found.append(read_yaml(path, course.root))
        except CourseError:
            continue
    return found


def texts_of(located: Located) -> Iterator[tuple[str, Place]]:
    """Every string in a YAML tree, with the line where its text starts."""
    for path in located.lines:
        value = value_at(located, path)
        if isinstance(value, str):
            yield value, Place(located.file, located.text_line(path))


def data_passages(located: Located, path: Path_ = ()) -> Iterator[tuple[Path_, Passage]]:
    """Every text in a YAML tree with its path: values of more than one word, and single words under a key that names text."""
    value = value_at(located, path)
    if isinstance(value, dict):
        for key in value:
            yield from data_passages(located, (*path, key))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from data_passages(located, (*path, index))
    elif " " in value.strip() or (path and path[-1] in TEXT_KEYS):
        read = _Reader(located.file, located.text_line(path) - 1).read(Outline(value))
        yield from ((path, passage) for passage in read)


def value_at(located: Located, path: Path_) -> Any:
    """What stands at a path."""
    value = located.value
    for key in path:
        value = value[key]
    return value


class _Reader:
    """Goes through the parts of a Markdown text and keeps where it is: Blocks, section, the passage that a line may continue."""

    def __init__(self, file: str, offset: int):
        self.file, self.offset = file, offset
        self.found: list[Passage] = []
        self.blocks: list[Directive] = []
        self.section = ""
        self.continues = False

    def read(self, outline: Outline) -> list[Passage]:
        for part in outline.parts:
            match part:
                case Words():
                    self._words(part)
                case Heading():
                    self.section = part.anchor or part.text
                    self._add(part.line, "heading", part.text)
                case Row():
                    for cell in part.cells:
                        self._add(part.line, "cell", cell)
                case Directive():
                    self._open(part)
                case Closing():
                    while self.blocks and self.blocks.pop().slashes != part.slashes:
                        pass
                case Attributes() if self.found:
                    self.found[-1] = replace(self.found[-1], id=part.id, lang=part.lang or "nl")
            self.continues = isinstance(part, Words)
        return self.found

    def _open(self, block: Directive) -> None:
        self.blocks.append(block)
        if " " in block.argument:
            self._add(block.line, "title", block.argument)

    def _words(self, part: Words) -> None:
        if part.starts:
            self._add(part.line, "item", part.text)
        elif self.continues:
            self.found[-1] = replace(self.found[-1], raw=f"{self.found[-1].raw}\n{part.text}")
        else:
            self._add(part.line, "paragraph", part.text)

    def _add(self, line: int, kind: str, raw: str) -> None:
        names = tuple(block.name for block in self.blocks)
        self.found.append(Passage(self.file, line + self.offset, kind, raw, names, self.section))
