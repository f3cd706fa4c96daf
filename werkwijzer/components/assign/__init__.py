"""`/// assign`: a trainer picks what a group must do and gets one link. What the link holds: `browser/assignment/assignment.js`."""

from __future__ import annotations

from werkwijzer.components import Component
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.render.catalogue import PLACES, others
from werkwijzer.render.environment import environment


def html(library: Library, argument: str) -> str:
    course = library.course()
    return environment().get_template("components/assign/web.html.j2").render(groups=_groups(course), others=_others(course))


def _groups(course: Course):
    """(module or None, its chapters)."""
    groups = [(None, course.chapters_in(""))] + [(module.module, course.chapters_in(module.folder)) for module in course.modules]
    return [(module, chapters) for module, chapters in groups if chapters]


def _others(course: Course):
    """(kind of item, what there is of it)."""
    return [(kind, found) for kind in PLACES if (found := others(course, kind))]


COMPONENT = Component(name="assign", html=html)
