"""The learner's record in a real browser: nothing is lost, nothing hostile gets in, and one page shows and moves it all."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from tests.browser import record_site
from tests.browser.chromium import ARGS, whole
from tests.browser.faults import watch
from tests.browser.hostile import BOMB, HASH, NOW, SAME_EVERYWHERE, mutate
from tests.browser.server import serve
from tests.browser.steady import hold, release, today

OWN = "werkwijzer:groepsgewijs@%2F:"
PREFIX = f"{OWN}1:"
SAMPLE = (Path(__file__).parents[1] / "records" / "schema-1.json").read_text("utf-8")

# In the page: put what stands in storage into one comparable text, and put it back.
DUMP = "() => JSON.stringify(Object.entries(localStorage).sort())"
SAVE = "([id, value]) => Werkwijzer.record.saveAnswer(id, value)"


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("record") / "site"
    folder.mkdir()
    loaded = record_site.build(folder)
    with serve(folder) as address:
        yield address, loaded


@pytest.fixture
def site(course):
    return course[0]


@pytest.fixture
def hashes(course):
    return {id_: hash_ for loaded in course[1].banks.values() for id_, hash_ in loaded.bank.hashes.items()}


@pytest.fixture
def blank(page, site):
    """A page with the scripts and nothing else, its storage empty."""
    page.goto(f"{site}/blank.html")
    return page


@pytest.fixture
def mine(page, site):
    """Mijn voortgang."""
    page.goto(f"{site}/record.html")
    return page


def answer(hash_=HASH, points=1, of=1, at=NOW, **more):
    return {
        "response": "norm",
        "points": points,
        "of": of,
        "attempts": 1,
        "hints": 0,
        "confidence": None,
        "hash": hash_,
        "at": at,
        "shown": False,
        "history": [],
        **more,
    }


def export(**parts):
    return json.dumps({"format": "werkwijzer", "schema": 1, "course": "groepsgewijs", "device": "ab12", "at": NOW, **parts})


def put(page, kind, id_, value):
    page.evaluate("([key, value]) => localStorage.setItem(key, JSON.stringify(value))", [f"{PREFIX}{kind}:{id_}", value])


def stored(page, key):
    return page.evaluate("(key) => localStorage.getItem(key)", PREFIX + key)


def import_text(page, text):
    page.locator("#ww-record-file").set_input_files(
        {"name": "voortgang.json", "mimeType": "application/json", "buffer": text.encode("utf-8", "surrogatepass")}
    )
    page.get_by_role("button", name="Bekijk het bestand").click()


# ---- Storage ----


def test_two_tabs_lose_nothing(context, site):
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(f"{site}/blank.html")
    write = """([name, value]) => { window.done = false; let left = 200; const step = () => {
        Werkwijzer.record.saveAnswer(`vraag-${name}-${left}`, value);
        Werkwijzer.record.saveAnswer('samen', { ...value, at: Date.now() });
        if (--left) setTimeout(step, 0); else window.done = true; }; step(); }"""
    for tab, name in zip(tabs, "ab", strict=True):
        tab.evaluate(write, [name, answer()])
    for tab in tabs:
        _until(tab, "() => window.done")
    for tab in tabs:  # one tab's storage reaches the other a moment later
        _until(tab, "() => Werkwijzer.store.entries('answer').length >= 401")
    assert [tab.evaluate("() => Werkwijzer.store.entries('answer').length") for tab in tabs] == [401, 401]


def _until(page, condition, tries=3000):
    """`wait_for_function` needs eval, which our policy forbids."""
    for _ in range(tries):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    raise AssertionError(condition)


def test_another_tab_is_told(context, site):
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        tab.goto(f"{site}/blank.html")
        tab.evaluate("() => { window.seen = []; Werkwijzer.store.on((kind, id) => seen.push(`${kind} ${id}`)); }")
    first.evaluate(SAVE, ["een", answer()])
    _until(second, "() => seen.includes('answer een')")
    assert "answer een" in first.evaluate("() => seen")
    first.evaluate("() => localStorage.clear()")
    _until(second, "() => seen.includes('null null')")


def test_a_listener_can_leave(blank):
    assert (
        blank.evaluate(
            "() => { let calls = 0; const off = Werkwijzer.store.on(() => calls++); off(); Werkwijzer.store.set('learner', 'seed', 1); return calls; }"
        )
        == 0
    )


def test_full_storage_keeps_the_old_value_and_goes_on_in_memory(blank):
    blank.evaluate(SAVE, ["een", answer(points=0)])
    blank.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); }; }")
    assert blank.evaluate(SAVE, ["een", answer(points=1)]) is False
    assert blank.evaluate(SAVE, ["twee", answer()]) is False
    assert json.loads(stored(blank, "answer:een"))["points"] == 0
    assert blank.evaluate("() => Werkwijzer.record.answer('een').answer.points") == 1
    assert blank.evaluate("() => Werkwijzer.store.entries('answer').length") == 2
    assert blank.evaluate("() => Werkwijzer.store.state") == "full"
    notice = blank.locator("main article > p.ww-notice[role=status]")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text("geen ruimte meer")
    expect(notice.get_by_role("button")).to_have_text("Bewaar als bestand")
    expect(notice.get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize("fault", ["QuotaExceededError", "SecurityError"])
def test_what_did_not_fit_leaves_as_a_file_from_the_page_that_holds_it(fault, page, site):
    """Another page knows nothing of it, so a link to Mijn voortgang would lose what it offers to save."""
    page.goto(f"{site}/plan.html")
    page.evaluate("(name) => { Storage.prototype.setItem = () => { throw new DOMException('nee', name); }; }", fault)
    page.get_by_label("Als …").fill("wie niet past 🙂")
    with page.expect_download() as wait:
        page.locator(".ww-notice").get_by_role("button", name="Bewaar als bestand").click()
    saved = json.loads(Path(wait.value.path()).read_text("utf-8"))
    assert saved["notes"]["plan-normen"]["parts"]["if"] == "wie niet past 🙂"
    expect(page.locator(".ww-notice")).to_contain_text("Bewaard als bestand, bij je downloads.")
    with page.expect_download():
        page.locator(".ww-notice").get_by_role("button", name="Bewaar als bestand").click()


def test_really_full_storage(blank):
    blank.evaluate(
        "() => { let size = 2 ** 22; while (size >= 1) try { localStorage.setItem('x' + size, 'x'.repeat(size)); size /= 2; } catch { size /= 2; } }"
    )
    assert blank.evaluate(SAVE, ["een", answer()]) is False
    assert blank.evaluate("() => Werkwijzer.store.state") == "full"
    blank.evaluate("() => { for (const key of Object.keys(localStorage)) if (key.startsWith('x')) localStorage.removeItem(key); }")
    assert blank.evaluate(SAVE, ["een", answer()]) is True


def test_newer_write_of_another_tab_wins_from_memory(blank):
    blank.evaluate(
        "() => { const real = Storage.prototype.setItem; window.mend = () => { Storage.prototype.setItem = real; }; Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); }; }"
    )
    blank.evaluate(SAVE, ["een", answer(points=0)])
    blank.evaluate("() => mend()")
    put(blank, "answer", "een", answer(points=1))
    blank.evaluate("(key) => dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }))", f"{PREFIX}answer:een")
    assert blank.evaluate("() => Werkwijzer.record.answer('een').answer.points") == 1


def test_blocked_storage(page, site):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('nee', 'SecurityError'); } })")
    for name in ("blank", "overview", "chapter", "plan", "record"):
        page.goto(f"{site}/{name}.html")
        expect(page.locator("p.ww-notice")).to_contain_text("bewaart niets")
        assert page.evaluate(SAVE, ["een", answer()]) is False
        assert page.evaluate("() => Werkwijzer.record.answer('een').answer.points") == 1
        assert page.evaluate("() => Werkwijzer.store.state") == "blocked"
    import_text(page, SAMPLE)
    page.get_by_role("button", name="Voeg samen").click()
    expect(page.get_by_text("kan niets meer bewaren")).to_be_visible()
    assert page.evaluate("() => Werkwijzer.store.entries('answer').length") == 1


def test_works_from_a_file(page, course):
    folder = course[1].root.parent
    page.goto((folder / "blank.html").as_uri())
    page.evaluate(SAVE, ["normen-een", answer(text="norm")])
    page.goto((folder / "record.html").as_uri())
    expect(page.locator('[data-fact="answers"]')).to_have_text("1")
    with page.expect_download() as wait:
        page.get_by_role("button", name="Bewaar als bestand").first.click()
    import_text(page, Path(wait.value.path()).read_text("utf-8"))
    expect(page.get_by_text("Hier zit niets in dat je nog niet had.")).to_be_visible()


def test_cookies_blocked_in_the_browser(whole_browser, site, tmp_path):
    settings_file = tmp_path / "Default" / "Preferences"
    settings_file.parent.mkdir()
    settings_file.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    faults = []
    context = whole_browser.browser_type.launch_persistent_context(tmp_path, executable_path=whole(), args=ARGS)
    watch(context, faults)
    page = context.new_page()
    page.goto(f"{site}/chapter.html")
    expect(page.locator("p.ww-notice")).to_contain_text("bewaart niets")
    page.goto(f"{site}/record.html")
    expect(page.get_by_role("heading", name="Wis alles")).to_be_visible()
    context.close()
    assert not faults


DAMAGED = [
    "",
    "{",
    "null",
    "[]",
    "5",
    '"x"',
    "{}",
    json.dumps(answer(hash_="<img>")),
    json.dumps(answer(points="1")),
    "[" * 100_000,
    '{"response":1e999}',
]


def test_damaged_values_are_set_aside(blank):
    blank.evaluate("([start, texts]) => texts.forEach((text, n) => localStorage.setItem(start + n, text))", [f"{PREFIX}answer:", DAMAGED])
    assert blank.evaluate("() => Werkwijzer.store.entries('answer')") == []
    assert blank.evaluate("() => Werkwijzer.store.state") == "damaged"
    asides = blank.evaluate("() => Werkwijzer.transfer.asides()")
    assert sorted(aside["text"] for aside in asides) == sorted(DAMAGED)
    assert all(re.fullmatch(PREFIX + r"aside:answer:\d+:\d+", aside["key"]) for aside in asides)
    expect(blank.locator("p.ww-notice")).to_have_count(1)
    expect(blank.locator("p.ww-notice")).to_contain_text("onleesbaar")
    blank.reload()
    assert blank.evaluate("() => [Werkwijzer.store.entries('answer'), Werkwijzer.store.state]") == [[], "ok"]


def test_damaged_value_in_full_storage_stays_where_it_is(blank):
    blank.evaluate("(key) => localStorage.setItem(key, '{')", f"{PREFIX}answer:een")
    blank.evaluate(
        "() => { const real = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) { if (key.includes('aside')) throw new DOMException('vol', 'QuotaExceededError'); real.call(this, key, text); }; }"
    )
    assert blank.evaluate("() => Werkwijzer.record.answer('een')") is None
    assert stored(blank, "answer:een") == "{"


def test_what_is_not_ours_is_left_alone(blank):
    others = {
        f"{PREFIX}dream:a": "{",
        f"{PREFIX}answer:Vreemd_": "{",
        f"{OWN}2:answer:een": "{",
        f"{OWN}0:answer:een": "[]",
        "werkwijzer:groepsgewijs@%2Fanders%2F:1:answer:een": "{",
        "werkwijzer:andere:1:answer:een": "{",
        "iets": "anders",
    }
    blank.evaluate("(others) => { for (const [key, text] of Object.entries(others)) localStorage.setItem(key, text); }", others)
    blank.evaluate(SAVE, ["een", answer()])
    blank.evaluate(
        "() => { for (const kind of ['answer', 'chapter', 'note', 'learner', 'dream']) Werkwijzer.store.entries(kind); Werkwijzer.transfer.exportAll(); }"
    )
    kept = blank.evaluate("(keys) => keys.map((key) => localStorage.getItem(key))", list(others))
    assert kept == list(others.values())
    assert blank.evaluate("() => Werkwijzer.store.get('dream', 'a')") is None
    blank.evaluate("() => Werkwijzer.transfer.erase()")
    assert blank.evaluate("() => Object.keys(localStorage).sort()") == [
        "iets",
        "werkwijzer:andere:1:answer:een",
        "werkwijzer:groepsgewijs@%2Fanders%2F:1:answer:een",
    ]


def test_texts_are_kept_whole_but_for_half_a_character(blank):
    long = "x" * 20_000
    assert blank.evaluate(SAVE, ["een", answer(response={"text": long, "criteria": []}, text=long)]) is True
    blank.evaluate("(value) => Werkwijzer.record.saveAnswer('twee', { ...value, response: { tekst: 'a\\ud83d' } })", answer())
    kept = blank.evaluate("() => ['een', 'twee'].map((id) => Werkwijzer.record.answer(id).answer)")
    assert [kept[0]["response"]["text"], kept[0]["text"], kept[1]["response"]] == [long, long, {"tekst": "a"}]


def test_history_keeps_ten(blank):
    past = [{"points": 0, "of": 1, "hash": HASH, "at": NOW - n} for n in range(15)]
    blank.evaluate(SAVE, ["een", answer(history=past)])
    assert len(blank.evaluate("() => Werkwijzer.record.answer('een').answer.history")) == 10


# ---- What it means ----


def test_renamed_question_keeps_its_answer(blank):
    put(blank, "answer", "oud", answer(at=NOW, points=0))
    put(blank, "answer", "ouder", answer(at=NOW + 5))
    found = blank.evaluate("() => Werkwijzer.record.standing('nieuw', '0123456789', ['oud', 'ouder'])")
    assert (found["state"], found["from"], found["answer"]["points"]) == ("current", "ouder", 1)
    blank.evaluate(SAVE, ["nieuw", answer(at=NOW - 5, points=0)])
    assert blank.evaluate("() => Werkwijzer.record.answer('nieuw', ['oud', 'ouder']).from") == "nieuw"
    assert stored(blank, "answer:oud") and stored(blank, "answer:ouder")


def test_other_hash_is_changed(blank):
    put(blank, "answer", "een", answer())
    states = blank.evaluate("() => ['0123456789', 'ffffffffff'].map((hash) => Werkwijzer.record.standing('een', hash).state)")
    assert states == ["current", "changed"]
    assert blank.evaluate("() => Werkwijzer.record.standing('twee', '0123456789')") == {"state": "none", "answer": None, "from": None}


A, B = f"a:{HASH}:2:", f"b:{HASH}:2:oud"
STATUS = [
    ({}, f"{A} {B}", {}, "none", (0, 2, 0, 2, 0, 4)),
    ({}, f"{A} {B}", {"opened": True}, "busy", (0, 2, 0, 2, 0, 4)),
    ({"a": answer(points=2, of=2)}, f"{A} {B}", {}, "busy", (1, 2, 1, 2, 2, 4)),
    ({"a": answer(points=2, of=2), "b": answer(points=0, of=2)}, f"{A} {B}", {}, "busy", (1, 2, 2, 2, 2, 4)),
    ({"a": answer(points=2, of=2), "b": answer(points=1, of=2)}, f"{A} {B}", {}, "done", (1, 2, 2, 2, 3, 4)),
    ({"a": answer(points=2, of=2), "oud": answer(points=1, of=2)}, f"{A} {B}", {"pass": 75}, "done", (1, 2, 2, 2, 3, 4)),
    ({"a": answer(points=2, of=2), "oud": answer(points=1, of=2)}, f"{A} {B}", {"pass": 76}, "busy", (1, 2, 2, 2, 3, 4)),
    ({"a": answer(points=2, of=2), "b": answer("f" * 10, points=2, of=2)}, f"{A} {B}", {}, "changed", (1, 2, 1, 2, 2, 4)),
    ({"a": answer(points=0, attempts=0)}, f"{A}", {}, "busy", (0, 1, 0, 1, 0, 2)),
    ({"a": answer(points=0, attempts=0, shown=True)}, f"{A}", {"pass": 0}, "done", (0, 1, 1, 1, 0, 2)),
    ({"a": answer(points=1000, of=1000)}, f"{A}", {}, "done", (1, 1, 1, 1, 2, 2)),
    ({"o": answer(points=0, of=0, attempts=0, response={"text": "Iets.", "criteria": []})}, f"o:{HASH}:0:", {}, "done", (0, 0, 1, 1, 0, 0)),
    ({"o": answer(points=0, of=0, attempts=0, response={"text": " ", "criteria": []})}, f"o:{HASH}:0:", {}, "busy", (0, 0, 0, 1, 0, 0)),
    ({}, "", {}, "none", (0, 0, 0, 0, 0, 0)),
]


def test_status(blank):
    judge = """([start, answers, trail, options]) => { localStorage.clear();
        for (const [id, value] of Object.entries(answers)) localStorage.setItem(start + id, JSON.stringify(value));
        return Werkwijzer.record.status(trail, options); }"""
    for answers, trail, options, state, counts in STATUS:
        found = blank.evaluate(judge, [f"{PREFIX}answer:", answers, trail, options])
        assert (found["state"], tuple(found[name] for name in ("right", "of", "answered", "total", "points", "max"))) == (state, counts), (
            answers,
            trail,
            options,
        )


def test_shuffle_is_the_same_after_reload_and_differs_per_learner(blank):
    shuffle = "() => Werkwijzer.record.shuffle([...'abcdefghij'], 'vraag').join('')"
    first = blank.evaluate(shuffle)
    assert sorted(first) == list("abcdefghij")
    blank.reload()
    assert blank.evaluate(shuffle) == first
    orders = set(
        blank.evaluate(
            "() => Array.from({ length: 20 }, (_, n) => { Werkwijzer.store.set('learner', 'seed', n); return Werkwijzer.record.shuffle([...'abcdefghij'], 'vraag').join(''); })"
        )
    )
    assert len(orders) > 15


def test_shuffle_favours_no_place(blank):
    counts = blank.evaluate("""() => { const counts = [0, 0, 0, 0];
        for (let n = 0; n < 4000; n++) { Werkwijzer.store.set('learner', 'seed', n); counts[Werkwijzer.record.shuffle([0, 1, 2, 3], 'v').indexOf(0)]++; }
        return counts; }""")
    assert all(850 < count < 1150 for count in counts), counts


def test_asks_once_to_be_kept(page, site):
    page.add_init_script(
        "window.asked = 0; Object.defineProperty(navigator, 'storage', { value: { persist: () => { window.asked++; return Promise.reject(new Error('nee')); } } });"
    )
    page.goto(f"{site}/blank.html")
    page.evaluate(SAVE, ["een", answer()])
    page.evaluate(SAVE, ["twee", answer()])
    assert page.evaluate("() => asked") == 1


# ---- Import, export, merge ----


def test_released_sample_still_opens(blank):
    read = blank.evaluate("(text) => Werkwijzer.transfer.readImport(text)", SAMPLE)
    assert read["ok"]
    blank.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", SAMPLE)
    again = blank.evaluate("() => Werkwijzer.transfer.exportAll()")
    wanted = json.loads(SAMPLE)
    kept = ("answers", "chapters", "notes", "scans", "cases", "reviews", "assignments")
    assert {name: again[name] for name in kept} == {name: wanted[name] for name in kept}


ROUND = """async (way) => { const { store, transfer } = Werkwijzer; const only = ({ answers, chapters, notes }) => JSON.stringify({ answers, chapters, notes });
    const before = transfer.exportAll(); const text = way === 'code' ? (await transfer.toCode()).code : JSON.stringify(before);
    transfer.erase(); if (store.entries('answer').length || Object.keys(localStorage).length) return 'not erased';
    const read = way === 'code' ? await transfer.fromCode(text) : transfer.readImport(text);
    transfer.merge(read.data); return only(transfer.exportAll()) === only(before) ? 'same' : text; }"""


@pytest.mark.parametrize("way", ["file", "code"])
def test_export_erase_import_is_the_same_record(blank, way):
    blank.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", SAMPLE)
    assert blank.evaluate(ROUND, way) == "same"


def test_code_is_short_strict_and_forgiving_of_line_breaks(blank):
    blank.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", SAMPLE)
    code = blank.evaluate("async () => (await Werkwijzer.transfer.toCode()).code")
    assert re.fullmatch(r"WW1\.[A-Za-z0-9_-]+\.[0-9a-f]{8}", code) and len(code) < 1200
    wrapped = " \n".join(code[at : at + 60] for at in range(0, len(code), 60)) + "\n"
    flipped = [code[:at] + ("A" if code[at] != "A" else "B") + code[at + 1 :] for at in range(0, len(code), 9)]
    broken = [
        *flipped,
        code[:-1],
        code[:-9],
        code[4:],
        code + "0",
        "",
        "WW1..00000000",
        "WW1.!.00000000",
        "x" * 1_000_000,
        "WW1." + "A" * 5000 + ".00000000",
        "<script>",
        "WW2" + code[3:],
    ]
    read = "async (codes) => { const found = []; for (const code of codes) { const read = await Werkwijzer.transfer.fromCode(code); found.push(read.ok ? 'ok' : read.word); } return found; }"
    assert blank.evaluate(read, [code, wrapped]) == ["ok", "ok"]
    assert set(blank.evaluate(read, broken)) == {"importBadCode"}


PACK = """async (given) => { const text = given.replace(/@(\\d+)/, (all, size) => 'x'.repeat(size));
    const packed = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
    const body = btoa(String.fromCharCode(...packed)).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=/g, '');
    const sum = [...body].reduce((hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
    return (await Werkwijzer.transfer.fromCode(`WW1.${body}.${sum.toString(16).padStart(8, '0')}`)).word ?? 'ok'; }"""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (export(), "ok"),
        ("geen json", "importBadCode"),
        (export(course="anders"), "importOtherCourse"),
        ('["@2000000"]', "importBadCode"),
        ("@4000000", "importBadCode"),
    ],
    ids=["good", "no json", "other course", "bomb", "bigger bomb"],
)
def test_well_formed_code_with_something_else_in_it(blank, text, word):
    assert blank.evaluate(PACK, text) == word


def test_large_record_has_no_code(blank):
    blank.evaluate(
        "([value]) => { for (let n = 0; n < 300; n++) Werkwijzer.record.saveAnswer(`vraag-${n}`, { ...value, text: crypto.randomUUID() }); }",
        [answer()],
    )
    assert blank.evaluate("() => Werkwijzer.transfer.toCode()") == {"ok": False, "word": "codeTooLarge"}


def test_import_is_all_or_nothing(blank):
    blank.evaluate(SAVE, ["normen-kiezen", answer()])
    before = blank.evaluate(DUMP)
    blank.evaluate(
        "() => { let left = 3; const real = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) { if (left-- <= 0 && left > -2) throw new DOMException('vol', 'QuotaExceededError'); real.call(this, key, text); }; }"
    )
    done = blank.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", SAMPLE)
    assert done == {"ok": False, "word": "importFailed"}
    assert blank.evaluate(DUMP) == before


def test_undo_leaves_what_came_after(blank):
    blank.evaluate(SAVE, ["normen-kiezen", answer(at=NOW - 10**12)])
    blank.evaluate("(text) => { window.undo = Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data).undo; }", SAMPLE)
    blank.evaluate(SAVE, ["normen-meerdere", answer(points=0)])
    blank.evaluate("() => undo()")
    kept = blank.evaluate("() => Object.fromEntries(Werkwijzer.store.entries('answer').map(([id, value]) => [id, value.at]))")
    assert kept == {"normen-kiezen": NOW - 10**12, "normen-meerdere": NOW}


def test_best_score_survives_in_the_history(blank):
    best = answer(points=1, at=NOW - 100)
    late = [answer(points=0, at=NOW - n) for n in range(12)]
    for value in (best, *late):
        read = export(answers={"een": value})
        blank.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", read)
    kept = blank.evaluate("() => Werkwijzer.record.answer('een').answer")
    assert (kept["at"], kept["points"], len(kept["history"])) == (NOW, 0, 10)
    assert kept["history"][0] == {"points": 1, "of": 1, "hash": HASH, "at": NOW - 100}


def deep(text, depth=100_000):
    return "[" * depth + text + "]" * depth


HOSTILE = {
    "empty": "",
    "no json": "geen json",
    "array": "[]",
    "null": "null",
    "number": "1",
    "html": BOMB,
    "other format": export(format="anders"),
    "no format": '{"schema":1}',
    "other course": export(course="anders"),
    "course is html": export(course=BOMB),
    "newer": export(schema=2),
    "older": export(schema=0),
    "schema is text": export(schema="1"),
    "schema is a fraction": export(schema=1.5),
    "proto on top": export()[:-1] + ',"__proto__":{"polluted":true}}',
    "proto as answer": export()[:-1] + ',"answers":{"__proto__":' + json.dumps(answer()) + "}}",
    "proto in answer": export(answers={"een": answer()}).replace('"response"', '"__proto__":{"polluted":true},"response"'),
    "proto in response": export(answers={"een": answer(response={})}).replace(
        '"response": {}', '"response":{"__proto__":{"polluted":true}}'
    ),
    "proto in parts": export(notes={"plan-een": {"parts": {}, "at": NOW}}).replace('"parts": {}', '"parts":{"__proto__":"x"}'),
    "deep": deep("1"),
    "deep answers": export()[:-1] + ',"answers":' + deep("1") + "}",
    "deep response": export(answers={"een": answer(response="DEEP")}).replace('"DEEP"', deep("1")),
    "deep unknown": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "endless": export(answers={"een": answer(points="E")}).replace('"E"', "1e999"),
    "negative": export(answers={"een": answer(points=-1)}),
    "endless time": export(answers={"een": answer(at="E")}).replace('"E"', "1e999"),
    "time is a fraction": export(answers={"een": answer(at=1.5)}),
    "before 1970": export(answers={"een": answer(at=-1)}),
    "lone surrogate": export(answers={"een": answer(response="\ud83d")}),
    "lone surrogate in note": export(notes={"plan-een": {"parts": {"if": "\udc00"}, "at": NOW}}),
    "huge": export(answers={"een": answer(response="@10000000")}),  # grows in the page
    "long text": export(answers={"een": answer(response="x" * 20_001)}),
    "many keys": export(answers={"een": answer(response={f"k{n}": "x" for n in range(21)})}),
    "many answers": export(answers={f"k{n}": 0 for n in range(5001)}),
    "id is html": export(answers={BOMB: answer()}),
    "id is a selector": export(answers={'"]*': answer()}),
    "long id": export(answers={"a" * 81: answer()}),
    "hash is html": export(answers={"een": answer(hash_=BOMB)}),
    "confidence is html": export(answers={"een": answer(confidence=BOMB)}),
    "shown is text": export(answers={"een": answer(shown="true")}),
    "history is text": export(answers={"een": answer(history="x")}),
    "long history": export(answers={"een": answer(history=[{"points": 0, "of": 1, "hash": HASH, "at": NOW}] * 11)}),
    "points is a list": export(answers={"een": answer(points=[1])}),
    "answer is null": export(answers={"een": None}),
    "answers is a list": export(answers=[answer()]),
    "answers is text": export(answers=BOMB),
    "nested response": export(answers={"een": answer(response={"a": {"b": "c"}})}),
    "chapter is text": export(chapters={"normen": BOMB}),
    "note is a list": export(notes={"plan-een": {"parts": [], "at": NOW}}),
    "note is a number": export(notes={"plan-een": {"parts": {"if": 1}, "at": NOW}}),
    "at is text": export(at=BOMB),
}


def test_hostile_imports_change_nothing(blank):
    blank.evaluate("() => { window.hits = 0; window.canary = () => hits++; }")
    blank.evaluate(SAVE, ["een", answer()])
    before = blank.evaluate(DUMP)
    words = blank.evaluate(
        "(texts) => texts.map((text) => { const read = Werkwijzer.transfer.readImport(text.replace(/@(\\d+)/, (all, size) => 'x'.repeat(size))); return read.ok ? 'ok' : Werkwijzer.words[read.word] ?? read.word; })",
        list(HOSTILE.values()),
    )
    odd = {name: word for name, word in zip(HOSTILE, words, strict=True) if not word.endswith("Er is niets gewijzigd.")}
    assert not odd
    assert blank.evaluate(DUMP) == before
    assert blank.evaluate("() => [hits, {}.polluted === undefined, Object.keys(Object.prototype).length]") == [0, True, 0]


def test_html_in_every_string_stays_text(mine, hashes):
    mine.evaluate("() => { window.hits = 0; window.canary = () => hits++; }")
    elements = "() => document.querySelectorAll('main *').length - document.querySelectorAll('.ww-record-preview li, .ww-resume a').length"
    before = mine.evaluate(elements)
    hostile = {
        "normen-een": answer(hashes["normen-een"], response=BOMB, text=BOMB),
        "normen-drie": answer("f" * 10, response=BOMB, text=BOMB),
        "normen-open": answer(hashes["normen-open"], points=0, of=0, response={"text": BOMB}),
    }
    import_text(mine, export(answers=hostile, notes={"plan-normen": {"parts": {"if": BOMB, "then": BOMB}, "at": NOW}}, dreams={"a": BOMB}))
    mine.get_by_role("button", name="Voeg samen").click()
    expect(mine.locator('[data-question="normen-open"] .ww-record-said')).to_have_text(BOMB)
    expect(mine.locator('[data-note="plan-normen"] .ww-record-said').first).to_have_text(BOMB)
    assert mine.evaluate(elements) == before
    assert mine.evaluate("() => hits") == 0


@st.composite
def mutated(draw):
    """An export with one to three things wrong (or different) in it, as text."""
    file = json.loads(SAMPLE)
    for _ in range(draw(st.integers(1, 3))):
        mutate(draw, file)
    text = json.dumps(file).replace('"1e999"', "1e999")
    cut = draw(st.integers(-40, 40))
    return text[:cut] if cut > 30 else text


FUZZ = """(texts) => { const { store, transfer, words } = Werkwijzer; const dump = () => JSON.stringify(Object.entries(localStorage).sort());
    const failures = []; const before = dump();
    const valid = () => !transfer.asides().length && Object.keys(localStorage).every((key) => { const [,, , kind, id] = key.split(':'); return store.get(kind, id) !== null; });
    for (const text of texts) try {
        const read = transfer.readImport(text);
        if (!read.ok) { if (!words[read.word] || dump() !== before) failures.push(text); else window.refused++; continue; }
        transfer.plan(read.data); const { undo } = transfer.merge(read.data); transfer.exportAll();
        if (!valid()) failures.push(text);
        if (transfer.plan(read.data).changes) failures.push('not idempotent ' + text);
        undo(); if (dump() !== before) failures.push('not undone ' + text); window.taken++;
    } catch (error) { failures.push(String(error.stack) + text); }
    if (Object.getOwnPropertyNames(Object.prototype).length !== window.clean || {}.polluted !== undefined) failures.push('polluted');
    return failures; }"""


CODED = """async (texts) => { const { transfer, words } = Werkwijzer; const { pack } = transfer; const dump = () => JSON.stringify(Object.entries(localStorage).sort());
    const failures = []; const before = dump();
    for (const text of texts) {
        const file = transfer.readImport(text); const body = await pack.shut(text); const code = `WW1.${body}.${pack.checksum(body)}`;
        const [whole, ...broken] = await Promise.all([code, `${code.slice(0, -1)}_`, code.slice(0, code.length * 3 / 4)].map((said) => transfer.fromCode(said)));
        if (whole.ok !== file.ok || JSON.stringify(whole.data) !== JSON.stringify(file.data)) failures.push(text);
        if ([whole, ...broken].some(({ ok, word }) => !ok && !words[word]) || broken.some(({ ok }) => ok) || dump() !== before) failures.push(code);
        window.coded += 3;
    } return failures; }"""


def test_two_thousand_fuzzed_files_and_codes(blank):
    blank.evaluate(
        "() => { window.refused = window.taken = window.coded = 0; window.clean = Object.getOwnPropertyNames(Object.prototype).length; }"
    )
    for id_ in ("normen-kiezen", "normen-open", "eigen"):
        blank.evaluate(SAVE, [id_, answer()])
    blank.evaluate("() => Werkwijzer.record.seed()")

    @settings(SAME_EVERYWHERE, max_examples=30)
    @given(st.lists(mutated(), min_size=25, max_size=25))
    def check(texts):
        assert blank.evaluate(FUZZ, texts) == []
        assert blank.evaluate(CODED, texts) == []

    check()
    refused, taken, coded = blank.evaluate("() => [refused, taken, coded]")
    assert refused + taken + coded >= 2000 and refused > 50 and taken > 50


@st.composite
def records(draw):
    """A valid export over few ids and few moments, so that two of them often meet."""
    results = st.builds(lambda points, at: {"points": points, "of": 2, "hash": HASH, "at": NOW + at}, st.integers(0, 2), st.integers(0, 6))
    answers = st.builds(
        lambda base, response, past: {**answer(response=response), **base, "history": past},
        results,
        st.sampled_from(["a", "b"]),
        st.lists(results, max_size=10),
    )
    notes = st.builds(lambda said, at: {"parts": {"if": said}, "at": NOW + at}, st.sampled_from(["a", "b"]), st.integers(0, 3))
    chapters = st.builds(lambda opened, at: {"opened": NOW - opened, "at": NOW + at}, st.integers(0, 3), st.integers(0, 3))
    ids = st.sampled_from(["een", "twee"])
    return export(
        **{
            name: draw(st.dictionaries(ids, each, max_size=2))
            for name, each in (("answers", answers), ("notes", notes), ("chapters", chapters))
        }
    )


MERGES = """(pairs) => { const { transfer } = Werkwijzer;
    const after = (...texts) => { transfer.erase(); for (const text of texts) transfer.merge(transfer.readImport(text).data);
        const { answers, chapters, notes } = transfer.exportAll(); return JSON.stringify([answers, chapters, notes].map((part) => Object.entries(part).sort())); };
    return pairs.filter(([a, b]) => after(a, b) !== after(b, a) || after(a, b) !== after(a, b, b) || after(a, b) !== after(a, b, a) || after(a) !== after(a, a)); }"""


def test_merging_is_commutative_and_idempotent(blank):
    @settings(SAME_EVERYWHERE, max_examples=10)
    @given(st.lists(st.tuples(records(), records()), min_size=12, max_size=12))
    def check(pairs):
        assert blank.evaluate(MERGES, pairs) == []

    check()


# ---- Mijn voortgang ----


def test_without_javascript_it_says_what_it_would_do(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/record.html")
    expect(page.get_by_text("Met JavaScript aan laat deze pagina zien")).to_be_visible()
    expect(page.locator(".ww-record-body")).to_be_hidden()
    context.close()


def test_shows_what_is_kept(mine, hashes):
    expect(mine.get_by_text("Er is nog niets bewaard")).to_be_visible()
    expect(mine.get_by_text("Je hebt nog niets opgeschreven")).to_be_visible()
    values = {
        "normen-een": answer(hashes["normen-een"], text="norm"),
        "normen-ouder": answer(hashes["normen-twee"], points=0, text="regel"),
        "normen-drie": answer("f" * 10, text="toen"),
        "normen-open": answer(
            hashes["normen-open"],
            points=0,
            of=0,
            response={"text": "Eerst kijken.\nDan pas iets zeggen.", "criteria": []},
            text="Eerst kijken.",
        ),
        "weg": answer(),
    }
    for id_, value in values.items():
        mine.evaluate(SAVE, [id_, value])
    mine.evaluate(
        "(at) => { Werkwijzer.store.set('note', 'plan-rollen', { parts: { if: 'er iemand zwijgt', then: '' }, at }); Werkwijzer.store.set('chapter', 'normen', { opened: at, at }); }",
        NOW,
    )
    facts = mine.locator(".ww-record-facts dd")
    expect(facts).to_have_text(["5", "1", "1 december 2025", "nog geen"])
    expect(mine.locator(".ww-record-loose")).to_have_text("Antwoorden bij vragen die niet meer in de cursus staan: 1. Ze blijven bewaard.")
    row = mine.locator('.ww-chapter-row[data-chapter="normen"]')
    expect(row.locator(".ww-chapter-state")).to_have_text("gewijzigd sinds")
    row.get_by_text("Je antwoorden").click()
    expect(row.locator(".ww-record-item:visible")).to_have_text(
        [
            "Hoe heet dit?norm1 december 2025: goed.",
            "En dat?regel1 december 2025: nog niet goed.",
            re.compile("^Wat doe je?.*toen.*gewijzigd sinds je antwoord van 1 december 2025".replace("?", r"\?")),
        ]
    )
    expect(mine.locator('.ww-chapter-row[data-chapter="rollen"] .ww-record-given')).to_be_hidden()
    expect(mine.locator(".ww-record-chapter:visible h3")).to_have_text(["1.1 Normen", "1.2 Rollen"])
    expect(mine.locator(".ww-record-chapter .ww-record-item:visible .ww-record-said")).to_have_text(
        ["Eerst kijken. Dan pas iets zeggen.", "er iemand zwijgt"]
    )


OTHERS = {
    ("scan", "stijl"): ({"takes": [{"answers": {}, "at": NOW}], "at": NOW}, "Wat doe je het vaakst?: 1 december 2025"),
    ("case", "spaarpot"): (
        {"path": ["begin:stil"], "ending": "stuk", "runs": 1, "at": NOW},
        "De spaarpot: afgelopen met “Ieder voor zich”, 1 december 2025",
    ),
    ("assignment", "a1b2c3d4"): ({"code": "AAAA", "at": NOW}, "Opdrachten van je trainer: 1"),
    ("review", "normen-een"): ({"stage": 0, "due": NOW, "at": NOW}, "Vragen die nog terugkomen: 1"),
}


def test_cases_scans_assignments_and_reviews_are_shown(mine):
    """Each alone is not nothing; all stand in the list; what is over does not come back."""
    save = "([kind, id, value]) => Werkwijzer.store.set(kind, id, value)"
    part, empty, lines = mine.locator(".ww-record-played"), mine.locator(".ww-record-empty"), mine.locator(".ww-record-played li:visible")
    expect(part).to_be_hidden()
    for (kind, id_), (value, line) in OTHERS.items():
        mine.evaluate("() => Werkwijzer.transfer.erase()")
        expect(empty).to_be_visible()
        mine.evaluate(save, [kind, id_, value])
        expect(lines).to_have_text([line], use_inner_text=True)
        expect(empty).to_be_hidden()
    expect(mine.locator("[data-fact=saved]")).to_have_text("1 december 2025")
    for (kind, id_), (value, _) in OTHERS.items():
        mine.evaluate(save, [kind, id_, value])
    mine.evaluate(save, ["review", "normen-twee", {"stage": 2, "due": 0, "at": NOW}])
    expect(lines).to_have_text([line for _, line in OTHERS.values()], use_inner_text=True)
    mine.evaluate(save, ["case", "spaarpot", {"path": ["begin:stil"], "ending": "", "runs": 0, "at": NOW}])
    expect(lines.nth(1)).to_have_text("De spaarpot: bezig, 1 december 2025", use_inner_text=True)
    expect(lines.nth(1).get_by_role("link")).to_have_attribute("href", "case.html")


def test_texts_as_a_file_and_on_paper(mine, hashes):
    mine.evaluate(SAVE, ["normen-open", answer(hashes["normen-open"], points=0, of=0, response="Eerst kijken.\nDan praten.")])
    with mine.expect_download() as wait:
        mine.get_by_role("button", name="Bewaar als tekst").click()
    assert wait.value.suggested_filename == f"werkwijzer-teksten-{today()}.txt"
    assert Path(wait.value.path()).read_text("utf-8") == "Wat je schreef bij Proef\n\n1.1 Normen\n\nWat zie je?\nEerst kijken.\nDan praten."
    mine.evaluate(
        "() => { window.print = () => { window.printed = document.querySelector('ww-record').dataset.print; dispatchEvent(new Event('afterprint')); }; }"
    )
    mine.get_by_role("button", name="Druk af").click()
    assert mine.evaluate("() => [printed, document.querySelector('ww-record').dataset.print ?? null]") == ["written", None]


def test_file_out_and_in_with_preview_merge_and_undo(mine, hashes):
    mine.evaluate(SAVE, ["normen-een", answer(hashes["normen-een"], at=NOW)])
    with mine.expect_download() as wait:
        mine.get_by_role("button", name="Bewaar als bestand").first.click()
    assert wait.value.suggested_filename == f"werkwijzer-voortgang-{today()}.json"
    expect(mine.get_by_text("Bewaard als bestand, bij je downloads.")).to_be_visible()
    expect(mine.locator('[data-fact="backup"]')).not_to_have_text("nog geen")
    file = json.loads(Path(wait.value.path()).read_text("utf-8"))
    assert list(file) == [
        "format",
        "schema",
        "course",
        "device",
        "at",
        "answers",
        "chapters",
        "notes",
        "scans",
        "cases",
        "reviews",
        "assignments",
    ]
    file["answers"] = {
        "normen-een": answer(hashes["normen-een"], points=0, at=NOW + 1),
        "normen-twee": answer(hashes["normen-twee"]),
    }
    file["notes"] = {"plan-normen": {"parts": {"if": "nu"}, "at": NOW}}
    file["dreams"] = {"a": 1, "b": 2}
    before = mine.evaluate(DUMP)
    import_text(mine, json.dumps(file))
    heading = mine.get_by_role("heading", name="Dit zit erin")
    expect(heading).to_be_focused()
    lines = mine.locator(".ww-record-preview li")
    expect(lines).to_have_text(
        [
            re.compile("^Bewaard op"),
            "Nieuwe antwoorden: 1.",
            re.compile("^Antwoorden die nieuwer zijn dan die van hier: 1"),
            "Nieuwe of gewijzigde plannen en bladen: 1.",
            re.compile("niet kent: 2"),
        ]
    )
    mine.get_by_role("button", name="Toch niet", exact=True).click()
    expect(heading).to_be_hidden()
    expect(mine.locator("#ww-record-file")).to_be_focused()
    assert mine.evaluate(DUMP) == before
    mine.get_by_role("button", name="Bekijk het bestand").click()
    mine.get_by_role("button", name="Voeg samen").click()
    expect(mine.get_by_text("Samengevoegd.")).to_be_visible()
    undo = mine.get_by_role("button", name="Maak ongedaan")
    expect(undo).to_be_focused()
    assert mine.evaluate("() => Werkwijzer.record.answer('normen-een').answer.history.length") == 1
    undo.click()
    expect(mine.get_by_text("Teruggezet zoals het was.")).to_be_visible()
    expect(undo).to_be_hidden()
    assert mine.evaluate(DUMP) == before


def test_same_file_again_brings_nothing(mine):
    import_text(mine, SAMPLE)
    mine.get_by_role("button", name="Voeg samen").click()
    mine.get_by_role("button", name="Bekijk het bestand").click()
    expect(mine.get_by_text("Hier zit niets in dat je nog niet had.")).to_be_visible()
    expect(mine.get_by_role("button", name="Voeg samen")).to_be_hidden()


def test_code_out_and_in(mine, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    mine.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", SAMPLE)
    mine.get_by_role("button", name="Maak een code").click()
    field = mine.get_by_label("Je code")
    expect(field).to_be_focused()
    mine.get_by_role("button", name="Kopieer de code").click()
    expect(mine.get_by_text("De code is gekopieerd.")).to_be_visible()
    code = field.input_value()
    assert mine.evaluate("() => navigator.clipboard.readText()") == code
    mine.evaluate("() => Werkwijzer.transfer.erase()")
    mine.get_by_label("Of een code").fill(code)
    mine.get_by_role("button", name="Bekijk de code").click()
    expect(mine.locator(".ww-record-preview")).to_contain_text("Nieuwe antwoorden: 4.")
    mine.get_by_role("button", name="Voeg samen").click()
    assert mine.evaluate("() => Werkwijzer.store.entries('answer').length") == 4


def test_without_a_clipboard_the_code_is_selected(mine):
    mine.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    mine.get_by_role("button", name="Maak een code").click()
    mine.get_by_role("button", name="Kopieer de code").click()
    expect(mine.get_by_text("De code is geselecteerd.")).to_be_visible()
    assert mine.evaluate("() => getSelection().toString() || document.activeElement.selectionEnd > 10")


def test_import_errors_stand_at_their_field(mine, tmp_path):
    file, paste = mine.locator("#ww-record-file"), mine.locator("#ww-record-paste")
    mine.get_by_role("button", name="Bekijk het bestand").click()
    expect(file).to_have_accessible_description("Kies eerst een bestand.")
    expect(file).to_be_focused()
    mine.get_by_role("button", name="Bekijk de code").click()
    expect(paste).to_have_accessible_description("Plak eerst een code.")
    expect(paste).to_have_attribute("aria-invalid", "true")
    assert file.get_attribute("aria-invalid") is None
    paste.fill("WW1.onzin.00000000")
    mine.get_by_role("button", name="Bekijk de code").click()
    expect(paste).to_have_accessible_description(re.compile("niet volledig of beschadigd"))
    (tmp_path / "groot.json").write_text("x" * 8_000_001)
    file.set_input_files(tmp_path / "groot.json")
    mine.get_by_role("button", name="Bekijk het bestand").click()
    expect(file).to_have_accessible_description(re.compile("te groot"))
    import_text(mine, export(course="anders"))
    expect(file).to_have_accessible_description(re.compile("andere cursus"))
    import_text(mine, SAMPLE)
    expect(mine.locator(".ww-error:visible")).to_have_count(0)


def test_damaged_values_can_be_downloaded(mine):
    expect(mine.get_by_role("heading", name="Onleesbare gegevens")).to_be_hidden()
    mine.evaluate("(key) => localStorage.setItem(key, '{kapot')", f"{PREFIX}answer:normen-een")
    mine.reload()
    with mine.expect_download() as wait:
        mine.get_by_role("button", name="Download wat onleesbaar is").click()
    assert [item["text"] for item in json.loads(Path(wait.value.path()).read_text("utf-8"))] == ["{kapot"]


def test_erase_asks_first_and_offers_a_backup(mine):
    mine.evaluate(SAVE, ["normen-een", answer()])
    opener = mine.get_by_role("button", name="Wis alles")
    opener.click()
    dialog = mine.get_by_role("dialog", name="Alles wissen?")
    expect(dialog).to_have_accessible_description(re.compile("kun je niet ongedaan maken"))
    mine.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    with mine.expect_download():
        dialog.get_by_role("button", name="Bewaar eerst een bestand").click()
    expect(dialog.get_by_role("status")).to_have_text("Bewaard als bestand, bij je downloads.")
    dialog.get_by_role("button", name="Toch niet").click()
    assert mine.evaluate("() => Werkwijzer.store.entries('answer').length") == 1
    opener.click()
    dialog.get_by_role("button", name="Wis alles").click()
    expect(dialog).to_be_hidden()
    expect(mine.get_by_text("Alles is gewist.")).to_be_visible()
    expect(opener).to_be_focused()
    expect(mine.get_by_text("Er is nog niets bewaard")).to_be_visible()
    assert mine.evaluate("() => Object.keys(localStorage)") == []


def test_can_leave_and_come_back(mine):
    mine.evaluate(
        "() => { const element = document.querySelector('ww-record'); const place = element.parentNode; element.remove(); place.append(element); place.append(element); }"
    )
    mine.get_by_role("button", name="Bekijk de code").click()
    expect(mine.get_by_text("Plak eerst een code.")).to_be_visible()


def test_axe_finds_nothing(mine):
    from axe_playwright_python.sync_playwright import Axe

    def violations():
        return [
            (item["id"], [node["html"] for node in item["nodes"]])
            for item in Axe().run(mine).response["violations"]
            if item["id"] not in ("color-contrast", "target-size")
        ]

    mine.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", SAMPLE)
    mine.get_by_role("button", name="Bekijk de code").click()
    assert violations() == []
    import_text(mine, export(answers={"een": answer()}))
    assert violations() == []
    mine.get_by_role("button", name="Wis alles").click()
    assert violations() == []


# ---- Progress and plans ----


def test_overview_fills_in_and_follows(context, site, hashes):
    page, other = context.new_page(), context.new_page()
    page.goto(f"{site}/overview.html")
    other.goto(f"{site}/blank.html")
    row = page.locator('[data-chapter="normen"]')
    expect(page.locator(".ww-resume")).to_have_text("Begin met Normen")
    expect(row.locator(".ww-chapter-state")).to_have_text("nog niet begonnen")
    other.evaluate(SAVE, ["normen-een", answer(hashes["normen-een"])])
    expect(row).to_have_attribute("data-state", "busy")
    expect(row.locator(".ww-chapter-state")).to_have_text("bezig")
    expect(row.locator('[data-goal="normen-zien"] .ww-goal-state')).to_have_text("1 van 2 vragen goed")
    expect(page.locator(".ww-resume a")).to_have_text("Verder waar je was: Normen")
    for id_ in ("normen-twee", "normen-drie", "normen-open"):
        written = {"response": {"text": "Eerst kijken.", "criteria": []}} if id_ == "normen-open" else {}
        other.evaluate(SAVE, [id_, answer(hashes[id_], **written)])
    expect(row.locator(".ww-chapter-state")).to_have_text("klaar")
    expect(row.locator('[data-goal="normen-maken"] .ww-goal-state')).to_have_text("gehaald")
    expect(page.locator(".ww-resume a")).to_have_text("Begin met Rollen")
    other.evaluate(SAVE, ["normen-drie", answer("f" * 10)])
    expect(row.locator(".ww-chapter-state")).to_have_text("gewijzigd sinds")
    expect(row.locator('[data-goal="normen-doen"] .ww-goal-state')).to_have_text("een vraag is gewijzigd sinds je antwoord")


def test_resumes_where_it_was_opened_last(page, site):
    page.goto(f"{site}/overview.html")
    for name, at in (("normen", NOW), ("rollen", NOW + 1)):
        put(page, "chapter", name, {"opened": at, "at": at})
    page.reload()
    expect(page.locator(".ww-resume a")).to_have_text("Verder waar je was: Rollen")
    expect(page.locator(".ww-resume a")).to_have_attribute("href", re.compile("rollen"))


def test_the_button_at_the_top_of_home_leads_on_for_who_has_begun(page, site, course):
    page.goto(f"{site}/home.html")
    button = page.locator("a.ww-button")
    expect(page.locator(".ww-resume")).to_have_text("Begin met Normen")
    expect(button).to_have_text("Begin met de introductie")
    put(page, "chapter", "rollen", {"opened": NOW, "at": NOW})
    page.reload()
    expect(button).to_have_text("Verder waar je was: Rollen")
    expect(button).to_have_attribute("href", re.compile("rollen"))
    page.evaluate("() => { Werkwijzer.store.forget('chapter', 'rollen'); }")
    expect(button).to_have_text("Begin met de introductie")
    expect(button).to_have_attribute("href", re.compile("introductie"))


def test_mastery_notes_the_visit_and_says_what_to_read_again(page, site, hashes):
    page.goto(f"{site}/chapter.html")
    opened = json.loads(stored(page, "chapter:normen"))
    goal = page.locator('[data-goal="normen-zien"][data-questions]')
    expect(goal.locator(".ww-goal-state")).to_have_text("nog geen vraag gedaan")
    page.evaluate(SAVE, ["normen-oud", answer(hashes["normen-twee"], points=0)])
    page.evaluate("() => document.querySelector('[data-question=normen-twee]').setAttribute('data-was', 'normen-oud normen-ouder')")
    page.evaluate("() => Werkwijzer.store.set('learner', 'seed', 1)")
    expect(goal.locator(".ww-goal-state")).to_have_text("0 van 2 vragen goed")
    expect(goal.get_by_role("link", name="Lees nog eens: Een stuk")).to_have_attribute("href", re.compile("#stuk$"))
    page.evaluate(SAVE, ["normen-twee", answer(hashes["normen-twee"])])
    expect(goal.get_by_role("link")).to_have_count(0)
    page.reload()
    again = json.loads(stored(page, "chapter:normen"))
    assert again["opened"] == opened["opened"] and again["at"] >= opened["at"]


@pytest.fixture
def plans(context, site):
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(f"{site}/plan.html")
    return tabs


def test_plan_saves_after_a_pause_and_says_so_once(plans):
    page = plans[0]
    page.evaluate(
        "() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('.ww-status').textContent)).observe(document.querySelector('.ww-status'), { childList: true }); }"
    )
    field = page.get_by_label("Als …")
    hold(page)
    field.press_sequentially("er iemand zwijgt")
    assert stored(page, "note:plan-normen") is None
    release(page)
    expect(page.locator(".ww-status")).to_have_text("Bewaard.")
    assert page.evaluate("() => said.filter(Boolean)") == ["Bewaard."]
    page.reload()
    expect(field).to_have_value("er iemand zwijgt")


def test_plan_is_kept_when_you_leave_at_once(plans):
    page = plans[0]
    page.get_by_label("dan …").fill("wacht ik")
    page.reload()
    expect(page.get_by_label("dan …")).to_have_value("wacht ik")


def test_plan_in_two_tabs(plans):
    first, second = plans
    first.get_by_label("Als …").fill("uit de eerste")
    expect(second.get_by_label("Als …")).to_have_value("uit de eerste")
    hold(second)
    second.get_by_label("dan …").press_sequentially("nog niet bewaard")
    first.get_by_label("dan …").fill("van de eerste")
    first.get_by_label("dan …").blur()
    _until(second, "() => Object.values(localStorage).some((kept) => kept.includes('van de eerste'))")
    expect(second.get_by_label("dan …")).to_have_value("nog niet bewaard")
    release(second)
    expect(first.get_by_label("dan …")).to_have_value("nog niet bewaard")
    assert json.loads(stored(first, "note:plan-normen"))["parts"] == {"if": "uit de eerste", "then": "nog niet bewaard"}


def test_plan_does_not_claim_what_it_could_not_keep(plans):
    page = plans[0]
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); }; }")
    page.get_by_label("Als …").fill("iets")
    expect(page.locator("p.ww-notice")).to_contain_text("geen ruimte meer")
    expect(page.locator(".ww-status")).to_have_text("")
