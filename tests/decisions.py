"""Every way to answer the questions of the decision aid."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from werkwijzer.components.decide import Decision, Picked


def combinations(decision: Decision) -> Iterator[Picked]:
    ids = [question.id for question in decision.questions]
    for answers in product(*(question.answers for question in decision.questions)):
        yield dict(zip(ids, (answer.id for answer in answers), strict=True))
