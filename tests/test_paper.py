"""Workbook and answers: the same numbers as the site, every question in both, no answer in the workbook."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests.sites import ROOT
from werkwijzer.course.read import read_course
from werkwijzer.render.paper import paper_files
from werkwijzer.render.text import plain_text

COURSE = read_course(ROOT)[0]


@pytest.fixture(scope="module")
def paper():
    files = paper_files(COURSE)
    return {name: BeautifulSoup(files[f"{name}.html"], "html.parser") for name in ("werkboek", "antwoorden")}


@pytest.fixture(scope="module")
def sections(paper):
    """Id → the section of a question, in either."""
    return {section["id"]: section for soup in paper.values() for section in soup.find_all("section", id=True)}


def test_every_question_stands_in_both_under_its_number(sections):
    for chapter in COURSE.chapters:
        for number, question in enumerate(chapter.bank.bank.asked, 1):
            for mode in ("ask", "key"):
                section = sections[f"{mode}-{question.id}"]
                assert section.h3.get_text().startswith(f"Vraag {number} "), question.id


def test_no_answer_is_in_the_workbook(paper):
    text = " ".join(paper["werkboek"].get_text().split())
    for loaded in COURSE.banks.values():
        for question in loaded.bank.asked:
            secrets = [question.explanation, getattr(question, "model", None)]
            secrets += [item.feedback for name in ("options", "reasons", "steps", "pairs", "cards") for item in getattr(question, name, ())]
            for secret in filter(None, secrets):
                assert plain_text(secret) not in text, question.id
    assert not paper["werkboek"].select("input, button, select, textarea, script, details")


def test_the_answers_hold_every_explanation(sections):
    for loaded in COURSE.banks.values():
        for question in loaded.bank.asked:
            section = " ".join(sections[f"key-{question.id}"].get_text().split())
            assert not question.explanation or plain_text(question.explanation) in section, question.id


def test_the_order_on_paper_tells_nothing(sections):
    for loaded in COURSE.banks.values():
        for question in (question for question in loaded.bank.asked if question.type_name == "order"):
            shown = [item.get_text(" ", strip=True).removeprefix("___ ") for item in sections[f"ask-{question.id}"].select(".p-order li")]
            assert shown != [plain_text(step.text) for step in question.steps] and len(shown) == len(question.steps)
