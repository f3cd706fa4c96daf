"""Answers that are worked out once: they stay with what they are about, and go with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

About = TypeVar("About")
Answer = TypeVar("Answer")


def kept(ask: Callable[[About], Answer]) -> Callable[[About], Answer]:
    """A function of one thing that never changes (a page, a bank, the course), which asks once a thing. Whoever gets the answer leaves it as it is."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(about: About) -> Answer:
        answers = vars(about)
        if name not in answers:
            answers[name] = ask(about)
        return answers[name]

    return answer
