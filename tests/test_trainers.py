"""What trainers use: the guide per chapter, programmes on the clock, texts for a timeline, the agenda."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, datetime
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from tests.agendas import SAMPLE
from tests.sites import ROOT
from werkwijzer.base.problems import CourseError
from werkwijzer.base.source import Page, read_yaml
from werkwijzer.components import Use, agenda, components, guide, programme
from werkwijzer.components.agenda.calendar import calendar, folded
from werkwijzer.components.formats import FILE as FORMATS_FILE
from werkwijzer.components.training import FORMATS_PAGE, format_link, formats, has_page
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course, read_course
from werkwijzer.render.text import plain_text

COURSE = read_course(ROOT)[0]
LIBRARY = Library(ROOT, COURSE)
GUIDES = guide.guides(LIBRARY)
PROGRAMMES = LIBRARY.data(programme.FILE, programme.Programmes).programmes
CHAPTERS = {loaded.chapter.id: loaded for loaded in COURSE.chapters}


def text_of(html: str) -> str:
    return " ".join("".join(ElementTree.fromstring(html).itertext()).split())


def changed(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    """What the rules say when a data file of the course is changed."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    text = (ROOT / file).read_text("utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), "utf-8")
    course = Course(tmp_path, COURSE.modules, COURSE.chapters, COURSE.banks, COURSE.pages)
    try:
        return [
            str(problem)
            for component in components().values()
            if component.name in ("guide", "programme", "agenda")
            for problem in component.check(course)
        ]
    except CourseError as error:
        return [str(problem) for problem in error.problems]


# ---- The guide ----
def test_every_chapter_has_a_guide_on_a_page():
    assert set(GUIDES) == set(CHAPTERS)
    written = re.findall(r"/// guide \| ([a-z0-9-]+)", "".join(page.text for page in COURSE.pages))
    assert sorted(written) == sorted(CHAPTERS)


@pytest.mark.parametrize("id_", GUIDES)
def test_a_guide_shows_what_the_bank_says_and_does_not_hold_it(id_):
    html = guide.html(Use(LIBRARY, id_))
    shown, bank = text_of(html), CHAPTERS[id_].bank.bank
    own = (ROOT / guide.FILE).read_text("utf-8")
    for question in (bank.by_id[one][1] for one in GUIDES[id_].discuss):
        wrong = guide.misconceptions(question)
        assert wrong and f"#vraag-{question.id}" in html and f"?beeld=zaal#vraag-{question.id}" in html
        for _, why in wrong:
            assert plain_text(why) in shown and why.strip() not in own
    assert all(goal.text in shown for goal in CHAPTERS[id_].chapter.goals)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: duim-cirkel", "id: duim-kring", 'werkvorm "duim-kring" bestaat niet'),
        ("[intro-in-of-met,", "[intro-bestaat-niet,", 'vraag "intro-bestaat-niet" staat niet in de bank'),
        ("[intro-in-of-met,", "[intro-zaal-2,", "heeft geen foute opties"),
        ("- chapter: evalueren", "- chapter: evaluatie", 'hoofdstuk "evaluatie" bestaat niet'),
        ("- chapter: evalueren", "- chapter: evaluatie", 'hoofdstuk "evalueren" heeft geen handleiding'),
    ],
)
def test_mistakes_in_the_guide_are_told_with_their_line(old, new, said, tmp_path):
    found = changed(tmp_path, guide.FILE, old, new)
    assert any(said in problem and problem.startswith(guide.FILE) for problem in found), found


def test_cards_of_formats_are_linked_as_soon_as_their_page_exists():
    page = Page(f"docs/{FORMATS_PAGE}", read_yaml(ROOT / guide.FILE, ROOT), "", 0)
    others = tuple(one for one in COURSE.pages if one.file != page.file)
    without, with_page = (Course(ROOT, COURSE.modules, COURSE.chapters, COURSE.banks, pages) for pages in (others, (*others, page)))
    assert not has_page(without, FORMATS_PAGE) and format_link(without, "duim-cirkel", "../") == ""
    assert format_link(with_page, "duim-cirkel", "../") == "../gereedschap/werkvormen.md#duim-cirkel"


# ---- Programmes ----
@pytest.mark.parametrize("one", PROGRAMMES, ids=lambda one: one.id)
def test_programmes_keep_the_rules_of_the_course(one):
    assert list(programme.flaws(one, formats(LIBRARY))) == []
    for meeting in one.meetings:
        assert sum(block.minutes for block in meeting.blocks) == meeting.minutes
        assert meeting.prework.minutes <= programme.MOST_PREWORK
        last = datetime.strptime(meeting.times()[-1], "%H.%M")
        assert (last.hour * 60 + last.minute) + meeting.blocks[-1].minutes == int(meeting.end[:2]) * 60 + int(meeting.end[3:])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('end: "16:30"', 'end: "16:45"', "de blokken duren samen 420 minuten, de bijeenkomst 435"),
        ("minutes: 20\n          parts", "minutes: 25\n          parts", "20"),
        ("parts: [keuze#acht-vragen", "parts: [keuze#negen-vragen", '"keuze#negen-vragen" bestaat niet'),
        ("formats: [drietallen-met-een-vraag]", "formats: [twee-minuten-ruimte]", "de werkvormen duren langer dan dit blok"),
        ("people: {min: 8, max: 12}", "people: {min: 8, max: 14}", "past niet bij 8 tot 14 mensen"),
        ("kind: slack", "kind: watch", "minder dan een tiende van de tijd is speling"),
    ],
)
def test_mistakes_in_a_programme_are_told(old, new, said, tmp_path):
    assert any(said in problem for problem in changed(tmp_path, programme.FILE, old, new))


def test_formats_that_cannot_be_read_say_so_themselves_and_programmes_wait(tmp_path):
    assert changed(tmp_path, FORMATS_FILE, "formats:\n", "formats: [\n") == []


# ---- Timeline and links ----
def test_a_timeline_text_per_chapter_with_one_question():
    html = components()["timeline"].html(Use(LIBRARY))
    for id_, loaded in CHAPTERS.items():
        assert f'href="../{loaded.key}.md"' in html and GUIDES[id_].chat in text_of(html)


def test_every_section_and_question_has_a_fixed_link():
    html = components()["links"].html(Use(LIBRARY))
    for loaded in COURSE.chapters:
        for question in loaded.bank.bank.asked:
            assert f'href="../{loaded.key}.md#vraag-{question.id}"' in html


def test_proof_names_only_pages_that_exist():
    found = re.findall(r'href="\.\./([^"]+)"', components()["proof"].html(Use(LIBRARY)))
    assert "afsluiting.md" in found and all(has_page(COURSE, path) for path in found)


# ---- Agenda ----


@pytest.fixture
def planned(tmp_path) -> ElementTree.Element:
    (tmp_path / "data").mkdir()
    (tmp_path / agenda.FILE).write_text(SAMPLE, "utf-8")
    return ElementTree.fromstring(agenda.html(Use(Library(tmp_path))))


def files_of(element: ElementTree.Element) -> dict[str, Calendar]:
    return {
        link.get("download"): Calendar.from_ical(unquote(link.get("href").partition(",")[2]))
        for link in element.iter("a")
        if link.get("download")
    }


def test_agenda_ships_empty_and_says_what_to_do():
    element = ElementTree.fromstring(agenda.html(Use(LIBRARY)))
    none = element.find("div[@class='ww-agenda-none']")
    assert none.get("hidden") is None and len("".join(none.itertext())) > 100
    assert files_of(element) == {}


def test_agenda_lists_what_is_planned_in_order_with_a_valid_calendar_file(planned):
    assert [row.get("data-last") for row in planned.findall("ul/li")] == ["2027-04-08", "2027-10-05"]
    assert planned.find("div[@class='ww-agenda-none']").get("hidden") == "hidden"
    files = files_of(planned)
    assert set(files) == {"voorjaar.ics", "najaar.ics", "trainingen.ics"}
    events = files["trainingen.ics"].walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [
        datetime(2027, 3, 11, 9, 30),
        datetime(2027, 4, 8, 9, 30),
        datetime(2027, 10, 5, 9, 30),
    ]
    assert len({str(event["uid"]) for event in events}) == 3 and all(event.get("dtstamp") for event in events)
    assert str(events[2]["summary"]) == "Eén dag; kiezen, kijken & doen <b>" and str(events[0]["location"]) == "Buurthuis De Brug, Wierdijk"
    assert (
        str(events[0]["description"]).endswith("als je er een hebt.")
        and str(events[0]["url"]) == "https://www.voorbeeld.nl/training?a=1&b=2"
    )


def test_a_training_keeps_the_ids_that_calendars_of_earlier_versions_hold():
    held = Calendar.from_ical((Path(__file__).parent / "kept/agenda.ics").read_bytes()).walk("VEVENT")
    day = agenda.Day(date=date(2027, 3, 11), start="09:00", end="16:30")
    training = agenda.Training(id="voorjaar", title="Groepsgewijs werken", kind="open", place="Zwolle", days=[day])
    said = unquote(agenda.calendar_link([training]).partition(",")[2])
    assert [str(event["UID"]) for event in held] == [str(event["UID"]) for event in Calendar.from_ical(said).walk("VEVENT")]


def test_only_open_trainings_are_told_to_search_engines(planned):
    data = json.loads(planned.find("script").text)
    assert [(one["@type"], one["startDate"]) for one in data] == [
        ("EducationEvent", "2027-03-11T09:30"),
        ("EducationEvent", "2027-04-08T09:30"),
    ]
    assert all(one["location"]["name"] and one["name"] for one in data)


def test_structured_data_cannot_leave_its_script():
    training = agenda.Training(
        id="x", title="</script><b>&", kind="open", place="x", days=[agenda.Day(date=date(2027, 1, 1), start="09:00", end="10:00")]
    )
    said = agenda.structured([training])
    assert "<" not in said and "&" not in said and json.loads(said)[0]["name"] == "</script><b>&"


def test_calendar_lines_are_folded_by_bytes_and_hold_no_control_characters():
    event = {
        "uid": "x",
        "day": date(2027, 1, 1),
        "start": "09:00",
        "end": "10:00",
        "title": "Groep " + "é😀" * 60,
        "place": "a\x07b\tc\nd",
        "text": "",
        "link": "",
    }
    text = calendar([event])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace("\r\n", "")
    read = Calendar.from_ical(text).walk("VEVENT")[0]
    assert str(read["summary"]) == event["title"] and str(read["location"]) == "a b c\nd"
    assert folded("é" * 38).split("\r\n") == ["é" * 37, " é"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('end: "16:30"', 'end: "08:30"', "eindigt voordat ze begint"),
        ("id: voorjaar", "id: najaar", "staat er twee keer"),
        ("kind: open", "kind: gratis", "gratis"),
    ],
)
def test_mistakes_in_the_agenda_are_told(old, new, said, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / agenda.FILE).write_text(SAMPLE.replace(old, new, 1), "utf-8")
    try:
        found = [str(problem) for problem in agenda.check(Course(tmp_path, (), (), {}))]
    except CourseError as error:
        found = [str(problem) for problem in error.problems]
    assert any(said in problem for problem in found), found
