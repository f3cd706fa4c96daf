"""What was shown as kept is there after a reload: any text, any clock, two tabs, a full disk, and on every way out and in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from tests.browser import record_site, together
from tests.browser.hostile import HASH, NOW, SAME_EVERYWHERE
from tests.browser.questions import build as build_questions
from tests.browser.server import serve
from tests.browser.storage import answer, plant, released

DAY = 86_400_000
LONG = 20_000
RELEASES = {"release-0.2": "Voorbereiding", "before-modules": "Voor de zomer"}
"""What a version handed out → the title of its assignment."""
KEY = "werkwijzer:groepsgewijs@%2F:1:"
PLAIN = "werkwijzer:groepsgewijs:1:"
KINDS = ("answers", "chapters", "notes", "scans", "cases", "reviews", "assignments")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The pages of the question types, of the record, and of every component by itself."""
    folder = tmp_path_factory.mktemp("lossless")
    build_questions(folder)
    own = folder / "record"
    own.mkdir()
    record_site.build(own)
    for name in ("canvas", "form", "session", "report", "assign", "board"):
        (folder / f"{name}.html").write_text(together.page([name], [*together.SHARED, *together.own(name)]), "utf-8")
    everything = ["record", "assignment", "report", "board", "moduletest", "due"]
    (folder / "all.html").write_text(together.page(["plan"], [*together.SHARED, *together.QUIZ, *everything]), "utf-8")
    with serve(folder) as address:
        yield address


@pytest.fixture
def all_(page, address):
    """A page with every script that reads or writes the record."""
    page.goto(f"{address}/all.html")
    return page


# ---- Any length ----


def paste(field, text: str) -> None:
    """As somebody pastes; typing twenty thousand signs takes a driver seconds."""
    field.evaluate(
        "(field, text) => { field.focus(); field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }", text
    )


def left(page):
    return page.locator(".ww-left")


@pytest.mark.parametrize("length", [620, LONG])
def test_open_answer_is_kept_whole(page, address, length):
    text = ("Dit zag ik, en dit deed ik. " * 800)[:length]
    page.goto(f"{address}/open.html")
    field, status = page.locator("textarea"), page.locator(".ww-status")
    paste(field, text)
    expect(status).to_have_text("Bewaard.")
    page.get_by_role("button", name="Vergelijk").click()
    expect(status).to_have_text("Bewaard. Vergelijk je tekst met het voorbeeld.")
    page.reload()
    expect(field).to_have_value(text)
    assert left(page).count() == 0


def test_open_answer_that_does_not_fit_says_so_and_what_was_kept_stays(page, address):
    page.goto(f"{address}/open.html")
    field, status = page.locator("textarea"), page.locator(".ww-status")
    paste(field, "x" * (LONG - 120))
    expect(status).to_have_text("Bewaard.")
    expect(left(page)).to_have_text("Nog 120 tekens.")
    expect(left(page)).to_have_attribute("role", "status")
    paste(field, "y" * (LONG + 15))
    expect(left(page)).to_contain_text("15 tekens te veel; hier passen er 20.000.")
    expect(status).to_have_text("")
    page.get_by_role("button", name="Vergelijk").click()
    expect(page.locator(".ww-error")).to_have_text("Maak je tekst eerst korter.")
    assert field.input_value() == "y" * (LONG + 15), "nothing is cut under somebody's hands"
    page.reload()
    expect(field).to_have_value("x" * (LONG - 120))
    paste(field, "kort")
    expect(status).to_have_text("Bewaard.")


def test_plan_has_room_and_says_when_it_is_full(page, address):
    page.goto(f"{address}/record/plan.html")
    fields = page.locator("textarea")
    paste(fields.first, "als " * 5000)
    expect(page.locator(".ww-plan > .ww-status")).to_have_text("Bewaard.")
    paste(fields.last, "d" * (LONG + 1))
    expect(left(page).last).to_contain_text("1 teken te veel")
    page.reload()
    expect(fields.first).to_have_value("als " * 5000)
    expect(fields.last).to_have_value("")
    paste(fields.last, "e" * (LONG + 1))
    expect(left(page).last).to_contain_text("te veel")
    paste(fields.last, "kort genoeg")
    expect(left(page).last).to_have_text("")
    expect(page.locator(".ww-plan > .ww-status")).to_have_text("Bewaard.")
    page.reload()
    expect(fields.last).to_have_value("kort genoeg")


@pytest.mark.parametrize("tool", ["canvas", "form", "session"])
def test_tools_keep_texts_whole(page, address, tool):
    text = ("Een hele regel tekst.\n" * 1000)[:LONG]
    page.goto(f"{address}/{tool}.html")
    if tool == "session":
        page.get_by_role("button", name="Voeg een eigen onderdeel toe").click()
    page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")
    field = page.locator("textarea:visible").first
    if tool == "form":
        page.locator("[data-keep]").check()
    paste(field, text)
    expect(page.locator(".ww-status").first).to_have_text("Bewaard.")
    page.reload()
    page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")
    expect(field).to_have_value(text)
    paste(field, text + "!")
    expect(page.locator(".ww-status").first).to_have_text("Maak je tekst eerst korter.")
    expect(left(page)).to_contain_text("1 teken te veel")
    page.reload()
    page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")
    expect(field).to_have_value(text)


@pytest.mark.parametrize(
    "kind,field,most",
    [
        ("report", "#ww-report-name", 60),
        ("assign", "#ww-assign-note", 600),
        ("assign", "#ww-assign-title", 100),
        ("board", "#ww-board-name", 60),
    ],
)
def test_fields_with_a_limit_show_it_and_cut_nothing(page, address, kind, field, most):
    page.goto(f"{address}/{kind}.html")
    page.evaluate("() => { for (const part of document.querySelectorAll('.ww-board-results')) part.hidden = false; }")
    paste(page.locator(field), "n" * (most - 3))
    expect(left(page)).to_have_text("Nog 3 tekens.")
    paste(page.locator(field), "n" * (most + 4))
    expect(left(page)).to_contain_text(f"4 tekens te veel; hier passen er {most}.")
    assert len(page.locator(field).input_value()) == most + 4
    if kind == "report":
        page.get_by_role("button", name="Maak een code").click()
        expect(page.locator(".ww-report .ww-status").last).to_have_text("Maak je naam eerst korter. Er is niets gemaakt.")
        expect(page.locator(field)).to_be_focused()
    paste(page.locator(field), "kort")
    expect(left(page)).to_have_text("")


def test_no_field_cuts_what_is_pasted():
    """`maxlength` drops the end of a pasted text and says nothing."""
    from tests.sites import ROOT

    found = [
        path.as_posix()
        for path in (ROOT / "werkwijzer").rglob("*")
        if path.suffix in {".j2", ".js"} and "maxlength" in path.read_text("utf-8").lower().replace("maxlength: 3", "")
    ]
    assert found == []


# ---- Any clock ----


def at_clock(page, ms):
    page.clock.set_fixed_time(ms / 1000)


def test_answer_by_a_clock_that_ran_ahead_stays(page, address):
    at_clock(page, NOW + 3 * DAY)
    page.goto(f"{address}/open.html")
    paste(page.locator("textarea"), "Geschreven in de toekomst.")
    expect(page.locator(".ww-status")).to_have_text("Bewaard.")
    at_clock(page, NOW)
    page.reload()
    expect(page.locator("textarea")).to_have_value("Geschreven in de toekomst.")
    assert page.locator(".ww-notice").count() == 0
    paste(page.locator("textarea"), "Geschreven nu.")
    expect(page.locator(".ww-status")).to_have_text("Bewaard.")
    page.reload()
    expect(page.locator("textarea")).to_have_value("Geschreven nu.")


FUTURE = NOW + 400 * DAY
EVERYTHING = {
    "answers": {"een": answer(FUTURE, text="", history=[{"points": 0, "of": 1, "hash": HASH, "at": FUTURE - 5}])},
    "chapters": {"normen": {"opened": FUTURE - 9, "at": FUTURE}},
    "notes": {"plan-normen": {"parts": {"if": "de klok voorloopt"}, "at": FUTURE}},
    "scans": {"stijl": {"takes": [{"answers": {"a": "vaak"}, "at": FUTURE}], "at": FUTURE}},
    "cases": {"geldvraag": {"path": ["een:twee"], "ending": "", "runs": 0, "at": FUTURE}},
    "reviews": {"een": {"stage": 1, "due": FUTURE, "at": FUTURE}},
    "assignments": {"a1b2c3d4": {"code": "AAAA", "at": FUTURE}},
}


def test_every_kind_of_thing_may_come_from_the_future(all_):
    at_clock(all_, NOW)
    file = json.dumps({"format": "werkwijzer", "schema": 1, "course": "groepsgewijs", "device": "ab", "at": FUTURE, **EVERYTHING})
    done = all_.evaluate(
        "(text) => { const read = Werkwijzer.transfer.readImport(text); return [read.ok, Werkwijzer.transfer.merge(read.data).ok, Werkwijzer.transfer.plan(read.data).changes]; }",
        file,
    )
    assert done == [True, True, 0]
    all_.reload()
    again = all_.evaluate("() => Werkwijzer.transfer.exportAll()")
    assert {name: again[name] for name in KINDS} == EVERYTHING
    assert all_.evaluate("() => Werkwijzer.store.state") == "ok"
    assert all_.evaluate("(at) => Werkwijzer.date(at)", FUTURE) == all_.evaluate("() => Werkwijzer.date(Date.now())")


def test_a_clock_that_was_put_back_makes_nothing_older(all_):
    """The newest counts by what came after what, not by the clock: in the record, in a backup and on the board."""
    save = "([id, value]) => Werkwijzer.record.saveAnswer(id, value)"
    at_clock(all_, NOW + 3 * DAY)
    all_.evaluate(save, ["een", answer(NOW + 3 * DAY, response="eerst")])
    backup = all_.evaluate("() => JSON.stringify(Werkwijzer.transfer.exportAll())")
    early = all_.evaluate(
        "() => { const { report } = Werkwijzer; return report.make(report.gather(null), { name: 'Noor', assignment: null, texts: [], scans: false }, { at: report.moment() }); }"
    )
    at_clock(all_, NOW)
    all_.evaluate(save, ["een", answer(NOW, response="daarna")])
    late = all_.evaluate(
        "() => { const { report } = Werkwijzer; return report.make(report.gather(null), { name: 'Noor', assignment: null, texts: [], scans: false }, { at: report.moment() }); }"
    )
    all_.evaluate("(text) => Werkwijzer.transfer.merge(Werkwijzer.transfer.readImport(text).data)", backup)
    assert all_.evaluate("() => Werkwijzer.record.answer('een').answer.response") == "daarna"
    assert late["at"] > early["at"]
    add = "([reports]) => { const all = new Map(); return reports.map((one) => Werkwijzer.board.add(all, one)); }"
    assert all_.evaluate(add, [[early, late]]) == ["added", "replaced"]
    assert all_.evaluate(add, [[late, early]]) == ["added", "older"]
    released = {**late, "at": NOW}  # made by a version that kept no count of its reports
    assert all_.evaluate(add, [[early, released]]) == ["added", "replaced"]


def test_review_of_an_answer_from_the_future_comes_on_a_day_that_stays(all_):
    at_clock(all_, NOW)
    plan = "([answer, was, now]) => Werkwijzer.planning.plan(answer, was, [], now)"
    first = all_.evaluate(plan, [answer(FUTURE, points=0), None, NOW])
    assert first["due"] == (NOW // DAY + 7) * DAY and first["at"] == FUTURE
    later = all_.evaluate(plan, [answer(FUTURE, points=0), first, NOW + 5 * DAY])
    assert later == first, "the day does not run away"
    by_old_version = {"stage": 0, "due": FUTURE + 7 * DAY, "at": FUTURE}
    assert all_.evaluate(plan, [answer(FUTURE, points=0), by_old_version, NOW])["due"] == first["due"]
    right = all_.evaluate(plan, [answer(FUTURE + 1), first, NOW + 7 * DAY])
    assert (right["stage"], right["due"]) == (1, (NOW // DAY + 35) * DAY)
    behind = all_.evaluate(plan, [answer(NOW, points=0), all_.evaluate(plan, [answer(NOW, points=0), None, 1000]), NOW])
    assert behind["due"] == first["due"] and "from" not in behind, "a clock that stood at 1970 for a while leaves no trace"


def test_module_test_shows_the_answers_that_were_given_in_it(page, address):
    """Drawn and partly done by a clock that ran ahead, gone on with by one that is right."""
    (name,) = [name for name in together.PARTS if name == "moduletest"]
    del name
    drawn = {"drawn": "a b", "at": str(NOW + 3 * DAY)}
    page.goto(f"{address}/all.html")
    at_clock(page, NOW)
    since = page.evaluate(
        """([note, before, during]) => { const { store, record } = Werkwijzer;
          record.saveAnswer('a', before); record.saveAnswer('b', during); store.set('note', 'toets-9', note);
          const test = document.createElement('div'); const proto = customElements.get('ww-moduletest').prototype;
          const own = Object.create(proto, { note: { value: 'toets-9' }, question: { value: () => ({ dataset: {} }) } });
          record.saveAnswer('b', { ...during, at: Date.now() });
          const all = new Map(own.kept());
          return ['a', 'b'].map((id) => [all.get(id), record.answer(id).answer.at]); }""",
        [{"parts": drawn, "at": NOW + 3 * DAY}, answer(NOW), answer(NOW + 3 * DAY + 5)],
    )
    (a, before), (b, during) = since
    assert before < a and during >= b


# ---- What an earlier rule set aside ----


def test_what_was_set_aside_for_its_time_comes_back(page, address):
    storage = json.loads(released("storage.json"))
    page.goto(f"{address}/record/blank.html")
    plant(page, storage)
    page.goto(f"{address}/all.html")
    page.wait_for_function("() => !Werkwijzer.transfer.asides().length")
    kept = page.evaluate(
        "() => [Werkwijzer.record.answer('klok-vooruit').answer, Werkwijzer.store.get('note', 'plan-klok'), Werkwijzer.store.get('group', 'ffeeddcc00112233')]"
    )
    assert kept[0]["response"]["text"] == "Geschreven met een klok die drie dagen voorliep."
    assert kept[1]["parts"] == {"if": "de klok voorloopt", "then": "zet ik hem gelijk"}
    assert kept[2]["name"] == "Klokgroep" and len(kept[2]["reports"]) == 1
    (key,) = [key for key in storage if ":aside:answer:" in key]
    assert kept[0]["at"] == int(key.rpartition(":")[2]), "no younger than the moment at which it was set aside"


def test_what_was_set_aside_gives_way_to_what_came_after(page, address):
    page.goto(f"{address}/record/blank.html")
    old, new = answer(NOW + 3 * DAY, response="toen"), answer(NOW + 9, response="daarna")
    broken = {f"{KEY}aside:answer:stuk:{NOW}": "{kapot", f"{KEY}aside:dream:a:{NOW}": "{}"}
    plant(page, {f"{KEY}aside:answer:een:{NOW}": json.dumps(old), f"{KEY}answer:een": json.dumps(new), **broken})
    page.goto(f"{address}/all.html")
    page.wait_for_timeout(400)
    assert page.evaluate("() => Werkwijzer.record.answer('een').answer.response") == "daarna"
    assert page.evaluate("() => Werkwijzer.transfer.asides().length") == 3, "nothing is thrown away"


def test_a_full_disk_leaves_what_was_set_aside_where_it_is(page, address):
    page.goto(f"{address}/record/blank.html")
    key = f"{KEY}aside:answer:een:{NOW}"
    plant(page, {key: json.dumps(answer(NOW + 3 * DAY))})
    page.add_init_script(
        "const real = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) { if (!key.includes('aside')) throw new DOMException('vol', 'QuotaExceededError'); real.call(this, key, text); };"
    )
    page.goto(f"{address}/all.html")
    page.wait_for_timeout(400)
    assert page.evaluate("(key) => localStorage.getItem(key)", key) == json.dumps(answer(NOW + 3 * DAY))


# ---- What earlier versions handed out ----


@pytest.mark.parametrize("release", RELEASES)
def test_released_record_opens_where_it_stands(page, address, release):
    storage = json.loads(released("storage.json", release))
    page.goto(f"{address}/record/blank.html")
    plant(page, storage)
    page.reload()
    again = page.evaluate("() => Werkwijzer.transfer.exportAll()")
    wanted = json.loads(released("backup.json", release))
    kept = {name: {id_: value for id_, value in again[name].items() if id_ in wanted.get(name, {})} for name in KINDS}
    assert kept == {name: wanted.get(name, {}) for name in KINDS}, "a kind that came later is empty"
    assert page.evaluate("() => Werkwijzer.record.seed()") == 123456789
    assert page.evaluate("(keys) => keys.every((key) => localStorage.getItem(key) !== null || key.includes('aside'))", list(storage)), (
        "an old version would find it too"
    )


@pytest.mark.parametrize("release,title", RELEASES.items())
def test_released_files_codes_and_links_open(all_, release, title):
    read = all_.evaluate(
        """async ([backup, code, report, reportCode, link]) => { const { transfer, report: reports, assignment } = Werkwijzer;
          const all = [transfer.readImport(backup), await transfer.fromCode(code), await reports.read(report), await reports.read(reportCode), await assignment.decode(link)];
          return JSON.parse(JSON.stringify(all)); }""",
        [released(name, release) for name in ("backup.json", "code.txt", "report.json", "report-code.txt", "assignment.txt")],
    )
    assert [one["ok"] for one in read] == [True] * 5, read
    backup = json.loads(released("backup.json", release))
    for one in read[:2]:
        assert {name: one["data"][name] for name in KINDS} == {name: backup.get(name, {}) for name in KINDS}
    report = json.loads(released("report.json", release))
    assert read[2]["report"] == read[3]["report"] == report
    assert read[4]["assignment"]["title"] == title


# ---- Any text, any clock, two tabs, a full disk ----

_SIGNS = st.one_of(
    st.characters(),  # every plane, no half characters
    st.sampled_from(
        [
            "\u0301",
            "\u200b",
            "\u200d",
            "\u202e",
            "\u2067",
            "\ufeff",
            "\u0000",
            "\u2028",
            "\r\n",
            "👩‍👩‍👧",
            "א",
            "ع",
            "\ud83d",
            "\udc00",
            "</script>",
            "\\",
            '"',
            "\u00ad",
        ]
    ),
)
_PARTS = st.lists(_SIGNS, max_size=12).map("".join)
TEXTS = st.builds(
    lambda part, times, end: (part * times)[: LONG - len(end) * 2 - 20] + end, _PARTS, st.sampled_from([1, 3, 40, 900]), _PARTS
)
CLOCKS = st.integers(0, 4_102_444_800_000)  # 1970 to 2100


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


TYPE = """(text) => { const field = document.querySelector('textarea'); field.value = text; field.dispatchEvent(new Event('input', { bubbles: true }));
  dispatchEvent(new Event('pagehide')); return [field.value, Boolean(Werkwijzer.store.isKept('answer', document.querySelector('ww-question').dataset.question))]; }"""
FIELD = "() => document.querySelector('textarea').value"
WHOLE = "(text) => text.replace(/\\p{Surrogate}/gu, '')"  # a half character is no text


def settle(tabs) -> None:
    """Until both tabs see the same storage: a busy browser hands what one wrote to the other a little later."""
    seen = "() => JSON.stringify(Object.entries(localStorage).sort())"
    for _ in range(600):
        if tabs[0].evaluate(seen) == tabs[1].evaluate(seen):
            return
        tabs[0].wait_for_timeout(50)


def test_any_text_at_any_clock_in_two_tabs_is_there_after_a_reload(context, address):
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(f"{address}/open.html")

    @given(
        st.lists(
            st.tuples(st.integers(0, 1), CLOCKS, TEXTS.filter(lambda text: utf16(text) <= LONG and text.strip())), min_size=1, max_size=3
        )
    )
    @settings(SAME_EVERYWHERE, max_examples=24)
    def check(steps):
        last = None
        for which, clock, text in steps:
            at_clock(tabs[which], clock)
            tabs[which].reload()
            shown, kept = tabs[which].evaluate(TYPE, text)
            last = shown if kept and shown.strip() else last
            settle(tabs)
        for tab in tabs:
            tab.reload()
            assert tab.evaluate(FIELD) == tab.evaluate(WHOLE, last or "")

    check()


JOURNEY = """async ([texts, at, way]) => { const { record, store, report, transfer } = Werkwijzer; transfer.erase();
  const whole = (text) => text.replace(/\\p{Surrogate}/gu, '');
  const ids = texts.map((text, index) => `vraag-${index}`);
  texts.forEach((text, index) => record.saveAnswer(ids[index], { response: { criteria: [], text }, points: 0, of: 0, attempts: 0, hints: 0, confidence: null, shown: false, hash: '0123456789', at, history: [] }));
  texts.forEach((text, index) => store.set('note', `plan-${index}`, { parts: { if: record.fit(text) }, at }));
  const before = JSON.stringify(transfer.exportAll().answers) + JSON.stringify(transfer.exportAll().notes);
  let read;
  if (way === 'report') {
    const held = { chapters: {}, answers: {}, scans: {}, cases: {}, texts: Object.fromEntries(ids.map((id) => [id, record.answer(id).answer.response.text])) };
    const made = report.make(held, { name: 'Noor', assignment: null, texts: ids, scans: false }, { at });
    const back = await report.read(JSON.stringify(made));
    if (!back.ok) return back.word;
    return ids.every((id, index) => back.report.texts[id] === whole(texts[index])) ? 'same' : 'other';
  }
  if (way === 'code') { const made = await transfer.toCode(); if (!made.ok) return made.word === 'codeTooLarge' ? 'same' : made.word; transfer.erase(); read = await transfer.fromCode(made.code); }
  else { const text = JSON.stringify(transfer.exportAll(), null, 1); transfer.erase(); read = transfer.readImport(text); }
  if (!read.ok) return read.word;
  transfer.merge(read.data);
  const after = JSON.stringify(transfer.exportAll().answers) + JSON.stringify(transfer.exportAll().notes);
  return after === before && ids.every((id, index) => record.answer(id).answer.response.text === whole(texts[index])) ? 'same' : 'other'; }"""


@pytest.mark.parametrize("way", ["file", "code", "report"])
def test_any_text_travels_whole(all_, way):
    @given(st.lists(TEXTS.filter(lambda text: utf16(text) <= LONG), min_size=1, max_size=4), CLOCKS)
    @settings(SAME_EVERYWHERE, max_examples=20)
    def check(texts, at):
        assert all_.evaluate(JOURNEY, [texts, at, way]) == "same"

    check()


FULL = """(room) => { localStorage.clear(); const real = Storage.prototype.setItem; let left = room;
  Storage.prototype.setItem = function (key, text) { const more = key.length + text.length - (this.getItem(key)?.length ?? -key.length); if (more > left) throw new DOMException('vol', 'QuotaExceededError'); left -= more; real.call(this, key, text); }; }"""


def test_a_full_disk_never_says_kept_of_what_is_not(page, address):
    page.goto(f"{address}/open.html")

    @given(st.lists(st.text("abc é😀", min_size=1, max_size=400).filter(str.strip), min_size=1, max_size=4), st.integers(0, 1500))
    @settings(SAME_EVERYWHERE, max_examples=16)
    def check(texts, room):
        page.evaluate(FULL, room)
        kept = ""
        for text in texts:
            shown, fits = page.evaluate(TYPE, text)
            page.wait_for_timeout(90)
            expect(page.locator(".ww-status")).to_have_text("Bewaard." if fits else "")
            kept = shown if fits else kept
        page.reload()
        assert page.evaluate(FIELD) == kept
        page.evaluate("() => localStorage.clear()")
        page.reload()

    check()
