"""The course itself: its pages by address, its chapters, and the components that it uses."""

from __future__ import annotations

from functools import cache

from tests.sites import ROOT
from werkwijzer.base.problems import Problem
from werkwijzer.checks import editor
from werkwijzer.components import by_block
from werkwijzer.course.read import read_course

COURSE = read_course(ROOT)[0]
PAGES = sorted(page.file.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/") for page in COURSE.pages)
CHAPTERS = {chapter.key: chapter for chapter in COURSE.chapters}
WRITTEN = sorted({(one.name, one.argument) for page in COURSE.pages for one in page.outline.directives if one.name in by_block()})
"""Every Block with its argument, once."""
USES = [(by_block()[block].name, argument) for block, argument in WRITTEN]
"""Every component with its argument."""


@cache
def problems() -> tuple[Problem, ...]:
    """What `werkwijzer check` tells of the course as it stands."""
    return tuple(editor.everything(*read_course(ROOT)))
