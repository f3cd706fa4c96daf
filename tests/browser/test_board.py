"""The group board: its figures are those of the files, what is no report changes nothing, nothing is kept unless asked, and everybody can use it."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests import reports
from tests.assignments import SAMPLE, encode
from tests.browser.axe import violations
from tests.browser.board_page import ADDRESS, CHAPTERS, LOAD, SUMS, group, load, same, shown
from tests.browser.hostile import BOMB, SAME_EVERYWHERE, mutate
from tests.browser.walk import next_stop
from tests.reports import BANKS, COURSE, QUESTIONS, SCAN, WEIGHINGS, person


@pytest.fixture
def board(page, address):
    page.goto(f"{address}/{ADDRESS}/")
    page.evaluate("() => { window.hits = 0; window.canary = () => hits++; }")
    return page


def drop(page: Page, tmp_path: Path, group: list[dict]) -> None:
    """As a trainer does it: files, all at once."""
    paths = [tmp_path / f"rapport-{index}.json" for index in range(len(group))]
    for path, report in zip(paths, group, strict=True):
        path.write_text(json.dumps(report), "utf-8")
    page.get_by_label("Bestanden").set_input_files(paths)


COUNT = """() => { const { board, report } = Werkwijzer; window.calls = { read: 0, sums: 0 };
    for (const [held, name] of [[report, 'read'], [board, 'sums']]) { const real = held[name]; held[name] = (...given) => { calls[name] += 1; return real(...given); }; } }"""
TOUCHED = """() => { const { board, items, texts } = Werkwijzer; const held = board.course(items, texts); let touched = 0;
    const watch = (value) => new Proxy(value, {
        get: (target, key) => { touched += 1; return target[key]; },
        getOwnPropertyDescriptor: (target, key) => { touched += 1; return Reflect.getOwnPropertyDescriptor(target, key); } });
    const reports = [...document.querySelector('ww-board').reports.values()].map((one) => watch({ ...one, answers: watch(one.answers) }));
    const half = reports.length / 2;
    return [reports.slice(0, half), reports.slice(half), reports].map((some) => { touched = 0; board.sums(some, held); return touched; }); }"""
"""How often the reports are looked into: for the first half, the second, and all of them."""


# ---- Figures ----


def test_two_hundred_reports_of_the_whole_course_add_up_in_one_go(board):
    """Each is read once, all are added up once, and twice as many take twice the work; how long that takes is for `make bench`."""
    whole = group(200, tuple(BANKS))
    board.evaluate(COUNT)
    load(board, whole)
    assert board.evaluate("calls") == {"read": 200, "sums": 1}
    first, second, both = board.evaluate(TOUCHED)
    assert both <= 1.05 * (first + second)
    same(board, whole, list(BANKS))
    order = [one["done"] for one in board.evaluate(SUMS)["people"]]
    assert order == sorted(order) and len(set(order)) > 5, "who needs attention first"


def test_files_codes_and_an_assignment_side_by_side(board, tmp_path):
    """Two by file, two by code in a mail, and the link of the assignment; of one person the newest stays, whatever comes first."""
    asked = SAMPLE.model_copy(
        update={
            "parts": (
                SAMPLE.parts[0].model_copy(
                    update={"items": ("introductie", "vraag:groep-lewin", "casus:gezellig-houden", "scan:stijl", "weg")}
                ),
            )
        }
    )
    four = group(4)
    for report in four[:3]:
        report["assignment"] = {"id": asked.id if report is not four[1] else "ffffffff", "title": "Voorbereiding"}
    drop(board, tmp_path, four[:2])
    expect(board.get_by_text("2 rapporten ingelezen.")).to_be_visible()
    codes = board.evaluate("(all) => Promise.all(all.map(async (one) => (await Werkwijzer.report.encode(one)).code))", four[2:])
    wrapped = "\n".join(codes[0][at : at + 76] for at in range(0, len(codes[0]), 76))
    board.get_by_label("Of plak codes").fill(
        f"Hoi, hier is mijn code:\n{wrapped}\nGroet, Noor\n\n{codes[1]}\nhttps://x.nl/cursus/#opdracht={encode(asked)}"
    )
    board.get_by_role("button", name="Lees in").click()
    expect(board.get_by_text("2 rapporten ingelezen. De opdracht “Voorbereiding” hoort er nu bij.")).to_be_visible()
    items = list(asked.parts[0].items)
    mine = reports.figures(four, items[:-1], asked.id)
    theirs = shown(board)
    assert {id_: states[:-1] for id_, states in theirs["people"].items()} == mine["people"] and all(
        states[-1] == "unknown" for states in theirs["people"].values()
    )
    older, newer = {**four[0], "at": four[0]["at"] - 9, "name": "Oud"}, {**four[1], "at": four[1]["at"] + 9, "name": "Nieuw", "answers": {}}
    drop(board, tmp_path, [older, newer])
    expect(board.get_by_text("1 rapport vervangen door een nieuwer rapport van dezelfde persoon. 1 rapport overgeslagen")).to_be_visible()
    same_people = reports.figures([*four, newer], items[:-1], asked.id)
    assert shown(board)["questions"] == same_people["questions"]
    assert {one["name"] for one in board.evaluate(SUMS)["people"]} == {four[0]["name"], "Nieuw", four[2]["name"], four[3]["name"]}


def test_a_scan_is_shown_of_five_people_and_never_of_one(board):
    five = [
        {**person(seed, chapters=("introductie",)), "scans": {SCAN.id: dict.fromkeys(reports.DIMENSIONS, seed % 4 * 0.75)}}
        for seed in range(1, 6)
    ]
    load(board, five[:4])
    scans = board.locator("[data-part=scans]")
    expect(scans).to_contain_text("4 van de 5 rapporten die nodig zijn")
    assert scans.locator("svg, table").count() == 0
    load(board, five[4:])
    same(board, five, ["introductie"])
    expect(scans.locator(".ww-bars-line")).to_have_count(len(reports.DIMENSIONS))
    assert not any(name in scans.inner_text() for name in (report["name"] for report in five))


def test_suggestions_follow_from_the_figures(board):
    """Everybody misses the same option, sure of it: that goal, that option, that question, with a way to go on."""
    bank = BANKS["wat-is-een-groep"]
    question = next(question for question in bank.questions if question.type_name == "choice")
    missed = next(option for option in question.options if not option.correct)
    all_ = [person(seed, chapters=("introductie",), skill=1) for seed in (1, 2, 3)]
    for report in all_:
        report["answers"] = {question.id: reports.answer(question, missed.id, confidence="sure")}
        report |= {
            "chapters": {"wat-is-een-groep": {"state": "busy", "done": 1, "total": len(bank.asked)}},
            "cases": {},
            "texts": {},
            "scans": {},
        }
    load(board, all_)
    advice = board.locator("[data-part=suggest]")
    goal = next(goal.text for goal in COURSE.by_key["1-groep/wat-is-een-groep"].chapter.goals if goal.id == question.goal)
    expect(advice).to_contain_text(goal)
    expect(advice).to_contain_text("3 van de 3 kozen dit.")
    expect(advice).to_contain_text("Er is nog niemand klaar.")
    expect(advice.get_by_role("link", name="Zo pak je het aan in de zaal").first).to_have_attribute(
        "href", re.compile("/trainers/handleiding/module-1/#wat-is-een-groep$")
    )
    links = advice.get_by_role("link", name="Werkvorm:")
    assert links.count() == 3 and all("/gereedschap/werkvormen/#" in href for href in links.evaluate_all("all => all.map(one => one.href)"))
    advice.get_by_role("link", name=re.compile(r"^Vraag \d")).first.click()
    expect(board.locator(f"#vraag-{question.id}")).to_be_in_viewport()


def test_of_one_person_the_board_speaks_as_of_one(board):
    """With one report every count is one: then no verb and no noun is plural."""
    bank = BANKS["wat-is-een-groep"]
    choices = [question for question in bank.questions if question.type_name == "choice"][:2]
    report = person(1, chapters=("introductie",), skill=1)
    report["answers"] = {
        question.id: reports.answer(question, next(option.id for option in question.options if not option.correct), confidence=said)
        for question, said in zip(choices, ("doubt", "sure"), strict=True)
    }
    right = next(question for question in bank.questions if question.type_name == "truefalse")
    report["answers"][right.id] = reports.answer(
        right, {"verdict": right.answer, "reason": next((one.id for one in right.reasons if one.correct), None)}
    )
    report["texts"] = {next(question.id for question in bank.questions if question.type_name == "open"): "Een antwoord."}
    report |= {"chapters": {"wat-is-een-groep": {"state": "busy", "done": 3, "total": len(bank.asked)}}, "cases": {}, "scans": {}}
    load(board, [report])
    advice = board.locator("[data-part=suggest]")
    expect(advice).to_contain_text("1 van de 1 koos dit.")
    expect(advice).to_contain_text("Eén persoon was zeker van een fout antwoord.")
    expect(advice).to_contain_text("Eén persoon deelde een antwoord.")
    assert not re.search(r"\b1 (van de \d+ )?(mensen|rapporten|vragen|hebben|kozen|zijn|waren|deelden)\b", advice.inner_text())


# ---- What a stranger may send ----


@st.composite
def hostile(draw) -> str:
    """A report with something wrong (or different) in it, as text."""
    file = json.loads(
        json.dumps(person(draw(st.integers(1, 40)), chapters=("introductie",), name=draw(st.sampled_from(["Noor", BOMB[:58], "=1+1"]))))
    )
    for _ in range(draw(st.integers(1, 3))):
        mutate(draw, file)
        file = json.loads(json.dumps(file))  # what was put in is shared with other draws
    text = json.dumps(file).replace('"1e999"', "1e999")
    cut = draw(st.integers(-40, 40))
    return text[:cut] if cut > 30 else text


AFTER = """async (texts) => {
  const own = document.querySelector('ww-board'), before = JSON.stringify(Object.entries(localStorage).sort());
  own.empty();
  await own.load(texts.map((text) => [text.slice(0, 40), text]));
  const read = await Promise.all(texts.flatMap((text) => Werkwijzer.board.split(text)).map((text) => Werkwijzer.report.read(text)));
  return { size: own.reports.size, fine: new Set(read.filter(({ ok }) => ok).map(({ report }) => report.id)).size, bad: read.filter(({ ok }) => !ok).length,
    said: own.querySelectorAll('.ww-board-refused li').length, people: own.reports.size ? own.sums.people.length : 0,
    html: own.querySelectorAll('img, script, iframe, [onerror]').length + hits, polluted: {}.polluted !== undefined,
    changed: JSON.stringify(Object.entries(localStorage).sort()) !== before };
}"""


def test_hundreds_of_hostile_files_are_refused_with_a_sentence_and_count_for_nothing(board):
    total = {"fine": 0, "bad": 0}

    @given(st.lists(hostile(), min_size=60, max_size=60))
    @settings(SAME_EVERYWHERE, max_examples=8)
    def check(texts):
        found = board.evaluate(AFTER, texts)
        assert found["size"] == found["people"] == found["fine"] and found["said"] == found["bad"]
        assert found["html"] == 0 and not found["polluted"] and not found["changed"]
        for name in total:
            total[name] += found[name]

    check()
    assert total["bad"] > 200 and total["fine"] > 20


def test_figures_that_cannot_be_are_not_counted(board):
    """Reports that pass the reader and yet do not fit the course: other points, unknown ids, a chapter that says it is done."""
    question = next(question for question in BANKS["introductie"].questions if question.type_name == "choice")
    good = person(1, chapters=("introductie",), skill=1)
    good |= {"answers": {question.id: reports.answer(question, question.key())}, "texts": {}, "scans": {}, "cases": {}}
    odd = {
        **good,
        "id": "f" * 16,
        "answers": {
            question.id: {**good["answers"][question.id], "points": 1000, "of": 1000},
            "onbekend": {**good["answers"][question.id]},
        },
    }
    odd |= {
        "texts": {"onbekend": BOMB, question.id: BOMB},
        "scans": {"onbekend": {"x": 3}, SCAN.id: {reports.DIMENSIONS[0]: 999}},
        "cases": {"onbekend": {"ending": "x", "path": []}},
    }
    load(board, [good, odd])
    found = shown(board)
    assert (
        found["questions"].keys() == {question.id}
        and found["questions"][question.id]["tried"] == 1
        and found["questions"][question.id]["changed"] == 1
    )
    assert found["people"][odd["id"]] == ["changed"] and not found["cases"] and not found["texts"]
    assert board.locator("ww-board img, ww-board script").count() == 0


def test_only_questions_with_one_right_answer_are_called_hard(board):
    load(board, group(12, tuple(BANKS)))
    hard = board.evaluate("() => Werkwijzer.board.hardest(document.querySelector('ww-board').sums, 999).map(({ id }) => id)")
    assert hard and not set(hard) & WEIGHINGS
    rates = board.evaluate(
        "() => Werkwijzer.board.hardest(document.querySelector('ww-board').sums, 999).map(({ once, tried }) => once / tried)"
    )
    assert rates == sorted(rates)


# ---- Keeping, hiding, taking along ----


def kept(page: Page) -> list[str]:
    return page.evaluate("() => Object.keys(localStorage).filter((key) => key.includes(':group:'))")


def test_a_group_is_kept_only_when_asked_and_read_like_an_import(board):
    four = group(4)
    load(board, four)
    assert kept(board) == []
    board.get_by_label("Naam van de groep").fill("Dinsdag <b>")
    board.get_by_label("Bewaar deze groep in deze browser").check()
    expect(board.get_by_text("De groep staat nu in deze browser.")).to_be_visible()
    (key,) = kept(board)
    before = shown(board)
    board.goto(board.url.replace(ADDRESS, "voortgang"))
    assert four[0]["id"] not in board.evaluate("() => JSON.stringify(Werkwijzer.transfer.exportAll())"), (
        "the trainer's own record is another thing"
    )
    board.go_back()
    board.get_by_role("button", name="Open Dinsdag <b>").click()
    expect(board.get_by_text("4 rapporten geopend.")).to_be_visible()
    assert shown(board) == before
    board.evaluate(
        "([key, hostile]) => { const value = JSON.parse(localStorage[key]); value.reports[0] = hostile; value.reports[1] = 'WR1.x.00000000'; localStorage[key] = JSON.stringify(value); }",
        [key, json.dumps({**four[0], "answers": 5})],
    )
    board.reload()
    board.get_by_role("button", name="Open Dinsdag <b>").click()
    expect(board.get_by_text("2 rapporten geopend. 2 konden we niet meer lezen.")).to_be_visible()
    board.get_by_role("button", name="Wis deze groep").click()
    expect(board.get_by_text("De groep is gewist uit deze browser.")).to_be_visible()
    assert kept(board) == [] and board.evaluate("() => document.querySelector('ww-board').reports.size") == 2


def test_who_erases_everything_erases_groups_too(board):
    load(board, group(2))
    board.get_by_label("Bewaar deze groep in deze browser").check()
    expect(board.get_by_text("De groep staat nu in deze browser.")).to_be_visible()
    other = board.context.new_page()
    other.goto(board.url.replace(ADDRESS, "voortgang"))
    other.evaluate("() => Werkwijzer.transfer.erase()")
    assert kept(board) == []


@pytest.mark.parametrize(
    "value",
    [
        "x",
        "[]",
        "{}",
        '{"name":"x","at":1,"asked":"","reports":"x"}',
        json.dumps({"name": BOMB, "at": 1, "asked": BOMB, "reports": [BOMB]}),
    ],
)
def test_a_damaged_kept_group_does_no_harm(value, board):
    board.evaluate("(value) => { localStorage['werkwijzer:groepsgewijs@%2F:1:group:aa'] = value; }", value)
    board.reload()
    for button in board.get_by_role("button", name="Open ").all():
        button.click()
        expect(board.get_by_text("1 konden we niet meer lezen.")).to_be_visible()
    assert board.locator("ww-board img").count() == 0
    assert load(board, group(1)) == 1


def test_hidden_names_are_nowhere(board, tmp_path):
    three = group(3)
    load(board, three)
    names = [report["name"] for report in three]
    shown_ = "() => document.querySelector('ww-board').textContent + [...document.querySelectorAll('ww-board [aria-label]')].map((one) => one.ariaLabel).join()"
    assert all(
        f"{name}:" in board.evaluate(shown_) for name in {name for report, name in zip(three, names, strict=True) if report["texts"]}
    )
    for report in three:
        report["name"] = f"Zichtbaar {report['id'][-1]}"
        report["at"] += 1
        report["texts"] = dict.fromkeys(report["texts"], "Iets.")
    load(board, three)
    board.get_by_label("Verberg namen").check()
    assert "Zichtbaar" not in board.evaluate(shown_) and "Deelnemer 3" in board.evaluate(shown_)
    with board.expect_download() as wait:
        board.get_by_role("button", name="Bewaar wie er klaar is (CSV)").click()
    assert "Zichtbaar" not in Path(wait.value.path()).read_text("utf-8")


def rows(page: Page, name: str) -> list[list[str]]:
    with page.expect_download() as wait:
        page.get_by_role("button", name=name).click()
    raw = Path(wait.value.path()).read_bytes().decode("utf-8-sig")
    assert raw.endswith("\r\n") and "\n" not in raw.replace("\r\n", "")
    return list(csv.reader(io.StringIO(raw, newline=""), delimiter=";", strict=True))


def test_csv_is_read_back_and_starts_no_formula(board):
    names = ['=HYPERLINK("x")', "+31", "-1", "@x", " =1+1", "＝1", 'Noor, "de" derde; Sam', "gewoon"]
    load(board, [person(seed, chapters=CHAPTERS, name=name) for seed, name in enumerate(names, 1)])
    people = rows(board, "Bewaar wie er klaar is (CSV)")
    assert {row[0] for row in people[1:]} == {f"'{name}" if name[0] in "=+-@ ＝" else name for name in names}
    assert len({len(row) for row in people}) == 1 and len(people[0]) == 6 + len(CHAPTERS)
    questions = rows(board, "Bewaar de vragen (CSV)")
    assert len(questions) == 1 + len(board.evaluate(SUMS)["questions"])
    made = board.evaluate(
        "() => Werkwijzer.board.csv([['a\\nb', 'c\\r', '\\t=1', 'x\"y', '', 5, '=1\\n=2', 'a,b', 'a;b', 1.25, -3, 12345.5, '-3']])"
    )
    assert made == '"a\nb";"c\r";\'\t=1;"x""y";;5;"\'=1\n=2";a,b;"a;b";1,3;-3;12345,5;\'-3\r\n'
    attempts = [row[questions[0].index("Pogingen per persoon")] for row in questions[1:]]
    assert any("," in cell for cell in attempts) and all(re.fullmatch(r"(\d+(,\d)?)?", cell) for cell in attempts), "decimal commas"
    expect(board.get_by_text("Tussen de kolommen staan puntkomma’s")).to_be_visible()
    assert all(not cell or cell[0] not in "=+-@" for row in people + questions for cell in row)


SAME_NAMES = {
    "Zoë": ["Zoe\u0308", " Zoë ", "ZOË", "Zo\u00adë", "\u202aZoë\u202c"],
    "O’Brien": ["O'Brien", "o‘brien", "O\u00b4Brien"],
    "Jan  Jansen": ["Jan Jansen", "Jan\u00a0Jansen", "jan jansen\u200b"],
    "Anne–Marie": ["Anne-Marie", "Anne\u2011Marie"],
    "": [" "],
}
MAKE = """(names) => names.map((name) => Werkwijzer.report.make(Werkwijzer.report.gather(null), { name, assignment: null, texts: [], scans: false }, { seed: 7 }))"""
OLD = json.loads((Path(__file__).parents[1] / "kept/rapport-ids.json").read_text("utf-8"))
"""Name → id, as the version of November 2026 made it for seed 7."""


def test_one_name_is_one_person_however_it_is_typed(board):
    for name, others in SAME_NAMES.items():
        made = board.evaluate(MAKE, [name, *others])
        assert len({report["id"] for report in made}) == 1, name
        assert [report["name"] for report in made] == [one.strip() for one in (name, *others)], "the name stays as it was typed"
    others = board.evaluate(MAKE, ["Zoe", "Obrien", "Jan Janssen", "Sam"])
    assert len({report["id"] for report in others}) == 4


def test_who_reported_before_names_were_compared_this_way_is_still_one_person(board):
    for name, id_ in OLD.items():
        [new] = board.evaluate(MAKE, [SAME_NAMES.get(name, [name])[0]])
        old = {**person(3, chapters=("introductie",), name=name), "id": id_, "at": new["at"] - 9}
        assert load(board, [old]) == 1
        assert load(board, [new]) == 1, name
        assert load(board, [old]) == 1, "an older one does not come back"
        board.evaluate("() => { const own = document.querySelector('ww-board'); own.empty(); }")
    assert board.evaluate(MAKE, ["Noor"])[0]["id"] == OLD["Noor"] and board.evaluate(MAKE, ["Zoë"])[0]["id"] == OLD["Zoë"]
    variants = [
        {
            **person(3, chapters=("introductie",), name="O'Brien"),
            "id": board.evaluate(
                "() => { const { digest } = Werkwijzer.record; const hex = (said) => digest(said).toString(16).padStart(8, '0'); return hex(`7 rapport o'brien`) + hex(`o'brien rapport 7`); }"
            ),
        },
        {**person(4, chapters=("introductie",), name="O’Brien"), "id": OLD["O’Brien"]},
    ]
    assert variants[0]["id"] != variants[1]["id"] and load(board, variants) == 1, "two old ones"
    assert load(board, [{**variants[0], "id": "0123456789abcdef"}]) == 2, "the same name in another browser"


def test_one_report_can_be_taken_away(board):
    load(board, [{**report, "name": "Sam"} for report in group(2)])
    board.get_by_text("Ingelezen rapporten").first.click()
    expect(board.get_by_text("Deze naam staat er twee keer.")).to_be_visible()
    board.get_by_role("button", name="Haal het rapport van Sam weg").first.click()
    expect(board.get_by_text("Deze naam staat er twee keer.")).to_have_count(0)
    board.get_by_role("button", name="Haal het rapport van Sam weg").click()
    expect(board.locator(".ww-board-results")).to_be_hidden()
    expect(board.get_by_label("Bestanden")).to_be_focused()


# ---- For everybody ----


@pytest.mark.parametrize("scheme,width", [("light", 1280), ("dark", 320)])
def test_the_filled_board_is_accessible(scheme, width, board, tmp_path):
    board.set_viewport_size({"width": width, "height": 900})
    board.emulate_media(color_scheme=scheme)
    load(board, group(7))
    board.evaluate(LOAD, ["geen rapport"])
    board.evaluate("() => document.querySelectorAll('ww-board details').forEach((one) => { one.open = true; })")
    assert violations(board) == []
    assert board.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_keyboard_walk_over_the_filled_board(board):
    load(board, group(2, ("introductie",)))
    board.get_by_label("Bestanden").focus()
    for stops in range(300):
        stop = next_stop(board)
        if stop is None:
            break
        assert stop["seen"] and stop["ring"] >= 2 and stop["name"], stop
    assert 20 < stops < 299


def test_on_paper_there_are_figures_and_no_controls(board):
    load(board, group(6))
    board.emulate_media(media="print")
    assert board.locator("main :is(button, input, textarea):visible").count() == 0
    expect(board.get_by_role("heading", name="Wie is er klaar?")).to_be_visible()
    expect(board.get_by_role("table").first).to_be_visible()


def test_without_javascript_the_page_says_what_it_would_do(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{ADDRESS}/")
    expect(page.get_by_text("Met JavaScript aan")).to_be_visible()
    assert page.locator("main :is(button, input, select, textarea):visible").count() == 0
    context.close()


def test_works_from_a_file_and_takes_what_is_dragged(page, site):
    page.goto((site / f"{ADDRESS}/index.html").as_uri())
    text = json.dumps(person(3, chapters=CHAPTERS))
    page.evaluate(
        """(text) => { const data = new DataTransfer(); data.items.add(new File([text], 'a.json'));
        document.querySelector('.ww-board-drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }""",
        text,
    )
    expect(page.get_by_text("1 rapport ingelezen.")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Deelnemer 3").first).to_be_visible()


def test_the_texts_are_those_of_the_banks_and_every_wrong_answer_has_a_sign(board):
    """What the engine says a wrong answer can hold is what the page finds in one."""
    dice = random.Random(5)
    cases = [
        [id_, response, sorted(set(reports.missed(question, response)))]
        for id_, (question, _) in QUESTIONS.items()
        if question.scored and not question.typed
        for response in [reports.any_wrong(question, dice)]
    ]
    found = board.evaluate(
        """(cases) => { const { chapters, questions } = Werkwijzer.items; return cases.map(([id, response]) => {
        const { hash, of } = questions.get(id); const answers = { [id]: { hash, of, points: 0, attempts: 1, hints: 0, confidence: null, response } };
        const held = Werkwijzer.board.course(Werkwijzer.items, Werkwijzer.texts);
        const sums = Werkwijzer.board.sums([{ id: 'a', name: '', at: 1, chapters: {}, answers, texts: {}, scans: {}, cases: {} }], held);
        return sums.questions[0].misses.map(({ text }) => text).sort(); }); }""",
        cases,
    )
    wrong = [(case[0], theirs, case[2]) for case, theirs in zip(cases, found, strict=True) if sorted(set(theirs)) != case[2]]
    assert wrong == []
