"""Printed documents: nothing of the course is missing, nothing of the screen is left, and a screen reader can read them.

The whole course is counted in the HTML that goes to the printer; a choice of it is printed, read back and examined.
"""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from bench import pdf as bench
from tests.assignments import encode
from tests.prints import CHOSEN, COURSE, edition, results
from tests.sites import ROOT, once
from werkwijzer.__main__ import main
from werkwijzer.base.problems import CourseError
from werkwijzer.base.words import words
from werkwijzer.build import doctor
from werkwijzer.checks import checked_course
from werkwijzer.components.case import END, case_ids, read_case
from werkwijzer.course.assignment import Assignment
from werkwijzer.export import typeface
from werkwijzer.export.book import Printer
from werkwijzer.export.editions import edition_date, editions
from werkwijzer.export.figures import drawing
from werkwijzer.export.links import note_of, shown_address, target
from werkwijzer.export.pdf import PrintError, pdf_of
from werkwijzer.export.pdf_checks import check_pdf
from werkwijzer.export.selection import parse_assignment, parse_chapters, select
from werkwijzer.render.text import plain_text

pytestmark = pytest.mark.slow

PRINTED = ("keuze", "hoofdstuk-2-2-groepsontwikkeling", "werkboek", "antwoorden", "werkboek-invulbaar")
SCREEN = {words()["question"][name] for name in ("check", "retry", "compare", "answer", "again_plain", "kept")} | {
    words()["plan"]["kept"],
    words()["quiz"]["print"],
}
LEFTOVER = re.compile(r"^\s*/{3,}|\{\{|\bNone\b|Toon een hint|Hint \d van", re.M)


def squash(text: str) -> str:
    """Text without what a line break may add or take away."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def questions():
    return [(chapter, number, question) for chapter in COURSE.chapters for number, question in enumerate(chapter.bank.bank.asked, 1)]


@pytest.fixture(scope="module")
def printer():
    return Printer(COURSE)


@pytest.fixture(scope="module")
def stretches(printer):
    """What of the whole book is printed apart."""
    return printer.signatures(edition("cursus"))


@pytest.fixture(scope="module")
def soup_of(printer):
    """The HTML of a document of the whole course, made once."""
    return cache(lambda name: BeautifulSoup(printer.html(edition(name)), "html.parser"))


@pytest.fixture(scope="module")
def book(soup_of):
    return soup_of("cursus")


@pytest.fixture(scope="module")
def by_id(book):
    """Id → the elements that bear it."""
    found: dict[str, list] = {}
    for element in book.find_all(id=True):
        found.setdefault(element["id"], []).append(element)
    return found


@pytest.fixture(scope="session")
def printed(shared):
    """A choice of two chapters as every kind of document, printed once a test run."""

    def make(folder):
        chosen = parse_chapters(COURSE, CHOSEN)
        wanted = [each for each in editions(COURSE, "all", chosen) if each.name in PRINTED]
        assert len(results(COURSE, wanted, folder, folder / "kept")) == len(PRINTED)

    folder = once(shared / "printed", make)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in PRINTED}


def text_of(data: bytes) -> str:
    """What a reader, or a program that reads aloud, gets to read."""
    return subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def texts_of(printer) -> list[str]:
    """The Markdown of every page that is in the book."""
    modules = [f"{module.folder}/index" for module in COURSE.modules]
    return [printer.pages.by_key[key].text for key in (*COURSE.by_key, *modules, *printer.back_matter)]


# the whole course, as it goes to the printer


def test_every_heading_of_every_chapter_is_in_the_book(book):
    found = {" ".join(heading.get_text().split()) for heading in book.find_all(re.compile("^h[1-6]$"))}
    for chapter in COURSE.chapters:
        for heading in chapter.page.outline.headings:
            wanted = plain_text(heading.text)
            assert wanted in found or any(wanted in each for each in found), (chapter.key, wanted)


def test_every_question_is_asked_and_answered_once_under_its_number(by_id):
    for _chapter, number, question in questions():
        for mode in ("ask", "key"):
            asked = by_id[f"{mode}-{question.id}"]
            assert len(asked) == 1, (mode, question.id)
            assert asked[0].select_one(".p-question-number").get_text() == f"Vraag {number}"


def test_workbook_key_and_form_have_the_numbers_of_the_site(soup_of):
    for name, mode in (("werkboek", "ask"), ("antwoorden", "key"), ("werkboek-invulbaar", "ask")):
        soup = soup_of(name)
        shown = [(section["id"], section.select_one(".p-question-number").get_text()) for section in soup.select(".p-question")]
        assert shown == [(f"{mode}-{question.id}", f"Vraag {number}") for _, number, question in questions()]


def test_every_source_is_in_the_list_and_each_chapter_notes_it_at_its_first_mention(by_id, printer):
    assert len(printer.sources) > 100
    for anchor in printer.sources:
        assert len(by_id[f"over-bronnen--{anchor}"]) == 1
    for chapter in COURSE.chapters:
        cited = set(re.findall(r"over/bronnen\.md#([\w-]+)", chapter.page.text))
        title = by_id[chapter.key.replace("/", "-")][0]
        notes = title.find_parent("section").select(".p-note")
        assert len(notes) == len(cited), chapter.key


def test_every_figure_has_words_and_print_colours(book, printer):
    drawings = book.select(".ww-figure svg, .ww-step svg")
    assert (
        len(drawings)
        == len(book.find_all("svg"))
        == sum(len(re.findall(r"^/// (?:figure|stap) \|", text, re.M)) for text in texts_of(printer))
    )
    for each in drawings:
        assert len(each.title.get_text()) > 60 and not each.find("desc")
        assert "var(" not in str(each) and 'class="f-' not in str(each)


def test_every_reference_arrives_and_no_id_stands_twice(book, by_id):
    assert all(len(elements) == 1 for elements in by_id.values())
    links = [link["href"].partition(":") for link in book.find_all("a", href=True)]
    inward = [target for kind, _, target in links if kind in ("ww", "page", "page-right")]
    assert len(inward) > 1000 and all(target in by_id for target in inward)
    assert {kind for kind, _, _ in links} <= {"ww", "page", "page-right", "http", "https"}


@pytest.mark.parametrize("name", ["cursus", "werkboek", "antwoorden", "werkboek-invulbaar"])
def test_nothing_of_the_screen_is_left(soup_of, name):
    soup = soup_of(name)
    shown = [text for body in soup.find_all("body") for text in body.stripped_strings]
    assert not SCREEN & set(shown)
    assert not LEFTOVER.search("\n".join(shown))
    assert not soup.find_all(re.compile("^ww-")) and not soup.select("script, button, details, label, [hidden], [onclick]")
    assert name == "werkboek-invulbaar" or not soup.select("input, select, textarea")


@pytest.mark.parametrize("name", ["werkboek", "werkboek-invulbaar"])
def test_no_answer_is_in_the_workbook(soup_of, name):
    text = squash(soup_of(name).get_text(" "))
    for _, _, question in questions():
        secrets = [question.explanation, getattr(question, "model", None)]
        secrets += [getattr(item, "feedback", None) for _, items in question if isinstance(items, tuple) for item in items]
        for secret in filter(None, secrets):
            assert squash(plain_text(secret)) not in text, question.id


def test_the_answers_hold_every_explanation(soup_of):
    answers = soup_of("antwoorden")
    for _, _, question in questions():
        section = " ".join(answers.find(id=f"key-{question.id}").get_text().split())
        assert not question.explanation or plain_text(question.explanation) in section, question.id


def test_the_order_on_paper_tells_nothing(soup_of):
    workbook = soup_of("werkboek")
    for question in (question for _, _, question in questions() if question.type_name == "order"):
        shown = [
            item.get_text(" ", strip=True).removeprefix("___ ") for item in workbook.find(id=f"ask-{question.id}").select(".p-order li")
        ]
        assert shown != [plain_text(step.text) for step in question.steps] and len(shown) == len(question.steps)


def test_headings_skip_no_level(book):
    levels = [int(heading.name[1]) for heading in book.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_place_to_write_becomes_a_field_with_a_name_of_its_own(soup_of):
    paper = soup_of("werkboek")
    form = soup_of("werkboek-invulbaar")
    fields = form.select("input, textarea, select")
    assert len(fields) == len(paper.select(".p-box, .p-lines, .p-gap, .p-place, .p-pick"))
    assert all(re.match(r"\d+(\.\d+)? Vraag \d+: \S", field["title"]) for field in fields)
    single = [field["name"] for field in fields if field.get("type") != "radio"]
    assert len(single) == len(set(single))


@pytest.mark.parametrize("type_name", ["choice", "truefalse"])
def test_what_excludes_each_other_is_one_group(soup_of, type_name):
    """The reasons of a statement are a second group."""
    form = {section["id"]: section for section in soup_of("werkboek-invulbaar").select(".p-question")}
    asked = [question for _, _, question in questions() if question.type_name == type_name]
    assert asked
    for question in asked:
        groups: dict[str, list[str]] = {}
        for radio in form[f"ask-{question.id}"].select("input[type=radio]"):
            groups.setdefault(radio["name"], []).append(radio["value"])
        assert len(groups) == 1 + bool(getattr(question, "reasons", ())), question.id
        assert all(len(values) == len(set(values)) > 1 for values in groups.values()), question.id


@pytest.mark.parametrize("id_", case_ids(ROOT))
def test_a_case_can_be_played_on_paper_to_every_ending(by_id, id_):
    """Step → choice → what comes of it → the next step, each time with the page."""
    case, _ = read_case(ROOT, id_)
    at = f"casussen-{id_}--"
    for step in case.steps:
        section = by_id[f"{at}stap-{step.id}"][0].parent
        for choice in step.choices:
            outcome = f"{at}stap-{step.id}--{choice.id}"
            assert section.select(f'[href="ww:{outcome}"] + .p-page')
            onward = "hoe-het-afloopt" if choice.to == END else f"stap-{choice.to}"
            assert by_id[outcome][0].parent.select(f'.b-see [href="ww:{at}{onward}"] + .p-page')
    assert all(f"{at}einde-{ending.id}" in by_id for ending in case.endings)


def test_the_tools_that_can_be_read_are_in_the_book_and_the_forms_are_not(by_id, book):
    assert len(book.select("article.ww-format")) == 25
    assert (
        book.find(id="gereedschap-zelfscan--je-profiel") and len(book.select(".ww-letter-sheet")) == 7 and len(book.select(".ww-step")) == 8
    )
    assert not {f"gereedschap-{name}" for name in ("canvas", "draaiboek", "kijkformulier", "evalueren")} & set(by_id)


# what was printed


@pytest.mark.parametrize(
    "key",
    [
        "gereedschap-keuzehulp",
        "gereedschap-werkvormen",
        "gereedschap-zelfscan",
        "gereedschap-wat-kun-je-verwachten",
        "casussen-gezellig-houden",
    ],
)
def test_a_tool_in_the_book_breaks_no_rule_of_pdf_ua(stretches, key):
    """Printed by itself; of the cards two, which stand on one page."""
    found = next(each for each in stretches if f'id="{key}" data-part' in each.html)
    soup = BeautifulSoup(found.filled({}), "html.parser")
    for more in soup.select("article.ww-format")[2:]:
        more.decompose()
    data = pdf_of(str(soup))
    assert check_pdf(data) == []
    if key == "gereedschap-werkvormen":
        assert any("WV-01" in page and "WV-02" in page for page in text_of(data).split("\f"))


@pytest.mark.parametrize("name", PRINTED)
def test_a_printed_document_breaks_no_rule_of_pdf_ua(printed, name):
    assert check_pdf(printed[name]) == []


@pytest.mark.parametrize("name", ["keuze", "werkboek", "werkboek-invulbaar"])
def test_the_printed_text_holds_every_heading_and_question(printed, name):
    text = squash(text_of(printed[name]))
    for chapter in parse_chapters(COURSE, CHOSEN).chapters:
        assert squash(chapter.chapter.title) in text
        for question in chapter.bank.bank.asked:
            for paragraph in re.split(r"\n\s*\n", question.prompt.strip()):
                assert squash(plain_text(paragraph)) in text, question.id
        for heading in chapter.page.outline.headings if name == "keuze" else ():
            assert squash(plain_text(heading.text)) in text, heading.text


def test_the_printed_answers_hold_every_explanation_and_the_workbook_none(printed):
    key, workbook = (squash(text_of(printed[name])) for name in ("antwoorden", "werkboek"))
    for chapter in parse_chapters(COURSE, CHOSEN).chapters:
        for question in chapter.bank.bank.asked:
            for sentence in re.findall(r"[^.?!]{30,90}[.?!]", plain_text(question.explanation or ""))[:1]:
                assert squash(sentence) in key and squash(sentence) not in workbook, question.id


def test_a_printed_chapter_holds_the_references_that_it_cites(printed, printer):
    text = squash(text_of(printed["hoofdstuk-2-2-groepsontwikkeling"]))
    cited = set(re.findall(r"over/bronnen\.md#([\w-]+)", COURSE.chapter("2-groepsdynamiek/groepsontwikkeling").page.text))
    for anchor in cited:
        note = note_of(BeautifulSoup("", "html.parser"), printer.sources[anchor])
        assert squash(note.get_text())[:60] in text, anchor


def test_documents_have_bookmarks_and_page_numbers_in_the_contents(printed):
    with pikepdf.open(BytesIO(printed["keuze"])) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles[0] == words()["book"]["contents"] and any("Groepsontwikkeling" in title for title in titles)
    pages = text_of(printed["keuze"]).split("\f")
    number = next(index for index, page in enumerate(pages, 1) if "ongeveer 30 minuten" in page and "Tuckman" in page)
    assert re.search(rf"2\.2\s*Groepsontwikkeling: fasen als kompas\s*{number}\b", pages[1])


def test_page_numbers_in_references_are_those_of_the_pages_they_lead_to(printed):
    pages = text_of(printed["keuze"]).split("\f")
    with pikepdf.open(BytesIO(printed["keuze"])) as pdf:
        where = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        names = pdf.Root.Names.Dests.Names
        places = {str(names[index]): where[names[index + 1][0].objgen] for index in range(0, len(names), 2)}
        references = 0
        for page, text in zip(pdf.pages, pages, strict=False):
            lead = {places[str(link.Dest)] for link in page.get("/Annots", ()) if "/Dest" in link}
            shown = [int(number) for number in re.findall(r"blz\.\s(\d+)", text)]
            assert set(shown) <= lead
            references += len(shown)
        assert references > 50
        for chapter in parse_chapters(COURSE, CHOSEN).chapters:
            for number, question in enumerate(chapter.bank.bank.asked, 1):
                asked, answered = places[f"ask-{question.id}"], places[f"key-{question.id}"]
                assert f"Antwoordblz.{answered}" in squash(pages[asked - 1]), question.id
                assert f"Vraag {number}" in pages[asked - 1] and f"Vraag {number}" in pages[answered - 1], question.id


def test_the_form_has_fields_that_open_in_any_reader(printed):
    with pikepdf.open(BytesIO(printed["werkboek-invulbaar"])) as pdf:
        kinds = [str(field.get("/FT")) for field in pdf.Root.AcroForm.Fields]
        assert {"/Btn", "/Tx", "/Ch"} >= set(kinds) and kinds.count("/Tx") > 3 and kinds.count("/Btn") > 10
        groups = [field for field in pdf.Root.AcroForm.Fields if "/Kids" in field]
        assert groups and all(re.fullmatch(r"\d\.\d Vraag \d+", str(group.TU)) for group in groups)


def test_the_same_source_gives_the_same_bytes(printed, tmp_path):
    """Printed again in a process with another order of sets: no run, and no time of day, can be seen in the file."""
    script = "import sys; from tests.prints import again; again(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path],
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "antwoorden.pdf").read_bytes() == printed["antwoorden"]


def test_what_is_unchanged_is_not_printed_again(tmp_path, monkeypatch):
    wanted = [edition("antwoorden", "1.1")]
    first = results(COURSE, wanted, tmp_path / "a", tmp_path / "kept", jobs=1)
    again = results(COURSE, wanted, tmp_path / "b", tmp_path / "kept", jobs=1)
    assert first[0].fresh == first[0].signatures == 2 and not again[0].fresh
    assert first[0].path.read_bytes() == again[0].path.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert edition_date(COURSE).year == 1970
    assert results(COURSE, wanted, tmp_path / "c", tmp_path / "kept", jobs=1)[0].fresh, "another date is another document"


def test_the_bench_prints_a_course_that_can_be_read(tmp_path):
    course = checked_course(bench.copy_course(tmp_path))
    assert [page.file for page in course.pages] == [page.file for page in COURSE.pages]


# the rules bite

SMALL = '<html lang="nl"><head><title>Proef</title><meta charset="utf-8"></head><body>{}</body></html>'


@pytest.mark.parametrize(
    "body,flaw",
    [
        ("<h2>Eerst</h2>", "geen H1"),
        ("<h1>Een</h1><h3>Drie</h3>", "volgt op"),
        ("<h1>Een</h1><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "rijen van 1, 2"),
        (
            "<h1>Een</h1><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>",
            "alternatieve tekst",
        ),
    ],
)
def test_a_fault_in_the_html_is_seen(body, flaw):
    assert any(flaw in found for found in check_pdf(pdf_of(SMALL.format(body))))


def test_a_character_without_a_glyph_stops_the_printer():
    with pytest.raises(PrintError, match="notdef"):
        pdf_of(SMALL.format("<h1>Een \uf8ff</h1>"))


def _without(path: str):
    def change(pdf):
        holder = pdf.Root
        *names, last = path.split(".")
        for name in names:
            holder = holder[f"/{name}"]
        del holder[f"/{last}"]

    return change


def _each(kind: str, name: str):
    def change(pdf):
        stack = [pdf.Root.StructTreeRoot.K]
        while stack:
            node = stack.pop()
            if isinstance(node, pikepdf.Array):
                stack.extend(node)
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                if str(node.S) == kind and name in node:
                    del node[name]
                stack.append(node.get("/K", pikepdf.Array()))

    return change


def _strip_names(pdf):
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            for name in ("/Contents", "/TU"):
                if name in annotation:
                    del annotation[name]


def _renamed(pdf):
    pdf.Root.StructTreeRoot.K[0].S = pikepdf.Name.Chapter


def _unmarked(pdf):
    page = pdf.pages[2]
    page.Contents = pdf.make_stream(re.sub(rb"/\w+\s*(<<[^>]*>>\s*BDC|BMC)|EMC", b"", page.Contents.read_bytes()))


def _tab_order(pdf):
    del pdf.pages[0].Tabs


def _no_metadata(pdf):
    with pdf.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as xmp:
        del xmp["pdfuaid:part"]
        del xmp["dc:title"]


@pytest.mark.parametrize(
    "change,flaw",
    [
        (_without("Lang"), "taal"),
        (_without("MarkInfo"), "labels heeft"),
        (_without("ViewerPreferences"), "titelbalk"),
        (_no_metadata, "PDF/UA-1"),
        (_each("/Figure", "/Alt"), "alternatieve tekst"),
        (_each("/TH", "/A"), "Scope"),
        (_strip_names, "link zonder beschrijving"),
        (_renamed, "geen standaardlabel"),
        (_unmarked, "zonder label"),
        (_tab_order, "tabvolgorde"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_in_the_pdf_is_seen(printed, change, flaw):
    with pikepdf.open(BytesIO(printed["keuze"])) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out)
    assert any(flaw in found for found in check_pdf(out.getvalue()))


def test_what_would_be_fetched_stops_the_printer():
    with pytest.raises(PrintError):
        pdf_of(SMALL.format('<h1>Een</h1><img src="https://example.org/x.png" alt="x">'))


# parts


@pytest.mark.parametrize(
    "text,numbers",
    [
        ("1.3", ["1.3"]),
        ("2.2-2.4, 0", ["0", "2.2", "2.3", "2.4"]),
        ("1", ["1.1", "1.2", "1.3", "1.4", "1.5"]),
        ("1.4–2.1", ["1.4", "1.5", "2.1"]),
    ],
)
def test_chapters_are_chosen_by_number(text, numbers):
    assert [chapter.chapter.number for chapter in parse_chapters(COURSE, text).chapters] == numbers


@pytest.mark.parametrize("text", ["9", "1.9", "x", "1.3-"])
def test_a_number_that_is_no_chapter_is_told(text):
    with pytest.raises(CourseError, match="is geen hoofdstuk"):
        parse_chapters(COURSE, text)


def test_a_choice_of_questions_prints_those_alone(printer):
    chapter = COURSE.chapters[3]
    ids = [question.id for question in chapter.bank.bank.asked][2:4]
    chosen = select(COURSE, {chapter.key}, ids)
    for what, mode in (("chapters", "ask"), ("workbook", "ask"), ("key", "key")):
        soup = BeautifulSoup(printer.html(editions(COURSE, what, chosen)[0]), "html.parser")
        assert sorted(section["id"] for section in soup.select(f".p-question[id^={mode}-]")) == sorted(f"{mode}-{id_}" for id_ in ids)


def test_links_are_read_as_the_site_reads_them():
    assert target("../over/bronnen.md#a", "1-groep/keuze") == ("over/bronnen", "a")
    assert target("#b", "1-groep/keuze") == ("1-groep/keuze", "b")
    assert target("vormen.md", "1-groep/keuze") == ("1-groep/vormen", "")
    assert target("https://example.org/x", "1-groep/keuze") == (None, "")
    assert shown_address("https://www.example.org/pad/") == "example.org/pad"


def test_a_drawing_takes_the_print_colours_of_its_classes():
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><title id="t">A</title><desc>B.</desc><rect class="f-paper s-accent s-thin"/><text class="t-l t-c">x</text></svg>'
    made = drawing(svg)
    assert "<title>A. B.</title>" in made and 'fill="#ffffff"' in made and 'stroke="#a8421c"' in made
    assert 'stroke-width="1.2"' in made and 'text-anchor="middle"' in made and "class" not in made


def test_faces_come_from_packages_and_are_all_there():
    assert all(path.is_file() for path in typeface.faces().values())


def test_doctor_names_what_lacks_and_the_command(monkeypatch):
    assert doctor.look_python(ROOT).missing == ""
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    monkeypatch.setattr(doctor.ctypes.util, "find_library", lambda name: None)
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    for system, command in (("linux", "apt install"), ("darwin", "brew install"), ("win32", "winget install")):
        monkeypatch.setattr(doctor.sys, "platform", system)
        said = CliRunner().invoke(main, ["--root", str(ROOT), "doctor"])
        assert said.exit_code == 0 and said.output.count("→") == 7 + (system == "linux") and command in said.output
    assert "requirements/export.txt" in said.output


def test_the_command_writes_what_was_asked_for(tmp_path):
    for name in ("docs", "quizzes", "data", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    said = CliRunner().invoke(main, ["--root", str(tmp_path), "export", "pdf", "--what", "key", "--chapters", "1.1", "--jobs", "1"])
    assert said.exit_code == 0, said.output
    assert "dist/antwoorden.pdf (2 van 2 delen nieuw)" in said.output and (tmp_path / "dist/antwoorden.pdf").read_bytes().startswith(
        b"%PDF-1.7"
    )
    wrong = CliRunner().invoke(main, ["--root", str(tmp_path), "export", "pdf", "--chapters", "77"])
    assert isinstance(wrong.exception, CourseError)


# what a trainer asked for


def asked(*items: str) -> str:
    made = Assignment.model_validate(
        {"v": 1, "course": "groepsgewijs", "key": "0123abcd", "title": "Proef", "parts": [{"due": "2027-03-11", "items": sorted(items)}]}
    )
    return f"https://voorbeeld.example/#opdracht={encode(made)}"


def test_an_assignment_prints_its_chapters_and_of_others_only_the_questions_asked():
    chosen = parse_assignment(COURSE, asked("keuze", "vraag:groep-bijstand", "casus:gezellig-houden"))
    assert [chapter.chapter.id for chapter in chosen.chapters] == ["wat-is-een-groep", "keuze"]
    told = {
        chapter.chapter.id: [question.id for question in chapter.bank.bank.asked if chosen.asks(question)] for chapter in chosen.chapters
    }
    assert told["wat-is-een-groep"] == ["groep-bijstand"]
    assert told["keuze"] == [question.id for question in COURSE.by_key["1-groep/keuze"].bank.bank.asked]


@pytest.mark.parametrize(
    "link", ["", "https://voorbeeld.example/", asked("keuze")[:-1], asked("casus:gezellig-houden"), asked("bestaat-niet")]
)
def test_a_link_that_asks_nothing_for_paper_is_refused_with_a_sentence(link):
    with pytest.raises(CourseError, match="--assignment"):
        parse_assignment(COURSE, link)
