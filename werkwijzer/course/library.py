"""Banks, chapters, terms, data and the whole course on request: the one gate through which a page reads, so that it is known what a page was made of."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import read_page, read_yaml
from werkwijzer.base.taken import PAGES, noting, take, take_answer
from werkwijzer.course import glossary
from werkwijzer.course.glossary import Term
from werkwijzer.course.parse import Model, parse
from werkwijzer.course.read import Course, LoadedBank, LoadedChapter, read_bank, read_chapter, read_course
from werkwijzer.course.references import used_by

TERM, USING = "term", "using"
"""The kinds of answers that say what a word of the trade means, and which chapters use a source; other kinds are names of components."""


class Library:
    """Reads what a page asks for, and reads it again when the file has changed."""

    def __init__(self, root: Path, course: Course | None = None):
        self.root, self.given = root, course

    def bank(self, key: str) -> LoadedBank:
        """The bank with that key. Raises CourseError when there is none or when it is broken."""
        path = self.file(f"quizzes/{key}.yml")
        if self.given:
            if key in self.given.banks:
                return self.given.banks[key]
            raise _no_bank(key)
        if not path.is_file():
            raise _no_bank(key)
        return _bank(path, self.root, path.stat().st_mtime_ns)

    def chapter(self, key: str) -> LoadedChapter | None:
        """The chapter to which the bank with that key belongs."""
        path = self.file(f"docs/{key}.md")
        if self.given:
            self.file(f"quizzes/{key}.yml")
            return self.given.chapter(key)
        return _chapter(path, self.root, path.stat().st_mtime_ns) if path.is_file() else None

    def course(self) -> Course:
        """The whole course. Raises CourseError when some file is broken."""
        take(PAGES)
        if self.given:
            return self.given
        course, problems = _course(self.root, _fingerprint(self.root))
        if fatal := [problem for problem in problems if problem.fatal]:
            raise CourseError(fatal)
        return course

    def term(self, id_: str) -> Term | None:
        """What the glossary says under that id, if it does; not where it says so."""
        path = self.root / glossary.FILE
        known = _terms(path, self.root, path.stat().st_mtime_ns) if path.is_file() else {}
        term = replace(known[id_], line=0) if id_ in known else None
        take_answer(TERM, id_, repr(term), [glossary.FILE])
        return term

    def using(self) -> dict[str, tuple[LoadedChapter, ...]]:
        """Source id → the chapters that use it, by key, number and title alone."""
        with noting() as taken:
            self.file("data/")
            found = used_by(self.course())
        take_answer(USING, "", repr([(id_, [(one.key, one.chapter) for one in chapters]) for id_, chapters in found.items()]), taken.files)
        return found

    def data(self, path: str, model: type[Model]) -> Model:
        """The YAML file at `path` (from the course's folder) as `model`. Raises CourseError when it is missing or broken."""
        file = self.file(path)
        return _data(file, self.root, file.stat().st_mtime_ns if file.is_file() else 0, model)

    def file(self, name: str) -> Path:
        """The file at `name` (from the course's folder), or the folder when that ends in `/`, for who reads it without further help."""
        take(name)
        return self.root / name


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds `mkdocs.yml`; `start` itself when none does."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), start)


def is_course(folder: Path) -> bool:
    """Whether `folder` holds a course, or what could become one."""
    return (folder / "docs").is_dir() and ((folder / "mkdocs.yml").is_file() or (folder / "quizzes").is_dir())


def _no_bank(key: str) -> CourseError:
    return CourseError(
        [Problem(Place(f"quizzes/{key}.yml"), "deze bank bestaat niet", "Klopt het pad achter `/// quiz |` of `/// question |`?")]
    )


def _fingerprint(root: Path) -> int:
    files = [path for folder, kind in (("docs", "md"), ("quizzes", "yml"), ("data", "yml")) for path in (root / folder).rglob(f"*.{kind}")]
    return hash(tuple(sorted((str(path), path.stat().st_mtime_ns) for path in files)))


@lru_cache(maxsize=512)
def _bank(path: Path, root: Path, changed: int) -> LoadedBank:
    return read_bank(path, root)


@lru_cache(maxsize=512)
def _chapter(path: Path, root: Path, changed: int) -> LoadedChapter | None:
    return read_chapter(path, root)


@lru_cache(maxsize=4)
def _terms(path: Path, root: Path, changed: int) -> dict[str, Term]:
    return glossary.terms(read_page(path, root).outline)


@lru_cache(maxsize=64)
def _data(path: Path, root: Path, changed: int, model: type[Model]) -> Model:
    return parse(read_yaml(path, root), model)


@lru_cache(maxsize=1)
def _course(root: Path, fingerprint: int) -> tuple[Course, list[Problem]]:
    return read_course(root)
