"""`match`: link each item to its partner. One point a pair; extra partners belong to none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Miss, Question, Text, Value
from werkwijzer.base.problems import Flaw
from werkwijzer.questions import _options


class Pair(Value):
    id: Id
    item: Text
    partner: Text
    feedback: Text


class Partner(Value):
    id: Id
    text: Text


class Match(Question):
    type_name = "match"

    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=8)]
    extra: Annotated[tuple[Partner, ...], Field(max_length=4)] = ()

    @property
    def partners(self) -> list[Partner]:
        """All partners to choose from; the partner of a pair carries the pair's id."""
        return [Partner(id=pair.id, text=pair.partner) for pair in self.pairs] + list(self.extra)

    def key(self) -> dict[str, str]:
        return {pair.id: pair.id for pair in self.pairs}

    def points(self) -> int:
        return len(self.pairs)

    def meaning(self) -> list:
        return [_options.texts_of(self.pairs, "item"), _options.texts_of(self.partners)]

    def misses(self) -> tuple[Miss, ...]:
        wrong = ((pair, partner) for pair in self.pairs for partner in self.partners if partner.id != pair.id)
        return tuple((f"{pair.id}={partner.id}", f"{pair.item} → {partner.text}", pair.feedback) for pair, partner in wrong)

    def flaws(self) -> Iterator[Flaw]:
        yield from _options.unique(self.pairs, ("pairs",), _options.PAIR, "item")
        yield from _options.alike(self.pairs, ("pairs",), _options.PARTNER, "partner")
        ids, texts = {pair.id for pair in self.pairs}, {_options.as_seen(pair.partner) for pair in self.pairs}
        for index, partner in enumerate(self.extra):
            if partner.id in ids or (text := _options.as_seen(partner.text)) in texts:
                yield (
                    ("extra", index),
                    "deze extra partner heeft het id of de tekst van een eerdere",
                    "Geef elke partner een eigen id en tekst.",
                )
            else:
                ids.add(partner.id)
                texts.add(text)


TYPE = Match
