"""A calendar file (RFC 5545). Times are those of the clock on the wall at the place of the training, so no time zone is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from werkwijzer.base.identity import COURSE

HOST = f"werkwijzer-{COURSE}"
ROOM = 75
_CONTROL = re.compile(r"[\0-\x09\x0b-\x1f\x7f]")


def calendar(events: Iterable[Mapping[str, Any]]) -> str:
    """The file, the same for the same events; page.js says when it was taken (SEQUENCE, DTSTAMP). An event has `uid`, `day`, `start`, `end` (09:30), `title`, `place`, `text`, `link`; the same uid again replaces it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Werkwijzer Groepsgewijs werken//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for event in events:
        lines.extend(_event(event))
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(event: Mapping[str, Any]) -> Iterator[str]:
    day = f"{event['day']:%Y%m%d}"
    yield from (
        "BEGIN:VEVENT",
        f"UID:{event['uid']}@{HOST}",
        "SEQUENCE:0",
        f"DTSTAMP:{datetime(event['day'].year, 1, 1, tzinfo=UTC):%Y%m%dT%H%M%SZ}",
    )
    yield from (f"DTSTART:{day}T{_clock(event['start'])}", f"DTEND:{day}T{_clock(event['end'])}")
    for name, key in (("SUMMARY", "title"), ("LOCATION", "place"), ("DESCRIPTION", "text")):
        if event[key]:
            yield f"{name}:{escaped(event[key])}"
    if event["link"]:
        yield f"URL:{_CONTROL.sub('', event['link'])}"
    yield "END:VEVENT"


def _clock(time: str) -> str:
    return f"{time.replace(':', '')}00"


def escaped(text: str) -> str:
    """Text as a value: no control characters, and what separates values made harmless."""
    plain = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def folded(line: str) -> str:
    """A line of at most 75 bytes, the rest on lines that start with a space; no sign is cut in two."""
    lines, room = [""], ROOM
    for sign in line:
        size = len(sign.encode())
        if size > room:
            lines.append(" ")
            room = ROOM - 1
        lines[-1] += sign
        room -= size
    return "\r\n".join(lines)
