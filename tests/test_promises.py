"""What texts say about the course in numbers is what the course holds."""

from __future__ import annotations

import re

from tests.sites import ROOT
from werkwijzer.components.case import case_ids
from werkwijzer.components.caselist import RANKED
from werkwijzer.course import read_course
from werkwijzer.glossary import FILE, terms
from werkwijzer.source import read_yaml
from werkwijzer.survey import survey

COURSE = read_course(ROOT)[0]
QUESTIONS = [question for loaded in COURSE.chapters for question in loaded.bank.bank.questions]
IN_MODULES = [loaded for loaded in COURSE.chapters if "/" in loaded.key]
BRANCHING = len(case_ids(ROOT))
WEIGHED = sum(question.type_name == RANKED and bool(question.title) for question in QUESTIONS)
FORMATS = len(read_yaml(ROOT / "data/werkvormen.yml", ROOT).value["formats"])
DUTCH = {5: "vijf", 10: "tien", 15: "vijftien", 25: "vijfentwintig"}
ENGLISH = {5: "five", 10: "ten", 25: "twenty-five"}


def said(path: str) -> str:
    return (ROOT / path).read_text("utf-8").casefold()


def test_the_readme_counts_right():
    text = said("README.md")
    assert re.findall(r"(\d+) chapters, (\d+) questions", text) == [(str(len(IN_MODULES)), str(len(QUESTIONS)))]
    assert f"{ENGLISH[BRANCHING]} branching cases, {ENGLISH[WEIGHED]} weighings, a self-scan, {ENGLISH[FORMATS]} exercise cards" in text


def test_the_pages_count_right():
    cases = said("docs/casussen/index.md")
    assert f"{DUTCH[BRANCHING + WEIGHED]} verzonnen situaties" in cases
    assert f"in {DUTCH[BRANCHING]} bepaalt jouw keuze het vervolg, in {DUTCH[WEIGHED]} weeg je" in cases
    assert f"{DUTCH[FORMATS]} werkvormen" in said("docs/index.md")
    assert f"{DUTCH[FORMATS]} werkvormen" in said("data/werkvormen.yml")


def test_the_course_is_as_large_as_it_set_out_to_be():
    assert len(QUESTIONS) >= 180
    assert len(terms((ROOT / FILE).read_text("utf-8"))) >= 72


def test_every_chapter_asks_for_more_than_remembering():
    assert {found.key: found.higher for found in survey(COURSE) if found.higher < 0.4} == {}
