"""Codes in what somebody pastes: what mail programs and their filters did to them is undone. The twin of `browser/base/pasted.js`, which
tells what is undone and why. Several readings of the text are offered; a code's checksum tells which one is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from werkwijzer.base.seen import visible

MOST = 200_000
READINGS = 24
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_QUOTED = re.compile(r"^ *(?:(?:>|\||&gt;) *)+", re.M)
_SOFT = re.compile(r"= *\n")


class Code(NamedTuple):
    """A code as it was found; only its checksum tells whether it is one."""

    version: int
    body: str
    sum: str


def codes(said: str, letters: str) -> Iterator[Code]:
    """Codes that start with these letters, in the order in which they stand. May hold some that are none."""
    code = re.compile(rf"(?<![A-Za-z0-9_-]){letters}([0-9]{{1,3}})\.([A-Za-z0-9_ \n-]+)\.((?:[ \n]*[0-9a-f]){{8}})(?![A-Za-z0-9])")
    for text in readings(said):
        for version, body, sum_ in code.findall(text):
            yield Code(int(version), re.sub(r"[ \n]", "", body), re.sub(r"[ \n]", "", sum_))


def readings(said: str) -> list[str]:
    """What a text can have been before it was sent."""
    if _length(said) > MOST:
        return []
    found = [_unquoted(said)]
    for text in found:
        for undo in (_percent, _joined, _quoted_printable, _proofpoint):
            if len(found) < READINGS and (other := undo(text)) not in found:
                found.append(other)
    return found


def _length(text: str) -> int:
    """As JavaScript counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _unquoted(said: str) -> str:
    spaced = re.sub(r"[^\S\n]", " ", _LINE_END.sub("\n", visible(said)))
    return _SOFT.sub("", _QUOTED.sub("", spaced))


def _percent(text: str) -> str:
    def plain(run: re.Match[str]) -> str:
        try:
            return unquote_to_bytes(run[0]).decode()
        except UnicodeDecodeError:
            return run[0]

    return re.sub(r"(?:%[0-9A-Fa-f]{2})+", plain, text)


def _joined(text: str) -> str:
    """A line may end within `%3D`."""
    return re.sub(r"[ \n]", "", text)


def _quoted_printable(text: str) -> str:
    return re.sub(r"=([2-7][0-9A-F])", lambda found: chr(int(found[1], 16)), text)


def _proofpoint(text: str) -> str:
    """Version 2 of its wrapping."""
    return re.sub(
        r"https?-3A__[A-Za-z0-9_.~*-]+",
        lambda found: re.sub(r"-([0-9A-Fa-f]{2})", r"%\1", found[0].replace("_", "/")),
        text,
        flags=re.I | re.A,
    )
