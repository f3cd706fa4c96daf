"""External links are found wherever they stand, and asked only on request."""

from __future__ import annotations

from tests import course
from werkwijzer.checks import external
from werkwijzer.course.read import read_course


def test_every_external_link_is_found_with_its_places_and_a_dead_one_reported(tmp_path):
    chapter = course.CHAPTER.replace(
        "Tekst van het hoofdstuk.", "Zie [dit](https://example.org/een), en https://example.org/twee.\n\n```\nhttps://example.org/code\n```"
    )
    bank = course.BANK.replace("Gelijkenis maakt een categorie;", "Lees [dit](https://example.org/twee) na;")
    loaded, problems = read_course(course.make(tmp_path, chapter=chapter, bank=bank))
    assert not problems
    found = external.links(loaded)
    assert set(found) == {"https://example.org/een", "https://example.org/twee"}
    assert {place.file for place in found["https://example.org/twee"]} == {"docs/1-deel/voorbeeld.md", "quizzes/1-deel/voorbeeld.yml"}
    dead = list(external.check(loaded, ask=lambda url: "geeft 404" if url.endswith("een") else ""))
    assert [str(problem.place) for problem in dead] == ["docs/1-deel/voorbeeld.md:17"] and "geeft 404" in dead[0].cause


def test_an_address_that_cannot_be_asked_is_a_sentence():
    assert external.answer("http://127.0.0.1:9/", seconds=1).startswith("antwoordt niet")
    assert external.answer("https://", seconds=1).startswith("antwoordt niet")
