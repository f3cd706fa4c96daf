"""Rules for how Blocks stand on a page: opened and closed, at the margin, options where the engine looks for them, no text that is lost.

The engine says nothing of these: an unclosed card swallows the chapter, an indented one prints as text, an option in the wrong place
is ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkwijzer.base.outline import Outline
from werkwijzer.base.problems import Problem
from werkwijzer.base.source import Page
from werkwijzer.base.syntax import ITEM, OPENING, OPTION, SLASHES
from werkwijzer.components import by_block
from werkwijzer.course.kept import kept
from werkwijzer.course.read import Course

KNOWN = frozenset(by_block())
TAKES_TEXT = frozenset(name for name, one in by_block().items() if one.takes_text)
ALL_OPTIONS = frozenset(option for one in by_block().values() for option in one.options)

Said = tuple[int, str, str]
"""Line, cause, remedy."""


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        yield from (Problem(page.place(line), cause, remedy) for line, cause, remedy in flaws(page))


def is_sound(page: Page) -> bool:
    """Whether every Block on the page begins and ends where its author meant it to."""
    return not flaws(page)


@kept
def flaws(page: Page) -> list[Said]:
    """What is wrong with the Blocks of a page."""
    return _Reader().read(page.outline)


@dataclass
class _Open:
    """A Block that is open: its slashes and name, the line it starts on, whether options may still come, the first line of text that is lost."""

    slashes: str
    name: str
    line: int
    options: bool = True
    lost: Said | None = None

    def __str__(self) -> str:
        return f"`{self.slashes} {self.name}`"


class _Reader:
    """Goes down a page line by line with the Blocks that are open, innermost last."""

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.said: list[Said] = []
        self.lists: list[int] = []

    def read(self, outline: Outline) -> list[Said]:
        last = 0
        for number, line in outline.lines:
            if number != last + 1:
                self._text(last + 1, "")
            last = number
            self._line(number, line.expandtabs(4))
        for block in self.open:
            self._unclosed(block)
        return sorted(self.said)

    def _line(self, number: int, line: str) -> None:
        indent = len(line) - len(line.lstrip())
        if line.strip():
            self.lists = [column for column in self.lists if column <= indent]
        match = SLASHES.match(line)
        if match and not (match["slashes"] == "//" and match["said"] and not _names_block(match["said"])):
            self._slashes(number, indent, match["slashes"], match["said"])
        elif not self._options(number, line, indent):
            self._text(number, line)
        if marker := ITEM.match(line):
            self.lists.append(len(marker["indent"]) + 2)

    def _slashes(self, number: int, indent: int, slashes: str, said: str) -> None:
        opening = OPENING.match(said)
        if indent - 4 * len(self.lists) > 3:
            self.said.append(
                (
                    number,
                    f"`{slashes} {said}".rstrip() + f"` springt {indent} spaties in en wordt gewone tekst",
                    f"Zet de {slashes} aan het begin van de regel.",
                )
            )
            self._forgive(number, slashes, said)
        elif slashes == "//":
            self.said.append((number, "twee schuine strepen maken geen blok", "Schrijf er drie: `///`."))
            self._forgive(number, "///", said)
        elif not said:
            self._close(number, slashes)
        elif not opening:
            self.said.append(
                (number, f"`{slashes} {said}` is geen blok", f"Schrijf `{slashes} naam | titel`, met een staande streep ertussen.")
            )
            self.open.append(_Open(slashes, said.split()[0].lower(), number))
        else:
            self._opened(_Open(slashes, opening["name"].lower(), number))

    def _forgive(self, number: int, slashes: str, said: str) -> None:
        """What was meant counts as if it stood there, so that the rest is judged as the author sees it."""
        if said:
            self.open.append(_Open(slashes, said.split()[0].lower(), number))
        elif self.open and self.open[-1].slashes == slashes:
            self.open.pop()

    def _opened(self, block: _Open) -> None:
        if same := next((one for one in self.open if one.slashes == block.slashes), None):
            self._unclosed(same)
            self.open = self.open[: self.open.index(same)]
        if self.open:
            self.open[-1].options = False
        self.open.append(block)

    def _close(self, number: int, slashes: str) -> None:
        if not self.open:
            self.said.append((number, f"`{slashes}` sluit niets", "Haal de regel weg, of zet het begin van het blok erboven: `/// naam`."))
            return
        if slashes not in [block.slashes for block in self.open]:
            block = self.open.pop()
            self.said.append((number, f"`{slashes}` sluit {block} niet", f"Schrijf evenveel strepen als erboven: `{block.slashes}`."))
            return
        while (block := self.open.pop()).slashes != slashes:
            self._unclosed(block)
        if block.lost:
            self.said.append(block.lost)

    def _unclosed(self, block: _Open) -> None:
        cause = f"{block} is niet gesloten"
        if not any(line == block.line for line, *_ in self.said):
            self.said.append(
                (
                    block.line,
                    cause,
                    f"Zet `{block.slashes}` onder de laatste regel van dit blok. Hoort er een blok in, geef dit dan een streep meer.",
                )
            )

    def _options(self, number: int, line: str, indent: int) -> bool:
        """Whether the line is an option of the Block just opened, or should have been."""
        block = self.open[-1] if self.open else None
        match = OPTION.match(line.strip()) if block else None
        if block is None or not line.strip() or block.name not in KNOWN:
            return False
        if block.options and indent - 4 * len(self.lists) >= 4:
            if not match:
                self.said.append(
                    (number, "deze regel springt vier spaties in, maar is geen optie", "Zet de tekst aan het begin van de regel.")
                )
            return True
        near = block.options and block.name not in TAKES_TEXT
        name = match["name"] if match else ""
        if name and (near or name in ALL_OPTIONS):
            self.said.append(
                (
                    number,
                    f'optie "{name}" staat niet waar {block} haar leest',
                    "Zet de optie direct onder de eerste regel, met vier spaties ervoor.",
                )
            )
            return True
        return False

    def _text(self, number: int, line: str) -> None:
        block = self.open[-1] if self.open else None
        if block is None:
            return
        block.options = False
        if line.strip() and block.name in KNOWN and block.name not in TAKES_TEXT and block.lost is None:
            block.lost = (number, f"tekst in {block} valt weg", "Zet de tekst boven of onder dit blok.")


def _names_block(said: str) -> bool:
    opening = OPENING.match(said)
    return bool(opening and opening["name"].lower() in KNOWN)
