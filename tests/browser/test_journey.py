"""A learner works by keyboard alone, the author edits the bank meanwhile, and every answer stays where it belongs."""

from __future__ import annotations

import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from tests import course
from tests.browser.questions import SCRIPTS, Keyboard
from tests.browser.server import serve
from tests.sites import built, copy_course

KEY = "1-groep/proef"
CHAPTER = course.CHAPTER.replace(course.KEY, KEY).replace('"1.1"', '"1.9"')
NEW = """  - id: voorbeeld-nieuw
    type: choice
    goal: een
    level: apply
    source: "#kop"
    prompt: Wat is er nieuw?
    options:
      - {id: dit, text: Deze vraag., correct: true}
      - {id: dat, text: Niets., feedback: Kijk nog eens.}
    explanation: Deze vraag stond er eerst niet.
"""


GUIDE = """
  - chapter: voorbeeld
    aim: Deelnemers proberen elk soort vraag een keer, en weten daarna hoe je die beantwoordt.
    minutes: 15
    formats:
      - {id: duim-cirkel, how: Vraag na elke vraag wie het zeker wist.}
      - {id: denken-delen-uitwisselen, how: Leg twee antwoorden naast elkaar.}
    questions: [Welke vraag was lastig?, Wat maakte hem lastig?, Wat vraag je zelf nooit?, Wat vraag je morgen?]
    discuss: [voorbeeld-choice, voorbeeld-multiple, voorbeeld-truefalse]
    watch: [Te lang stilstaan bij één vraag., Het antwoord voorzeggen.]
    post: Probeer alle soorten vragen een keer, en kijk wat je terugkrijgt.
    chat: Welke vraag was lastig?
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A copy of the course with a chapter that holds every question type, and its site."""
    folder = copy_course(tmp_path_factory.mktemp("written") / "course")
    course.write(folder / f"docs/{KEY}.md", CHAPTER)
    course.write(folder / f"quizzes/{KEY}.yml", course.BANK)
    guide = folder / "data/guide.yml"
    guide.write_text(guide.read_text("utf-8").rstrip() + "\n" + GUIDE, "utf-8")
    page = folder / "docs/trainers/handleiding/module-1.md"
    page.write_text(f"{page.read_text('utf-8').rstrip()}\n\n/// guide | voorbeeld\n///\n", "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("1-groep/groepsontwerp.md\n", f"1-groep/groepsontwerp.md\n      - {KEY}.md\n", 1), "utf-8"
    )
    built("mkdocs", folder)
    return folder


@pytest.fixture
def author(written, tmp_path):
    """One that may be changed."""
    return shutil.copytree(written, tmp_path / "course")


def edited(bank: str) -> str:
    """The bank after an insert, a reorder of questions and options, a rename and two changes, of which one of meaning."""
    head, first, *rest = re.split(r"(?m)^(?=  - id: )", bank)
    options = re.findall(r"(?s)      - id: .*?(?=      - id: |    hints:)", first)
    first = first.replace("".join(options), "".join((*options[1:], options[0])))
    text = head + NEW + "".join((*reversed(rest), first))
    text = text.replace("id: voorbeeld-match\n", "id: voorbeeld-koppel\n    was: [voorbeeld-match]\n")
    text = text.replace("prompt: Hoe heet de ervaring", "prompt: Hoe noemen onderzoekers de ervaring")
    return text.replace("Verzet richt zich op iets.", "Verzet heeft een richting.")


def scoped(type_: str, steps: tuple) -> tuple:
    """A script's steps for a page with more questions than one."""
    own = f"#vraag-voorbeeld-{type_}"
    return tuple(
        (method, f"{own} {css}" if method in ("type", "select") and not css.startswith("#") else css, *rest) for method, css, *rest in steps
    )


def do(page: Page, type_: str, steps: tuple) -> None:
    keyboard, own = Keyboard(page), f"#vraag-voorbeeld-{type_}"
    for method, *arguments in scoped(type_, steps):
        getattr(keyboard, method)(*arguments)
    keyboard.button(f"{own} .ww-check")


def states(page: Page) -> dict[str, str]:
    page.wait_for_function("!!customElements.get('ww-question')")
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('ww-question')].map(own => [own.dataset.question, own.dataset.state]))"
    )


def test_a_learner_works_while_the_author_edits(page, author):
    with serve(author / "site") as address:
        page.goto(f"{address}/{KEY}/")
        for type_, script in SCRIPTS.items():
            status = page.locator(f"#vraag-voorbeeld-{type_} .ww-status")
            do(page, type_, script.wrong)
            expect(status).to_contain_text("Poging 1:")
            Keyboard(page).button(f"#vraag-voorbeeld-{type_} .ww-retry")
            do(page, type_, script.right)
            expect(status).to_have_text("Poging 2: goed.")
        do(page, "open", (("type", "textarea", "Ik bel morgen één werkgever."),))
        before = states(page)
        assert before == {f"voorbeeld-{type_}": "answered" if type_ == "open" else "right" for type_ in [*SCRIPTS, "open"]}
        page.reload()
        assert states(page) == before

        page.goto(f"{address}/")
        chapter = page.locator("[data-chapter=voorbeeld]")
        expect(chapter.locator(".ww-chapter-state")).to_have_text("klaar")

        course.write(author / f"quizzes/{KEY}.yml", edited(course.BANK))
        built("mkdocs", author)

        page.goto(f"{address}/{KEY}/")
        expected = {**before, "voorbeeld-nieuw": "open", "voorbeeld-koppel": "right", "voorbeeld-short": "changed"}
        del expected["voorbeeld-match"]
        assert states(page) == expected
        expect(page.locator("#vraag-voorbeeld-short .ww-status")).to_contain_text("De vraag is gewijzigd sinds je antwoord")
        expect(page.locator("#vraag-voorbeeld-short .ww-input")).to_have_value("")
        assert page.evaluate("Werkwijzer.types.choice.read(document.querySelector('#vraag-voorbeeld-choice'))") == "norm"
        assert (
            page.evaluate("Werkwijzer.types.match.read(document.querySelector('#vraag-voorbeeld-koppel'))")
            == SCRIPTS["match"].right_response
        )
        expect(page.locator("#vraag-voorbeeld-open textarea")).to_have_value("Ik bel morgen één werkgever.")

        page.goto(f"{address}/")
        expect(chapter.locator(".ww-chapter-state")).to_have_text("gewijzigd sinds")


def test_progress_is_offered_when_the_site_moves_to_another_folder(page, written, tmp_path):
    """Two copies on one host keep apart; a copy that moved gets everything with one button, and the old place keeps it too."""
    (tmp_path / "both").mkdir()
    for name in ("oud", "nieuw"):
        (tmp_path / "both" / name).symlink_to(written / "site")
    with serve(tmp_path / "both") as address:
        page.goto(f"{address}/oud/{KEY}/")
        do(page, "short", SCRIPTS["short"].right)
        page.goto(f"{address}/nieuw/{KEY}/")
        assert states(page)["voorbeeld-short"] == "open"
        page.goto(f"{address}/nieuw/")
        page.get_by_role("button", name="Neem je voortgang van /oud/ over").click()
        expect(page.locator(".ww-moved")).to_contain_text("Overgenomen.")
        for name in ("nieuw", "oud"):
            page.goto(f"{address}/{name}/{KEY}/")
            assert states(page)["voorbeeld-short"] == "right"
