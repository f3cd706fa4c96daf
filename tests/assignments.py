"""Assignments that tests share: one by hand, and any at all."""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64encode
from datetime import date, timedelta

from hypothesis import strategies as st

from werkwijzer.course.assignment import DEFLATED, Assignment, Part, checksum, json_text

SAMPLE = Assignment(
    key="0a1b2c3d",
    title="Voorbereiding",
    team="Team Werk",
    note="Fijn dat je meedoet.",
    bring="Een casus",
    days=("2027-03-11", "2027-03-18"),
    parts=(
        {"due": "2027-03-09", "items": ["introductie", "wat-is-een-groep", "vraag:norm-door-elkaar"]},
        {"due": "2027-03-16", "items": ["normen-en-rollen"]},
        {"due": "2027-04-01", "items": ["evalueren", "scan:houding"]},
    ),
)

_DAYS = st.integers(0, 20_000).map(lambda count: date(2030, 1, 1) + timedelta(days=count % 20_000))
_IDS = st.from_regex(r"(vraag:|casus:|scan:)?[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
_TEXTS = st.text(max_size=40)


@st.composite
def assignments(draw) -> Assignment:
    """Any assignment that may be made."""
    dues = sorted(draw(st.sets(_DAYS, min_size=1, max_size=4)))
    items = draw(st.lists(_IDS, unique=True, min_size=len(dues), max_size=12))
    parts = tuple(Part(due=due.isoformat(), items=items[index :: len(dues)]) for index, due in enumerate(dues))
    days = sorted(day.isoformat() for day in draw(st.sets(_DAYS, max_size=3)))
    return Assignment(
        key=draw(st.from_regex(r"[0-9a-f]{8}", fullmatch=True)),
        title="x" + draw(_TEXTS),
        team=draw(_TEXTS),
        note=draw(_TEXTS),
        bring=draw(_TEXTS),
        days=days,
        parts=parts,
    )


def encode(assignment: Assignment) -> str:
    """The code of an assignment: what stands in a link behind `#opdracht=`."""
    text = json_text(assignment)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = deflate.compress(text.encode()) + deflate.flush()
    return f"WO{DEFLATED}.{urlsafe_b64encode(packed).decode().rstrip('=')}.{checksum(text)}"
