"""`cloze`: fill gaps in running text, typed or picked from a list. One point a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Option, Question, Text, Value
from werkwijzer.base.problems import Flaw
from werkwijzer.questions import _options

GAP = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")


class Gap(Value):
    """Typed (`accept`) or picked (`options`)."""

    id: Id
    accept: tuple[Text, ...] = ()
    slips: Annotated[int, Field(ge=0, le=2)] = 0
    case: bool = False
    accents: bool = False
    feedback: Text | None = None
    options: Annotated[tuple[Option, ...], Field(max_length=8)] = ()

    def key(self) -> Any:
        """The id of the right option, or how typed text is judged."""
        if self.options:
            return next(option.id for option in self.options if option.correct)
        return typed_key(self)


def typed_key(rule: Any) -> dict:
    """How typed text is judged, defaults left out: `accept`, `slips`, `case`, `accents`."""
    tolerance = {name: getattr(rule, name) for name in ("slips", "case", "accents") if getattr(rule, name)}
    return {"accept": list(rule.accept), **tolerance}


class Cloze(Question):
    type_name = "cloze"
    typed = True
    bare = frozenset({"accept"})

    type: Literal["cloze"]
    text: Text
    gaps: Annotated[tuple[Gap, ...], Field(min_length=1, max_length=10)]

    def key(self) -> dict:
        return {gap.id: gap.key() for gap in self.gaps}

    def pieces(self) -> list[list[str | Gap]]:
        """The paragraphs of the text, each as it is read: words and gaps by turns, words first and last."""
        by_id = {gap.id: gap for gap in self.gaps}
        paragraphs = (GAP.split(paragraph) for paragraph in self.text.split("\n\n"))
        return [[by_id[part] if odd % 2 else part for odd, part in enumerate(parts)] for parts in paragraphs]

    def place(self, gap: Gap) -> int:
        """The place of a gap in the running text, from 1."""
        return GAP.findall(self.text).index(gap.id) + 1

    @property
    def in_order(self) -> list[Gap]:
        """The gaps as they follow each other in the text."""
        return sorted(self.gaps, key=self.place)

    def points(self) -> int:
        return len(self.gaps)

    def meaning(self) -> list:
        choices = sorted([gap.id, _options.texts_of(gap.options)] for gap in self.gaps)
        return [_options.squeeze(self.text), choices, sorted(self.key().items(), key=lambda item: item[0])]

    def flaws(self) -> Iterator[Flaw]:
        yield from self._gap_flaws()
        used = GAP.findall(self.text)
        known = {gap.id for gap in self.gaps}
        for name in sorted({name for name in used if used.count(name) > 1}):
            yield ("text",), f"gat {{{{{name}}}}} staat er twee keer in", "Geef elk gat een eigen id."
        for name in sorted(set(used) - known):
            yield ("text",), f"gat {{{{{name}}}}} is nergens beschreven", "Voeg het toe onder `gaps`, of haal het uit de tekst."
        for index, gap in enumerate(self.gaps):
            if gap.id not in used:
                yield ("gaps", index), f'gat "{gap.id}" staat niet in de tekst', f"Zet {{{{{gap.id}}}}} in `text`."

    def _gap_flaws(self) -> Iterator[Flaw]:
        for index, gap in enumerate(self.gaps):
            path = ("gaps", index)
            if bool(gap.accept) == bool(gap.options):
                yield path, "een gat heeft óf `accept` óf `options`", "Kies: laten typen (`accept`) of laten kiezen (`options`)."
            if gap.options:
                yield from _options.options(gap.options, (*path, "options"), single=True)
            elif not gap.feedback:
                yield path, "gat om te typen zonder feedback", "Schrijf wat een lezer die het niet heeft, moet weten."


TYPE = Cloze
