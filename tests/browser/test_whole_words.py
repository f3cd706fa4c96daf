"""Words stay whole and no page scrolls sideways with letters twice as large; with letters as they are, see `test_pages.py`."""

from __future__ import annotations

import pytest

from tests.browser.answers import give, wrong
from tests.browser.chromium import ARGS, executable
from tests.browser.faults import Reader
from tests.browser.whole_words import words_at
from tests.pages import CHAPTERS, PAGES

LARGE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
"""What a reader sets in the browser as letters of 200 %."""
LARGE_WIDTHS = (360, 768, 1280)
LONG = 0.65
"""A word that takes this share of the page's own line may be hyphenated, where letters are twice as large."""


@pytest.fixture(scope="module")
def large_reader(browser):
    """In a second browser, with letters of 200 % as its own setting, so that media queries follow them."""
    large = browser.browser_type.launch(executable_path=executable(), args=[*ARGS, LARGE])
    yield Reader(large)
    large.close()


@pytest.fixture
def large_page(large_reader):
    yield from large_reader.turn()


@pytest.mark.parametrize("path", [*PAGES, "404.html"], ids=lambda path: path or "home")
def test_words_stay_whole_with_letters_twice_as_large(path, large_page, address):
    large_page.goto(f"{address}/{path}")
    assert large_page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    for width in LARGE_WIDTHS:
        seen = words_at(large_page, width)
        broken = [
            (word["word"], word["at"], round(word["share"], 2))
            for word in seen["words"]
            if word["share"] < LONG or word["hyphens"] != "auto"
        ]
        assert broken == [], width
        assert width == min(LARGE_WIDTHS) or seen["words"] == [], width
        assert seen["scrolls"] <= 0, width


@pytest.mark.parametrize("key", CHAPTERS)
def test_marks_stay_on_the_page_with_letters_twice_as_large(key, large_page, address):
    """Right and wrong hang on the edge of what they are about; on a small page that edge is near."""
    large_page.set_viewport_size({"width": 360, "height": 900})
    large_page.goto(f"{address}/{key}/")
    large_page.wait_for_function("!!customElements.get('ww-question')")
    give(large_page, {question.id: wrong(question) for question in CHAPTERS[key].bank.bank.asked})
    marks = "[...document.querySelectorAll('.ww-question .ww-mark')].filter((mark) => mark.checkVisibility() && mark.getBoundingClientRect().width > 3).map((mark) => [mark.closest('ww-question').dataset.question, mark.getBoundingClientRect().left, mark.getBoundingClientRect().right])"
    seen = large_page.evaluate(marks)
    assert len(seen) > 5 and [one for one in seen if one[1] < 0 or one[2] > 360] == []
