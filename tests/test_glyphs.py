"""Whether a document can be set does not hang on the fonts that a machine happens to have."""

from __future__ import annotations

import pytest

from tests import course
from tests.sites import ROOT
from werkwijzer.base.problems import CourseError
from werkwijzer.course.read import read_course
from werkwijzer.export.book import Printer
from werkwijzer.export.editions import editions
from werkwijzer.export.glyphs import check_glyphs, undrawable


@pytest.mark.parametrize("what", ["course", "key"])
@pytest.mark.slow
def test_our_faces_have_every_sign_of_the_course(what):
    loaded = read_course(ROOT)[0]
    [edition] = editions(loaded, what)[:1]
    assert {sign for signature in Printer(loaded).signatures(edition) for sign in undrawable(signature.filled({}))} == set()


def test_a_sign_that_no_face_has_is_refused_with_its_place(tmp_path):
    bank = course.BANK.replace("De groep verzet zich", "De ☃ groep verzet zich", 1)
    folder = course.make(
        tmp_path, bank=bank, chapter=course.CHAPTER.replace("Tekst van het hoofdstuk.", "Tekst van &#x2603; en \U0001f600.")
    )
    with pytest.raises(CourseError) as refused:
        check_glyphs(read_course(folder)[0], ["<p title='\U0001f601'>De ☃ groep \U0001f600 één\u00ad–\u200bé</p>"])
    said = str(refused.value)
    line = bank[: bank.index("☃")].count("\n") + 1
    assert f"{course.KEY}.yml:{line}: het teken “☃” (U+2603 SNOWMAN) zit niet in de lettertypen van de PDF’s\n  → " in said
    assert said.count("☃") == 2 and said.count("\U0001f600") == 1 and "\U0001f601" not in said


def test_what_the_faces_have_and_what_needs_no_drawing_is_no_trouble(tmp_path):
    check_glyphs(read_course(course.make(tmp_path))[0], ["<p>“één” → ½ • … – ≥ ×\u00a0\u00ad\u200b\u2060\n</p>"])
