"""Our Blocks in an e-book: questions to read, a plan to think about, drawings that take the colours of the reading system."""

from __future__ import annotations

from werkwijzer.export.page import PAPER, PaperPlan
from werkwijzer.export.reading import to_read
from werkwijzer.export.templates import render
from werkwijzer.page.blocks import Chapters, Figure, Plan, Step
from werkwijzer.page.elements import graft
from werkwijzer.page.markdown_ext import WerkwijzerExtension


class BookPlan(PaperPlan):
    """The if–then plan as a task: what to plan, and the form of the sentence."""

    def on_create(self, parent):
        return graft(render("epub/plan"), parent).find("div")


class BookChapters(Chapters):
    """The chapters of a module as links."""

    def html(self) -> str:
        return render("epub/chapters", chapters=self.page.library.course().chapters_in(self.argument))


IN_BOOKS = {**PAPER, Plan: BookPlan, Chapters: BookChapters, Figure: Figure, Step: Step}


class BookExtension(WerkwijzerExtension):
    """Our Blocks, those that differ in a book exchanged."""

    def blocks(self):
        return tuple(to_read(IN_BOOKS.get(block, block)) for block in super().blocks())
