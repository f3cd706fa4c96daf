"""Rules for spelling: each Dutch word stands in the dictionary or in the course's own list, `data/woordenlijst.txt`.

Not looked at: code, parts marked as another language, and citations and entries of the list of sources, where names of authors stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from werkwijzer.base.problems import CourseError, Place, Problem, relative
from werkwijzer.base.source import read_drawing, read_text
from werkwijzer.course.passages import Passage, all_passages
from werkwijzer.course.read import Course
from werkwijzer.dutch.sentences import spans
from werkwijzer.dutch.spelling import Speller

LIST = "data/woordenlijst.txt"
FIGURES = "docs/assets/figuren"


def check(course: Course) -> Iterator[Problem]:
    own = read_list(course.root)
    speller = Speller(own)
    names = re.compile("|".join(re.escape(name) for name in own if " " in name) or r"(?!)")
    for passage in texts(course):
        yield from check_words(passage, speller, names)


def read_list(root: Path) -> list[str]:
    """The course's own words, one a line; a lower-case word may also start with a capital. A line of several words is a name."""
    path = root / LIST
    return read_text(path, root).splitlines() if path.is_file() else []


def texts(course: Course) -> Iterator[Passage]:
    """Everything that must be spelled as Dutch is: pages, banks, words in figures."""
    yield from all_passages(course)
    for path in sorted((course.root / FIGURES).glob("*.svg")):
        try:
            yield from figure_passages(path, course.root)
        except CourseError:
            continue


def figure_passages(path: Path, root: Path) -> Iterator[Passage]:
    """The words in a drawing, with its title and description; a word that a line breaks off (`groeps-`) is made whole."""
    texts = (text.strip() for part in read_drawing(path, root).iter() for text in (part.text, part.tail) if text and text.strip())
    yield Passage(relative(path, root), 0, "figure", re.sub(r"(?<=\w)-\n(?!en |of )", "", "\n".join(texts)))


def check_words(passage: Passage, speller: Speller, names: re.Pattern[str]) -> Iterator[Problem]:
    text = names.sub(lambda match: " " * len(match[0]), passage.dutch)
    for offset, word in spans(text):
        if not word[0].isdigit() and len(word) > 1 and not speller.knows(word):
            near = speller.suggestions(word)
            remedy = f"Bedoelde je {', '.join(near)}?" if near else "Verbeter het woord."
            yield Problem(_place(passage, text, offset), f"onbekend woord “{word}”", f"{remedy} Klopt het zo, zet het dan in {LIST}.")


def _place(passage: Passage, text: str, offset: int) -> Place:
    return passage.place(text, offset) if passage.line else Place(passage.file)
