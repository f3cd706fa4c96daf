"""YAML → plain values that know their line, read strictly.

Every scalar stays the text that the author typed (no `no` → False, `1:30` → 90), double keys, anchors and tags are refused, depth
and size are bounded. What YAML would read in silence as something else than it looks (text lost behind `#`, `1,5` as two items)
is a flaw: the value is there, and so is the problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.yaml_advice import COMMENT, UNCLOSED, Quoted, advice, loses

MAX_DEPTH = 20

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ALIAS = "ankers en verwijzingen (& en *) mogen hier niet", "Schrijf de tekst voluit, of zet hem tussen aanhalingstekens."
_NOTHING = re.compile(r"~|null|Null|NULL")

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Located:
    """A tree of dicts, lists and strings, for each path in it the line where it stands, the paths whose text is a block (`|`) and
    those whose text stands without quotation marks, and what does not mean what it seems to."""

    file: str
    value: Any
    lines: Mapping[Path_, int]
    blocks: Set[Path_] = frozenset()
    bare: Set[Path_] = frozenset()
    flaws: tuple[Problem, ...] = ()

    def place(self, path: Path_ = ()) -> Place:
        """The line of `path`, or of the nearest part above it that exists."""
        while path not in self.lines and path:
            path = path[:-1]
        return Place(self.file, self.lines.get(path, 0))

    def text_line(self, path: Path_) -> int:
        """The line on which the text at `path` itself starts: for a block that is the one below its key."""
        return self.place(path).line + (path in self.blocks)


@lru_cache(maxsize=256)
def parse_yaml(text: str, file: str, offset: int = 0) -> Located:
    """`text` as a tree with lines; `offset` is added to each line number."""
    builder = _Builder(text, file, offset)
    try:
        return builder.build()
    except yaml.MarkedYAMLError as error:
        line, cause, remedy = advice(error, text, builder.quoted)
        raise CourseError([Problem(Place(file, line + 1 + offset), cause, remedy)]) from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1 + offset
        raise CourseError(
            [Problem(Place(file, line), "hier staat een teken dat in YAML niet mag", "Haal het onzichtbare stuurteken weg.")]
        ) from None


class _Builder:
    """Builds the tree from YAML events in one pass, so that nothing is expanded before it is refused."""

    def __init__(self, text: str, file: str, offset: int):
        self.events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        self.text, self.file, self.offset = text, file, offset
        self.lines: dict[Path_, int] = {}
        self.blocks: set[Path_] = set()
        self.bare: set[Path_] = set()
        self.flaws: list[Problem] = []
        self.quoted: Quoted | None = None

    def build(self) -> Located:
        event = self._next_content()
        if isinstance(event, yaml.StreamEndEvent):
            raise self._error(0, "is leeg", "Vul het bestand, of gooi het weg.")
        value = self._value(event, ())
        after = self._next_content()
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._error(self._line(after), "hier begint een tweede document", "Haal de regel `---` weg: één bestand is één document.")
        return Located(self.file, value, self.lines, self.blocks, self.bare, tuple(self.flaws))

    def _next_content(self) -> Any:
        skip = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
        return next(event for event in self.events if not isinstance(event, skip))

    def _value(self, event: Any, path: Path_) -> Any:
        line = self._line(event)
        self.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._error(line, *_ALIAS)
        if event.tag and event.tag != "!":
            raise self._error(
                line, f"een tag ({event.tag}) mag hier niet", "Begint de tekst met een uitroepteken? Zet hem tussen aanhalingstekens."
            )
        if len(path) > MAX_DEPTH:
            raise self._error(line, f"dieper dan {MAX_DEPTH} niveaus", "Klopt het inspringen?")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        return (
            self._list(path, flow=bool(event.flow_style))
            if isinstance(event, yaml.SequenceStartEvent)
            else self._dict(path, flow=bool(event.flow_style))
        )

    def _scalar(self, event: Any, path: Path_) -> str:
        if event.style in ("|", ">"):
            self.blocks.add(path)
        elif event.style in ("'", '"'):
            self._look_at_quotes(event)
        else:
            self.bare.add(path)
            self._look_at_bare(event)
        return str(event.value)

    def _look_at_quotes(self, event: Any) -> None:
        """A quoted text that holds whole keys has lost its closing sign: it ends where the next one opens."""
        raw = self._written(event, event)
        self.quoted = Quoted(event.start_mark.line, event.end_mark.line, raw)
        if self.quoted.swallows:
            raise self._error(self._line(event), *UNCLOSED)

    def _look_at_bare(self, event: Any) -> None:
        rest, _, below = self._behind(event).partition("\n")
        if loses(rest) and (rest[:1].isspace() or not event.value):
            self._flaw(event.end_mark.line, *COMMENT)
        elif event.value and self._goes_on(below.partition("\n")[0], event.start_mark):
            self._flaw(event.end_mark.line + 1, *COMMENT)
        elif _NOTHING.fullmatch(event.value):
            self._flaw(
                event.start_mark.line,
                f"`{event.value}` betekent in YAML: niets",
                "Haal de sleutel weg, of zet de tekst tussen aanhalingstekens.",
            )

    def _goes_on(self, below: str, start: Any) -> bool:
        """Whether the line below a text looks like more of it, and is a remark to YAML."""
        own = self.text[start.index - start.column :]
        return loses(below) and ":" not in below and _indent(below) > _indent(own)

    def _list(self, path: Path_, *, flow: bool) -> list[Any]:
        items: list[Any] = []
        last = None
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            if flow and last and self._splits_number(last, event, path):
                self._flaw(
                    event.start_mark.line,
                    "een komma tussen cijfers begint tussen [ en ] een nieuw onderdeel",
                    'Zet elk onderdeel met een komma tussen "aanhalingstekens".',
                )
            items.append(self._value(event, (*path, len(items))))
            last = event
        return items

    def _splits_number(self, before: Any, after: Any, path: Path_) -> bool:
        """Whether `1,5` became two items; `spread: [2,3]` is a list of whole numbers and may be written so."""
        raw = self._written(before, after) if isinstance(after, yaml.ScalarEvent) else ""
        return bool(re.match(r"[^\"'\n]*\d,\d", raw)) and not (path and path[-1] == "spread")

    def _dict(self, path: Path_, *, flow: bool) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = self._line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error(
                    line,
                    "een sleutel moet gewone tekst zijn",
                    "Staat er een accolade of blokhaak te veel? Zet tekst met { of [ tussen aanhalingstekens.",
                )
            if event.value in items:
                raise self._error(line, f'sleutel "{event.value}" staat hier twee keer', "Haal er een weg.")
            if flow and not self._behind(event).lstrip().startswith(":"):
                self._flaw(
                    self._row(event),
                    "een komma in de tekst begint tussen { en } een nieuwe sleutel",
                    'Zet de tekst met de komma tussen "aanhalingstekens".',
                )
                next(self.events)
                continue
            self.lines[*path, event.value] = line
            items[event.value] = self._value(next(self.events), (*path, event.value))
        return items

    def _written(self, first: Any, last: Any) -> str:
        """What stands in the file from one event up to and with another."""
        return self.text[first.start_mark.index : last.end_mark.index]

    def _behind(self, event: Any) -> str:
        return self.text[event.end_mark.index :]

    def _row(self, event: Any) -> int:
        """The line in the text, from 0; `_line` counts as authors do."""
        return int(event.start_mark.line)

    def _line(self, event: Any) -> int:
        return self._row(event) + 1 + self.offset

    def _flaw(self, line: int, cause: str, remedy: str) -> None:
        self.flaws.append(Problem(Place(self.file, line + 1 + self.offset), cause, remedy))

    def _error(self, line: int, cause: str, remedy: str) -> CourseError:
        return CourseError([Problem(Place(self.file, line), cause, remedy)])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
