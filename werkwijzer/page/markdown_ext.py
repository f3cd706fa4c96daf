"""The course's Blocks as a Python-Markdown extension (entry point `werkwijzer`), so that every engine that runs Python-Markdown shows the same page.

It knows no site generator: where hooks hand it the course it uses that, elsewhere it reads the files itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from markdown import Markdown
from pymdownx.blocks import BlocksExtension

from werkwijzer.components import Medium, components
from werkwijzer.course.library import Library, find_root
from werkwijzer.page.blocks import PageState, all_blocks
from werkwijzer.page.elements import Stored
from werkwijzer.page.finishing import Finishing, Leftovers


class WerkwijzerExtension(BlocksExtension):
    """Registers the Blocks and the check that none is left as text. Another medium is a class of its own."""

    medium: ClassVar[Medium] = "page"
    dress: Callable[[str], str] = staticmethod(str)

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "root": ["", "Folder that holds docs/ and quizzes/; found from the working folder when empty"],
            "course": ["", "The course, when it has been read and checked already"],
            "library": ["", "Where pages read, for who wants to know what they read"],
        }
        super().__init__(**kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (name given by pymdownx)
        root = Path(self.getConfig("root")) if self.getConfig("root") else find_root(Path.cwd())
        self.page = PageState(self.getConfig("library") or Library(root, self.getConfig("course") or None), self.medium, self.dress)
        md.registerExtension(self)
        md.block_level_elements.extend(f"ww-{name}" for name in components())
        for block in all_blocks():
            block_mgr.register(block, {"page": self.page})
        md.treeprocessors.register(Finishing(md, self.page), "werkwijzer-finishing", 6)
        md.treeprocessors.register(Leftovers(md), "werkwijzer-leftovers", 5)
        md.treeprocessors.register(Stored(md), Stored.NAME, Stored.PRIORITY)

    def reset(self) -> None:
        self.page.clear()


def makeExtension(**kwargs: Any) -> WerkwijzerExtension:  # noqa: N802 (name given by Python-Markdown)
    return WerkwijzerExtension(**kwargs)
