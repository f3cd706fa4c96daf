"""The data of the tools of the course."""

from __future__ import annotations

from tests.node import run
from tests.sites import ROOT
from werkwijzer.components import decide, formats, session
from werkwijzer.course.library import Library

LIBRARY = Library(ROOT)
DECISION = LIBRARY.data(decide.FILE, decide.Decision)
SESSION = LIBRARY.data(session.FILE, session.Session)
FORMATS = LIBRARY.data(formats.FILE, formats.Formats)


def fit(**asked: str | int) -> list[str]:
    """The cards that fit what somebody asks (`doel`, `moment`, `mensen`, `tijd`), by the rule that the page runs."""
    cards = [
        {"aims": one.aims, "phases": one.phases, "size": [one.size.min, one.size.max], "minutes": one.minutes.min}
        for one in FORMATS.formats
    ]
    found = run("components/formats/fits.js", "fits", [[card, asked] for card in cards])
    return [one.id for one, fits in zip(FORMATS.formats, found, strict=True) if fits]
