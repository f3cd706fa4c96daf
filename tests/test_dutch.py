"""The Dutch that the editor's rules rest on: sentences, syllables, passive forms, spelling."""

from __future__ import annotations

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sites import ROOT
from werkwijzer.dutch import spelling
from werkwijzer.dutch.passive import is_passive
from werkwijzer.dutch.readability import Reading, reading
from werkwijzer.dutch.sentences import sentences, words
from werkwijzer.dutch.spelling import Speller
from werkwijzer.dutch.suggestions import Suggestions, slips
from werkwijzer.dutch.syllables import syllables


@pytest.mark.parametrize(
    "text,parts",
    [
        ("Eén zin. Nog een zin.", ["Eén zin.", "Nog een zin."]),
        ("Lickel e.a. (2000) vroegen het. Niemand wist het.", ["Lickel e.a. (2000) vroegen het.", "Niemand wist het."]),
        ("Het effect was 0,26 en geen 1.250. Dat is klein.", ["Het effect was 0,26 en geen 1.250.", "Dat is klein."]),
        ("“Hoe gaat het?” vraagt hij. “Goed.”", ["“Hoe gaat het?” vraagt hij.", "“Goed.”"]),
        ("Hij opent met een rondje: “Stel jezelf voor.” Negen keer.", ["Hij opent met een rondje:", "“Stel jezelf voor.”", "Negen keer."]),
        ("Kies er twee: rust of lawaai. Klaar!", ["Kies er twee: rust of lawaai.", "Klaar!"]),
        ("Volgens R. F. Bales telt dat d.w.z. Het telt.", ["Volgens R. F. Bales telt dat d.w.z. Het telt."]),
        ("Bijv. Nadia komt om 9.30 uur (zie blz. 12). 14 mensen niet.", ["Bijv. Nadia komt om 9.30 uur (zie blz. 12).", "14 mensen niet."]),
        ("Wat nu… Dat weet je niet.", ["Wat nu…", "Dat weet je niet."]),
        ("", []),
        ("…", []),
    ],
)  # fmt: skip
def test_sentences(text, parts):
    assert [sentence.text for sentence in sentences(text)] == parts


def test_a_sentence_knows_where_it_starts():
    text = "Eerst dit.\nDan dat."
    assert [text[sentence.offset :].split()[0] for sentence in sentences(text)] == ["Eerst", "Dan"]


@given(st.text(alphabet="aZ é.?!…:“”() 0,9\n", max_size=60))
def test_no_word_is_lost_between_sentences(text):
    assert [word for sentence in sentences(text) for word in words(sentence.text)] == words(text)


def test_words():
    assert words("Zo’n als–dan-plan kost € 1,50 (0,3%) per co-begeleider.") == [
        "Zo’n",
        "als–dan-plan",
        "kost",
        "1,50",
        "0,3",
        "per",
        "co-begeleider",
    ]


COUNTED = {
    1: "de groep doel vraag nieuws leeuw draai mooi zo’n team coach twee één ruim oog",
    2: "vrouwen actie bloeien buien nieuwe niveau bureau saaie type baby beamer auto online website",
    3: "deelnemer gemeente sociaal ideeën bijeenkomst museum theorie realist beoordeel beïnvloed patiënt radio e-mailen privacy",
    4: "begeleider situatie financieel genuanceerd sociale reageren reünisten",
    5: "groepsbegeleider individueel geëvalueerd universiteit",
    6: "individuele verantwoordelijkheid empowermenttraining",
}


@pytest.mark.parametrize("word,count", [(word, count) for count, listed in COUNTED.items() for word in listed.split()])
def test_syllables(word, count):
    assert syllables(word) == count


def test_syllables_of_what_is_no_word():
    assert [syllables(word) for word in ("WW", "UWV", "25", "0,26", "B1", "als–dan-plan")] == [2, 3, 2, 3, 2, 3]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bij een fout wordt de cursus niet gebouwd.", "Er werd gelachen.", "Alles wordt eerst verteld.", "Mensen werden buitengesloten.",
        "Zo bepalen deelnemers zelf wat er gedeeld wordt.", "Het kan niet worden afgewezen.", "Dat wordt doorgegeven.", "De taak wordt besproken.",
    ],
)  # fmt: skip
def test_passive(sentence):
    assert is_passive(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Het wordt stil.", "Dan wordt een rol iets wat je doet.", "Bij Nadia wordt de vraag: “Hoeveel mensen heb je gesproken?”", "Lastig wordt het geld.",
        "Of die verplicht wordt, hebben we niet gevonden.", "Misschien wordt een groep hechter doordat het goed gaat.", "De begeleider heeft de zaal klaargezet.",
        "Ze worden goede begeleiders.", "In een grotere groep wordt het gezicht van de begeleider minder belangrijk.",
    ],
)  # fmt: skip
def test_active(sentence):
    assert not is_passive(sentence)


def test_flesch_douma_is_what_douma_wrote():
    read = reading(["De groep komt op tijd. De deur gaat open."])
    assert read == Reading(sentences=2, words=9, syllables=10, passive=0)
    assert read.ease == pytest.approx(206.84 - 0.93 * 4.5 - 77 * 10 / 9)
    assert reading([]).ease == 100


def test_spelling():
    speller = Speller(["Marlon", "groepscanvas", "Vlietwaarde"])
    for word in (
        "deelnemer",
        "collega’s",
        "zo’n",
        "Drietallen",
        "Marlon",
        "Marlons",
        "Vlietwaardes",
        "Groepscanvas",
        "wél",
        "níet",
        "groepscanvas-dag",
        "budgetgroep",
    ):
        assert speller.knows(word), word
    for word in ("deelnemmer", "groepscanvass", "marlon", "begelijder", "xqz-dag"):
        assert not speller.knows(word), word
    assert "begeleider" in speller.suggestions("begelijder")


@pytest.mark.parametrize(
    "word,meant",
    [
        ("begelijder", "begeleider"), ("onmidellijk", "onmiddellijk"), ("enigzins", "enigszins"), ("aggresie", "agressie"), ("werkvrom", "werkvorm"), ("misschie", "misschien"),
        ("spelfoud", "spelfout"), ("cafe", "café"), ("Krringg", "Kring"), ("Okaforrr", "Okafor"), ("groepsbegeleidr", "groepsbegeleider"), ("besluitvorminsproces", "besluitvormingsproces"),
    ],
)  # fmt: skip
def test_what_was_meant_comes_first(word, meant):
    assert Speller(["Okafor"]).suggestions(word)[0] == meant


def test_what_is_far_from_every_word_has_no_suggestion():
    assert [Speller().suggestions(word) for word in ("xqzptlwk", "Xqzptlwk", "xqzptlwk" * 20)] == [[], [], []]


def test_suggestions_do_not_hang_on_the_clock():
    """Hunspell stops suggesting after a quarter of a second, so what it says depends on how busy the machine is. Ours looks at the same words in the same order each time."""
    asked = []
    slow = Suggestions(["staat", "start"], lambda word: asked.append(word) or False)
    assert slow.of("strat") == ["start", "staat"] and asked == []
    assert slow.of("qqq") == [] and asked == list(dict.fromkeys(asked)) and len(asked) < 500
    assert slow.of("x" * 31) == [] and not any(len(word) > 30 for word in asked)


def test_slips_are_the_same_each_time():
    """Also where sets have another order."""
    script = "from werkwijzer.dutch.suggestions import slips; print(list(slips('geïnteresseerd')))"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == repr(list(slips("geïnteresseerd")))


def test_a_word_that_hunspell_gave_up_on_is_asked_again(monkeypatch):
    """On Windows its quarter of a second also runs while another program has the processor."""
    answers = iter([False, False, True])
    monkeypatch.setattr(spelling, "dictionary", lambda: SimpleNamespace(spell=lambda word: next(answers)))
    assert Speller().knows("langesamenstelling")
