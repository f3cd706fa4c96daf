"""What texts say about the course in numbers is what the course holds."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.sites import ROOT, copy_course
from werkwijzer.base.outline import Outline
from werkwijzer.base.source import read_yaml
from werkwijzer.checks import counts
from werkwijzer.checks.survey import survey
from werkwijzer.components.case import case_ids
from werkwijzer.components.caselist import weighing
from werkwijzer.course.glossary import FILE, terms
from werkwijzer.course.read import read_course
from werkwijzer.dutch.numbers import in_dutch, in_english, value_of

COURSE = read_course(ROOT)[0]
QUESTIONS = [question for loaded in COURSE.chapters for question in loaded.bank.bank.questions]
IN_MODULES = [loaded for loaded in COURSE.chapters if "/" in loaded.key]
BRANCHING = len(case_ids(ROOT))
WEIGHED = sum(weighing(question) for question in QUESTIONS)
FORMATS = len(read_yaml(ROOT / "data/formats.yml", ROOT).value["formats"])


def said(path: str) -> str:
    return (ROOT / path).read_text("utf-8").casefold()


def test_the_readme_counts_right():
    text = said("README.md")
    assert re.findall(r"(\d+) chapters, (\d+) questions", text) == [(str(len(IN_MODULES)), str(len(QUESTIONS)))]
    assert (
        f"{in_english(BRANCHING)} branching cases, {in_english(WEIGHED)} weighings, a self-scan, {in_english(FORMATS)} exercise cards"
        in text
    )


def test_the_pages_count_right():
    cases = said("docs/casussen/index.md")
    assert f"{in_dutch(BRANCHING + WEIGHED)} verzonnen situaties" in cases
    assert f"in {in_dutch(BRANCHING)} bepaalt jouw keuze het vervolg, in {in_dutch(WEIGHED)} weeg je" in cases
    assert f"{in_dutch(FORMATS)} werkvormen" in said("docs/index.md")
    assert f"{in_dutch(FORMATS)} werkvormen" in said("data/formats.yml")


@pytest.mark.parametrize("promise", [*counts.PROMISES, *counts.of_modules(COURSE)], ids=lambda promise: f"{promise.file} {promise.what}")
def test_each_sentence_that_counts_is_found(promise):
    """A sentence that was written anew would be checked no more."""
    if promise.file.endswith("index.md") and promise.what == "hoofdstukken":
        return  # a module's own page need not count them
    found = re.findall(promise.said, (ROOT / promise.file).read_text("utf-8"))
    assert [value_of(word) for word in found if value_of(word) is not None], promise.said


def test_one_case_and_one_question_more_are_told_where_they_are_counted(tmp_path):
    folder = copy_course(tmp_path / "cursus")
    shutil.copy(ROOT / "README.md", folder / "README.md")
    bank = folder / "quizzes/introductie.yml"
    last = bank.read_text("utf-8").rpartition("\n  - id: ")[2]
    bank.write_text(bank.read_text("utf-8") + f"\n  - id: nog-een-vraag\n{last.partition(chr(10))[2]}", "utf-8")
    shutil.copy(folder / "data/case/te-veel-gedeeld.yml", folder / "data/case/nog-een.yml")
    told = {(problem.place.file, problem.cause) for problem in counts.check(read_course(folder)[0])}
    assert told == {
        ("README.md", f"hier staat “{len(QUESTIONS)} questions”, en het zijn er {len(QUESTIONS) + 1}"),
        ("README.md", f"hier staat “{in_english(BRANCHING).capitalize()} branching cases”, en het zijn er {BRANCHING + 1}"),
        (
            "docs/casussen/index.md",
            f"hier staat “{in_dutch(BRANCHING + WEIGHED).capitalize()} situaties”, en het zijn er {BRANCHING + WEIGHED + 1}",
        ),
        ("docs/casussen/index.md", f"hier staat “{in_dutch(BRANCHING)} casussen die vertakken”, en het zijn er {BRANCHING + 1}"),
    }


def test_numbers_in_words():
    assert [in_dutch(number) for number in (0, 1, 11, 16, 21, 22, 25, 33, 40, 99, 100)] == [
        "nul",
        "een",
        "elf",
        "zestien",
        "eenentwintig",
        "tweeëntwintig",
        "vijfentwintig",
        "drieëndertig",
        "veertig",
        "negenennegentig",
        "100",
    ]
    assert [in_english(number) for number in (0, 11, 25, 40, 100)] == ["zero", "eleven", "twenty-five", "forty", "100"]
    assert all(value_of(say(number)) == number for say in (in_dutch, in_english) for number in range(101))
    assert value_of("veel") is None and value_of("Zes") == 6


def test_the_course_is_as_large_as_it_set_out_to_be():
    assert len(QUESTIONS) >= 180
    assert len(terms(Outline((ROOT / FILE).read_text("utf-8")))) >= 72


def test_every_chapter_asks_for_more_than_remembering():
    assert {found.key: found.higher for found in survey(COURSE) if found.higher < 0.4} == {}
