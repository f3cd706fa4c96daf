"""Pages of `docs/` as HTML for paper: the Markdown of the site, with Blocks that make something to read and write on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from markdown import Markdown

from werkwijzer.base.files import read_file
from werkwijzer.course.read import Course
from werkwijzer.export.figures import drawing
from werkwijzer.export.reading import to_read
from werkwijzer.export.templates import render
from werkwijzer.page.blocks import Chapters, Figure, OneQuestion, Overview, Plan, Quiz, Record, Step
from werkwijzer.page.elements import graft
from werkwijzer.page.markdown_ext import WerkwijzerExtension
from werkwijzer.render.paper import paper_html

OWN = "werkwijzer"


class PaperQuiz(Quiz):
    """The questions that the text has not asked yet, with room to answer."""

    def html(self) -> str:
        loaded = self.page.library.bank(self.argument)
        ids = [question.id for question in loaded.bank.asked if question.id not in self.page.placed]
        return render("questions", questions=[paper_html(view, "ask") for view in self.page.views(loaded, ids)])


class PaperQuestion(OneQuestion):
    """One question in the running text, with room to answer."""

    def html(self) -> str:
        key, _, id_ = self.argument.partition("#")
        views = self.page.views(self.page.library.bank(key), [id_])
        return render("questions", questions=[paper_html(view, "ask") for view in views])


class PaperPlan(Plan):
    """The if–then plan as lines to write on."""

    def on_create(self, parent):
        element = graft(render("plan_lines", chapter=self.argument), parent)
        return element.find("div")


class PaperFigure(Figure):
    """A drawing in print colours."""

    def drawing(self) -> str:
        return drawing(super().drawing())


class PaperStep(Step):
    """A step with its drawing in print colours."""

    def drawing(self) -> str:
        return drawing(super().drawing())


class Nothing(Overview):
    """What lives on a screen only leaves no trace."""

    def on_create(self, parent):
        return parent


class PaperOverview(Nothing):
    NAME = "overview"
    ARGUMENT = None


class PaperRecord(Nothing):
    NAME = "record"
    ARGUMENT = None


class PaperChapters(Nothing):
    NAME = "chapters"
    ARGUMENT = True


PAPER = {
    Quiz: PaperQuiz,
    OneQuestion: PaperQuestion,
    Plan: PaperPlan,
    Figure: PaperFigure,
    Step: PaperStep,
    Overview: PaperOverview,
    Record: PaperRecord,
    Chapters: PaperChapters,
}


class PaperExtension(WerkwijzerExtension):
    """Our Blocks, those that differ on paper exchanged."""

    def blocks(self):
        return tuple(to_read(PAPER.get(block, block)) for block in super().blocks())


def converter(course: Course, own: type[WerkwijzerExtension] = PaperExtension) -> Markdown:
    """Python-Markdown with the extensions of `mkdocs.yml`, and `own` for ours: its form on paper, or in another medium."""
    names, configs = [], {}
    for entry in site_config(course.root).get("markdown_extensions", ()):
        name, config = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        names.append(own(course=course, root=str(course.root)) if name == OWN else name)
        configs[name] = config or {}
    return Markdown(extensions=names, extension_configs=configs, output_format="xhtml")


def site_config(root: Path) -> dict:
    """`mkdocs.yml` as far as it is plain YAML; tags of one engine count as nothing."""
    return yaml.load(read_file(root / "mkdocs.yml"), Loader=_Plain)


class _Plain(yaml.SafeLoader):
    pass


_Plain.add_multi_constructor("", lambda loader, suffix, node: None)


class PaperPages:
    """The pages of a course as HTML fragments for paper (or what `own` makes of them), each made once."""

    def __init__(self, course: Course, own: type[WerkwijzerExtension] = PaperExtension):
        self.course, self.markdown = course, converter(course, own)
        self.by_key = {page.file.removeprefix("docs/").removesuffix(".md"): page for page in course.pages}
        self.html = lru_cache(maxsize=None)(self._html)

    def _html(self, key: str) -> str:
        self.markdown.reset()
        return self.markdown.convert(self.by_key[key].text)

    def title(self, key: str) -> str:
        """The title in the page's front matter."""
        return self.by_key[key].meta.value["title"]
