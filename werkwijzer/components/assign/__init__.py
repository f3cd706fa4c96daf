"""`/// assign`: a trainer picks what a group must do and gets one link. What the link holds: `browser/assignment/assignment.js`."""

from __future__ import annotations

from typing import Any

from werkwijzer.base.model import Module
from werkwijzer.components import Component, Use
from werkwijzer.components.catalogue import assigned
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.render.environment import environment


def html(use: Use) -> str:
    course = use.library.course()
    return environment().get_template("components/assign/web.html.j2").render(groups=_groups(course), others=_others(course))


def _groups(course: Course) -> list[tuple[Module | None, list[LoadedChapter]]]:
    """(module or None, its chapters)."""
    modules = [(module.module, course.chapters_in(module.folder)) for module in course.modules]
    groups = [(None, course.chapters_in("")), *modules]
    return [(module, chapters) for module, chapters in groups if chapters]


def _others(course: Course) -> list[tuple[str, list[dict[str, Any]]]]:
    """(kind of item, what there is of it)."""
    return [(kind, found) for kind, found in assigned(course).items() if found]


COMPONENT = Component(name="assign", html=html)
