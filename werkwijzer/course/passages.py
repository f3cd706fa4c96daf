"""The text that people read, as plain paragraphs that know their place: of a page, of its front matter, of a bank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from typing import Any

from werkwijzer.base.outline import prose
from werkwijzer.base.problems import CourseError, Place
from werkwijzer.base.source import Located, Page, Path_, read_yaml
from werkwijzer.course.read import NOT_BANKS, Course, LoadedBank
from werkwijzer.course.references import SOURCES

_OPEN = re.compile(r"^\s*(/{3,})\s*([\w-]+)\s*(?:\|\s*(.*?))?\s*$")
_CLOSE = re.compile(r"^\s*(/{3,})\s*$")
_OPTION = re.compile(r"^\s{4,}[a-z]+:\s*\S")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^\s*(?:[*+-]|\d+\.|:)\s+")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"^[\s|:-]+$")
_ATTRIBUTES = re.compile(r"^\s*\{:?\s*([^}]*)\}\s*$")
_ID = re.compile(r"#([\w-]+)")
_LANG = re.compile(r"\blang=\"?(\w+)")

_NOT_TEXT = re.compile(
    r"<!--.*?-->|</?[a-zA-Z][^>]*>|<https?://[^>]*>|https?://\S+|(?<![\w@])[\w-]+(?:\.[\w-]+)*\.(?:nl|org|com|eu|cz)\b(?:/[\w/.-]*\w)?",
    re.S,
)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1", re.S)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_CITATION = re.compile(r"\[[^\]]*\]\([^)]*bronnen\.md#[^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_FOREIGN = re.compile(r"(?:(\*{1,2}|_)(?:(?!\1).)+?\1|\[[^\]]*\]\([^)]*\))\{:?[^}]*\blang=\"?(?!nl)\w+[^}]*\}", re.S)
_DUTCH = re.compile(r"(\*{1,2}|_)((?:(?!\1).)+?)\1\{:?[^}]*\blang=\"?nl\b[^}]*\}", re.S)
_SPAN_ATTRIBUTES = re.compile(r"\{:?\s*[#.a-z][^{}]*\}")
_GAP = re.compile(r"\{\{\s*([\w-]+)\s*\}\}")
_MARKS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")

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
        if self.lang != "nl":
            return "\n".join(plain(match[2]) for match in _DUTCH.finditer(self.raw))
        return plain(_CITATION.sub("", _FOREIGN.sub("", self.raw)), code="")

    def place(self, text: str = "", offset: int = 0) -> Place:
        """The line of the character at `offset` in `text`."""
        return Place(self.file, self.line + text.count("\n", 0, offset))


def plain(raw: str, *, code: str = "Code") -> str:
    """Markdown → the words in it; a piece of code becomes the word `Code`, a gap to fill in `Gat`: both may start a sentence."""
    text = _CODE.sub(code, _GAP.sub("Gat", raw))
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _SPAN_ATTRIBUTES.sub("", _NOT_TEXT.sub("", text))
    return unescape(_ESCAPE.sub(r"\1", _MARKS.sub("", text)))


def blank_code(text: str) -> str:
    """The text with its pieces of code as spaces, every line in its place."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def page_passages(page: Page) -> list[Passage]:
    """The text of a page in order: headings, card titles, paragraphs, list items and cells."""
    return _Reader(page.file, page.offset).read(page.text)


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


def bank_passages(loaded: LoadedBank) -> list[Passage]:
    """Every text of a bank's questions, feedback included."""
    found: list[Passage] = []
    for index, question in enumerate(loaded.bank.questions):
        for path, text in question.texts():
            line = loaded.source.text_line(("questions", index, *path))
            found += _Reader(loaded.source.file, line - 1).read(text)
    return found


def all_passages(course: Course) -> Iterator[Passage]:
    """What authors wrote in their own words: every page, front matter included, and every bank; not the entries of the list of sources."""
    for page in course.pages:
        sources = page.file == f"docs/over/{SOURCES}.md"
        yield from meta_passages(page)
        yield from (passage for passage in page_passages(page) if not (sources and passage.id and passage.lang == "nl"))
    for loaded in course.banks.values():
        yield from bank_passages(loaded)
    for located in data_files(course):
        yield from (passage for _, passage in data_passages(located))


def data_files(course: Course) -> Iterator[Located]:
    """The YAML files that tools, cases and scans show; one that cannot be read is left to the rules of its component."""
    folders = (course.root / "data", *(course.root / "quizzes" / name for name in NOT_BANKS))
    for path in sorted(path for folder in folders for path in folder.glob("*.yml") if path.name not in NOT_SHOWN):
        try:
            yield read_yaml(path, course.root)
        except CourseError:
            continue


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
        read = _Reader(located.file, located.text_line(path) - 1).read(value)
        yield from ((path, passage) for passage in read)


def value_at(located: Located, path: Path_) -> Any:
    """What stands at a path."""
    value = located.value
    for key in path:
        value = value[key]
    return value


class _Reader:
    """Reads a Markdown text line by line and keeps where it is: Blocks, section, the passage that a line may continue."""

    def __init__(self, file: str, offset: int):
        self.file, self.offset = file, offset
        self.found: list[Passage] = []
        self.blocks: list[tuple[int, str]] = []
        self.section = ""
        self.last = 0
        self.options = self.continues = False

    def read(self, text: str) -> list[Passage]:
        for number, line in prose(text):
            if number != self.last + 1:
                self.continues = False
            self.last = number
            self._line(number, line)
        return self.found

    def _line(self, number: int, line: str) -> None:
        options, self.options = self.options, False
        if match := _OPEN.match(line):
            self._open(number, match)
        elif match := _CLOSE.match(line):
            self._close(len(match[1]))
        elif options and _OPTION.match(line):
            self.options = True
        elif match := _ATTRIBUTES.match(line):
            self._attributes(match[1])
        elif not line.strip():
            self.continues = False
        else:
            self._text(number, line)

    def _open(self, number: int, match: re.Match) -> None:
        self.blocks.append((len(match[1]), match[2].lower()))
        self.continues, self.options = False, True
        if match[3] and " " in match[3]:
            self._add(number, "title", match[3])
            self.continues = False

    def _close(self, slashes: int) -> None:
        self.continues = False
        while self.blocks and self.blocks.pop()[0] != slashes:
            pass

    def _attributes(self, text: str) -> None:
        if self.found:
            id_, lang = _ID.search(text), _LANG.search(text)
            self.found[-1] = replace(self.found[-1], id=id_[1] if id_ else "", lang=lang[1] if lang else "nl")
        self.continues = False

    def _text(self, number: int, line: str) -> None:
        if match := _HEADING.match(line):
            anchor = _ID.search(match[1].rpartition("{")[2])
            self.section = anchor[1] if anchor else match[1]
            self._add(number, "heading", match[1].partition(" {")[0])
            self.continues = False
        elif match := _ROW.match(line):
            for cell in match[1].split("|") if not _RULE.match(line) else ():
                self._add(number, "cell", cell.strip())
            self.continues = False
        elif match := _ITEM.match(line):
            self._add(number, "item", line[match.end() :])
        elif self.continues:
            self.found[-1] = replace(self.found[-1], raw=f"{self.found[-1].raw}\n{line.strip()}")
        else:
            self._add(number, "paragraph", line.strip())

    def _add(self, number: int, kind: str, raw: str) -> None:
        names = tuple(name for _, name in self.blocks)
        self.found.append(Passage(self.file, number + self.offset, kind, raw, names, self.section))
        self.continues = True
