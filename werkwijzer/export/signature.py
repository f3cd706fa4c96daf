"""A stretch of a document that is printed by itself, and where its pages will fall."""

from __future__ import annotations

import re
from dataclasses import dataclass

from werkwijzer.export.links import CLOSE, OPEN

_OPEN_NUMBER = re.compile(f"{OPEN}(.*?){CLOSE}")
_ON_A_PAGE = 4100  # characters of HTML, roughly
_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class Signature:
    """A stretch of a document that is printed by itself; `level` is that of its first heading."""

    html: str
    level: int = 1
    cover: bool = False

    def filled(self, pages: dict[str, int]) -> str:
        """The HTML with as many zeros in each page reference as its number will have digits."""
        return _OPEN_NUMBER.sub(lambda match: "0" * len(str(pages.get(match[1], 100))), self.html)


def estimate(signatures: list[Signature]) -> dict[str, int]:
    """Id → the page on which it will stand, roughly: so that most numbers have their room before anything is printed."""
    found: dict[str, int] = {}
    first = 1
    for signature in signatures:
        body = signature.html.partition("</head>")[2]
        found.update({match[1]: first + match.start() // _ON_A_PAGE for match in _ID.finditer(body)})
        first += len(body) // _ON_A_PAGE + 1
    return found
