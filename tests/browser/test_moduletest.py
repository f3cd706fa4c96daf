"""Module tests and the proof of participation: what is drawn, that a test starts blank, and what the proof says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import give, right, wrong
from tests.browser.axe import accessible
from tests.sites import ROOT
from werkwijzer.components.moduletest import DRAW, pool
from werkwijzer.course.read import read_course

COURSE = read_course(ROOT)[0]
QUESTIONS = {question.id: question for loaded in COURSE.banks.values() for question in loaded.bank.questions}
CHAPTER_OF = {question.id: loaded.bank.chapter for loaded in COURSE.banks.values() for question in loaded.bank.questions}
FOLDERS = [loaded.folder for loaded in COURSE.modules]
DRAWN = "[...document.querySelectorAll('ww-question')].filter(own => own.checkVisibility()).map(own => own.dataset.question)"


def drawn(page: Page) -> list[str]:
    page.wait_for_function("!!customElements.get('ww-question')")
    return page.evaluate(DRAWN)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_pool_covers_every_goal(folder):
    for loaded in COURSE.chapters_in(folder):
        asked = pool(loaded)
        assert {question.goal for question in asked} == {
            goal.id for goal in loaded.chapter.goals if any(q.scored and q.goal == goal.id for q in loaded.bank.bank.questions)
        }


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_test_draws_from_every_chapter_and_stays_after_a_reload(folder, page, address):
    page.goto(f"{address}/{folder}/toets/")
    first = drawn(page)
    assert len(first) == DRAW
    assert {CHAPTER_OF[id_] for id_ in first} == {loaded.chapter.id for loaded in COURSE.chapters_in(folder)}
    page.reload()
    assert drawn(page) == first


def test_what_was_never_seen_comes_first_and_a_new_test_starts_blank(page, address):
    page.goto(f"{address}/1-groep/toets/")
    first = drawn(page)
    give(page, {id_: wrong(question) for id_, question in QUESTIONS.items()})
    result = page.locator(".ww-quiz-result")
    expect(result).to_be_focused()
    expect(result).to_contain_text(f"van de {DRAW} vragen goed")
    assert accessible(page)
    page.get_by_role("button", name="Trek nieuwe vragen").click()
    page.wait_for_load_state()
    page.wait_for_function(f"!!customElements.get('ww-question') && {DRAWN}.join() !== \"{','.join(first)}\"")
    second = drawn(page)
    unseen = {id_ for loaded in COURSE.chapters_in("1-groep") for id_ in (question.id for question in pool(loaded))} - set(first)
    assert len(set(second) - set(first)) >= min(DRAW, len(unseen)) - 5, "goals come before novelty, novelty before repetition"
    expect(page.locator(".ww-quiz-result")).to_be_hidden()
    states = page.evaluate(
        "[...document.querySelectorAll('ww-question')].filter(own => own.checkVisibility()).map(own => own.dataset.state)"
    )
    assert set(states) == {"open"}, "an answer from before does not stand in a new test"
    give(page, {id_: right(question) for id_, question in QUESTIONS.items()})
    kept = page.evaluate("ids => ids.map(id => Werkwijzer.record.answer(id).answer)", second)
    assert all(answer["points"] == answer["of"] for answer in kept)
    assert all(len(answer["history"]) == (id_ in first) for id_, answer in zip(second, kept, strict=True)), (
        "the earlier result stays in the history"
    )


def test_the_proof_lists_what_is_done_and_keeps_no_name(page, address):
    page.goto(f"{address}/afsluiting/")
    expect(page.locator(".ww-certificate-none")).to_be_visible()
    expect(page.locator(".ww-certificate-sheet")).to_be_hidden()
    key = "1-groep/keuze"
    page.goto(f"{address}/{key}/")
    page.wait_for_function("!!customElements.get('ww-question')")
    give(page, {question.id: right(question) for question in COURSE.banks[key].bank.questions})
    page.goto(f"{address}/afsluiting/")
    page.get_by_label("Je naam, zoals hij op het bewijs komt").fill("<b>Sam</b>")
    sheet = page.get_by_role("region", name="Bewijs van deelname")
    expect(sheet).to_contain_text("<b>Sam</b>")
    expect(sheet.locator("li:visible")).to_have_text("1.3 Individueel of groepsgewijs: de keuze")
    expect(sheet).to_contain_text(f"Samen 1 van de {len(COURSE.chapters)} hoofdstukken")
    assert accessible(page)
    assert "Sam" not in page.evaluate("JSON.stringify(Object.values(localStorage))")
