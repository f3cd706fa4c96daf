"""Twins: what measures before and after are different questions about one goal, and each is asked in its own place only."""

from __future__ import annotations

import re

import pytest

from tests import course
from tests.twins import GOAL, TWIN, made
from werkwijzer.base.problems import report
from werkwijzer.base.source import parse_yaml
from werkwijzer.checks import check_course, fair
from werkwijzer.components import Use
from werkwijzer.components.aftertest import html as aftertest_html
from werkwijzer.components.catalogue import catalogue_script
from werkwijzer.components.moduletest import pool
from werkwijzer.course.bank import Bank
from werkwijzer.course.library import Library
from werkwijzer.course.parse import parse
from werkwijzer.course.read import read_course
from werkwijzer.export.book import Printer
from werkwijzer.export.editions import editions
from werkwijzer.render.pages import trail


def bank(added: str) -> Bank:
    return parse(parse_yaml(course.BANK + added, "bank.yml"), Bank)


def said(folder) -> str:
    loaded, problems = read_course(folder)
    return report([*problems, *(problem for problem in check_course(loaded) if problem.fatal)])


def test_the_later_of_two_twins_is_kept_for_afterwards():
    both = course.BANK.replace("  - id: voorbeeld-choice\n", "  - id: voorbeeld-choice\n    parallel: tweeling\n") + TWIN.format(
        goal=GOAL
    ).replace("    parallel: voorbeeld-choice\n", "")
    for found in (bank(TWIN.format(goal=GOAL)), parse(parse_yaml(both, "bank.yml"), Bank)):
        assert found.twins == {"voorbeeld-choice": "tweeling"}
        assert [question.id for question in found.asked] == [question.id for question in found.questions if question.id != "tweeling"]
        assert found.by_id["tweeling"][0] == 1 and found.by_id["voorbeeld-open"][0] == len(found.asked)


def test_naming_a_twin_changes_no_meaning():
    before = bank(TWIN.format(goal=GOAL).replace("    parallel: voorbeeld-choice\n", "")).hashes
    assert bank(TWIN.format(goal=GOAL)).hashes == before


def test_what_measures_afterwards_stands_nowhere_else(tmp_path):
    found, problems = read_course(made(tmp_path))
    assert said(tmp_path) == "0 fouten" and not problems
    loaded = found.by_key[course.KEY]
    on_paper = [Printer(found).html(edition) for what in ("workbook", "key") for edition in editions(found, what)]
    assert all("Vraag 1" in html for html in on_paper)
    for text in (catalogue_script(found), trail(loaded.bank.bank), *on_paper):
        assert "tweeling" not in text and "Wat gebeurde er hier?" not in text
    page = aftertest_html(Use(Library(tmp_path, found), course.KEY))
    assert re.findall(r'data-question="([^"]+)"', page) == ["tweeling"] and "voorbeeld-choice:" in page


def test_without_twins_the_page_leads_back_to_the_first_test(tmp_path):
    found = read_course(made(tmp_path, ""))[0]
    page = aftertest_html(Use(Library(tmp_path, found), course.KEY))
    assert f'href="{course.KEY}.md#toets-jezelf"' in page and "data-question" not in page
    assert any("mist een tweeling van voorbeeld-choice" in problem.cause for problem in fair.check(found))


def test_a_module_test_draws_the_twin_and_not_what_the_chapter_asked(tmp_path):
    loaded = read_course(made(tmp_path))[0].by_key[course.KEY]
    drawn = [question.id for question in pool(loaded)]
    assert "tweeling" in drawn and "voorbeeld-choice" not in drawn


OPEN = TWIN.format(goal="een").replace("voorbeeld-choice", "voorbeeld-open")
OTHER = "drie" if GOAL != "drie" else "twee"


@pytest.mark.parametrize(
    "added,expected",
    [
        (TWIN.format(goal=GOAL).replace("parallel: voorbeeld-choice", "parallel: tweeling"), "noemt de vraag zelf"),
        (TWIN.format(goal=GOAL).replace("parallel: voorbeeld-choice", "parallel: voorbeeld-choise"), 'Bedoelde je "voorbeeld-choice"?'),
        (TWIN.format(goal=OTHER), "hoort bij doel"),
        (OPEN, "geen punten"),
        (TWIN.format(goal=GOAL) + TWIN.format(goal=GOAL).replace("id: tweeling", "id: drieling"), "is al de tweeling van een andere vraag"),
        (
            TWIN.format(goal=GOAL)
            + TWIN.format(goal=GOAL).replace("id: tweeling", "id: kleinkind").replace("parallel: voorbeeld-choice", "parallel: tweeling"),
            "noemt een andere tweeling",
        ),
    ],
)
def test_what_a_twin_may_not_be(tmp_path, added, expected):
    assert expected in said(made(tmp_path, added)), said(tmp_path)


def test_twins_are_asked_somewhere(tmp_path):
    assert "staan op geen pagina" in said(made(tmp_path, page=""))
