"""`/// assign`: a trainer picks what a group must do and gets one link. What the link holds: `assets/js/assignment.js`."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.components.catalogue import assigned
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment


def html(use: Use) -> str:
    course = use.library.course()
    return environment().get_template("components/assign/web.html.j2").render(groups=_groups(course), others=_others(course))


def _groups(course: Course):
    """(module or None, its chapters)."""
    groups = [(None, course.chapters_in(""))] + [(module.module, course.chapters_in(module.folder)) for module in course.modules]
    return [(module, chapters) for module, chapters in groups if chapters]


def _others(course: Course):
    """(kind of item, what there is of it)."""
    return [(kind, found) for kind, found in assigned(course).items() if found]


COMPONENT = Component(name="assign", html=html, needs=("pasted", "pack", "assignment", "ics", "qr", "items", "share"))
