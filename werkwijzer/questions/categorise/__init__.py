"""`categorise`: sort cards into categories. One point a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Miss, Question, Text, Value
from werkwijzer.base.problems import Flaw
from werkwijzer.questions import _options


class Category(Value):
    id: Id
    text: Text


class Card(Value):
    id: Id
    text: Text
    category: Id
    feedback: Text


class Categorise(Question):
    type_name = "categorise"
    bare = frozenset({"category"})

    type: Literal["categorise"]
    categories: Annotated[tuple[Category, ...], Field(min_length=2, max_length=5)]
    cards: Annotated[tuple[Card, ...], Field(min_length=3, max_length=10)]

    def key(self) -> dict[str, str]:
        return {card.id: card.category for card in self.cards}

    def points(self) -> int:
        return len(self.cards)

    def meaning(self) -> list:
        return [_options.texts_of(self.categories), _options.texts_of(self.cards), sorted(self.key().items())]

    def misses(self) -> tuple[Miss, ...]:
        wrong = ((card, category) for card in self.cards for category in self.categories if category.id != card.category)
        return tuple((f"{card.id}={category.id}", f"{card.text} → {category.text}", card.feedback) for card, category in wrong)

    def flaws(self) -> Iterator[Flaw]:
        yield from _options.unique(self.categories, ("categories",), _options.CATEGORY)
        yield from _options.unique(self.cards, ("cards",), _options.CARD)
        known = {category.id for category in self.categories}
        for index, card in enumerate(self.cards):
            if card.category not in known:
                yield ("cards", index, "category"), f'onbekende categorie "{card.category}"', f"Kies uit {', '.join(sorted(known))}."
        for index, category in enumerate(self.categories):
            if all(card.category != category.id for card in self.cards):
                yield ("categories", index), f'geen kaart hoort bij "{category.id}"', "Voeg een kaart toe, of haal de categorie weg."


TYPE = Categorise
