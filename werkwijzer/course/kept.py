"""Answers that are worked out once: they live as long as what they are about, and not longer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

About = TypeVar("About")
Answer = TypeVar("Answer")


def kept(ask: Callable[[About], Answer]) -> Callable[[About], Answer]:
    """A function of one thing that never changes (a page, a bank, the course), which asks once a thing. Whoever gets the answer leaves it as it is."""
    answers: WeakKeyDictionary[About, Answer] = WeakKeyDictionary()

    @wraps(ask)
    def answer(about: About) -> Answer:
        if about not in answers:
            answers[about] = ask(about)
        return answers[about]

    return answer
