"""Files → plain values that know their line.

YAML is read strictly: every scalar stays the text that the author typed (no `no` → False, `1:30` → 90),
double keys, anchors and tags are refused, depth and size are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from werkwijzer.files import text_of
from werkwijzer.problems import CourseError, Place, Problem, relative

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.S | re.M)

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Located:
    """A tree of dicts, lists and strings, for each path in it the line where it stands, and the paths whose text is a block (`|`)."""

    file: str
    value: Any
    lines: Mapping[Path_, int]
    blocks: Set[Path_] = frozenset()

    def place(self, path: Path_ = ()) -> Place:
        """The line of `path`, or of the nearest part above it that exists."""
        while path not in self.lines and path:
            path = path[:-1]
        return Place(self.file, self.lines.get(path, 0))

    def text_line(self, path: Path_) -> int:
        """The line on which the text at `path` itself starts: for a block that is the one below its key."""
        return self.place(path).line + (path in self.blocks)


@dataclass(frozen=True)
class Page:
    """A Markdown file: its front matter and the text below it; `offset` lines stand above the text."""

    file: str
    meta: Located
    text: str
    offset: int


def read_text(path: Path, root: Path) -> str:
    """The file's text. Raises CourseError when it is missing, too large or not UTF-8."""
    place = Place(relative(path, root))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CourseError([Problem(place, f"kan niet gelezen worden ({error.strerror})", "Bestaat het bestand, en mag je het lezen?")]) from None
    if len(data) > MAX_BYTES:
        raise CourseError([Problem(place, f"is {len(data) / 1e6:.1f} MB; meer dan 1 MB lezen we niet", "Splits het bestand, of haal weg wat er niet hoort.")])
    try:
        return text_of(data)
    except UnicodeDecodeError as error:
        line = text_of(data[: error.start]).count("\n") + 1
        raise CourseError([Problem(Place(place.file, line), "is geen UTF-8", "Bewaar het bestand opnieuw als UTF-8.")]) from None


def read_yaml(path: Path, root: Path) -> Located:
    """The YAML file at `path`. Raises CourseError with the line of what cannot be read."""
    return parse_yaml(read_text(path, root), relative(path, root))


def read_page(path: Path, root: Path) -> Page:
    """The Markdown file at `path`, front matter apart."""
    text, file = read_text(path, root), relative(path, root)
    match = FRONT_MATTER.match(text)
    if not match:
        return Page(file, Located(file, {}, {(): 1}), text, 0)
    meta = parse_yaml(match[1], file, offset=1) if match[1].strip() else Located(file, {}, {(): 1})
    return Page(file, meta, text[match.end() :], text[: match.end()].count("\n"))


def parse_yaml(text: str, file: str, offset: int = 0) -> Located:
    """`text` as a tree with lines; `offset` is added to each line number."""
    try:
        return _Builder(text, file, offset).build()
    except yaml.MarkedYAMLError as error:
        raise CourseError([_yaml_problem(error, text, file, offset)]) from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1 + offset
        raise CourseError([Problem(Place(file, line), "hier staat een teken dat in YAML niet mag", "Haal het onzichtbare stuurteken weg.")]) from None


class _Builder:
    """Builds the tree from YAML events in one pass, so that nothing is expanded before it is refused."""

    def __init__(self, text: str, file: str, offset: int):
        self.events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        self.file, self.offset = file, offset
        self.lines: dict[Path_, int] = {}
        self.blocks: set[Path_] = set()

    def build(self) -> Located:
        event = self._next_content()
        if isinstance(event, yaml.StreamEndEvent):
            raise self._error(0, "is leeg", "Vul het bestand, of gooi het weg.")
        value = self._value(event, ())
        after = self._next_content()
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._error(self._line(after), "hier begint een tweede document", "Haal de regel `---` weg: één bestand is één document.")
        return Located(self.file, value, self.lines, self.blocks)

    def _next_content(self) -> Any:
        skip = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
        return next(event for event in self.events if not isinstance(event, skip))

    def _value(self, event: Any, path: Path_) -> Any:
        line = self._line(event)
        self.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._error(line, "ankers en verwijzingen (& en *) mogen hier niet", "Schrijf de tekst voluit, of zet hem tussen aanhalingstekens.")
        if event.tag and event.tag != "!":
            raise self._error(line, f"een tag ({event.tag}) mag hier niet", "Begint de tekst met een uitroepteken? Zet hem tussen aanhalingstekens.")
        if len(path) > MAX_DEPTH:
            raise self._error(line, f"dieper dan {MAX_DEPTH} niveaus", "Klopt het inspringen?")
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("|", ">"):
                self.blocks.add(path)
            return event.value
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._dict(path)

    def _list(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _dict(self, path: Path_) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = self._line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error(line, "een sleutel moet gewone tekst zijn", 'Staat er een accolade of blokhaak te veel? Zet tekst met { of [ tussen aanhalingstekens.')
            if event.value in items:
                raise self._error(line, f'sleutel "{event.value}" staat hier twee keer', "Haal er een weg.")
            self.lines[*path, event.value] = line
            items[event.value] = self._value(next(self.events), (*path, event.value))
        return items

    def _line(self, event: Any) -> int:
        return event.start_mark.line + 1 + self.offset

    def _error(self, line: int, cause: str, remedy: str) -> CourseError:
        return CourseError([Problem(Place(self.file, line), cause, remedy)])


def _yaml_problem(error: yaml.MarkedYAMLError, text: str, file: str, offset: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    cause, remedy = _yaml_advice(error, _line_text(text, line))
    return Problem(Place(file, line + offset if line else 0), cause, remedy)


def _line_text(text: str, line: int) -> str:
    lines = text.splitlines()
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _yaml_advice(error: yaml.MarkedYAMLError, line: str) -> tuple[str, str]:
    said = f"{error.context or ''} {error.problem or ''}"
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in said or "tab character" in said:
        return "hier staat een tab; YAML springt in met spaties", "Vervang de tab door spaties."
    if "mapping values are not allowed" in said:
        return "een dubbele punt met spatie in gewone tekst", 'Zet de tekst tussen "aanhalingstekens", of gebruik | en een nieuwe regel.'
    if "quoted scalar" in said:
        return "een aanhalingsteken wordt geopend en niet gesloten", "Sluit het aanhalingsteken, of gebruik | en een nieuwe regel."
    if "expected <block end>" in said or "did not find expected '-' indicator" in said or "did not find expected key" in said:
        return "het inspringen klopt hier niet", "Zet sleutels die bij elkaar horen op dezelfde kolom; controleer ook de regel erboven."
    if "could not find expected ':'" in said:
        return "hier ontbreekt een dubbele punt achter de sleutel", "Schrijf `sleutel: waarde`; tekst over meer regels begint met |."
    return "dit is geen geldige YAML", "Controleer inspringen, aanhalingstekens en accolades op deze regel en de regel erboven."
