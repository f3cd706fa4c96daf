"""`/// timeline`: a ready text per chapter for the timeline or chat of a learning platform. Texts in `data/guide.yml`."""

from __future__ import annotations

from werkwijzer.components import Component
from werkwijzer.components.guide import guides
from werkwijzer.course.library import Library
from werkwijzer.render.environment import environment


def html(library: Library, argument: str) -> str:
    """The texts, for a page one folder deep."""
    course, known = library.course(), guides(library)
    rows = [(loaded.chapter, f"../{loaded.key}.md", known[loaded.chapter.id]) for loaded in course.chapters if loaded.chapter.id in known]
    return environment().get_template("components/timeline/web.html.j2").render(rows=rows)


COMPONENT = Component("timeline", html)
