"""Assignments in links, on Python's side: what goes in comes out, and what is no assignment gets a sentence."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assignments import SAMPLE, assignments, encode
from tests.links import KEPT, MAILED, WRONG, every
from werkwijzer.course.assignment import AssignmentError, decode, json_text


@given(assignments())
def test_round_trip(assignment):
    assert decode(encode(assignment)) == assignment


def test_shape_of_a_code():
    assert json_text(SAMPLE).startswith(
        '{"v":1,"course":"groepsgewijs","key":"0a1b2c3d","title":"Voorbereiding","team":"Team Werk","note":'
    )
    assert encode(SAMPLE).startswith("WO1.") and encode(SAMPLE).endswith(f".{SAMPLE.id}")
    assert SAMPLE.chapters == ("introductie", "wat-is-een-groep", "normen-en-rollen", "evalueren")


@pytest.mark.parametrize(
    "frame", ["{}", "https://voorbeeld.nl/cursus/#opdracht={}", "Hier is de link: <https://x.nl/#opdracht={}>.", "  {}\n"]
)
def test_a_link_is_found_in_what_is_pasted(frame):
    assert decode(frame.format(encode(SAMPLE))) == SAMPLE


def test_a_link_that_a_mail_program_broke_over_lines():
    code = encode(SAMPLE)
    assert decode("https://x.nl/#opdracht=" + "\r\n".join(code[at : at + 70] for at in range(0, len(code), 70))) == SAMPLE


@pytest.mark.parametrize(("link", "sentence"), WRONG.values(), ids=WRONG)
def test_what_is_no_assignment_gets_a_sentence(link, sentence):
    with pytest.raises(AssignmentError) as error:
        decode(link)
    assert str(error.value) == sentence


# ---- What mail makes of a link ----


@pytest.mark.parametrize("said", MAILED.values(), ids=MAILED)
def test_a_link_survives_what_mail_does(said):
    assert decode(said) == SAMPLE


@given(
    assignments(),
    st.sampled_from(["#", "%23"]),
    st.sampled_from(["=", "%3D"]),
    st.integers(0, 3),
    st.sampled_from(["", "\n> ", "=\n", "\u200b", "\r\n"]),
    st.integers(20, 90),
)
def test_any_link_survives_what_mail_does(assignment, hash_, equals, times, between, width):
    link = f"https://x.nl/{hash_}opdracht{equals}{encode(assignment)}"
    for _ in range(times):
        link = f"https://filter.voorbeeld/?url={quote(link, safe='')}&data=1"
    assert decode(every(link, width, between)) == assignment


def test_a_link_from_a_browser_that_cannot_deflate():
    plain = urlsafe_b64encode(json_text(SAMPLE).encode()).decode().rstrip("=")
    assert decode(f"https://x.nl/#opdracht=WO2.{plain}.{SAMPLE.id}") == SAMPLE
    with pytest.raises(AssignmentError, match="beschadigd"):
        decode(f"WO2.{plain}.00000000")


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept["id"])
def test_links_of_earlier_versions_open_with_the_same_id(kept):
    for code in kept["codes"]:
        found = decode(f"https://x.nl/#opdracht={code}")
        assert (found.id, json_text(found)) == (kept["id"], kept["json"])
