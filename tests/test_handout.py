"""Pages for participants: what their Blocks give, and whether their words are short and keep to one form of address."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from tests.sites import ROOT
from werkwijzer.base.problems import CourseError

TOOLS = ROOT / "docs/gereedschap"
STEP = "/// stap | g-verwachten-kring.svg\n## Een kring { #kring }\n\nKort.\n///\n"
LETTER = "/// brief | Herinnering\nDag *[naam]*,\n\n- tot morgen\n///\n"
BLOCK = re.compile(r"^(/{3,}) brief \|[^\n]*\n(.*?)^\1$", re.M | re.S)
TO_FILL = re.compile(r"\*?\[[^\]]*\]\*?")
NOT_PROSE = re.compile(r"^///.*$|^\|.*$|\{[^}]*\}|^[-#\d. ]+|\*\*", re.M)
END = re.compile(r"(?<=[.?!:”])\s+|\n+")
INFORMAL, FORMAL = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.I), re.compile(r"\b(u|uw|uzelf)\b", re.I)


def html(text: str) -> BeautifulSoup:
    md = Markdown(extensions=["attr_list", "toc", "werkwijzer"], extension_configs={"werkwijzer": {"root": str(ROOT)}})
    soup = BeautifulSoup(md.convert(text), "html.parser")
    soup.toc = md.toc_tokens
    return soup


def body(path: Path) -> str:
    return path.read_text("utf-8").split("---\n", 2)[2]


def sentences(text: str) -> list[int]:
    """The number of words of each sentence; what is still to be filled in counts as one word."""
    plain = NOT_PROSE.sub("", TO_FILL.sub("x", text))
    return [len(words) for sentence in END.split(plain) if (words := re.findall(r"[\w’-]+", sentence))]


LETTERS = [text for _, text in BLOCK.findall(body(TOOLS / "brieven.md"))]
HANDOUT = body(TOOLS / "wat-kun-je-verwachten.md")


def test_a_step_holds_its_drawing_and_words_and_its_heading_is_in_the_contents():
    soup = html(STEP)
    step = soup.select_one("section.ww-step")
    assert step.find("svg").find("desc") and step.select_one(".ww-step-text h2")["id"] == "kring"
    assert [entry["id"] for entry in soup.toc] == ["kring"]


def test_a_step_without_its_drawing_stops_the_build():
    with pytest.raises(CourseError, match="deze figuur bestaat niet"):
        html(STEP.replace("kring.svg", "weg.svg"))


def test_a_letter_is_complete_without_javascript_and_shows_no_dead_button():
    letter = html(LETTER).find("ww-letter")
    sheet = letter.select_one("section.ww-letter-sheet")
    assert sheet["aria-label"] == "Voorbeeld: Herinnering" and sheet.find("em").text == "[naam]" and sheet.find("li")
    assert all(button.find_parent(hidden=True) for button in letter.find_all("button"))


def test_every_letter_is_found():
    assert len(LETTERS) == 7


@pytest.mark.parametrize("text", [HANDOUT, *LETTERS], ids=["handout", *(f"letter-{number}" for number, _ in enumerate(LETTERS, 1))])
def test_participants_read_short_sentences(text):
    counts = sentences(text)
    assert mean(counts) <= 11 and max(counts) <= 14, counts


def test_letters_say_u_and_the_handout_says_je():
    for letter in LETTERS:
        assert not INFORMAL.search(TO_FILL.sub("", letter))
    assert not FORMAL.search(HANDOUT)
