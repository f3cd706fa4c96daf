"""The words in which authors hear of mistakes: an own word for each part of a file, and Dutch that holds together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from werkwijzer.base.model import Chapter
from werkwijzer.base.problems import counted
from werkwijzer.base.words import words
from werkwijzer.components import agenda, canvas, case, decide, form, formats, guide, programme, scan, session
from werkwijzer.components.training import Noun as Known
from werkwijzer.course.bank import Bank
from werkwijzer.questions import _options

MODELS = (
    Bank,
    Chapter,
    agenda.Agenda,
    canvas.Canvas,
    case.Case,
    decide.Decision,
    form.Forms,
    formats.Formats,
    guide.Handbook,
    programme.Programmes,
    scan.Scan,
    session.Session,
)
NEUTER = {
    "hoofdstuk",
    "paar",
    "criterium",
    "antwoord",
    "id",
    "gat",
    "blok",
    "einde",
    "formulier",
    "programma",
    "begrip",
    "feit",
    "hoofdstuknummer",
    "doel",
    "kopje",
    "menu",
    "bestand",
}
WRONG = re.compile(
    rf"\b(?:dezelfde|deze|die|elke|geen enkele?|een foute|de) (?:{'|'.join(NEUTER)})\b|\b(?:hetzelfde|dit|elk) (?:tekst|optie|vraag|stap|kaart|bank|pagina|figuur|reden|partner|casus|werkvorm|bron)\b|\b1 (?:vragen|woorden|minuten|stukken|fouten|tekens|soorten)\b"
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_each_list_of_parts_has_an_own_word(model):
    schema = model.model_json_schema(by_alias=True)
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, told in part.get("properties", {}).items():
            if "$ref" in str(told.get("items", "")) or "discriminator" in told.get("items", {}):
                assert key in words()["noun"], f"{model.__name__}: {key}"


def test_articles_go_with_their_nouns():
    nouns = [noun for noun in vars(_options).values() if isinstance(noun, _options.Noun)]
    assert {noun.one for noun in nouns if noun.neuter} == {noun.one for noun in nouns} & NEUTER
    assert (
        _options.PAIR.each == "elk paar"
        and _options.PAIR.the == "het paar"
        and _options.OPTION.each == "elke optie"
        and _options.OPTION.wrong == "foute optie"
    )
    assert all((that == "dat") == (kind in NEUTER) for kind, that in (noun.value for noun in Known))


def test_numbers_go_with_their_nouns():
    assert [counted(number, "vraag", "vragen") for number in (0, 1, 2)] == ["0 vragen", "1 vraag", "2 vragen"]


def test_no_expected_message_breaks_grammar():
    golden = Path(__file__).parent / "golden"
    texts = [*golden.rglob("*.txt"), *(Path(__file__).parents[1] / "werkwijzer").rglob("*.py")]
    found = {path.name: match[0] for path in texts for match in WRONG.finditer(path.read_text("utf-8"))}
    assert not found, found
