"""Assignments in links, on Python's side: what goes in comes out, and what is no assignment gets a sentence."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given

from tests.assignments import SAMPLE, assignments
from werkwijzer.assignment import BROKEN, NEWER, OTHER, AssignmentError, checksum, decode, encode, json_text


def packed(text: str, version: int = 1) -> str:
    """A code that is whole, whatever stands in it."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = urlsafe_b64encode(deflate.compress(text.encode("utf-8", "surrogatepass")) + deflate.flush()).decode().rstrip("=")
    return f"WO{version}.{body}.{checksum(text)}"


def changed(**parts) -> str:
    held = json.loads(json_text(SAMPLE)) | parts
    return packed(json.dumps({name: value for name, value in held.items() if value is not None}, ensure_ascii=False, separators=(",", ":")))


@given(assignments())
def test_round_trip(assignment):
    assert decode(encode(assignment)) == assignment


def test_shape_of_a_code():
    assert json_text(SAMPLE).startswith('{"v":1,"course":"groepsgewijs","key":"0a1b2c3d","title":"Voorbereiding","team":"Team Werk","note":')
    assert encode(SAMPLE).startswith("WO1.") and encode(SAMPLE).endswith(f".{SAMPLE.id}")
    assert SAMPLE.chapters == ("introductie", "wat-is-een-groep", "normen-en-rollen", "evalueren")


@pytest.mark.parametrize("frame", ["{}", "https://voorbeeld.nl/cursus/#opdracht={}", "Hier is de link: <https://x.nl/#opdracht={}>.", "  {}\n"])
def test_a_link_is_found_in_what_is_pasted(frame):
    assert decode(frame.format(encode(SAMPLE))) == SAMPLE


def test_a_link_that_a_mail_program_broke_over_lines():
    code = encode(SAMPLE)
    assert decode("https://x.nl/#opdracht=" + "\r\n".join(code[at : at + 70] for at in range(0, len(code), 70))) == SAMPLE


WRONG = {
    "nothing": ("", BROKEN),
    "another link": ("https://voorbeeld.nl/", BROKEN),
    "cut": (encode(SAMPLE)[:-1], BROKEN),
    "longer": (encode(SAMPLE) + "0", BROKEN),
    "checksum": (encode(SAMPLE)[:-8] + "00000000", BROKEN),
    "next packing": (packed(json_text(SAMPLE), 2), NEWER),
    "packing 0": (packed(json_text(SAMPLE), 0), BROKEN),
    "next version": (changed(v=2), NEWER),
    "other course": (changed(course="anders"), OTHER),
    "version is text": (changed(v="1"), BROKEN),
    "version is true": (changed(v=True), BROKEN),
    "version is 1.0": (packed(json_text(SAMPLE).replace('"v":1', '"v":1.0')), BROKEN),
    "unknown key": (changed(extra=1), BROKEN),
    "no title": (changed(title=None), BROKEN),
    "blank title": (changed(title=" \n "), BROKEN),
    "long title": (changed(title="x" * 101), BROKEN),
    "long title of wide signs": (changed(title="😀" * 51), BROKEN),
    "long note": (changed(note="x" * 601), BROKEN),
    "half a sign": (packed(json_text(SAMPLE).replace("Een casus", "\\ud83d")), BROKEN),
    "no parts": (changed(parts=[]), BROKEN),
    "empty part": (changed(parts=[{"due": "2027-03-09", "items": []}]), BROKEN),
    "item twice": (changed(parts=[{"due": "2027-03-09", "items": ["a", "a"]}]), BROKEN),
    "item in two parts": (changed(parts=[{"due": "2027-03-09", "items": ["a"]}, {"due": "2027-03-10", "items": ["a"]}]), BROKEN),
    "parts out of order": (changed(parts=[{"due": "2027-03-10", "items": ["a"]}, {"due": "2027-03-09", "items": ["b"]}]), BROKEN),
    "item is html": (changed(parts=[{"due": "2027-03-09", "items": ["<b>"]}]), BROKEN),
    "item ends in a line": (changed(parts=[{"due": "2027-03-09", "items": ["a\n"]}]), BROKEN),
    "no such day": (changed(days=["2027-02-30"]), BROKEN),
    "day with a time": (changed(days=["2027-03-11T00:00"]), BROKEN),
    "days out of order": (changed(days=["2027-03-12", "2027-03-11"]), BROKEN),
    "array": (packed("[]"), BROKEN),
    "null": (packed("null"), BROKEN),
    "no json": (packed("geen json"), BROKEN),
    "deep": (packed("[" * 9000), BROKEN),
    "spaces": (packed(json_text(SAMPLE).replace(",", ", ")), BROKEN),
    "large": (packed(json.dumps("x" * 30_000)), BROKEN),
    "bomb": (packed("x" * 2_000_000), BROKEN),
}


@pytest.mark.parametrize(("link", "sentence"), WRONG.values(), ids=WRONG)
def test_what_is_no_assignment_gets_a_sentence(link, sentence):
    with pytest.raises(AssignmentError) as error:
        decode(link)
    assert str(error.value) == sentence
