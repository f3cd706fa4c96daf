"""The documents of the book in reading order: introduction, modules with their chapters, then what to look things up in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch

from werkwijzer.base.words import words
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.export.book import PRACTICE, navigation
from werkwijzer.export.epub.links import file_of, settle_links
from werkwijzer.export.epub.questions import answers_file, answers_html, parsed, settle_questions
from werkwijzer.export.epub.xhtml import xhtml
from werkwijzer.export.links import GLOSSARY, SOURCES
from werkwijzer.export.page import PaperPages, site_config
from werkwijzer.export.sheet import mend_tables, shift_headings
from werkwijzer.export.still import still
from werkwijzer.page.markdown_ext import WerkwijzerExtension

FACTS, COLOPHON = "over/feiten", "over/colofon"
REFERENCE = (GLOSSARY, FACTS, SOURCES, COLOPHON)
ANSWERS = "antwoorden.xhtml"


class BookExtension(WerkwijzerExtension):
    """Our Blocks as something to read; drawings take the colours of the reading system."""

    medium = "book"


@dataclass(frozen=True)
class Document:
    """One XHTML file. `kind` decides its template and what it is to assistive technology; `body` is HTML; `above` is the file that holds it in the contents."""

    kind: str
    file: str
    title: str
    body: str = ""
    number: str = ""
    chapter: LoadedChapter | None = None
    above: str = ""

    @property
    def name(self) -> str:
        """The title with its number, as lists give it."""
        if self.kind == "module":
            return words()["overview"]["module"].format(number=self.number, title=self.title)
        return f"{self.number} {self.title}".strip()

    @property
    def drawn(self) -> bool:
        """Whether there is a drawing in it, which the package must tell."""
        return "<svg" in self.body


def documents(course: Course) -> list[Document]:
    """Everything between the contents and the end, in order."""
    return list(Binder(course).documents())


class Binder:
    """Turns the pages of one course into documents."""

    def __init__(self, course: Course):
        self.course, self.pages = course, PaperPages(course, BookExtension)
        known = [key for key in navigation(site_config(course.root).get("nav", ())) if key in self.pages.by_key]
        self.practice = self._matching(known, PRACTICE)
        self.reference = self._matching(known, REFERENCE)
        modules = [f"{module.folder}/index" for module in course.modules]
        self.present = frozenset([*self.course.by_key, *modules, *self.practice, *self.reference])

    @staticmethod
    def _matching(keys: list[str], patterns: tuple[str, ...]) -> list[str]:
        return list(dict.fromkeys(key for pattern in patterns for key in keys if fnmatch(key, pattern)))

    def documents(self) -> Iterator[Document]:
        """In reading order."""
        yield from (self.chapter(chapter, "") for chapter in self.course.chapters_in(""))
        for module in self.course.modules:
            key = f"{module.folder}/index"
            yield Document("module", file_of(key), module.module.title, self._body(key), str(module.module.module))
            yield from (self.chapter(chapter, file_of(key)) for chapter in self.course.chapters_in(module.folder))
        yield from self._practice()
        yield from self._answers()
        yield from (self._page(key, KINDS.get(key, "page")) for key in self.reference)

    def chapter(self, loaded: LoadedChapter, above: str = "") -> Document:
        """A chapter with its text, questions included; `above` is the file of its module."""
        kind = "chapter" if above else "introduction"
        number = loaded.chapter.number if above else ""
        return Document(kind, file_of(loaded.key), loaded.chapter.title, self._body(loaded.key), number, loaded, above)

    def _practice(self) -> Iterator[Document]:
        """A folder's other pages stand under its first page in the contents."""
        firsts = {key.rpartition("/")[0]: file_of(key) for key in self.practice if key.endswith("/index")}
        for key in self.practice:
            above = firsts.get(key.rpartition("/")[0], "")
            yield self._page(key, "page", "" if above == file_of(key) else above)

    def _answers(self) -> Iterator[Document]:
        asked = [loaded for loaded in self.course.chapters if loaded.bank]
        if asked:
            yield Document("answers", ANSWERS, words()["book"]["answers"])
        for loaded in asked:
            title = words()["epub"]["answers_to"].format(chapter=f"{loaded.chapter.number} {loaded.chapter.title}".removeprefix("0 "))
            body = parsed(answers_html(loaded))
            still(body)
            yield Document("notes", answers_file(loaded.key), title, xhtml(body), "", loaded, ANSWERS)

    def _page(self, key: str, kind: str, above: str = "") -> Document:
        return Document(kind, file_of(key), self.pages.title(key), self._body(key), above=above)

    def _body(self, key: str) -> str:
        soup = parsed(self.pages.html(key))
        still(soup)
        shift_headings(soup, 0)
        mend_tables(soup)
        settle_links(soup, key, self.present)
        settle_questions(soup, key)
        return xhtml(soup)


KINDS = {GLOSSARY: "glossary", FACTS: "facts", SOURCES: "sources", COLOPHON: "colophon"}
