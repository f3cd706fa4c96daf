"""A record of the version before, with every question of the course answered: all of it opens, and it says "gewijzigd sinds" where the meaning changed and nowhere else.

`whole-course.json` is what a browser had kept after every question of release 0.2 was answered on its own page."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from tests.browser.server import serve
from tests.browser.storage import plant, released
from tests.sites import ROOT
from werkwijzer.course.read import read_course

COURSE = read_course(ROOT)[0]
HASHES = {id_: hash_ for loaded in COURSE.banks.values() for id_, hash_ in loaded.bank.hashes.items()}
NAMES = {
    former: question.id for loaded in COURSE.banks.values() for question in loaded.bank.questions for former in (question.id, *question.was)
}
STORAGE = json.loads(released("whole-course.json"))
KEPT = {key.split(":answer:")[1]: json.loads(text) for key, text in STORAGE.items() if ":answer:" in key}
STATES = "() => Object.fromEntries([...document.querySelectorAll('ww-question')].map((own) => [own.dataset.question, own.dataset.state]))"
TOLD = "() => [...document.querySelectorAll('ww-question')].filter((own) => own.querySelector('.ww-status')?.textContent.includes('gewijzigd sinds je antwoord')).map((own) => own.dataset.question)"


def expected(id_: str) -> str:
    """What a question of today makes of the former record, by hashes alone."""
    if id_ not in HASHES:
        return "gone"
    former = [old for old in KEPT if NAMES.get(old) == id_]
    if not former:
        return "open"
    return "same" if KEPT[former[0]]["hash"] == HASHES[id_] else "changed"


@pytest.fixture(scope="module")
def opened(browser, site):
    """A browser that holds the former record, and the course of today."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    with serve(site) as address:
        page.goto(f"{address}/over/")
        plant(page, STORAGE)
        yield page, address
    context.close()


def test_the_sample_holds_all_that_it_should_try():
    tried = Counter(expected(id_) for id_ in HASHES)
    assert len(KEPT) == 289 and min(tried["same"], tried["changed"], tried["open"]) > 20, tried
    assert all(KEPT[old]["hash"] and KEPT[old]["attempts"] for old in KEPT)


@pytest.mark.parametrize("chapter", COURSE.chapters, ids=lambda loaded: loaded.key)
def test_a_question_says_that_it_changed_only_where_its_meaning_did(chapter, opened):
    page, address = opened
    page.goto(f"{address}/{chapter.key}/")
    page.wait_for_function("!!customElements.get('ww-question')")
    states = page.evaluate(STATES)
    assert {id_: "same" if state not in ("open", "changed") else state for id_, state in states.items()} == {
        id_: expected(id_) for id_ in states
    }
    assert set(page.evaluate(TOLD)) == {id_ for id_ in states if expected(id_) == "changed"}
    assert len(states) >= 10


def test_home_says_which_chapters_changed(opened):
    page, address = opened
    page.goto(f"{address}/")
    found = dict(
        page.locator("[data-chapter]").evaluate_all(
            "(all) => all.map((one) => [one.dataset.chapter, one.querySelector('.ww-chapter-state')?.textContent.trim()])"
        )
    )
    changed = {
        loaded.chapter.id
        for loaded in COURSE.chapters
        if any(expected(question.id) == "changed" for question in COURSE.banks[loaded.key].bank.asked)
    }
    assert {id_ for id_, state in found.items() if state and "gewijzigd sinds" in state} == changed and len(found) == len(COURSE.chapters)


def test_home_says_nothing_of_a_change_to_who_answered_only_what_is_still_the_same(page, site):
    same = {key: text for key, text in STORAGE.items() if ":answer:" in key and expected(NAMES.get(key.split(":answer:")[1], "")) == "same"}
    with serve(site) as address:
        page.goto(f"{address}/over/")
        plant(page, same)
        page.goto(f"{address}/")
        states = page.locator(".ww-chapter-state").all_text_contents()
    assert "bezig" in states and not any("gewijzigd" in state for state in states)


def test_nothing_of_it_is_thrown_away(opened):
    """Also what belongs to questions that are gone stays, so that a former copy of the course can still show it."""
    page, address = opened
    page.goto(f"{address}/voortgang/")
    kept = page.evaluate("() => Object.fromEntries(Werkwijzer.store.entries('answer'))")
    assert {NAMES.get(old, old) for old in KEPT} == {NAMES.get(id_, id_) for id_ in kept}
    assert {NAMES.get(id_, id_): one["response"] for id_, one in kept.items()} == {
        NAMES.get(old, old): one["response"] for old, one in KEPT.items()
    }
