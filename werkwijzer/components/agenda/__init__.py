"""`/// agenda`: trainings that are planned, each with a file for one's own calendar. The organisation fills `data/agenda.yml`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import Field

from werkwijzer.base import model
from werkwijzer.base.model import Id, Text, Value
from werkwijzer.base.problems import Problem
from werkwijzer.base.source import read_yaml
from werkwijzer.components import Component, Use
from werkwijzer.components.agenda.calendar import calendar
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment

FILE = "data/agenda.yml"
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class Day(Value):
    date: model.Day
    start: Clock
    end: Clock

    @property
    def long(self) -> str:
        """donderdag 11 maart 2027, 09.30–16.30 uur"""
        when = f"{DAYS[self.date.weekday()]} {self.date.day} {MONTHS[self.date.month - 1]} {self.date.year}"
        return f"{when}, {self.start}–{self.end} uur".replace(":", ".")


class Training(Value):
    id: Id
    title: Text
    kind: Literal["open", "in-company"]
    place: Text
    days: Annotated[tuple[Day, ...], Field(min_length=1)]
    text: Text | None = None
    link: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None

    @property
    def last(self) -> date:
        return max(day.date for day in self.days)


class Agenda(Value):
    """`data/agenda.yml`."""

    trainings: tuple[Training, ...]


def html(use: Use) -> str:
    """The agenda, for a page in `docs/trainers/`; first what comes first. Without a file, or without trainings, it says what to do then."""
    trainings = sorted(_agenda(use.library).trainings, key=lambda one: one.days[0].date)
    rows = [(one, calendar_link([one])) for one in trainings]
    context = {"rows": rows, "all": calendar_link(trainings), "data": structured(trainings)}
    return environment().get_template("components/agenda/web.html.j2").render(**context)


def _agenda(library: Library) -> Agenda:
    return library.data(FILE, Agenda) if library.file(FILE).is_file() else Agenda(trainings=())


def calendar_link(trainings: list[Training]) -> str:
    """A calendar file as an address: nothing is fetched, so it works offline and without JavaScript."""
    events = [
        {
            "uid": f"{one.id}-{index}",
            "day": day.date,
            "start": day.start,
            "end": day.end,
            "title": _title(one, index),
            "place": one.place,
            "text": one.text or "",
            "link": one.link or "",
        }
        for one in trainings
        for index, day in enumerate(one.days, 1)
    ]
    return "data:text/calendar;charset=utf-8," + quote(calendar(events))


def _title(training: Training, index: int) -> str:
    return f"{training.title} (dag {index} van {len(training.days)})" if len(training.days) > 1 else training.title


def structured(trainings: list[Training]) -> str:
    """The open trainings as schema.org events, safe inside a script element."""
    events = [_event(one, day, index) for one in trainings if one.kind == "open" for index, day in enumerate(one.days, 1)]
    return json.dumps(events, ensure_ascii=False).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e") if events else ""


def _event(training: Training, day: Day, index: int) -> dict:
    event = {
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "name": _title(training, index),
        "startDate": f"{day.date.isoformat()}T{day.start}",
        "endDate": f"{day.date.isoformat()}T{day.end}",
        "location": {"@type": "Place", "name": training.place, "address": training.place},
        "inLanguage": "nl",
    }
    return event | ({"description": training.text} if training.text else {}) | ({"url": training.link} if training.link else {})


def check(course: Course) -> Iterator[Problem]:
    if not (course.root / FILE).is_file():
        return
    located, seen = read_yaml(course.root / FILE, course.root), set()
    for index, training in enumerate(_agenda(Library(course.root, course)).trainings):
        if training.id in seen:
            yield Problem(
                located.place(("trainings", index, "id")), f'id "{training.id}" staat er twee keer', "Geef elke training een eigen id."
            )
        seen.add(training.id)
        for place, day in enumerate(training.days):
            if day.end <= day.start:
                yield Problem(
                    located.place(("trainings", index, "days", place)), "de dag eindigt voordat ze begint", "Draai begin en eind om."
                )


COMPONENT = Component("agenda", html, check=check)
