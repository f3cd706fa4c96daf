"""The course outlives its generator: the same tree, three engines and no hooks, one set of questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests import course
from tests.sites import ROOT, built, copy_course, once, run
from werkwijzer.checks.site import HtmlPage, read_site
from werkwijzer.course.read import read_course
from werkwijzer.render.text import plain_text

pytestmark = pytest.mark.slow

OURS = ["ww-quiz", "ww-question", "ww-mastery", "ww-overview", "ww-plan", "ww-record", "ww-letter", ".ww-card", ".ww-figure", ".ww-step"]
CONSUMED = "data-search-exclude"
"""Zensical reads this attribute for its search index and takes it out of the page."""


def ours(pages: dict[str, HtmlPage]) -> dict[str, list[str]]:
    """Page → the HTML of everything that is ours, in order."""
    found = {path: [without(str(tag)) for tag in page.soup.select(", ".join(OURS))] for path, page in pages.items()}
    return {path: parts for path, parts in found.items() if parts}


def without(html: str) -> str:
    return html.replace(f' {CONSUMED}=""', "")


@pytest.fixture(scope="session")
def from_mkdocs(pages):
    return ours(pages)


def test_there_is_something_to_compare(from_mkdocs):
    assert sum(part.startswith("<ww-question") for parts in from_mkdocs.values() for part in parts) >= 6 * 8


@pytest.mark.parametrize("engine,hooks", [("mkdocs", False), ("properdocs", True), ("properdocs", False), ("zensical", True)])
def test_another_build_has_the_same_questions(engine, hooks, pages, from_mkdocs, shared):
    name = f"course-{engine}-{'hooks' if hooks else 'bare'}"
    folder = once(shared / name, lambda folder: built(engine, copy_course(folder / "course", hooks=hooks)))
    built_pages = read_site(folder / "course/site")
    other = ours({path: pages[path] if page == pages.get(path) else page for path, page in built_pages.items()})
    assert other.keys() == from_mkdocs.keys()
    for page, parts in from_mkdocs.items():
        assert other[page] == parts, f"{page} differs between mkdocs and {engine}"


def test_no_build_puts_answers_in_its_search_index(site, shared):
    bare = once(shared / "course-zensical-hooks", lambda folder: built("zensical", copy_course(folder / "course")))
    for index in (site / "search/search_index.json", bare / "course/site/search.json"):
        text = json.dumps(json.loads(index.read_text("utf-8")), ensure_ascii=False)
        assert "interdependentie" in text
        for question in (question for loaded in read_course(ROOT)[0].banks.values() for question in loaded.bank.questions):
            for secret in (question.explanation, question.prompt, *question.hints):
                assert not secret or plain_text(secret)[:60] not in text, f"{question.id} in {index.name}"


@pytest.mark.parametrize("hooks", [True, False])
@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_bad_bank_stops_the_build_with_every_problem(engine, hooks, tmp_path):
    bad = course.BANK.replace("correct: true", "corect: true", 1).replace("level: analyse", "level: analyze")
    folder = course.make(tmp_path, bank=bad)
    if hooks:
        config = (folder / "mkdocs.yml").read_text("utf-8")
        (folder / "mkdocs.yml").write_text(config + f"hooks:\n  - {Path(__file__).parents[1] / 'hooks/course.py'}\n", "utf-8")
    done = run(engine, folder)
    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert 'quizzes/1-deel/voorbeeld.yml:16: vraag voorbeeld-choice, optie norm: onbekende sleutel "corect"' in said
    assert 'Bedoelde je "correct"?' in said and 'Bedoelde je "analyse"?' in said
    assert ("Traceback" in said) is (not hooks), "hooks turn the error into sentences alone"


def test_a_block_with_a_typing_error_stops_the_build_even_without_hooks(tmp_path):
    folder = course.make(tmp_path, chapter=course.CHAPTER.replace("/// quiz |", "/// quizz |"))
    for engine in ("mkdocs", "zensical"):
        done = run(engine, folder)
        assert "als gewone tekst blijven staan" in done.stdout + done.stderr
        assert done.returncode != 0


def test_blocks_keep_their_place_in_lists_and_samples(tmp_path):
    chapter = course.CHAPTER.replace(
        "Tekst van het hoofdstuk.",
        "1. een\n\n    /// question | 1-deel/voorbeeld#voorbeeld-choice\n    ///\n\n2. twee\n\n```\n/// quiz | voorbeeld\n///\n```\n",
    )
    soup = BeautifulSoup(
        (built("mkdocs", course.make(tmp_path, chapter=chapter)) / "1-deel/voorbeeld/index.html").read_text("utf-8"), "html.parser"
    )
    assert soup.select_one("ol > li > ww-question#vraag-voorbeeld-choice")
    assert len(soup.select_one("article ol").find_all("li", recursive=False)) == 2
    assert "/// quiz | voorbeeld" in soup.select_one("pre").get_text()
    assert len(soup.select("#vraag-voorbeeld-choice")) == 1, "the quiz leaves out what stands on the page already"


def test_a_question_can_be_linked_to(tmp_path):
    """Its HTML is stored away from the engine, which must know the anchor all the same: a link to it is no broken link."""
    folder = course.make(tmp_path)
    with (folder / "docs/index.md").open("a", encoding="utf-8") as index:
        index.write("\n[Een](1-deel/voorbeeld.md#vraag-voorbeeld-rank), [en een die weg is](1-deel/voorbeeld.md#vraag-weg)\n")
    said = run("mkdocs", folder).stderr
    assert "#vraag-weg'" in said and "#vraag-voorbeeld-rank'" not in said
    page = (folder / "site/1-deel/voorbeeld/index.html").read_text("utf-8")
    assert page.count('id="vraag-voorbeeld-rank"') == 1 and "ww-stand-in" not in page
