"""`/// programme | id`: a programme for a training, block by block on the clock. Data in `data/programme.yml`; times are reckoned, not typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import Flaw, Place, Problem
from werkwijzer.base.source import Located, Page, Path_, read_yaml
from werkwijzer.components import Component, Use
from werkwijzer.components.listed import listed
from werkwijzer.components.reread import Reference, check_references, links
from werkwijzer.components.training import Format, Noun, chapter_of, check_known, format_link, formats, known_chapters, known_formats
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment

FILE = "data/programme.yml"
UP = "../"
MOST_PREWORK = 20

Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class People(Value):
    min: Annotated[int, Field(ge=2)]
    max: Annotated[int, Field(le=40)]


class Prework(Value):
    """What participants do beforehand: some sections, and one question to bring."""

    minutes: Annotated[int, Field(ge=5, le=MOST_PREWORK)]
    parts: Annotated[tuple[Reference, ...], Field(min_length=1)]
    question: Text


class Block(Value):
    title: Text
    minutes: Annotated[int, Field(ge=5)]
    kind: Literal["active", "watch", "break", "slack"]
    aim: Text
    do: Text | None = None
    formats: tuple[Id, ...] = ()
    chapters: tuple[Id, ...] = ()


class Meeting(Value):
    title: Text
    start: Clock
    end: Clock
    prework: Prework
    blocks: Annotated[tuple[Block, ...], Field(min_length=3)]

    @property
    def minutes(self) -> int:
        """How long it lasts by the clock."""
        return _minutes(self.end) - _minutes(self.start)

    def share(self, kind: str) -> float:
        """The part of the time that goes to one kind of block."""
        return sum(block.minutes for block in self.blocks if block.kind == kind) / self.minutes

    def times(self) -> list[str]:
        """When each block starts."""
        starts = [_minutes(self.start) + sum(block.minutes for block in self.blocks[:index]) for index in range(len(self.blocks))]
        return [f"{start // 60:02d}.{start % 60:02d}" for start in starts]


class Programme(Value):
    id: Id
    title: Text
    people: People
    summary: Text
    after: Text
    meetings: Annotated[tuple[Meeting, ...], Field(min_length=1)]


class Programmes(Value):
    """`data/programme.yml`."""

    programmes: Annotated[tuple[Programme, ...], Field(min_length=1)]


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def html(use: Use) -> str:
    """The programme, for a page one folder deep."""
    course, known = use.library.course(), formats(use.library)
    programme = next(one for one in use.library.data(FILE, Programmes).programmes if one.id == use.argument)
    meetings = [_meeting(course, known, meeting) for meeting in programme.meetings]
    used = dict.fromkeys(id_ for meeting in programme.meetings for block in meeting.blocks for id_ in block.formats)
    template = environment().get_template("components/programme/web.html.j2")
    return template.render(programme=programme, meetings=meetings, materials=[known[id_] for id_ in used])


def _meeting(course: Course, known: dict[str, Format], meeting: Meeting) -> dict:
    rows = [
        {
            "block": block,
            "time": time,
            "formats": [(known[id_].name, format_link(course, id_, UP)) for id_ in block.formats],
            "chapters": [
                (loaded.chapter, f"{UP}trainers/handleiding/{guide_page(loaded.chapter.number)}.md#{loaded.chapter.id}")
                for loaded in (chapter_of(course, id_) for id_ in block.chapters)
            ],
        }
        for block, time in zip(meeting.blocks, meeting.times(), strict=True)
    ]
    return {
        "meeting": meeting,
        "prework": links(course, meeting.prework.parts),
        "rows": rows,
        "active": round(meeting.share("active") * meeting.minutes),
    }


def guide_page(number: str) -> str:
    """The page of the trainer's guide on which a chapter stands."""
    return f"module-{number.partition('.')[0] if number != '0' else '1'}"


def flaws(programme: Programme, known: dict[str, Format]) -> Iterator[Flaw]:
    """What no schema can see, as (path, cause, remedy)."""
    for index, meeting in enumerate(programme.meetings):
        path = ("meetings", index)
        yield from ((path, cause, remedy) for cause, remedy in _flaws_of_time(meeting))
        for place, block in enumerate(meeting.blocks):
            yield from (
                ((*path, "blocks", place), cause, remedy)
                for cause, remedy in _flaws_of_block(block, [known[id_] for id_ in block.formats if id_ in known], programme.people)
            )


def _flaws_of_time(meeting: Meeting) -> Iterator[tuple[str, str]]:
    total = sum(block.minutes for block in meeting.blocks)
    if total != meeting.minutes:
        yield f"de blokken duren samen {total} minuten, de bijeenkomst {meeting.minutes}", "Maak ze gelijk."
        return
    if meeting.share("active") < 0.5:
        yield "deelnemers zijn minder dan de helft van de tijd zelf bezig", "Kort uitleg in, of laat deelnemers iets doen."
    if meeting.share("slack") < 0.1:
        yield "minder dan een tiende van de tijd is speling", "Houd tijd leeg; er loopt altijd iets uit."


def _flaws_of_block(block: Block, used: list[Format], people: People) -> Iterator[tuple[str, str]]:
    if sum(one.minutes.min for one in used) > block.minutes:
        yield "de werkvormen duren langer dan dit blok", "Geef het blok meer tijd, of kies een kortere werkvorm."
    for one in used:
        if one.size.min > people.min or one.size.max < people.max:
            yield (
                f'"{one.name}" past niet bij {people.min} tot {people.max} mensen',
                f"Die werkvorm is voor {one.size.min} tot {one.size.max} mensen.",
            )


def check(course: Course) -> Iterator[Problem]:
    if not (course.root / FILE).is_file():
        return
    library, located = Library(course.root, course), read_yaml(course.root / FILE, course.root)
    known = known_formats(library)
    for index, programme in enumerate(library.data(FILE, Programmes).programmes):
        path = ("programmes", index)
        yield from (Problem(located.place((*path, *where)), cause, remedy) for where, cause, remedy in flaws(programme, known or {}))
        for place, meeting in enumerate(programme.meetings):
            yield from _check_ids(course, meeting, known, located, (*path, "meetings", place))


def _check_ids(course: Course, meeting: Meeting, known: dict[str, Format] | None, located: Located, path: Path_) -> Iterator[Problem]:
    yield from check_references(course, meeting.prework.parts, located, (*path, "prework", "parts"))
    for place, block in enumerate(meeting.blocks):
        yield from check_known(block.formats, known, Noun.FORMAT, located, (*path, "blocks", place, "formats"))
        yield from check_known(
            block.chapters, known_chapters(course, block.chapters), Noun.CHAPTER, located, (*path, "blocks", place, "chapters")
        )


def items(course: Course) -> Iterator[tuple[str, Place]]:
    """Each programme with the line of its id; nothing while the file cannot be read."""
    yield from listed(course, FILE, "programmes")


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if argument not in [one.id for one in Library(course.root, course).data(FILE, Programmes).programmes]:
        yield f'geen programma "{argument}"', f"Achter | hoort het id van een programma uit {FILE}."


COMPONENT = Component("programme", html, argument=True, check=check, target=target, items=items, noun="programma")
