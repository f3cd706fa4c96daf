"""`order`: put steps in order. One point for each pair that stands in the right order: of neighbours, or where some steps may
stand either way (`after:`), of the pairs whose order matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Miss, Question, Text, Value
from werkwijzer.base.problems import Flaw
from werkwijzer.questions import _options
from werkwijzer.questions.order import partial

Key = list[str] | list[list[str]]
"""Every step in its place, or the pairs whose order matters."""


class Step(Value):
    """A step. `after` names the steps that must stand before it; nobody's `after` means that all stand as they are written."""

    id: Id
    text: Text
    after: tuple[Id, ...] | None = None
    feedback: Text | None = None


class Order(Question):
    type_name = "order"
    bare = frozenset({"after"})

    type: Literal["order"]
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=8)]

    @property
    def before(self) -> dict[str, Sequence[str]]:
        """Id → the ids that must stand before it, as the author says."""
        if self.is_partial:
            return {step.id: step.after or () for step in self.steps}
        return {step.id: [one.id for one in self.steps[:place]] for place, step in enumerate(self.steps)}

    @property
    def is_partial(self) -> bool:
        return any(step.after is not None for step in self.steps)

    def counted(self) -> list[tuple[str, str]]:
        """What is scored: first and later step of each pair."""
        return partial.pairs(self.before)

    def key(self) -> Key:
        ids, pairs = [step.id for step in self.steps], self.counted()
        return ids if set(pairs) == set(pairwise(ids)) else [list(pair) for pair in pairs]

    def points(self) -> int:
        return len(self.counted())

    def meaning(self) -> list:
        key = self.key()
        return [_options.texts_of(self.steps), key if _is_full(key) else sorted(key)]

    def misses(self) -> tuple[Miss, ...]:
        by_id = {step.id: step for step in self.steps}
        wrong = ((by_id[first], by_id[later]) for first, later in self.counted())
        return tuple((f"{b.id}<{a.id}", f"{b.text} → {a.text}", a.feedback or b.feedback or "") for a, b in wrong)

    def freedoms(self) -> list[partial.Freedom]:
        """Which steps may stand either way, by their number."""
        return partial.freedoms(self.before)

    def mixed(self, steps: list[Step]) -> list[Step]:
        """`steps` as a reader finds them: never in an order that is right already."""
        place = {step.id: index for index, step in enumerate(steps)}
        return steps[::-1] if all(place[first] < place[later] for first, later in self.counted()) else steps

    def flaws(self) -> Iterator[Flaw]:
        yield from _options.unique(self.steps, ("steps",), _options.STEP)
        if self.is_partial:
            yield from self._partial_flaws()

    def _partial_flaws(self) -> Iterator[Flaw]:
        earlier: set[str] = set()
        circle = partial.in_circles(self.before)
        for index, step in enumerate(self.steps):
            for id_ in step.after or ():
                if cause := self._wrong(id_, step.id, earlier, circle):
                    yield ("steps", index, "after"), *cause
            earlier.add(step.id)
        if not any(step.after for step in self.steps):
            yield (
                ("steps",),
                "bij geen enkele stap staat wat ervoor hoort",
                "Zet bij minstens één stap `after: [id]`, of haal elke `after` weg: dan telt de volgorde van het bestand.",
            )

    def _wrong(self, id_: str, own: str, earlier: set[str], circle: list[str]) -> tuple[str, str] | None:
        known = [step.id for step in self.steps]
        if id_ not in known:
            return f'`after` noemt "{id_}", en die stap is er niet', f"Kies uit {', '.join(one for one in known if one != own)}."
        if own in circle and id_ in circle:
            return (
                f'stap "{own}" moet na "{id_}", en die weer na "{own}"',
                "Haal een van de twee weg: zo kan geen enkele volgorde goed zijn.",
            )
        if id_ not in earlier:
            return (
                f'stap "{own}" moet na "{id_}", maar staat er in het bestand boven',
                "Zet de stappen in een goede volgorde: zo ziet de lezer ze bij het antwoord.",
            )
        return None


def _is_full(key: Key) -> bool:
    return bool(key) and isinstance(key[0], str)


TYPE = Order
