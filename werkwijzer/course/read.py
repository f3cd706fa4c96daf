"""The course as it stands in `docs/` and `quizzes/`: chapters with their banks, and every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from werkwijzer.base.model import Chapter, Module
from werkwijzer.base.problems import CourseError, Problem
from werkwijzer.base.source import Located, Page, read_page, read_yaml
from werkwijzer.course.bank import Bank
from werkwijzer.course.parse import parse
from werkwijzer.course.salvage import UNKNOWN, guessed_chapter, guessed_module, is_chapter

Result = TypeVar("Result")
Front = TypeVar("Front", Chapter, Module)


@dataclass(frozen=True)
class LoadedBank:
    """A bank with its key (path under `quizzes/` without `.yml`) and the lines it came from."""

    key: str
    bank: Bank
    source: Located


@dataclass(frozen=True)
class LoadedChapter:
    """A chapter with its key (path under `docs/` without `.md`), its page and, if there is one, its bank.

    It is not `sound` when its front matter is wrong: then `chapter` is a guess, and rules leave alone what it says.
    """

    key: str
    chapter: Chapter
    page: Page
    bank: LoadedBank | None
    sound: bool = True

    @property
    def own_bank(self) -> LoadedBank:
        """The bank, for who looks at chapters that have one. Raises LookupError for another."""
        if self.bank is None:
            raise LookupError(f"{self.key} has no bank")
        return self.bank

    @property
    def order(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.chapter.number.split("."))


@dataclass(frozen=True)
class LoadedModule:
    """A module and the folder under `docs/` that holds its chapters."""

    folder: str
    module: Module
    page: Page


@dataclass(frozen=True)
class Course:
    """Everything that authors wrote, in the order of the chapters' numbers."""

    root: Path
    modules: tuple[LoadedModule, ...]
    chapters: tuple[LoadedChapter, ...]
    banks: dict[str, LoadedBank]
    pages: tuple[Page, ...] = field(repr=False, default=())

    def chapter(self, key: str) -> LoadedChapter | None:
        """The chapter with that key."""
        return self.by_key.get(key)

    @cached_property
    def by_key(self) -> dict[str, LoadedChapter]:
        return {chapter.key: chapter for chapter in self.chapters}

    def lacks_chapter(self, id_: str) -> bool:
        """Whether no chapter has that id, as far as all ids can be read."""
        return id_ not in self.chapter_ids and UNKNOWN not in self.chapter_ids

    @cached_property
    def chapter_ids(self) -> frozenset[str]:
        return frozenset(loaded.chapter.id for loaded in self.chapters)

    def unread_bank(self, key: str) -> bool:
        """Whether there is a bank with that key, and it could not be read."""
        return key not in self.banks and (self.root / "quizzes" / f"{key}.yml").is_file()

    @cached_property
    def lacks_banks(self) -> bool:
        """Whether the bank of some chapter could not be read: then nothing can be said of what no bank holds."""
        return any(self.unread_bank(loaded.key) for loaded in self.chapters)

    def chapters_in(self, folder: str) -> list[LoadedChapter]:
        """The chapters in one folder under `docs/` ("" for those outside any module)."""
        return [chapter for chapter in self.chapters if chapter.key.rpartition("/")[0] == folder]


def read_course(root: Path) -> tuple[Course, list[Problem]]:
    """The course under `root`, as far as it could be read, and all problems met on the way."""
    problems: list[Problem] = []
    banks = {loaded.key: loaded for loaded in _collect(read_bank, _banks(root), root, problems)}
    pages = _collect(read_page, _pages(root), root, problems)
    chapters, modules = [], []
    for page in pages:
        problems.extend(page.problems)
        key = page_key(page)
        if is_chapter(page.meta.value):
            chapter, wrong = _parsed(page, Chapter, guessed_chapter)
            chapters.append(LoadedChapter(key, chapter, page, banks.get(key), sound=not wrong))
        elif "module" in page.meta.value:
            module, wrong = _parsed(page, Module, guessed_module)
            modules.append(LoadedModule(key.rpartition("/")[0], module, page))
        else:
            wrong = []
        problems.extend(() if page.problems else wrong)
    chapters.sort(key=lambda chapter: chapter.order)
    modules.sort(key=lambda loaded: loaded.module.module)
    return Course(root, tuple(modules), tuple(chapters), banks, tuple(pages)), problems


def _parsed(page: Page, model: type[Front], guess: Callable[[Mapping[str, Any]], Front]) -> tuple[Front, Sequence[Problem]]:
    """The front matter of a page, or what it seems to be with what is wrong."""
    try:
        return parse(page.meta, model), page.problems
    except CourseError as error:
        return guess(page.meta.value), error.problems


def read_bank(path: Path, root: Path) -> LoadedBank:
    """One bank. Raises CourseError with everything that is wrong with its shape."""
    source = read_yaml(path, root)
    key = path.relative_to(root / "quizzes").with_suffix("").as_posix()
    return LoadedBank(key, parse(source, Bank), source)


def read_chapter(path: Path, root: Path) -> LoadedChapter | None:
    """One chapter without its bank; None when the page has no goals, so is no chapter."""
    page = read_page(path, root)
    if page.problems:
        raise CourseError(page.problems)
    return LoadedChapter(page_key(page), parse(page.meta, Chapter), page, None) if is_chapter(page.meta.value) else None


def page_key(page: Page) -> str:
    """The page's path under `docs/` without `.md`."""
    return page.file.removeprefix("docs/").removesuffix(".md")


def _banks(root: Path) -> list[Path]:
    return sorted((root / "quizzes").rglob("*.yml"))


def _pages(root: Path) -> list[Path]:
    return sorted((root / "docs").rglob("*.md"))


def _collect(read: Callable[[Path, Path], Result], paths: Iterable[Path], root: Path, problems: list[Problem]) -> list[Result]:
    found = []
    for path in paths:
        try:
            found.append(read(path, root))
        except CourseError as error:
            problems.extend(error.problems)
    return found
