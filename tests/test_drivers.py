"""A question type that the tests cannot answer would be skipped unseen: each has what drives it in the browser, in scoring and on the board."""

from __future__ import annotations

import pytest

from tests import reports
from tests.browser.answers import right, wrong
from tests.browser.questions import example
from tests.node import run
from werkwijzer.base.words import page_group, words
from werkwijzer.questions import TYPES

SCORED = sorted(name for name, type_ in TYPES.items() if type_.scored)


@pytest.mark.parametrize("type_", SCORED)
def test_a_type_has_drivers(type_):
    question = example(type_)
    asked = [[question.key(), right(question)], [question.key(), wrong(question)]]
    good, bad = run(f"questions/{type_}/page.js", "type.score", asked)
    assert good["points"] == good["of"], f"{type_}/answers.py: right()"
    assert bad["points"] < bad["of"], f"{type_}/answers.py: wrong()"
    if question.misses():
        assert reports.missed(question, wrong(question)), f"{type_}/answers.py: missed()"


def test_a_type_has_a_word_for_what_a_reader_does():
    assert set(words()["kind"]) == set(TYPES), "each folder's words.yml, kind"


def test_a_type_brings_its_own_words_to_the_script_that_holds_it(monkeypatch):
    """Without a style.css of its own it is part of quiz.js, and its words must be there too."""
    from werkwijzer.build import bundles

    said = {**words(), page_group("short"): {"proef": "Een woord van deze soort"}}
    monkeypatch.setattr(bundles, "words", lambda: said)
    served = {name: bundle.said() for name, bundle in bundles.bundles().items()}
    assert "Een woord van deze soort" in served["docs/assets/js/quiz.js"]
    assert "Een woord van deze soort" not in served["docs/assets/js/site.js"]
