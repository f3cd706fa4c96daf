"""Words stay whole and no page scrolls sideways, from 320 px up and with letters twice as large."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.answers import give, wrong
from tests.browser.chromium import ARGS, executable
from tests.browser.profiles import watch
from tests.pages import CHAPTERS, PAGES

LOOK = (Path(__file__).parent / "whole_words.js").read_text("utf-8")
LARGE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
"""What a reader sets in the browser as letters of 200 %."""
NORMAL_WIDTHS = (320, 360, 768, 1280)
LARGE_WIDTHS = (360, 768, 1280)
LONG = 0.65
"""A word that takes this share of the page's own line may be hyphenated, where letters are twice as large."""


@pytest.fixture(scope="module")
def large_browser(browser):
    """A second browser, with letters of 200 % as its own setting, so that media queries follow them."""
    large = browser.browser_type.launch(executable_path=executable(), args=[*ARGS, LARGE])
    yield large
    large.close()


@pytest.fixture
def large_page(large_browser):
    context = large_browser.new_context(locale="nl-NL")
    faults: list[str] = []
    watch(context, faults)
    yield context.new_page()
    context.close()
    assert not faults, faults


@pytest.mark.parametrize("path", [*PAGES, "404.html"], ids=lambda path: path or "home")
def test_words_stay_whole(path, page, address):
    page.goto(f"{address}/{path}")
    for width in NORMAL_WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        seen = page.evaluate(LOOK)
        assert [(word["word"], word["at"]) for word in seen["words"]] == [], width
        assert seen["scrolls"] <= 0, width


@pytest.mark.parametrize("path", [*PAGES, "404.html"], ids=lambda path: path or "home")
def test_words_stay_whole_with_letters_twice_as_large(path, large_page, address):
    large_page.goto(f"{address}/{path}")
    assert large_page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    for width in LARGE_WIDTHS:
        large_page.set_viewport_size({"width": width, "height": 900})
        seen = large_page.evaluate(LOOK)
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
