"""What a page seems to be when its front matter is wrong: enough for other rules to go on without complaining of what only follows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from werkwijzer.base.model import Chapter, Goal, Module

CHAPTER_KEYS = frozenset(Chapter.model_fields) - frozenset(Module.model_fields)
"""A page with any of these is a chapter."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER = re.compile(r"\d+(\.\d+)?")
UNKNOWN = ""
"""The id of a chapter whose id cannot be read."""
UNKNOWN_NUMBER = 999
"""The number of a chapter or module whose number cannot be read: it comes last."""


def is_chapter(value: Mapping[str, Any]) -> bool:
    """Whether these keys are those of a chapter, one of them misspelt or missing perhaps."""
    return len(CHAPTER_KEYS & set(value)) > 1 or "goals" in value


def guessed_chapter(value: Mapping[str, Any]) -> Chapter:
    """A chapter from front matter that does not fit, each value as it stands where that can be."""
    said = _respelt(value, Chapter.model_fields)
    id_, number = str(said.get("id", "")), str(said.get("number", ""))
    return Chapter.model_construct(
        id=id_ if _ID.fullmatch(id_) else UNKNOWN,
        number=number if _NUMBER.fullmatch(number) else str(UNKNOWN_NUMBER),
        title=str(said.get("title", "")),
        description=str(said.get("description", "")),
        minutes=30,
        goals=_goals(said.get("goals")),
        updated=date(2000, 1, 1),
        basis=("praktijk",),
        template=None,
    )


def guessed_module(value: Mapping[str, Any]) -> Module:
    """A module from front matter that does not fit."""
    number = str(value.get("module", ""))
    return Module.model_construct(
        module=int(number) if number.isdecimal() else UNKNOWN_NUMBER, title=str(value.get("title", "")), description="", template=None
    )


def _respelt(value: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """The values under the keys that must have been meant."""
    missing = [key for key in known if key not in value]
    meant = {key: get_close_matches(key, missing, n=1, cutoff=0.6) for key in value if key not in known}
    return {(meant.get(key) or [key])[0]: part for key, part in value.items()}


def _goals(value: Any) -> tuple[Goal, ...]:
    goals = [goal for goal in value if isinstance(goal, dict)] if isinstance(value, list) else []
    said: list[dict[str, Any]] = [{name: str(goal.get(name, "")) for name in ("id", "text", "level")} for goal in goals]
    return tuple(Goal.model_construct(None, **goal) for goal in said)
