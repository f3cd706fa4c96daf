"""Two copies of the course on one host keep apart; a copy that moved loses nothing; what was kept before keys had an address stays."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser import together
from tests.browser.hostile import NOW
from tests.browser.questions import ASSETS
from tests.browser.server import serve
from tests.browser.storage import answer, plant, released

SAVE = "([id, value]) => Werkwijzer.record.saveAnswer(id, value)"
ANSWERS = "() => Object.fromEntries(Werkwijzer.store.entries('answer').map(([id, value]) => [id, value.response]))"
PLACES = ("a", "b", "c: één & twee")


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    """The same course in three folders of one host, one of them with a difficult name."""
    folder = tmp_path_factory.mktemp("host")
    for name in PLACES:
        (folder / name).mkdir()
        (folder / name / "assets").symlink_to(ASSETS)
        (folder / name / "record.html").write_text(together.page(["record"], ["course", "overview", "record"]), "utf-8")
        home = together.page(["plan"], ["course", "overview"]).replace('class="ww-text"', 'class="ww-text ww-home"')
        (folder / name / "index.html").write_text(home, "utf-8")
        (folder / name / "all.html").write_text(together.page(["plan"], [*together.SHARED, "record", "report", "board"]), "utf-8")
    with serve(folder) as address:
        yield address


def test_two_copies_on_one_host_keep_apart(page, host):
    page.goto(f"{host}/a/all.html")
    page.evaluate(SAVE, ["een", answer()])
    page.evaluate("() => Werkwijzer.store.set('group', 'ab', { name: 'Groep', at: 1, asked: '', reports: [] })")
    seed = page.evaluate("() => Werkwijzer.record.seed()")
    for other in ("b", "c: één & twee"):
        page.goto(f"{host}/{other}/all.html")
        assert page.evaluate(ANSWERS) == {} and page.evaluate("() => Werkwijzer.store.entries('group')") == []
        assert page.evaluate("() => Werkwijzer.record.seed()") != seed
        page.evaluate(SAVE, ["twee", answer()])
        assert page.evaluate(ANSWERS) == {"twee": "norm"}
        page.evaluate("() => Werkwijzer.transfer.erase()")
        assert page.evaluate(ANSWERS) == {}
    page.goto(f"{host}/a/all.html")
    assert page.evaluate(ANSWERS) == {"een": "norm"}
    keys = page.evaluate("() => Object.keys(localStorage).filter((key) => !key.includes('weergave'))")
    assert all(key.startswith("werkwijzer:groepsgewijs@%2Fa%2F:1:") for key in keys), keys


@pytest.mark.parametrize("name,sheet", [("index.html", "home"), ("record.html", "record")])
def test_the_offer_is_not_printed(name, sheet, page, host):
    """On paper nobody can take anything over."""
    page.goto(f"{host}/a/all.html")
    page.evaluate(SAVE, ["een", answer()])
    page.goto(f"{host}/b/{name}")
    page.evaluate(
        "(href) => new Promise((onload) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload })))",
        f"assets/css/{sheet}.css",
    )
    expect(page.locator(".ww-moved")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".ww-moved")).to_be_hidden()


def test_tabs_of_another_copy_are_not_listened_to(context, host):
    first, second = context.new_page(), context.new_page()
    first.goto(f"{host}/a/all.html")
    first.evaluate("() => { window.seen = []; Werkwijzer.store.on((kind, id) => seen.push(`${kind} ${id}`)); }")
    second.goto(f"{host}/b/all.html")
    second.evaluate(SAVE, ["vreemd", answer()])
    second.goto(f"{host}/a/all.html")
    second.evaluate(SAVE, ["eigen", answer()])
    first.wait_for_function("() => seen.includes('answer eigen')")
    assert "answer vreemd" not in first.evaluate("() => seen")


@pytest.mark.parametrize("start", ["index", "record"])
def test_what_another_address_holds_is_taken_over_with_one_button(page, host, start):
    page.goto(f"{host}/c: één & twee/all.html")
    page.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", released("backup.json"))
    page.evaluate(
        "() => { Werkwijzer.store.set('learner', 'seed', 77); Werkwijzer.store.set('group', 'ab', { name: 'Groep', at: 1, asked: '', reports: [] }); }"
    )
    whole = "() => { const { device, at, ...rest } = Werkwijzer.transfer.exportAll(); return rest; }"
    wanted = page.evaluate(whole)
    page.goto(f"{host}/b/all.html")
    page.evaluate("() => Werkwijzer.store.set('chapter', 'normen', { opened: 1, at: 1 })")  # only looked around here
    page.goto(f"{host}/b/{start}.html")
    box = page.locator(".ww-moved")
    expect(box).to_contain_text("In deze browser staat ook voortgang van deze cursus onder het adres /c: één & twee/.")
    page.get_by_role("button", name="Neem je voortgang van /c: één & twee/ over").click()
    expect(box.get_by_role("status")).to_have_text("Overgenomen. Je voortgang staat nu ook hier; op het andere adres is niets veranderd.")
    expect(box.get_by_role("button")).to_have_count(0)
    page.goto(f"{host}/b/all.html")
    taken = page.evaluate(whole)
    assert {**taken, "chapters": wanted["chapters"]} == wanted
    assert page.evaluate("() => [Werkwijzer.record.seed(), Werkwijzer.store.get('group', 'ab').name]") == [77, "Groep"]
    page.goto(f"{host}/b/{start}.html")
    page.wait_for_timeout(300)
    assert page.locator(".ww-moved").count() == 0, "nothing more to take"
    page.goto(f"{host}/c: één & twee/all.html")
    assert page.evaluate(whole) == wanted


def test_two_records_join_on_mijn_voortgang_and_home_keeps_silent(page, host):
    page.goto(f"{host}/a/all.html")
    page.evaluate(SAVE, ["een", answer(NOW, points=1)])
    page.evaluate(SAVE, ["twee", answer(NOW)])
    page.goto(f"{host}/b/all.html")
    page.evaluate(SAVE, ["een", answer(NOW + 5, points=0, response="rol")])
    page.goto(f"{host}/b/index.html")
    page.wait_for_timeout(300)
    assert page.locator(".ww-moved").count() == 0
    page.goto(f"{host}/b/record.html")
    page.get_by_role("button", name="Neem je voortgang van /a/ over").click()
    expect(page.locator(".ww-moved .ww-status")).to_contain_text("Overgenomen.")
    kept = page.evaluate("() => [Werkwijzer.record.answer('een').answer, Werkwijzer.record.answer('twee').answer]")
    assert kept[0]["response"] == "rol" and [past["points"] for past in kept[0]["history"]] in ([], [1])
    assert kept[1]["response"] == "norm"


def test_a_full_disk_takes_nothing_over_and_says_so(page, host):
    page.goto(f"{host}/a/all.html")
    page.evaluate(SAVE, ["een", answer()])
    page.goto(f"{host}/b/record.html")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); }; }")
    page.get_by_role("button", name="Neem je voortgang van /a/ over").click()
    expect(page.locator(".ww-moved .ww-status")).to_contain_text("Overnemen lukt niet helemaal")
    expect(page.get_by_role("button", name="Neem je voortgang van /a/ over")).to_be_visible()


def test_erase_leaves_another_address_alone_unless_asked(page, host):
    for place in ("a", "b"):
        page.goto(f"{host}/{place}/all.html")
        page.evaluate(SAVE, ["een", answer()])
    page.goto(f"{host}/b/record.html")
    opener, dialog = page.get_by_role("button", name="Wis alles"), page.get_by_role("dialog")
    opener.click()
    expect(dialog.get_by_role("checkbox", name="Wis ook wat deze cursus hier bewaart onder een ander adres: /a/")).not_to_be_checked()
    dialog.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    keys = "() => Object.keys(localStorage).filter((key) => key.startsWith('werkwijzer:groepsgewijs'))"
    assert [key for key in page.evaluate(keys) if "answer" in key] == ["werkwijzer:groepsgewijs@%2Fa%2F:1:answer:een"]
    opener.click()
    dialog.get_by_role("checkbox").check()
    dialog.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    assert page.evaluate(keys) == []


# ---- What was kept before keys had an address ----


def test_the_first_address_that_opens_has_the_old_record_and_others_are_offered_it(page, host):
    storage = json.loads(released("storage.json"))
    wanted = json.loads(released("backup.json"))["answers"]
    page.goto(f"{host}/a/all.html")
    page.evaluate("() => localStorage.clear()")
    plant(page, storage)
    page.reload()
    assert {*wanted} <= {*page.evaluate(ANSWERS)}
    page.goto(f"{host}/b/record.html")
    assert page.evaluate(ANSWERS) == {}
    page.get_by_role("button", name="Neem je voortgang van /a/ over").click()
    expect(page.locator(".ww-moved .ww-status")).to_contain_text("Overgenomen.")
    assert {*wanted} <= {*page.evaluate(ANSWERS)}
    page.goto(f"{host}/a/record.html")
    assert {*wanted} <= {*page.evaluate(ANSWERS)}


def test_an_old_page_that_is_still_open_loses_nothing(page, host):
    """It writes under keys without an address; the newest of the two counts, and what is erased is gone in both."""
    old = "werkwijzer:groepsgewijs:1:"
    page.goto(f"{host}/a/all.html")
    page.evaluate("() => localStorage.clear()")
    plant(
        page,
        {f"{old}answer:een": json.dumps(answer(NOW, response="oud")), f"{old}assignment:a1b2c3d4": json.dumps({"code": "AAAA", "at": NOW})},
    )
    page.reload()
    page.evaluate(SAVE, ["een", answer(NOW, response="nieuw")])
    assert page.evaluate(ANSWERS) == {"een": "nieuw"}
    plant(
        page,
        {
            f"{old}answer:een": json.dumps(answer(NOW + 50, response="later")),
            f"{old}answer:twee": json.dumps(answer(NOW, response="erbij")),
        },
    )
    assert page.evaluate(ANSWERS) == {"een": "later", "twee": "erbij"}
    page.evaluate("() => Werkwijzer.store.forget('assignment', 'a1b2c3d4')")
    page.reload()
    assert page.evaluate("() => Werkwijzer.store.entries('assignment')") == []
    page.evaluate("() => Werkwijzer.transfer.erase()")
    assert page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('werkwijzer:groepsgewijs'))") == []


def test_from_a_disk_there_is_no_address(page, tmp_path):
    (tmp_path / "assets").symlink_to(ASSETS)
    (tmp_path / "record.html").write_text(together.page(["record"], ["course", "overview", "record"]), "utf-8")
    page.goto((tmp_path / "record.html").as_uri())
    page.evaluate(SAVE, ["een", answer()])
    assert "werkwijzer:groepsgewijs:1:answer:een" in page.evaluate("() => Object.keys(localStorage)")
    assert page.locator(".ww-moved").count() == 0
