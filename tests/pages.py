"""The course itself: its pages by address, its chapters, and the components that it uses."""

from __future__ import annotations

from functools import cache

from tests.sites import ROOT
from werkwijzer.base.outline import directives
from werkwijzer.base.problems import Problem
from werkwijzer.checks import editor
from werkwijzer.components import names
from werkwijzer.course.read import read_course

COURSE = read_course(ROOT)[0]
PAGES = sorted(page.file.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/") for page in COURSE.pages)
CHAPTERS = {chapter.key: chapter for chapter in COURSE.chapters}
USES = sorted({(one.name, one.argument) for page in COURSE.pages for one in directives(page.text) if one.name in names()})
"""Every component with its argument, once."""


@cache
def problems() -> tuple[Problem, ...]:
    """What `werkwijzer check` tells of the course as it stands."""
    return tuple(editor.everything(*read_course(ROOT)))
