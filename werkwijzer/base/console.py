"""What the terminal cannot show, in signs that it can: a Windows console knows no arrow, and a message that crashes helps nobody."""

from __future__ import annotations

import codecs
import sys
import unicodedata

NAME = "werkwijzer-plain"
PLAIN = {
    "→": "->",
    "←": "<-",
    "✓": "ok",
    "✗": "x",
    "–": "-",
    "—": "-",
    "−": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "·": "-",
    "•": "*",
    "×": "x",
    "⁄": "/",
    "€": "EUR",
    "≥": ">=",
    "≤": "<=",
    "\u00a0": " ",
    "\u202f": " ",
}


def speak_plainly() -> None:
    """From here on nothing that is printed fails on the encoding of the terminal, of a pipe or of a file."""
    codecs.register_error(NAME, _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=NAME)


def plain(sign: str) -> str:
    """The sign in ASCII: its nearest look, its letter without accents, or a question mark."""
    parts = unicodedata.normalize("NFKD", sign)
    return PLAIN.get(sign) or "".join(PLAIN.get(part, part if part.isascii() else "") for part in parts) or "?"


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(plain, error.object[error.start : error.end])), error.end
