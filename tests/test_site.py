"""The built course keeps its promises: links arrive, nothing is fetched elsewhere, answers stand in the page, code only where a question is."""

from __future__ import annotations

import itertools
import posixpath
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.sites import ROOT
from werkwijzer.build.bundles import bundles, is_fresh
from werkwijzer.build.generate import stale
from werkwijzer.checks.site import check, check_page
from werkwijzer.course.read import read_course
from werkwijzer.export.editions import editions
from werkwijzer.questions import APART

FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttribute\(['\"]on|DOMParser|\.setHTML"
)
MODULE = re.compile(r"(?:^|[;}])\s*(?:import|export)\b", re.M)
SCRIPTS = sorted((ROOT / "werkwijzer").rglob("*.js"))


@pytest.fixture(scope="module")
def course():
    return read_course(ROOT)[0]


def test_the_built_course_has_no_flaw(site, pages):
    assert [str(problem) for page in pages.values() for problem in check_page(page, pages, site)] == []
    assert len(pages) > 70


def test_generated_files_are_fresh():
    assert stale(ROOT) == [], "draai `make generate`"


def other(source: str, said: str) -> SimpleNamespace:
    """A bundle of this source with these words."""
    return SimpleNamespace(source=source, said=lambda: said)


def test_a_bundle_changed_by_hand_by_its_source_or_by_its_words_is_stale(tmp_path):
    for name, bundle in bundles().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / name).read_text("utf-8")
        (tmp_path / name).write_text(text, "utf-8")
        assert is_fresh(tmp_path / name, bundle)
        assert not is_fresh(tmp_path / name, other(bundle.source + " ", bundle.said()))
        assert not is_fresh(tmp_path / name, other(bundle.source, bundle.said() + " "))
        (tmp_path / name).write_text(text + " ", "utf-8")
        assert not is_fresh(tmp_path / name, bundle)


def test_every_question_of_every_bank_is_in_the_page_with_its_answer(course, pages):
    for chapter in course.chapters:
        found = {element["id"]: element for element in pages[f"{chapter.key}/index.html"].soup.find_all("ww-question")}
        for number, question in enumerate(chapter.bank.bank.asked, 1):
            element = found.get(f"vraag-{question.id}")
            assert element and element.find("details", class_="ww-answer").get_text(strip=True)
            assert f"Vraag {number}" in element.find(class_="ww-question-label").get_text()


def test_every_twin_is_asked_once_and_not_by_its_chapter(course, pages):
    for chapter in course.chapters:
        for twin in chapter.bank.bank.twins.values():
            shown = [page.path for page in pages.values() if f'id="vraag-{twin}"' in page.html]
            assert len(shown) == 1 and shown != [f"{chapter.key}/index.html"], (twin, shown)


def test_what_is_kept_for_afterwards_stands_on_the_closing_page_only(course, pages):
    bank = course.by_key["introductie"].bank.bank
    kept = [question.id for question in bank.questions if question not in bank.asked]
    assert len(kept) == 10
    for page in pages.values():
        found = page.ids.keys() & {f"vraag-{id_}" for id_ in kept}
        assert len(found) == (len(kept) if page.path == "afsluiting/index.html" else 0), page.path


def test_a_file_to_take_along_has_the_name_that_an_export_gives_it(course, pages):
    made = {f"{edition.name}.pdf" for edition in editions(course, "all")}
    offered = {place["data-file"] for page in pages.values() for place in page.soup.select(".ww-take")}
    assert offered <= made
    assert len(offered) == len(course.chapters) + len(course.modules) + 3


def test_code_for_questions_loads_only_where_a_question_stands(pages):
    for page in pages.values():
        has_question = "<ww-question" in page.html
        assert ("assets/css/quiz.css" in page.html) == has_question, page.path
        assert ("assets/js/quiz.js" in page.html) == has_question, page.path
        for type_ in APART:
            assert [f"assets/{kind}" in page.html for kind in (f"js/{type_}.js", f"css/{type_}.css")] == [
                f'data-type="{type_}"' in page.html
            ] * 2, page.path
        assert ("assets/js/course.js" in page.html) == ("<ww-" in page.html and not has_question), page.path
        assert ("assets/js/record.js" in page.html) == ("<ww-record" in page.html), page.path


def test_no_inline_script_runs(pages):
    for page in pages.values():
        inline = {script.get("type") for script in page.soup.find_all("script", src=False)}
        assert inline <= {"application/json", "application/ld+json"}, page.path
        assert page.soup.find_all("script", src=True), page.path


def test_no_page_shows_a_template_or_catalogue_word_unfilled(pages):
    for page in pages.values():
        text = page.soup.get_text()
        assert "{{" not in re.sub(r"\{\{[a-z-]+\}\}", "", text) and "None" not in text, page.path
        assert not re.search(r"\{(number|total|count|minutes|heading|text|title)\}", text), page.path


def test_every_page_has_one_h1_a_description_and_a_language(pages):
    for page in pages.values():
        assert page.soup.html["lang"] == "nl", page.path
        assert len(page.soup.find_all("h1")) == 1, page.path
        assert len(page.soup.find("meta", attrs={"name": "description"})["content"]) > 40, page.path


def test_headings_skip_no_level(pages):
    for page in pages.values():
        levels = [int(heading.name[1]) for heading in page.soup.find_all(re.compile("^h[1-6]$"))]
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), (page.path, levels)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT / "werkwijzer").as_posix())
def test_scripts_have_no_html_sink_and_fetch_nothing(path):
    text = path.read_text("utf-8")
    assert not FORBIDDEN.search(text), FORBIDDEN.search(text)
    assert "fetch(" not in text or path.parent.name == "search" or path.name == "worker.js"


@pytest.mark.parametrize("path", sorted((ROOT / "docs/assets/js").glob("*.js")), ids=lambda path: path.name)
def test_served_scripts_are_no_modules(path):
    """Browsers load no modules from a disk."""
    assert not MODULE.search(path.read_text("utf-8"))


def test_every_page_is_in_the_navigation(course, pages):
    start = pages["index.html"]
    for page in course.pages:
        name = page.file.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/")
        path = f"{name}/index.html" if name else "index.html"
        assert path in pages
    linked = {link["href"].strip("./") for link in start.soup.find_all("a", href=True)}
    assert {chapter.key.partition("/")[0] for chapter in course.chapters} <= {link.partition("/")[0] for link in linked}


def menu(path: str, pages) -> set[str]:
    """Where the contents on a page lead."""
    links = pages[path].soup.select("nav.ww-nav a[href]")
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), link["href"], "index.html")) for link in links}


def test_the_contents_lead_from_home_to_every_page(pages):
    """From the first page to those of the parts, and on from there."""
    reached, ahead = {"index.html"}, {"index.html"}
    while ahead := {to for path in ahead for to in menu(path, pages)} - reached:
        reached |= ahead
    assert reached == set(pages) - {"404.html"}


def test_page_after_page_leads_through_the_whole_course(pages):
    path, read = "index.html", []
    while path not in read:
        read.append(path)
        [*further] = pages[path].soup.select("a[rel=next]")
        if further:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), further[0]["href"], "index.html"))
    assert set(read) == set(pages) - {"404.html"}
    assert [path for path in read if not pages[path].soup.select("a[rel=next]")] == read[-1:]


def write(folder: Path, html: str) -> list[str]:
    (folder / "index.html").write_text(f"<!doctype html><html lang=nl><body>{html}</body></html>", "utf-8")
    return [problem.cause for problem in check(folder)]


@pytest.mark.parametrize(
    "html,cause",
    [
        ('<a href="weg.html">x</a>', "leidt nergens heen"),
        ('<a href="/weg/">x</a>', "leidt nergens heen"),
        ('<a href="#weg">x</a>', "anker"),
        ('<p id="a"></p><p id="a"></p>', "2 keer voor"),
        ('<label for="weg">x</label>', "verwijst naar niets"),
        ('<img src="x.png">', "zonder beschrijving"),
        ('<svg class="ww-fig"><title>x</title></svg>', "zonder <title> of <desc>"),
        ("<p>/// quiz | x</p>", "als gewone tekst"),
        ('<script src="https://cdn.example/x.js"></script>', "haalt iets op bij cdn.example"),
        ('<link rel="stylesheet" href="//cdn.example/x.css">', "haalt iets op"),
        ('<p style="color:red">x</p>', "style in de HTML"),
        ('<p onclick="x()">x</p>', "onclick in de HTML"),
    ],
)
def test_each_rule_of_the_site_check_bites(html, cause, tmp_path):
    assert any(cause in problem for problem in write(tmp_path, html))


def test_the_site_check_lets_good_html_be(tmp_path):
    good = '<a href="#a">x</a><p id="a">x</p><a href="https://example.org">weg</a><pre>/// quiz | x</pre><a href="./">hier</a>'
    assert write(tmp_path, good) == []


def test_each_source_names_the_chapters_that_link_to_it(course, pages):
    """Counted anew from the built chapters: what stands behind a source are the numbers of the pages that lead to it."""
    leading = {
        _number(chapter): set(re.findall(r'over/bronnen/#([\w-]+)"', pages[f"{chapter.key}/index.html"].html))
        for chapter in course.chapters
    }
    shown = {
        used.find_parent(id=True)["id"]: {link.get_text() for link in used.find_all("a")}
        for used in pages["over/bronnen/index.html"].soup.select(".ww-used-by")
    }
    assert len(shown) > 100
    for id_, said in shown.items():
        assert said == {number for number, ids in leading.items() if id_ in ids}, id_


def _number(loaded) -> str:
    """What a chapter is called in a list of numbers."""
    return loaded.chapter.title if loaded.chapter.number == "0" else loaded.chapter.number
