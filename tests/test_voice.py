"""How chapters sound: rhythm, openings and spent formulas; and the course itself."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests import course as example
from tests.sites import ROOT
from werkwijzer.base.problems import report
from werkwijzer.checks import formulas, rhythm
from werkwijzer.course.read import Course, read_course

HEAD = example.CHAPTER.partition("## Kop")[0] + "## Kop { #kop }\n\n"
SHORT = "Je kijkt eerst rond."
LONG = "Wie kijkt voordat hij iets zegt, ziet vaker wat er gebeurt, omdat mensen pas laten zien wat ze willen als het stil is."
MIDDLE = "De groep wacht rustig af wat je vandaag gaat doen."


def page(*paragraphs: str) -> str:
    return HEAD + "\n\n".join(paragraphs) + "\n"


def chapter(folder: Path, *paragraphs: str, elsewhere: str = "") -> Course:
    example.make(folder, chapter=page(*paragraphs), bank=example.BANK.replace("nog geen", "geen"))
    if elsewhere:
        example.write(folder / "docs/over/bronnen.md", elsewhere)
    return read_course(folder)[0]


def heard(folder: Path, *paragraphs: str) -> str:
    return report(rhythm.check(chapter(folder, *paragraphs)))


BREATH = f"{MIDDLE} {LONG} {SHORT} {MIDDLE} Vandaag begint alles net iets later dan anders."


def test_a_text_that_breathes_hears_nothing(tmp_path):
    assert heard(tmp_path, *[BREATH] * 10) == "0 fouten"


@pytest.mark.parametrize(
    "paragraphs,cause",
    [
        ([f"{SHORT} {MIDDLE} {LONG}"] * 14, "33% van de zinnen telt 6 woorden of minder"),
        ([f"{MIDDLE} Vandaag begint alles net iets later dan anders."] * 20, "0% van de zinnen telt 15 woorden of meer"),
        (
            [BREATH] * 20 + [f"{MIDDLE} {LONG}"] * 20 + [f"{SHORT} Dan wacht je. Niemand zegt iets."] * 2,
            "3 zinnen of meer op rij van hoogstens 6 woorden",
        ),
        (
            [BREATH] * 20
            + ["Je wacht tot de laatste binnen is. Je kijkt wie er naast wie gaat zitten. Je zegt dan pas wat er vandaag gebeurt."],
            "meer dan 2 zinnen op rij beginnen met “je”",
        ),
    ],
)
def test_each_bar(paragraphs, cause, tmp_path):
    said = heard(tmp_path, *paragraphs)
    assert cause in said and said.endswith("0 fouten, 1 aandachtspunt"), said


def test_what_people_say_and_lists_may_be_terse(tmp_path):
    found = rhythm.rhythm(
        chapter(tmp_path, *[BREATH] * 10, "Ze zegt: “Nee. Echt niet. Ik wil dit niet.”", "* Kijk.\n* Wacht.\n* Zeg niets.").chapters[0]
    )
    assert (found.short, found.rows, len(found.lines)) == (round(11 / 51, 2), [], 51), "ze zegt is all that is counted"


def test_the_manual_tells_the_bars():
    manual = (ROOT / "docs/over/schrijven.md").read_text("utf-8").partition("{ #ritme }")[2].partition("{ #voor-deelnemers }")[0]
    numbers = [list(map(int, re.findall(r"\d+", line))) for line in manual.splitlines() if re.match(r"\|.*\d", line)]
    bar = rhythm.BAR
    assert numbers[:4] == [
        [rhythm.SHORT, round(bar.short * 100)],
        [rhythm.LONG, round(bar.long * 100)],
        [rhythm.ROW, bar.rows],
        [bar.openings],
    ]
    assert numbers[4:] == [[formula.most] for formula in formulas.SPENT]
    assert all(f"`{formula.name}`" in manual for formula in formulas.SPENT)


@pytest.mark.parametrize(
    "formula,text",
    [
        (0, "Een wachtkamer is nog geen groep."),
        (0, "Dat maakt nog geen norm."),
        (1, "Het is een aanwijzing, geen wet."),
        (2, "De weging is voorlopig."),
        (3, "Dit rijtje is van ons, niet getoetst."),
    ],
)
def test_a_formula_is_spent_when_it_comes_too_often(formula, text, tmp_path):
    spent = formulas.SPENT[formula]
    exactly = report(formulas.check(chapter(tmp_path / "a", *[text] * spent.most)))
    assert exactly == "0 fouten"
    more = report(formulas.check(chapter(tmp_path / "b", *[text] * (spent.most + 1))))
    assert f"“{spent.name}” staat {spent.most + 1} keer in de cursus" in more and more.endswith("1 aandachtspunt")


@pytest.mark.parametrize(
    "text",
    [
        "Een getal geven we niet.", "Getallen noemen we hier bewust niet.", "Hoe groot, dat zagen we niet.", "We geven hier geen getal, of beter: geven we geen cijfer.", "Dat is niet nagezien.",
        "De tekst hebben we niet gelezen.", "Van dit onderzoek lazen we alleen de eerste bladzijde.", "Wij lazen alleen de samenvatting.",
    ],
)  # fmt: skip
def test_what_authors_did_not_read_is_an_error(text, tmp_path):
    said = report(formulas.check(chapter(tmp_path, f"Eerst iets anders. {text}")))
    assert "helpt de lezer niet" in said and said.endswith("1 fout"), said


def test_where_we_say_how_we_know_it_may_be_said(tmp_path):
    assert (
        report(
            formulas.check(
                chapter(tmp_path, "Niets bijzonders hier.", elsewhere="# Bronnen\n\nVan dit artikel lazen we alleen de samenvatting.\n")
            )
        )
        == "0 fouten"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Wat u vertelt, geven we niet door aan de gemeente.",
        "Er is geen wet die dat verbiedt.",
        "We zagen niet één groep, maar drie.",
        "Zo noemen we niet wie er is, maar wat er gebeurt.",
    ],
)
def test_plain_dutch_is_left_alone(text, tmp_path):
    assert report(formulas.check(chapter(tmp_path, *[text] * 8))) == "0 fouten"


# ---- The course ----


@cache
def the_course() -> Course:
    return read_course(ROOT)[0]


def test_course_breathes():
    found = list(rhythm.check(the_course()))
    assert found == [], f"{rhythm.table(the_course())}\n{report(found)}"


def test_course_spends_no_formula():
    found = list(formulas.check(the_course()))
    assert found == [], report(found)
