"""What a new piece needs, as path → text. Raises CourseError when the name is taken or stands nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import read_text
from werkwijzer.components.case import FOLDER as CASES
from werkwijzer.components.guide import FILE as GUIDE
from werkwijzer.components.training import known_formats
from werkwijzer.course.ledger import read_ledger
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course, LoadedBank, LoadedChapter, LoadedModule
from werkwijzer.course.references import SOURCES, entries
from werkwijzer.questions import TYPES
from werkwijzer.starts import insert
from werkwijzer.starts.fill import bank_text, filled, question_text

MENU = "mkdocs.yml"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FIRST = (
    ("choice", "herkennen", "understand", "eerste-stuk"),
    ("open", "plannen", "create", "tweede-stuk"),
    ("multiple", "herkennen", "analyse", "eerste-stuk"),
    ("truefalse", "herkennen", "understand", "eerste-stuk"),
    ("categorise", "toepassen", "analyse", "tweede-stuk"),
    ("order", "toepassen", "apply", "derde-stuk"),
    ("match", "toepassen", "apply", "derde-stuk"),
    ("rank", "plannen", "evaluate", "derde-stuk"),
)
"""The bank of a new chapter: type, goal, level and heading of each question."""

Files = dict[str, str]


def chapter_files(course: Course, key: str, title: str) -> Files:
    """A chapter at `docs/<key>.md`: its page, bank, drawing, place in the menu and part of the guide."""
    folder, _, name = key.rpartition("/")
    _named(f"docs/{key}.md", name)
    _titled(f"docs/{key}.md", title)
    module = next((loaded for loaded in course.modules if loaded.folder == folder), None)
    if module is None:
        raise _refused(
            f"docs/{key}.md",
            "een hoofdstuk staat in de map van een module",
            f"Kies uit {', '.join(f'{one.folder}/{name}' for one in course.modules)}.",
        )
    _free(course, f"docs/{key}.md", name, {loaded.chapter.id for loaded in course.chapters})
    number = f"{module.module.module}.{max((loaded.order[-1] for loaded in course.chapters_in(folder)), default=0) + 1}"
    questions = [question_text(type_, f"{name}-{type_}", f"{name}-{goal}", source, level) for type_, goal, level, source in FIRST]
    figure = f"{number.replace('.', '-')}-{name}.svg"
    page = filled(
        "chapter.md.j2", id=name, number=number, title=title, today=date.today(), key=key, figure=figure, source=_any_source(course)
    )
    return {
        f"docs/{key}.md": page,
        f"quizzes/{key}.yml": bank_text(name, questions, key.count("/")),
        f"docs/assets/figuren/{figure}": filled("figure.svg.j2", name=figure.removesuffix(".svg")),
        **_changed(course, MENU, insert.in_menu, f"{key}.md"),
        **_guide_files(course, module, name, f"{number} {title}"),
    }


def _guide_files(course: Course, module: LoadedModule, id_: str, heading: str) -> Files:
    """The chapter's part of the guide for trainers; nothing where a course has no guide."""
    if not (course.root / GUIDE).is_file():
        return {}
    last = max((loaded for loaded in course.chapters_in(module.folder)), key=lambda loaded: loaded.order, default=None)
    entry = filled(
        "guide.yml.j2",
        id=id_,
        formats=sorted(known_formats(Library(course.root, course)) or ())[:2],
        discuss=[f"{id_}-{type_}" for type_, *_ in FIRST if TYPES[type_].countable],
    )
    after = last.chapter.id if last else ""
    return {
        **_changed(course, GUIDE, insert.in_guide, entry, after),
        **_changed(course, f"docs/trainers/handleiding/module-{module.module.module}.md", insert.on_guide_page, heading, id_),
    }


def case_files(course: Course, id_: str, title: str, chapter: str) -> Files:
    """A case that branches, its page and its place in the menu."""
    _named(f"{CASES}/{id_}.yml", id_)
    _titled(f"{CASES}/{id_}.yml", title)
    loaded = next((one for one in course.chapters if one.chapter.id == chapter), None)
    if loaded is None:
        raise _refused(
            f"{CASES}/{id_}.yml", f'geen hoofdstuk met id "{chapter}"', f"Kies uit {', '.join(one.chapter.id for one in course.chapters)}."
        )
    _free(course, f"{CASES}/{id_}.yml", id_, set())
    reread = f"{chapter}#{_first_heading(loaded)}"
    return {
        f"{CASES}/{id_}.yml": filled("case.yml.j2", id=id_, title=title, chapter=chapter, reread=reread),
        f"docs/casussen/{id_}.md": filled("case.md.j2", id=id_, title=title),
        **_changed(course, MENU, insert.in_menu, f"casussen/{id_}.md"),
    }


@dataclass(frozen=True)
class Wanted:
    """A new question as an author asks for it; what is left empty is chosen."""

    type_: str
    id_: str = ""
    goal: str = ""


def question_files(course: Course, key: str, wanted: Wanted) -> tuple[str, Files]:
    """The id of a new question at the end of the bank `key`, and that bank."""
    bank, loaded = course.banks.get(key), course.chapter(key)
    if bank is None or loaded is None:
        raise _refused(f"quizzes/{key}.yml", "deze bank is er niet", f"Kies uit {', '.join(sorted(course.banks))}.")
    goals = [one.id for one in loaded.chapter.goals]
    if wanted.goal and wanted.goal not in goals:
        raise _refused(f"docs/{key}.md", f'geen doel met id "{wanted.goal}" in dit hoofdstuk', f"Kies uit {', '.join(goals)}.")
    if wanted.id_:
        _named(f"quizzes/{key}.yml", wanted.id_)
        _free(course, f"quizzes/{key}.yml", wanted.id_, taken_ids(course), new=False)
    id_ = wanted.id_ or free_id(course, bank, wanted.type_)
    text = question_text(wanted.type_, id_, wanted.goal or goals[0], _first_heading(loaded))
    return id_, _changed(course, f"quizzes/{key}.yml", insert.in_bank, text)


def taken_ids(course: Course) -> set[str]:
    """Every id that a question has or ever had."""
    return set(read_ledger(course.root)) | {question.id for loaded in course.banks.values() for question in loaded.bank.questions}


def free_id(course: Course, bank: LoadedBank, type_: str) -> str:
    """An id that no question has or ever had."""
    taken = taken_ids(course)
    stem = f"{bank.bank.chapter}-{type_}"
    return next(name for name in (stem, *(f"{stem}-{number}" for number in range(2, 1000))) if name not in taken)


def _changed(course: Course, file: str, change: Callable[..., str], *args: str) -> Files:
    path = course.root / file
    return {file: change(read_text(path, course.root), *args)} if path.is_file() else {}


def _named(file: str, id_: str) -> None:
    """Before anything else: what we then propose holds the name."""
    if not _NAME.fullmatch(id_):
        raise _refused(file, f'"{id_}" kan geen naam zijn', "Gebruik kleine letters, cijfers en streepjes.")


def _titled(file: str, title: str) -> None:
    if not title.strip() or "\n" in title:
        raise _refused(
            file, "de titel is leeg of langer dan één regel", "Zet achter --title een titel van één regel, tussen aanhalingstekens."
        )


def _free(course: Course, file: str, id_: str, taken: set[str], *, new: bool = True) -> None:
    if new and (course.root / file).exists():
        raise _refused(file, "dit bestand is er al", "Kies een andere naam.")
    if id_ in taken:
        raise _refused(file, f'id "{id_}" is al gebruikt', "Kies een andere naam.")


def _any_source(course: Course) -> str:
    """The first entry of the list of sources, to be replaced by the author."""
    return next(iter(entries(course, SOURCES)), "bron")


def _first_heading(loaded: LoadedChapter) -> str:
    return next(iter(loaded.page.outline.titles), "begin")


def _refused(file: str, cause: str, remedy: str) -> CourseError:
    return CourseError([Problem(Place(file), cause, remedy)])
