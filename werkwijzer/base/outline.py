"""What a Markdown text holds, each of it found once: headings, Blocks, ids, links and pictures, code, lines of text; with the lines that they stand on, from 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from werkwijzer.base import syntax
from werkwijzer.base.code import blank_code, fences


@dataclass(frozen=True)
class Part:
    """A line that is something."""

    line: int


@dataclass(frozen=True)
class Heading(Part):
    level: int
    text: str
    anchor: str | None


@dataclass(frozen=True)
class Directive(Part):
    """A Block as an author wrote it: `/// name | argument`, options under it."""

    name: str
    argument: str
    options: dict[str, str] = field(default_factory=dict)
    slashes: int = 3


@dataclass(frozen=True)
class Closing(Part):
    """The slashes that end a Block."""

    slashes: int


@dataclass(frozen=True)
class Attributes(Part):
    """`{ #id lang=en }` alone on a line: what the passage above it gets. Empty what is not said."""

    id: str
    lang: str


@dataclass(frozen=True)
class Row(Part):
    """A row of a table."""

    cells: tuple[str, ...]


@dataclass(frozen=True)
class Words(Part):
    """A line of running text; `starts` an item of a list, whose sign is left out."""

    text: str
    starts: bool = False


@dataclass(frozen=True)
class Break(Part):
    """A line that ends a paragraph: an empty one, or the first of a code sample."""


@dataclass(frozen=True)
class Link:
    """A link or picture, on the line where its target stands."""

    line: int
    text: str
    target: str
    picture: bool = False


@dataclass(frozen=True)
class NamedLink:
    """`[text][name]`, which leads where a line `[name]: target` says."""

    line: int
    text: str
    name: str
    picture: bool = False

    @property
    def key(self) -> str:
        """What it is looked up by."""
        return _key(self.name or self.text)


Kind = TypeVar("Kind", bound=Part)


@dataclass(frozen=True)
class Outline:
    """A Markdown text, read when somebody asks and only once."""

    text: str

    @cached_property
    def samples(self) -> tuple[tuple[int, int], ...]:
        """Where code samples begin and end; 0 the end of one that nothing ends."""
        return tuple(fences(self.text.splitlines()))

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The numbered lines, without those of code samples."""
        inside = {number for start, end in self.samples if end for number in range(start, end + 1)}
        return tuple((number, line) for number, line in enumerate(self.text.splitlines(), 1) if number not in inside)

    @cached_property
    def uncoded(self) -> str:
        """The text with all code as spaces or empty lines, every other line in its place."""
        lines = dict(self.lines)
        return blank_code("\n".join(lines.get(number, "") for number in range(1, max(lines, default=0) + 1)))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What each line is, in order; options belong to their Block."""
        return tuple(_parts(self.lines))

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The parts of one kind."""
        return tuple(part for part in self.parts if isinstance(part, kind))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return self.of(Heading)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The headings that have an id: id → text."""
        return {heading.anchor: heading.text for heading in self.headings if heading.anchor}

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """The Blocks that open."""
        return self.of(Directive)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that the author gave, to a heading or anything else."""
        return frozenset(match for found in syntax.ATTRIBUTES.finditer(self.uncoded) for match in syntax.ID.findall(found["attributes"]))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link and picture, the lines that define a name included."""
        defined = (Link(self._line(match.start()), match["name"], _bare(match["target"])) for match in self._definitions)
        return tuple(sorted((*links_in(self.uncoded), *defined), key=lambda link: link.line))

    @cached_property
    def named_links(self) -> tuple[NamedLink, ...]:
        found = syntax.REFERENCE.finditer(self.uncoded) if "][" in self.uncoded else ()
        return tuple(NamedLink(self._line(match.end()), match["said"], match["name"], bool(match["bang"])) for match in found)

    @cached_property
    def names(self) -> frozenset[str]:
        """What named links can be looked up by."""
        return frozenset(_key(match["name"]) for match in self._definitions)

    @property
    def _definitions(self) -> Iterator[re.Match[str]]:
        return syntax.DEFINITION.finditer(self.uncoded)

    def _line(self, offset: int) -> int:
        return self.uncoded.count("\n", 0, offset) + 1


def links_in(text: str) -> Iterator[Link]:
    """Every link and picture with its target in a text in which code is left out."""
    line, last = 1, 0
    for match in syntax.LINK.finditer(text) if "](" in text else ():
        line, last = line + text.count("\n", last, match.start("target")), match.start("target")
        yield Link(line, match["said"], _bare(match["target"]), bool(match["bang"]))


def _bare(target: str) -> str:
    return target[1:-1] if target.startswith("<") else target


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _parts(lines: tuple[tuple[int, str], ...]) -> Iterator[Part]:
    block: Directive | None = None
    last = 0
    for number, line in lines:
        if number != last + 1:
            block = None
            yield Break(last + 1)
        last = number
        if block and _takes(block, line):
            continue
        part = _part(number, line)
        block = part if isinstance(part, Directive) else None
        yield part


def _takes(block: Directive, line: str) -> bool:
    """Whether the line is an option of the Block above it, which then has it."""
    option = syntax.OPTION.match(line)
    if not option or len(option["indent"]) < 4:
        return False
    block.options[option["name"]] = option["value"]
    return True


def _part(number: int, line: str) -> Part:
    if match := syntax.SLASHES.match(line):
        return _block(number, match) or Words(number, line.strip())
    if match := syntax.HEADING.match(line):
        return Heading(number, len(match["signs"]), match["text"], _id(match["attributes"]) or None)
    if match := syntax.ATTRIBUTES.fullmatch(line.strip()):
        lang = syntax.LANG.search(match["attributes"])
        return Attributes(number, _id(match["attributes"]), lang[1] if lang else "")
    if match := syntax.ROW.match(line):
        return Row(number, () if syntax.RULE.match(line) else tuple(cell.strip() for cell in match["cells"].split("|")))
    if match := syntax.ITEM.match(line):
        return Words(number, line[match.end() :], starts=True)
    return Words(number, line.strip()) if line.strip() else Break(number)


def _block(number: int, match: re.Match[str]) -> Directive | Closing | None:
    """What a line of slashes begins or ends; None when it does neither."""
    slashes, opening = len(match["slashes"]), syntax.OPENING.match(match["said"])
    if slashes < 3:
        return None
    if not match["said"]:
        return Closing(number, slashes)
    return Directive(number, opening["name"].lower(), opening["argument"] or "", slashes=slashes) if opening else None


def left_over(text: str) -> str:
    """What stands behind the slashes of a text that came out on a page though it was meant to begin a Block; empty for any other text."""
    match = syntax.SLASHES.match(text.lstrip().partition("\n")[0])
    return match["said"] if match and len(match["slashes"]) > 2 and match["said"][:1].isalnum() else ""


def _id(attributes: str | None) -> str:
    found = syntax.ID.search(attributes or "")
    return found[1] if found else ""
