"""`/// timeline`: a ready text per chapter for the timeline or chat of a learning platform. Texts in `data/guide.yml`."""

from __future__ import annotations

from werkwijzer.components import Component, Use
from werkwijzer.components.guide import guides
from werkwijzer.render.environment import environment


def html(use: Use) -> str:
    """The texts, for a page one folder deep."""
    course, known = use.library.course(), guides(use.library)
    rows = [(loaded.chapter, f"../{loaded.key}.md", known[loaded.chapter.id]) for loaded in course.chapters if loaded.chapter.id in known]
    return environment().get_template("components/timeline/web.html.j2").render(rows=rows)


COMPONENT = Component("timeline", html)
