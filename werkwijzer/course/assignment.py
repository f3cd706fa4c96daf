"""An assignment as it travels in a link: the twin of `browser/assignment/assignment.js`, which describes the format. Each reads what the other makes."""

from __future__ import annotations

import itertools
import json
import re
import zlib
from base64 import urlsafe_b64decode
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from werkwijzer.base.identity import COURSE
from werkwijzer.base.model import Value
from werkwijzer.course.pasted import Code, codes

VERSION = 1
MOST = 20_000
BODY = 5800
DEFLATED, PLAIN = 1, 2
"""The numbers of codes: how the JSON was packed."""
_ITEM = r"^(vraag:|casus:|scan:)?[a-z0-9-]{1,80}$"

BROKEN = "Deze opdrachtlink is niet volledig of beschadigd. Kopieer hem opnieuw, van het begin tot het eind."
NEWER = "Deze opdracht is gemaakt met een nieuwere versie van de cursus. Werk deze versie bij en probeer het nog eens."
OTHER = "Deze opdracht hoort bij een andere cursus."


class AssignmentError(ValueError):
    """A link that is no assignment of this course; its text is a sentence for the reader."""


def _length(text: str) -> int:
    """As JavaScript counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _text(most: int) -> AfterValidator:
    def check(text: str) -> str:
        if _length(text) > most or re.search(r"[\ud800-\udfff]", text):
            raise ValueError("te lang, of half een teken")
        return text

    return AfterValidator(check)


def _filled(text: str) -> str:
    if not re.search(r"[^\x00-\x20]", text):
        raise ValueError("leeg")
    return text


def _day(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("geen dag")
    return date.fromisoformat(value)


def _own_course(id_: str) -> str:
    if id_ != COURSE:
        raise ValueError("van een andere cursus")
    return id_


def _rising(items: tuple) -> tuple:
    if any(one >= other for one, other in itertools.pairwise(items)):
        raise ValueError("niet op volgorde, of dubbel")
    return items


Day = Annotated[date, BeforeValidator(_day)]


class Part(Value):
    """What must be done before the end of a day. An item is a chapter's id, or `vraag:`, `casus:` or `scan:` and an id."""

    due: Day
    items: Annotated[tuple[Annotated[str, Field(pattern=_ITEM)], ...], Field(min_length=1, max_length=1000)]


def _parts(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    _rising(tuple(part.due for part in parts))
    _rising(tuple(sorted(item for part in parts for item in part.items)))
    return parts


class Assignment(Value):
    """What a trainer asks of a group. `key` stays when the trainer edits, `team` tells who asks, `days` are the training days."""

    v: Literal[1] = 1
    course: Annotated[str, AfterValidator(_own_course)] = COURSE
    key: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]
    title: Annotated[str, _text(100), AfterValidator(_filled)]
    team: Annotated[str, _text(80)] = ""
    note: Annotated[str, _text(600)] = ""
    bring: Annotated[str, _text(300)] = ""
    days: Annotated[tuple[Day, ...], Field(max_length=12), AfterValidator(_rising)] = ()
    parts: Annotated[tuple[Part, ...], Field(min_length=1, max_length=13), AfterValidator(_parts)]

    @property
    def id(self) -> str:
        """Eight hexadecimal digits over everything in it."""
        return checksum(json_text(self))

    @property
    def chapters(self) -> tuple[str, ...]:
        """The ids of the chapters in it, in order."""
        return tuple(item for part in self.parts for item in part.items if ":" not in item)


def json_text(assignment: Assignment) -> str:
    """The one text of an assignment: keys in their order, nothing empty."""
    held = {name: value for name, value in assignment.model_dump(mode="json").items() if value not in ("", [])}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def checksum(text: str) -> str:
    """FNV-1a over code points, 32 bits, as `record.digest` on the page."""
    hash_ = 0x811C9DC5
    for sign in text:
        hash_ = ((hash_ ^ ord(sign)) * 0x01000193) & 0xFFFFFFFF
    return f"{hash_:08x}"


def decode(said: str) -> Assignment:
    """The assignment in a link, a code, or whatever holds one. Raises AssignmentError with a sentence."""
    refused = AssignmentError(BROKEN)
    for found in codes(said, "WO"):
        try:
            return _decoded(found)
        except AssignmentError as error:
            refused = error if str(refused) == BROKEN else refused
    raise refused


def _decoded(found: Code) -> Assignment:
    if not found.version or len(found.body) > BODY:
        raise AssignmentError(BROKEN)
    if found.version > PLAIN:
        raise AssignmentError(NEWER)
    return _read(_opened(found), found.sum)


def _opened(found: Code) -> str:
    try:
        data = urlsafe_b64decode(found.body + "=" * (-len(found.body) % 4))
        return (_inflated(data) if found.version == DEFLATED else data).decode("utf-8-sig", "replace")
    except (ValueError, zlib.error):
        raise AssignmentError(BROKEN) from None


def _inflated(packed: bytes) -> bytes:
    inflate = zlib.decompressobj(-15)
    data = inflate.decompress(packed, 4 * MOST)
    if not inflate.eof or inflate.unused_data or inflate.unconsumed_tail:
        raise ValueError("niet heel")
    return data


def _read(text: str, sum_: str) -> Assignment:
    if _length(text) > MOST or checksum(text) != sum_:
        raise AssignmentError(BROKEN)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise AssignmentError(BROKEN) from None
    _refuse(value)
    try:
        assignment = Assignment.model_validate(value)
    except ValidationError:
        raise AssignmentError(BROKEN) from None
    if json_text(assignment) != text:
        raise AssignmentError(BROKEN)
    return assignment


def _refuse(value: Any) -> None:
    if not isinstance(value, dict):
        raise AssignmentError(BROKEN)
    if isinstance(value.get("course"), str) and value["course"] != COURSE:
        raise AssignmentError(OTHER)
    if type(value.get("v")) is int and value["v"] > VERSION:
        raise AssignmentError(NEWER)
