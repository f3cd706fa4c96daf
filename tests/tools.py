"""The data of the tools of the course."""

from __future__ import annotations

from tests.sites import ROOT
from werkwijzer.components import decide, formats, session
from werkwijzer.course.library import Library

LIBRARY = Library(ROOT)
DECISION = LIBRARY.data(decide.FILE, decide.Decision)
SESSION = LIBRARY.data(session.FILE, session.Session)
FORMATS = LIBRARY.data(formats.FILE, formats.Formats)
