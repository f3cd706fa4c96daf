"""The whole way of a group: a trainer composes an assignment, three people accept and do it, one of them on two devices, each shares a
report, and the board says what the reports say. Meanwhile nothing leaves for anywhere, and no request carries anything."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answers import give, right, wrong
from tests.browser.board_page import same, shown
from tests.browser.faults import watch
from tests.browser.plays import CASES, SCAN, fill, one_route_per_ending, play
from tests.browser.server import serve
from tests.browser.steady import today
from tests.reports import BANKS, QUESTIONS, figures, unpacked
from tests.small_cases import every_take
from werkwijzer.components.scan import HELPS
from werkwijzer.course.assignment import Assignment, decode

CASE = CASES["rechten-en-plichten"]
ITEMS = ("introductie", "wat-is-een-groep", "vraag:keuze-nu-niet", f"casus:{CASE.id}", f"scan:{SCAN.id}")
OPEN = next(question for question in BANKS["introductie"].questions if not question.scored)


class World:
    """Browsers of several people, and every request that any of them made."""

    def __init__(self, browser: Browser, address: str):
        self.browser, self.address = browser, address
        self.contexts, self.faults, self.requests = [], [], []

    def device(self) -> Page:
        context = self.browser.new_context(locale="nl-NL")
        watch(context, self.faults)
        context.on("request", lambda request: self.requests.append(request))
        self.contexts.append(context)
        return context.new_page()

    def go(self, page: Page, path: str) -> None:
        page.goto(f"{self.address}/{path}")

    def leaks(self) -> list[str]:
        """What left this machine, or carried something: another host, another method than GET, a query, a body."""
        wire = [one for one in self.requests if not one.url.startswith(("blob:", "data:"))]
        return [
            one.url for one in wire if not one.url.startswith(f"{self.address}/") or one.method != "GET" or "?" in one.url or one.post_data
        ]


@pytest.fixture
def world(browser, site):
    with serve(site) as address:
        world = World(browser, address)
        yield world
        for context in world.contexts:
            context.close()


def compose(world: World, trainer: Page) -> str:
    """The link of an assignment with a chapter for before, one for after, and a question, a case and the self-scan."""
    world.go(trainer, "trainers/opdracht/")
    trainer.get_by_label("Dag 1", exact=True).fill((today() + timedelta(days=30)).isoformat())
    for item, part in zip(ITEMS, (1, 2, 1, 1, 2), strict=True):
        trainer.locator(f"[id='ww-pick-{item.replace(':', '-')}']").evaluate(
            "(select, index) => { select.selectedIndex = index; select.dispatchEvent(new Event('change', { bubbles: true })); }", part
        )
    trainer.get_by_role("button", name="Maak de link").click()
    expect(trainer.get_by_role("heading", name="De opdracht is klaar")).to_be_focused()
    return trainer.get_by_label("Link voor je groep").input_value()


def accept(world: World, page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Zet klaar").click()
    expect(page.locator("section.ww-asked .ww-asked-sum")).to_contain_text("0 van 5 klaar")


def work(world: World, page: Page, path: str, answers: dict, sure: str = "") -> None:
    world.go(page, path)
    page.wait_for_function("!!customElements.get('ww-question')")
    if sure:
        page.evaluate(
            "(sure) => document.querySelectorAll(`.ww-confidence input[value=${sure}]`).forEach((radio) => { radio.checked = true; })", sure
        )
    give(page, answers)


def answers(chapter: str, choose, count: int = 99) -> dict:
    return {question.id: choose(question) for question in BANKS[chapter].asked[:count]}


def end_case(world: World, page: Page, ending: int) -> None:
    world.go(page, f"casussen/{CASE.id}/")
    play(page, CASE, list(one_route_per_ending(CASE).values())[ending])


def scan(world: World, page: Page, take: int) -> None:
    world.go(page, "gereedschap/zelfscan/")
    fill(page, list(every_take(SCAN))[take] | {f"{situation.id}--{HELPS}": situation.reactions[0].id for situation in SCAN.situations})
    page.evaluate("document.querySelector('ww-scan').go(11)")
    page.get_by_role("button", name="Bekijk je profiel").click()
    expect(page.get_by_role("heading", name="Je profiel")).to_be_focused()


def move(world: World, old: Page, new: Page, how: str) -> None:
    """The record from one device to the other, which may hold something already."""
    world.go(old, "voortgang/")
    world.go(new, "voortgang/")
    if how == "file":
        with old.expect_download() as wait:
            old.get_by_role("button", name="Bewaar als bestand").first.click()
        new.locator("#ww-record-file").set_input_files(wait.value.path())
        new.get_by_role("button", name="Bekijk het bestand").click()
    else:
        old.get_by_role("button", name="Maak een code").click()
        expect(old.locator("#ww-record-code")).to_have_value(re.compile("^WW1"))
        new.locator("#ww-record-paste").fill(old.locator("#ww-record-code").input_value())
        new.get_by_role("button", name="Bekijk de code").click()
    new.get_by_role("button", name="Voeg samen").click()
    expect(new.get_by_role("button", name="Maak ongedaan")).to_be_focused()


def share(world: World, page: Page, name: str, *, text: bool) -> Page:
    world.go(page, "rapport/")
    expect(page.get_by_label("Waarover?")).to_have_value(re.compile("^[0-9a-f]{8}$"))
    page.get_by_label("Je naam").fill(name)
    page.get_by_label("Ook mijn zelfscan").check()
    if text:
        page.locator(f'[data-open="{OPEN.id}"] input').check()
    return page


def as_file(page: Page, folder: Path, name: str) -> Path:
    with page.expect_download() as wait:
        page.get_by_role("button", name="Bewaar als bestand").click()
    path = folder / f"{name}.json"
    wait.value.save_as(path)
    return path


def as_code(page: Page) -> str:
    page.get_by_role("button", name="Maak een code").click()
    expect(page.get_by_label("Je code")).to_have_value(re.compile("^WR1"))
    return page.get_by_label("Je code").input_value()


def test_a_group_from_assignment_to_board(world, tmp_path):
    trainer, phone, laptop, bilal, yara = (world.device() for _ in range(5))
    link = compose(world, trainer)
    asked = decode(link)
    assert sorted(item for part in asked.parts for item in part.items) == sorted(ITEMS)

    # Noor begins on her phone, goes on at her laptop, and takes back what she did there.
    accept(world, phone, link)
    work(world, phone, "introductie/", answers("introductie", right, 6))
    move(world, phone, laptop, "file")
    work(world, laptop, "introductie/", answers("introductie", right))
    work(world, phone, "1-groep/keuze/", {"keuze-nu-niet": wrong(QUESTIONS["keuze-nu-niet"][0])})
    move(world, phone, laptop, "code")
    end_case(world, laptop, 0)
    scan(world, laptop, 0)

    # Bilal tries one question again; in the test he is sure, and wrong.
    accept(world, bilal, link)
    work(world, bilal, "1-groep/wat-is-een-groep/", answers("wat-is-een-groep", wrong, 4))
    bilal.locator("#vraag-groep-lewin .ww-retry").click()
    give(bilal, {"groep-lewin": right(QUESTIONS["groep-lewin"][0])})
    work(world, bilal, "1-groep/toets/", {id_: wrong(question) for id_, (question, _) in QUESTIONS.items()}, "sure")
    end_case(world, bilal, 1)
    scan(world, bilal, 1)

    # Yara guesses, and is right.
    accept(world, yara, link)
    work(world, yara, "1-groep/toets/", {id_: right(question) for id_, (question, _) in QUESTIONS.items()}, "guess")
    work(world, yara, "introductie/", answers("introductie", right, 3))
    scan(world, yara, 2)

    files = [
        as_file(share(world, laptop, "Noor", text=True), tmp_path, "noor"),
        as_file(share(world, yara, "Yara", text=False), tmp_path, "yara"),
    ]
    code = as_code(share(world, bilal, "=Bilal <b>", text=False))
    reports = [json.loads(files[0].read_text("utf-8")), json.loads(files[1].read_text("utf-8")), unpacked(code)]
    see(world, trainer, files, f"{code}\n{link}", reports, asked)
    assert world.leaks() == [] and world.faults == []
    assert len(world.requests) > 100 and any(one.url.endswith("/trainers/groep/") for one in world.requests)


def see(world: World, trainer: Page, files: list[Path], codes: str, reports: list[dict], asked: Assignment) -> None:
    """The trainer reads what came in; the board must say what the reports say, and what those three did."""
    world.go(trainer, "trainers/groep/")
    trainer.get_by_label("Bestanden").set_input_files(files)
    expect(trainer.get_by_text("2 rapporten ingelezen.")).to_be_visible()
    trainer.get_by_label("Of plak codes").fill(codes)
    trainer.get_by_role("button", name="Lees in").click()
    expect(trainer.get_by_text("1 rapport ingelezen. De opdracht")).to_be_visible()
    items = [item for part in asked.parts for item in part.items]
    same(trainer, reports, items, asked.id)
    told(items, reports, shown(trainer))
    table = trainer.get_by_role("region", name="Per persoon").get_by_role("row")
    expect(table).to_have_count(4)
    expect(table.filter(has_text="Noor")).to_contain_text("4 van 5")
    expect(table.filter(has_text="=Bilal <b>")).to_contain_text("bezig")
    expect(trainer.locator("[data-part=scans]")).to_contain_text("3 van de 5 rapporten")
    expect(trainer.locator("[data-part=texts]")).to_contain_text("Noor: Dit schreef ik zelf.")
    expect(trainer.locator("[data-part=sure] .ww-bars-line")).not_to_have_count(0)
    expect(trainer.locator("[data-part=guess] .ww-bars-line")).not_to_have_count(0)


def told(items: list[str], reports: list[dict], board: dict) -> None:
    """What they did, known from the story and not from the reports."""
    noor, yara, bilal = (dict(zip(items, board["people"][report["id"]], strict=True)) for report in reports)
    assert noor == {
        "introductie": "done",
        "wat-is-een-groep": "none",
        "vraag:keuze-nu-niet": "done",
        f"casus:{CASE.id}": "done",
        f"scan:{SCAN.id}": "done",
    }
    assert (bilal["introductie"], bilal["wat-is-een-groep"], bilal[f"casus:{CASE.id}"]) == ("none", "busy", "done")
    assert (yara["introductie"], yara[f"casus:{CASE.id}"], yara[f"scan:{SCAN.id}"]) == ("busy", "none", "done")
    assert sum(board["cases"][CASE.id].values()) == 2 and max(board["cases"][CASE.id].values()) == 1
    lewin = board["questions"]["groep-lewin"]
    assert lewin["right"] >= 1 and lewin["attempts"] > lewin["tried"], "Bilal tried twice"
    assert (
        sum(one["sureWrong"] for one in board["questions"].values()) >= 1
        and sum(one["guessRight"] for one in board["questions"].values()) >= 1
    )
    assert board["texts"] == {OPEN.id: [("Noor", "Dit schreef ik zelf.")]} and board["scans"] == 3
    assert figures(reports, items, "")["questions"] == board["questions"]
