"""The editor's rules: a good course says nothing, each case in `golden/redactie/` replaces one piece of it and shows what the author hears.

`WRITE_GOLDEN=1 pytest tests/test_editor.py` writes the expected texts anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tests import course as example
from tests.good_course import FILES, FILLING, make
from werkwijzer.__main__ import main
from werkwijzer.base.problems import Problem, report
from werkwijzer.base.source import read_yaml
from werkwijzer.checks import check_course, editor, reading, terms
from werkwijzer.checks.sources import used_by
from werkwijzer.checks.spelling import LIST
from werkwijzer.checks.survey import survey, table
from werkwijzer.checks.wording import read_list
from werkwijzer.course.passages import bank_passages, page_passages
from werkwijzer.course.read import Course, read_course
from werkwijzer.course.references import terms as glossary
from werkwijzer.dutch.sentences import words
from werkwijzer.dutch.spelling import Speller

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden/redactie"
CASES = sorted(path.stem for path in GOLDEN.glob("*.yml"))


@cache
def the_course() -> Course:
    """The real one."""
    return read_course(ROOT)[0]


@cache
def findings() -> list[Problem]:
    """What the editor finds in it."""
    return editor.review(the_course())


def said(folder: Path) -> str:
    """What `werkwijzer check` prints for the course in `folder`."""
    loaded, problems = read_course(folder)
    return report(editor.everything(loaded, problems))


def test_the_good_course_is_good(tmp_path):
    assert said(make(tmp_path)) == "0 fouten"


@pytest.mark.parametrize("case", CASES)
def test_case(case, tmp_path):
    change = yaml.safe_load((GOLDEN / f"{case}.yml").read_text("utf-8"))
    heard = said(make(tmp_path, change["file"], change.get("old", ""), change["new"])) + "\n"
    expected = GOLDEN / f"{case}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        expected.write_text(heard, "utf-8")
    assert heard == expected.read_text("utf-8")
    assert heard != "0 fouten\n"


def test_every_rule_has_a_case():
    """Each sentence that a family of rules can say stands in some expected text."""
    heard = "\n".join((GOLDEN / f"{case}.txt").read_text("utf-8") for case in CASES)
    for sentence in (
        "geen titel", "geen beschrijving", "minuten", "stukken tekst", "geen `/// grens`", "begint niet met een situatie",
        "vraag in de lopende tekst", "geen open vraag", "eindigt niet met", "niet onder Toets jezelf", "staat geen bron", "waarin niets gebeurt", "een zin van",
        "woorden per zin", "Flesch–Douma", "lijdend", "liever niet", "recht aanhalingsteken", "drie losse punten", "als streepje", "los bolletje", "uitroepteken", "twee keer “de”", "onbekend woord", "staat niet in docs/over/bronnen.md", "staat niet in docs/over/begrippen.md",
        "verwijst naar bron", "geen hoofdstuk gebruikt het begrip", "geen peildatum", "voor het eerst, zonder link",
        "maar er staat geen `/// ervaring`", "maar `basis` noemt ervaring niet", "kaart ervaring ontbreekt", "geen link naar de bronnenlijst", "heeft geen vraagteken",
    ):  # fmt: skip
        assert sentence in heard, sentence


def test_a_chapter_is_as_long_as_it_should_be(tmp_path):
    folder = make(tmp_path)
    page = folder / "docs/1-deel/voorbeeld.md"
    for filling, expected in ((FILLING * 2, 2700), ("", 130)):
        page.write_text(FILES["docs/1-deel/voorbeeld.md"].replace(FILLING, filling), "utf-8")
        [hint] = said(folder).splitlines()[:-2]
        count = int(hint.split()[3])
        assert hint.endswith("woorden lopende tekst") and abs(count - expected) < 200, hint


def test_the_introduction_has_a_lighter_bar(tmp_path):
    folder = make(tmp_path, "docs/1-deel/voorbeeld.md", 'number: "1.1"', 'number: "0"')
    page = folder / "docs/1-deel/voorbeeld.md"
    page.write_text(
        page.read_text("utf-8")
        .replace("minutes: 30", "minutes: 15")
        .replace("/// onderzoek | Wat we weten\nDat", "Dat")
        .replace("(../over/feiten.md#opkomst).\n///", "(../over/feiten.md#opkomst)."),
        "utf-8",
    )
    assert said(folder) == "0 fouten"


def test_a_build_does_not_wait_for_the_editor(tmp_path):
    """Page builds run the cheap rules only: a spelling mistake stops no preview."""
    loaded, problems = read_course(make(tmp_path, "docs/index.md", new="\nEen spelfoud.\n"))
    assert [*problems, *check_course(loaded)] == [] and editor.review(loaded)


# what the command shows


def test_report_as_json(tmp_path):
    folder = make(tmp_path, "docs/index.md", new="\nEen spelfoud.\n")
    result = CliRunner().invoke(main, ["--root", str(folder), "check", "--report", "json"])
    found = json.loads(result.output)
    assert result.exit_code == 1 and [problem["line"] for problem in found["problems"] if problem["fatal"]] == [9]
    [chapter] = found["chapters"]
    asked = Counter(question["goal"] for question in yaml.load(example.BANK, Loader=yaml.CSafeLoader)["questions"])
    assert (
        chapter["goals"] == asked
        and chapter["questions"] == asked.total()
        and chapter["figures"] == 1
        and chapter["sources"] == 1
        and 1200 < chapter["words"] < 2000
    )


def test_the_table_is_aligned():
    heads, *lines = table(survey(the_course())).splitlines()
    rows = lines[: len(the_course().chapters)]
    assert len(rows) == len(the_course().chapters)
    assert {row.index("%") for row in rows} == {heads.index("hoger") + 4}


# the real course


def test_the_course_passes_its_editor():
    assert not [problem for problem in findings() if problem.fatal], report(findings())


def test_the_editor_has_no_hint_left():
    assert findings() == [], report(findings())


def test_every_source_knows_its_chapters():
    using = used_by(the_course())
    assert {loaded.key for loaded in using["lewin-1948"]} >= {"1-groep/wat-is-een-groep"}
    assert all(list(chapters) == sorted(chapters, key=lambda loaded: loaded.order) for chapters in using.values())


def test_lists_are_in_order():
    own = (ROOT / LIST).read_text("utf-8").split("\n")[:-1]
    assert own == sorted(set(own), key=lambda word: (word.casefold(), word))
    rather = list(read_list(ROOT))
    assert rather == sorted(rather)


def test_everyday_terms_are_terms():
    assert {term.id for term, _ in glossary(the_course())} >= terms.EVERYDAY


@pytest.mark.parametrize("path", sorted((ROOT / "werkwijzer").rglob("words.yml")), ids=lambda path: path.parent.name)
def test_words_of_the_interface_are_spelled_right(path):
    located = read_yaml(path, ROOT)
    speller = Speller((ROOT / LIST).read_text("utf-8").splitlines())
    texts = {path: re.sub(r"\{\w*\}|<[^>]*>", " ", str(value)) for path, value in strings(located.value)}
    unknown = {
        word: path
        for path, text in texts.items()
        for word in words(text)
        if len(word) > 1 and not word[0].isdigit() and not speller.knows(word)
    }
    assert unknown == {}


def strings(value, path=()):
    """Every text in a tree, with its path."""
    if isinstance(value, str):
        yield path, value
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from strings(part, (*path, key))


def test_the_manual_tells_the_bars():
    """The table under Leesbaarheid in the authors' manual holds the figures that the check uses."""
    manual = (ROOT / "docs/over/schrijven.md").read_text("utf-8").partition("{ #leesbaarheid }")[2].partition("{ #ritme }")[0]
    rows = [tuple(map(int, re.findall(r"\d+", line))) for line in manual.splitlines() if re.match(r"\|.*\d", line)]
    assert len(rows) == 4
    assert set(rows) == {(int(bar.average), int(bar.ease), bar.long + 1, bar.too_long + 1) for bar in reading.BARS.values()}


# how text is read


def test_material_for_participants_has_the_strictest_bar(tmp_path):
    page = "---\ntitle: Brief\ndescription: Een brief aan mensen die voor het eerst naar de groep komen.\nreader: deelnemer\n---\n\n"
    example.write(
        tmp_path / "docs/brief.md", page + "Je komt dan op dinsdag om tien uur naar het buurthuis aan de overkant van het plein.\n"
    )
    loaded, _ = read_course(tmp_path)
    assert [reading.kind_of(page) for page in loaded.pages] == ["deelnemer"]
    assert ["een zin van 17 woorden" in problem.cause for problem in reading.check(loaded)] == [True]


def test_passages_know_their_line_and_kind(tmp_path):
    text = "Een\ntweede *regel*\n\n* punt\n  verder\n\n| a | b |\n|---|---|\n| c | `d` |\n\n```\ncode\n```\n\n/// grens | Een titel\nTekst [link](x.md#y) met *creaming*{: lang=en }.\n///\n\nNa.\n{: #na }\n"
    example.write(tmp_path / "docs/a.md", text)
    loaded, _ = read_course(tmp_path)
    found = page_passages(loaded.pages[0])
    assert [(passage.line, passage.kind) for passage in found] == [
        (1, "paragraph"), (4, "item"), (7, "cell"), (7, "cell"), (9, "cell"), (9, "cell"), (15, "title"), (16, "paragraph"), (19, "paragraph"),
    ]  # fmt: skip
    assert found[0].text == "Een\ntweede regel" and found[1].text == "punt\nverder" and found[5].text == "Code"
    assert (
        found[7].text == "Tekst link met creaming."
        and found[7].dutch == "Tekst link met ."
        and found[7].blocks == ("grens",)
        and found[8].id == "na"
    )
    assert found[0].place(found[0].text, 6).line == 2


def test_texts_of_a_bank_know_their_line():
    loaded = the_course().banks["1-groep/wat-is-een-groep"]
    lines = (ROOT / loaded.source.file).read_text("utf-8").splitlines()
    found = bank_passages(loaded)
    assert len(found) > 100 and all(passage.raw.split("\n")[0] in lines[passage.line - 1] for passage in found)
