"""What texts say in numbers about the course itself: how many chapters, questions, cases, cards and types it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from werkwijzer.base.files import read_file, write_file
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.base.source import read_text
from werkwijzer.components.case import case_ids
from werkwijzer.components.caselist import weighing
from werkwijzer.components.formats import FILE as FORMATS
from werkwijzer.components.listed import listed
from werkwijzer.components.programme import FILE as PROGRAMMES
from werkwijzer.course.read import Course
from werkwijzer.dutch.numbers import in_dutch, in_english, value_of
from werkwijzer.questions import TYPES

_N = r"([\w-]+)"


def chapters(course: Course) -> int:
    """Those in modules; the introduction comes on top."""
    return sum("/" in loaded.key for loaded in course.chapters)


def questions(course: Course) -> int:
    return sum(len(loaded.bank.questions) for loaded in course.banks.values())


def branching(course: Course) -> int:
    return len(case_ids(course.root))


def weighed(course: Course) -> int:
    return sum(weighing(question) for loaded in course.banks.values() for question in loaded.bank.questions)


def formats(course: Course) -> int:
    return len(list(listed(course, FORMATS, "formats")))


def programmes(course: Course) -> int:
    return len(list(listed(course, PROGRAMMES, "programmes")))


@dataclass(frozen=True)
class Promise:
    """A sentence in a file with a number in it, and what that number counts."""

    file: str
    said: str
    count: Callable[[Course], int]
    what: str
    of_banks: bool = False


PROMISES = (
    Promise("README.md", rf"{_N} chapters, \w+ questions", chapters, "chapters"),
    Promise("README.md", rf"chapters, {_N} questions", questions, "questions", of_banks=True),
    Promise("README.md", rf"{_N} modules \(", lambda course: len(course.modules), "modules"),
    Promise("README.md", rf"{_N} branching cases", branching, "branching cases"),
    Promise("README.md", rf"{_N} weighings", weighed, "weighings", of_banks=True),
    Promise("README.md", rf"{_N} exercise cards", formats, "exercise cards"),
    Promise(
        "docs/casussen/index.md",
        rf"{_N} verzonnen situaties",
        lambda course: branching(course) + weighed(course),
        "situaties",
        of_banks=True,
    ),
    Promise("docs/casussen/index.md", rf"[Ii]n {_N} bepaalt jouw keuze", branching, "casussen die vertakken"),
    Promise("docs/casussen/index.md", rf"in {_N} weeg je", weighed, "wegingen", of_banks=True),
    Promise("docs/index.md", rf"{_N} werkvormen", formats, "werkvormen"),
    Promise(FORMATS, rf"{_N} werkvormen", formats, "werkvormen"),
    Promise("docs/over/colofon.md", rf"{_N} modules", lambda course: len(course.modules), "modules"),
    Promise("docs/trainers/index.md", rf"{_N} programma’s", programmes, "programma’s"),
    Promise("docs/trainers/programmas.md", rf"{_N} programma’s", programmes, "programma’s"),
    Promise("docs/over/schrijven.md", rf"{_N} soorten vragen \{{", lambda course: len(TYPES), "soorten vragen"),
    Promise("docs/over/schrijven.md", rf"een van de \[{_N} soorten\]", lambda course: len(TYPES), "soorten vragen"),
)
MANUAL = "docs/over/schrijven.md"
"""Each type of question has its own heading here."""


def check(course: Course) -> Iterator[Problem]:
    for promise in (*PROMISES, *of_modules(course)):
        yield from check_promise(course, promise)
    yield from check_types(course)


def of_modules(course: Course) -> Iterator[Promise]:
    """What a module's own page and its guide for trainers say of its chapters."""
    for loaded in course.modules:
        for file in (loaded.page.file, f"docs/trainers/handleiding/module-{loaded.module.module}.md"):
            yield Promise(file, rf"{_N} hoofdstukken", partial(_in_folder, loaded.folder), "hoofdstukken")


def _in_folder(folder: str, course: Course) -> int:
    return len(course.chapters_in(folder))


def check_promise(course: Course, promise: Promise) -> Iterator[Problem]:
    """A problem where the number is another; nothing of questions while a bank cannot be read."""
    for text, match, right in wrong_counts(course, promise):
        place, count = Place(promise.file, text.count("\n", 0, match.start(1)) + 1), promise.count(course)
        yield Problem(
            place, f"hier staat “{match[1]} {promise.what}”, en het {'is' if count == 1 else 'zijn'} er {count}", f"Schrijf {right}."
        )


def wrong_counts(course: Course, promise: Promise) -> Iterator[tuple[str, re.Match[str], str]]:
    """The file's text, where the number stands and what it should be, of each that is not so."""
    if not (course.root / promise.file).is_file() or (promise.of_banks and course.lacks_banks):
        return
    try:
        text = read_text(course.root / promise.file, course.root)
    except CourseError:
        return
    for match in re.finditer(promise.said, text):
        found, count = value_of(match[1]), promise.count(course)
        if found is not None and found != count:
            word = in_english(count) if promise.file == "README.md" else in_dutch(count)
            yield text, match, str(count) if match[1].isdecimal() else word


def mend(course: Course) -> list[str]:
    """Writes the right number wherever one is wrong; the files that changed."""
    mended = []
    for promise in (*PROMISES, *of_modules(course)):
        for text, match, right in reversed(list(wrong_counts(course, promise))):
            path = course.root / promise.file
            cased = right.capitalize() if match[1][:1].isupper() else right
            write_file(path, read_file(path)[: match.start(1)] + cased + text[match.end(1) :])
            mended.append(promise.file)
    return sorted(set(mended))


def check_types(course: Course) -> Iterator[Problem]:
    """The authors' manual shows an example of each type of question."""
    if not (course.root / MANUAL).is_file():
        return
    text = read_text(course.root / MANUAL, course.root)
    for name in TYPES:
        if f"{{ #type-{name} }}" not in text:
            yield Problem(
                Place(MANUAL),
                f"vraagsoort `{name}` staat niet in de handleiding",
                f"Zet er een voorbeeld bij, onder een kop met {{ #type-{name} }}.",
            )
