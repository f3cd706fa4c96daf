"""The Blocks that a page can hold: `/// quiz | bank`, `/// question | bank#id`, cards, figures, plans, lists of chapters, page components."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_boolean, type_string_in

from werkwijzer.base.outline import headings
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import read_drawing, read_text
from werkwijzer.base.taken import answer
from werkwijzer.base.words import words
from werkwijzer.components import Component, components, made, played
from werkwijzer.course.library import Library
from werkwijzer.course.read import LoadedBank
from werkwijzer.page.elements import graft, insert
from werkwijzer.render import pages
from werkwijzer.render.view import QuestionView
from werkwijzer.render.web import question_html, quiz_html


class PageState:
    """What the Blocks of one page share: where banks come from, and which questions already stand on it."""

    def __init__(self, library: Library):
        self.library = library
        self.placed: set[str] = set()
        self.lists_uses = False

    def views(self, loaded: LoadedBank, ids: list[str], *, confidence: bool = False) -> list[QuestionView]:
        """Questions of a bank as templates want them, marked as placed."""
        known = self._headings(loaded.key)
        self.placed.update(ids)
        numbered = (loaded.bank.by_id[id_] for id_ in ids)
        return [QuestionView(question, number, loaded.bank.hashes[question.id], known, confidence) for number, question in numbered]

    def _headings(self, key: str) -> dict[str, str]:
        chapter = self.library.chapter(key)
        return {heading.anchor: heading.text for heading in headings(chapter.page.text) if heading.anchor} if chapter else {}


class _Made(Block):
    """A Block whose whole content is made here: HTML in, elements out, nothing left to parse."""

    ARGUMENT = True

    def on_init(self):
        self.page: PageState = self.config["page"]

    def on_create(self, parent):
        return insert(self.html(), parent, self.md)

    def on_markdown(self):
        return "raw"

    def html(self) -> str:
        raise NotImplementedError


class Quiz(_Made):
    """`/// quiz | bank`: every question of the bank that does not stand on the page already, and the chapter's goals."""

    NAME = "quiz"
    OPTIONS = {
        "behaviour": ["practice", type_string_in(["practice", "test"])],
        "confidence": [False, type_boolean],
    }

    def html(self) -> str:
        loaded = self.page.library.bank(self.argument)
        ids = [question.id for question in loaded.bank.asked if question.id not in self.page.placed]
        views = self.page.views(loaded, ids, confidence=self.options["confidence"])
        chapter = self.page.library.chapter(loaded.key)
        title = chapter.chapter.title if chapter else loaded.bank.chapter
        quiz = quiz_html(views, bank=loaded.key, title=title, behaviour=self.options["behaviour"], pass_=loaded.bank.pass_)
        mastery = pages.mastery_html(chapter.chapter, loaded.bank) if chapter else ""
        return f'<div class="ww-selftest">{quiz}{mastery}</div>'


class OneQuestion(_Made):
    """`/// question | bank#id`: one question in the running text."""

    NAME = "question"

    def html(self) -> str:
        key, _, id_ = self.argument.partition("#")
        loaded = self.page.library.bank(key)
        if id_ not in loaded.bank.by_id:
            place = Place(loaded.source.file)
            raise CourseError(
                [Problem(place, f'vraag "{id_}" bestaat niet', f"Klopt het stuk achter # in `/// question | {self.argument}`?")]
            )
        return question_html(self.page.views(loaded, [id_])[0])


class Plan(_Made):
    """`/// plan | chapter`: the reader's own if–then plan. The text in the Block says what to plan."""

    NAME = "plan"

    def on_create(self, parent):
        element = graft(pages.render("plan", chapter=self.argument), parent)
        self.intro = ElementTree.Element("div", {"class": "ww-plan-intro"})
        element.insert(0, self.intro)
        return self.intro

    def on_markdown(self):
        return "block"


class Overview(_Made):
    """`/// overview`: all modules and chapters, with progress."""

    NAME = "overview"
    ARGUMENT = None

    def html(self) -> str:
        return pages.overview_html(self.page.library.course())


class Chapters(_Made):
    """`/// chapters | folder`: the chapters of one module."""

    NAME = "chapters"

    def html(self) -> str:
        return pages.chapters_html(self.page.library.course(), self.argument)


class Record(_Made):
    """`/// record`: Mijn voortgang, everything that is kept of this course."""

    NAME = "record"
    ARGUMENT = None

    def html(self) -> str:
        return pages.record_html(self.page.library.course(), made(self.page.library), played(self.page.library))


class Offline(_Made):
    """`/// offline`: what the browser keeps of the course itself, with buttons to keep it and to throw it away."""

    NAME = "offline"
    ARGUMENT = None

    def html(self) -> str:
        return pages.render("offline")


class Downloads(_Made):
    """`/// downloads`: the files to take along; a build that publishes them puts them here, see `downloads.py`."""

    NAME = "downloads"
    ARGUMENT = None

    def html(self) -> str:
        return pages.render("downloads", ready=[])


class Figure(_Made):
    """`/// figure | name.svg`: a drawing of `docs/assets/figuren/`, inline so that page colours reach it. The text is its caption."""

    NAME = "figure"

    def on_create(self, parent):
        figure = ElementTree.SubElement(parent, "figure", {"class": "ww-figure"})
        graft(self.drawing(), figure)
        return ElementTree.SubElement(figure, "figcaption")

    def on_markdown(self):
        return "block"

    def drawing(self) -> str:
        path = self.page.library.file(f"docs/assets/figuren/{self.argument}")
        if not path.is_file():
            raise CourseError(
                [
                    Problem(
                        Place(f"docs/assets/figuren/{self.argument}"),
                        "deze figuur bestaat niet",
                        f"Klopt de naam achter `/// {self.NAME} |`?",
                    )
                ]
            )
        read_drawing(path, self.page.library.root)  # tells where a drawing that is no SVG breaks off
        return read_text(path, self.page.library.root)


class Step(Figure):
    """`/// stap | name.svg`: one step of an illustrated page for participants, a drawing beside the heading and the few sentences in the Block."""

    NAME = "stap"

    def on_create(self, parent):
        step = ElementTree.SubElement(parent, "section", {"class": "ww-step"})
        graft(self.drawing(), step)
        return ElementTree.SubElement(step, "div", {"class": "ww-step-text"})


class Letter(_Made):
    """`/// brief | Titel`: a sample letter on its own sheet, which a reader can copy or print without the page around it."""

    NAME = "brief"

    def on_create(self, parent):
        return graft(pages.render("letter", title=self.argument), parent).find("section")

    def on_markdown(self):
        return "block"


class _Card(Block):
    """`/// situatie | Titel`: a card of one kind, with its label and title."""

    ARGUMENT = True

    def on_create(self, parent):
        label = words()["card"][self.NAME]
        card = ElementTree.SubElement(
            parent, "section", {"class": f"ww-card ww-card--{self.NAME}", "aria-label": f"{label}: {self.argument}"}
        )
        ElementTree.SubElement(card, "p", {"class": "ww-card-label"}).text = AtomicString(label)
        ElementTree.SubElement(card, "p", {"class": "ww-card-title"}).text = self.argument
        return card


CARDS = tuple(type(name.title(), (_Card,), {"NAME": name}) for name in words()["card"])


def component_block(component: Component) -> type[_Made]:
    """The Block of a page component."""

    def html(self: _Made) -> str:
        argument = self.argument or ""
        return answer(component.name, argument, lambda: component.html(self.page.library, argument))

    return type(component.name.title(), (_Made,), {"NAME": component.name, "ARGUMENT": True if component.argument else None, "html": html})


class Uses(Block):
    """`/// uses`: on the page of sources, tells of each entry which chapters use it. The text in the Block says what the numbers are."""

    NAME = "uses"

    def on_create(self, parent):
        self.config["page"].lists_uses = True
        return ElementTree.SubElement(parent, "div", {"class": "ww-uses"})


BLOCKS = (Quiz, OneQuestion, Plan, Overview, Chapters, Record, Offline, Downloads, Figure, Step, Letter, Uses, *CARDS)


@cache
def all_blocks() -> tuple[type[Block], ...]:
    """Every Block that a page may hold, those of components included."""
    return (*BLOCKS, *(component_block(one) for one in components().values() if one.written))
