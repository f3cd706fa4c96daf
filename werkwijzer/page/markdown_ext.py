"""The course's Blocks as a Python-Markdown extension (entry point `werkwijzer`), so that every engine that runs Python-Markdown shows the same page.

It knows no site generator: where hooks hand it the course it uses that, elsewhere it reads the files itself.
"""

from __future__ import annotations

from pathlib import Path

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from werkwijzer.components import components
from werkwijzer.course.library import Library, find_root
from werkwijzer.page.blocks import PageState, all_blocks
from werkwijzer.page.elements import Stored
from werkwijzer.page.finishing import Leftovers, Terms, UsedBy

OWN_ELEMENTS = ("ww-question", "ww-quiz", "ww-letter", "ww-mastery", "ww-overview", "ww-plan", "ww-record", "ww-offline", "ww-downloads")


class WerkwijzerExtension(BlocksExtension):
    """Registers the Blocks and the check that none is left as text."""

    def __init__(self, **kwargs):
        self.config = {
            "root": ["", "Folder that holds docs/ and quizzes/; found from the working folder when empty"],
            "course": ["", "The course, when it has been read and checked already"],
            "library": ["", "Where pages read, for who wants to know what they read"],
        }
        super().__init__(**kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr):  # noqa: N802 (name given by pymdownx)
        root = Path(self.getConfig("root")) if self.getConfig("root") else find_root(Path.cwd())
        self.page = PageState(self.getConfig("library") or Library(root, self.getConfig("course") or None))
        md.registerExtension(self)
        md.block_level_elements.extend([*OWN_ELEMENTS, *(f"ww-{name}" for name in components())])
        for block in self.blocks():
            block_mgr.register(block, {"page": self.page})
        md.treeprocessors.register(UsedBy(md, self.page), "werkwijzer-used-by", 7)
        md.treeprocessors.register(Terms(md, self.page.library), "werkwijzer-terms", 6)
        md.treeprocessors.register(Leftovers(md), "werkwijzer-leftovers", 5)
        md.treeprocessors.register(Stored(md), Stored.NAME, Stored.PRIORITY)

    def blocks(self) -> tuple[type[Block], ...]:
        """The Blocks that pages may hold; another medium puts its own in the place of some."""
        return all_blocks()

    def reset(self):
        self.page.placed.clear()
        self.page.lists_uses = False


def makeExtension(**kwargs) -> WerkwijzerExtension:  # noqa: N802 (name given by Python-Markdown)
    return WerkwijzerExtension(**kwargs)
