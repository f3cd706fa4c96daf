"""A document as one HTML page for the printer: cover, contents, chapters, answers, glossary, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from itertools import groupby
from typing import Any

from bs4 import BeautifulSoup, Tag

from werkwijzer.base.words import words
from werkwijzer.course.read import Course, LoadedChapter, LoadedModule
from werkwijzer.export.editions import Edition, dutch_date, edition_date
from werkwijzer.export.fields import fill_in
from werkwijzer.export.links import GLOSSARY, SOURCES, Apparatus, place
from werkwijzer.export.page import PaperPages, site_config
from werkwijzer.export.sheet import sheet
from werkwijzer.export.signature import Signature
from werkwijzer.export.soup import question_id
from werkwijzer.export.style import stylesheet
from werkwijzer.export.templates import render
from werkwijzer.render.paper import paper_html
from werkwijzer.render.view import QuestionView

PRACTICE = ("casussen/*", "gereedschap/keuzehulp", "gereedschap/werkvormen", "gereedschap/zelfscan", "gereedschap/brieven")
"""Tools to read. Forms and calculators are left to the site, which prints them: a book has nothing to fill them in with."""
BACK_MATTER = ("gereedschap/index", *PRACTICE, "gereedschap/wat-kun-je-verwachten", GLOSSARY, "over/feiten", SOURCES)


@dataclass(frozen=True)
class Part:
    """A stretch of a document that has its own title. `body` is HTML."""

    kind: str
    id: str
    title: str
    level: int
    body: str = ""
    number: str = ""
    chapter: LoadedChapter | None = None
    parts: tuple[Part, ...] = ()


class Printer:
    """Turns editions of one course into HTML; what they share is made once."""

    def __init__(self, course: Course):
        self.course, self.pages = course, PaperPages(course)

    @cached_property
    def sources(self) -> dict[str, Tag]:
        """Anchor → the reference in the list of sources."""
        return self._entries(SOURCES)

    @cached_property
    def terms(self) -> dict[str, Tag]:
        """Anchor → the entry in the glossary."""
        return self._entries(GLOSSARY)

    def _entries(self, key: str) -> dict[str, Tag]:
        if key not in self.pages.by_key:
            return {}
        return {str(entry["id"]): entry for entry in BeautifulSoup(self.pages.html(key), "html.parser").find_all("p", id=True)}

    @cached_property
    def back_matter(self) -> tuple[str, ...]:
        """The pages behind the chapters of the whole course, in the order of BACK_MATTER and of the navigation."""
        known = [key for key in navigation(site_config(self.course.root).get("nav", ())) if key in self.pages.by_key]
        return tuple(dict.fromkeys(key for pattern in BACK_MATTER for key in known if fnmatch(key, pattern)))

    def html(self, edition: Edition) -> str:
        """The whole document as it goes to the printer, signature after signature."""
        return "\n".join(signature.html for signature in self.signatures(edition))

    def signatures(self, edition: Edition) -> list[Signature]:
        """The stretches of a document that can be printed apart."""
        parts = self._question_parts(edition) if edition.for_questions else self._reading_parts(edition)
        day = edition_date(self.course)
        shared = {
            "edition": edition,
            "parts": parts,
            "style": stylesheet(),
            "day": day,
            "date": dutch_date(day),
            "masthead": False,
            "over": "",
        }
        made = [] if edition.kind == "chapter" else [Signature(render("book", **shared, part=None), cover=True)]
        for part, over in flat(parts):
            first = not made and edition.kind == "chapter"
            html = render("book", **{**shared, "masthead": first, "over": over}, part=part)
            made.append(Signature(fill_in(html) if edition.kind == "form" else html, part.level))
        return made

    def _reading_parts(self, edition: Edition) -> list[Part]:
        keys = [chapter.key for chapter in edition.selection.chapters]
        back = self.back_matter if edition.kind == "course" else (GLOSSARY,)
        modules = [f"{module.folder}/index" for module in self._modules(edition)]
        apparatus = Apparatus(frozenset([*keys, *modules, *back]), self.sources, self.terms)
        parts = list(self._chapter_parts(edition, apparatus))
        answers = self._answers(edition)
        return [*parts, *answers, *self._back_parts(edition, back, apparatus)]

    def _modules(self, edition: Edition) -> tuple[LoadedModule, ...]:
        return (edition.module,) if edition.module else self.course.modules if edition.kind == "course" else ()

    def _chapter_parts(self, edition: Edition, apparatus: Apparatus) -> Iterator[Part]:
        modules = {module.folder: module for module in self._modules(edition)}
        loose = [chapter for chapter in edition.selection.chapters if chapter.key.rpartition("/")[0] not in modules]
        yield from (self._chapter(chapter, 1, edition, apparatus) for chapter in loose)
        for folder, module in modules.items():
            chapters = [chapter for chapter in edition.selection.chapters if chapter.key.rpartition("/")[0] == folder]
            inside = tuple(self._chapter(chapter, 2, edition, apparatus) for chapter in chapters)
            key = f"{folder}/index"
            body = self._body(key, 1, edition, apparatus)
            yield Part("module", place(key), module.module.title, 1, body, str(module.module.module), parts=inside)

    def _chapter(self, chapter: LoadedChapter, level: int, edition: Edition, apparatus: Apparatus) -> Part:
        body = self._body(chapter.key, level, edition, apparatus)
        return Part("chapter", place(chapter.key), chapter.chapter.title, level, body, chapter.chapter.number, chapter)

    def _body(self, key: str, level: int, edition: Edition, apparatus: Apparatus) -> str:
        soup = sheet(self.pages.html(key), key, level=level, selection=edition.selection)
        apparatus.settle(soup, key)
        point(soup, "key", words()["book"]["answer_at"])
        return str(soup)

    def _answers(self, edition: Edition) -> list[Part]:
        """All answers, the chapters of a module together, so that no stretch is too long to print at once."""
        asked = [chapter for chapter in edition.selection.chapters if chapter.bank]
        found: list[Part] = []
        for folder, chapters in groupby(asked, key=lambda chapter: chapter.key.rpartition("/")[0]):
            inside = tuple(self._asked(chapter, "key", 2, edition) for chapter in chapters)
            kind, level = ("more-answers", 2) if found else ("answers", 1)
            found.append(Part(kind, "-".join(filter(None, ("antwoorden", folder))), "", level, parts=inside))
        return found

    def _back_parts(self, edition: Edition, back: tuple[str, ...], apparatus: Apparatus) -> Iterator[Part]:
        for key in back:
            soup = sheet(self.pages.html(key), key, level=1)
            apparatus.settle(soup, key)
            if edition.kind != "course":
                keep_only(soup, {place(key, term) for term in apparatus.used_terms})
            if soup.find("p"):
                kind = {GLOSSARY: "glossary", SOURCES: "sources"}.get(key, "page")
                yield Part(kind, place(key), self.pages.title(key), 1, str(soup))

    def _question_parts(self, edition: Edition) -> list[Part]:
        mode = "key" if edition.kind == "key" else "ask"
        return [self._asked(chapter, mode, 1, edition) for chapter in edition.selection.chapters if chapter.bank]

    def _asked(self, chapter: LoadedChapter, mode: str, level: int, edition: Edition) -> Part:
        bank = chapter.own_bank.bank
        views = [
            QuestionView(question, number, bank.hashes[question.id])
            for number, question in enumerate(bank.asked, 1)
            if edition.selection.asks(question)
        ]
        html = "".join(paper_html(view, mode) for view in views)
        soup = sheet(f'<div class="p-questions">{html}</div>', chapter.key, level=level - 1)
        if not edition.for_questions:
            point(soup, "ask", words()["book"]["question_at"])
        return Part("asked", f"{mode}-{place(chapter.key)}", chapter.chapter.title, level, str(soup), chapter.chapter.number, chapter)


def flat(parts: list[Part]) -> Iterator[tuple[Part, str]]:
    """The parts that begin on a page of their own, each with the name of what it stands in."""
    for part in parts:
        yield part, ""
        if part.kind == "module":
            name = f"{words()['book']['module'].format(number=part.number)} · {part.title}"
            yield from ((inner, name) for inner in part.parts)


def point(soup: BeautifulSoup, mode: str, word: str) -> None:
    """Beside each question: on which page its answer stands, or the other way round."""
    for question in soup.select(".p-question"):
        to = f"{mode}-{question_id(question)}"
        line = soup.new_tag("p", attrs={"class": "p-see"})
        number = soup.new_tag("a", attrs={"href": f"page:{to}", "class": "p-page-number"})
        number.string = "000"
        line.extend([f"{word} ", number])
        question.append(line)


def keep_only(soup: BeautifulSoup, ids: set[str]) -> None:
    """Leaves the entries with those ids and nothing else."""
    for element in soup.find_all(True, recursive=False):
        if element.get("id") not in ids or element.name != "p":
            element.decompose()


def navigation(entries: Iterable[Any]) -> list[str]:
    """The keys of the pages in `nav`, in order."""
    found: list[str] = []
    for entry in entries:
        value = next(iter(entry.values())) if isinstance(entry, dict) else entry
        found += navigation(value) if isinstance(value, list) else [str(value).removesuffix(".md")]
    return found
