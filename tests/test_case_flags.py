"""Cases remember what happened: choices, texts and endings that depend on it, and no ending that tells what did not happen."""

from __future__ import annotations

import pytest

from tests.sites import ROOT
from tests.small_cases import FLAGS, called, causes, choice, ending, small
from werkwijzer.components import case as cases


def letters(case: cases.Case) -> set[str]:
    return {" ".join(choice.id for choice in route) for route in cases.routes(case)}


def test_a_choice_is_there_for_whom_it_is_meant():
    assert letters(called()) == {"a c e", "a c f", "a c vertellen", "a d", "b e", "b f", "b zwijgen"}
    assert causes(called()) == ""


def test_what_happened_decides_how_it_ends():
    assert {" ".join(choice.id for choice in route): cases.ending_of(called(), route).id for route in cases.routes(called())} == {
        "a c e": "gezien", "a c f": "gezien", "a c vertellen": "gezien", "a d": "gezien", "b e": "anders", "b f": "anders", "b zwijgen": "anders",
    }  # fmt: skip


def test_a_flag_and_a_minimum_must_both_hold():
    case = called(endings=[ending("gezien", trust=1) | {"needs": ["gebeld"]}, ending("anders")])
    assert {cases.ending_of(case, route).id for route in cases.routes(case)} == {"anders"}


def steps(index: int, **changes) -> dict:
    """The case with one step changed."""
    return {
        "steps": [
            one | (changes if place == index else {}) for place, one in enumerate(called().model_dump(exclude_defaults=True)["steps"])
        ]
    }


@pytest.mark.parametrize(
    "changes,cause",
    [
        ({"endings": [ending("gezien") | {"claims": ["gebeld"]}, ending("anders")]}, "alleen het laatste einde"),
        (
            {"endings": [ending("gezien", trust=0) | {"claims": ["gebeld"]}, ending("anders") | {"denies": ["gebeld"]}]},
            'einde "gezien" vertelt dat dit wel gebeurde: je hebt gebeld. Op 3 van de routes erheen klopt dat niet, zoals een:b → drie:e',
        ),
        (
            {"endings": [ending("gezien") | {"without": ["gebeld"], "claims": ["gebeld"]}, ending("anders")]},
            'einde "gezien" vertelt dat dit wel gebeurde',
        ),
        ({"endings": [ending("ver", trust=2) | {"needs": ["gebeld"]}, ending("anders")]}, 'geen route leidt naar einde "ver"'),
        (steps(2, claims=["gebeld"]), 'stap "drie" vertelt dat dit wel gebeurde'),
        (steps(2, denies=["gebeld"]), 'stap "drie" vertelt dat dit niet gebeurde'),
        (steps(2, choices=[choice("e", "end") | {"needs": ["gebelt"]}, choice("f", "end")]), 'vlag "gebelt" staat niet onder `flags` | '),
        (
            steps(2, choices=[choice("e", "end") | {"needs": ["gebeld"]}, choice("f", "end")]),
            'bij stap "drie" blijft op een route minder dan twee keuzes over',
        ),
        (
            steps(2, choices=[choice("e", "end") | {"needs": ["gebeld"], "without": ["gebeld"]}, choice("f", "end"), choice("g", "end")]),
            "`needs` en `without` noemen allebei gebeld",
        ),
        (
            steps(1, choices=[choice("c", "drie") | {"without": ["gebeld"]}, choice("d", "end"), choice("g", "end")]),
            "geen route laat dit zien",
        ),
        (steps(1, also=[{"without": ["gebeld"], "text": "t"}]), "geen route laat dit zien"),
        (steps(1, also=[{"text": "t"}]), "zonder `needs` of `without`"),
        ({"flags": FLAGS | {"gelopen": "je liep"}}, 'geen keuze zet vlag "gelopen"'),
        (
            {"flags": FLAGS, "steps": small().model_dump()["steps"], "endings": [ending("anders"), ending("nog")]},
            'geen keuze zet vlag "gebeld"',
        ),
        (
            steps(0, choices=[choice("a", "twee") | {"sets": ["gebeld", "extra"]}, choice("b", "drie")])
            | {"flags": FLAGS | {"extra": "iets"}},
            'niets vraagt naar vlag "extra"',
        ),
    ],
)
def test_each_rule_for_flags_bites(changes, cause):
    assert cause.removesuffix(" | ") in causes(called(**changes)), causes(called(**changes))


def test_a_step_is_entered_with_what_happened_before_it_only():
    """What a choice sets is not yet true at its own step."""
    case = called(
        **steps(0, choices=[choice("a", "twee") | {"sets": ["gebeld"]}, choice("b", "drie"), choice("c", "drie") | {"needs": ["gebeld"]}])
    )
    assert "geen route laat dit zien" in causes(case)


@pytest.mark.parametrize("id_", cases.case_ids(ROOT))
def test_no_route_of_the_course_ends_in_a_text_that_denies_what_happened(id_):
    """Every route of every case, walked here apart from the rules: what an ending and each step on the way tell is what was done."""
    case = cases.read_case(ROOT, id_)[0]
    walked = 0
    for route in cases.routes(case):
        at, done = case.start, set()
        for choice_ in route:
            told = case.step(at)
            assert set(told.claims) <= done and not set(told.denies) & done, (id_, at, [one.id for one in route])
            assert set(choice_.needs) <= done and not set(choice_.without) & done
            done |= set(choice_.sets)
            at = choice_.to
        end = cases.ending_of(case, route)
        assert set(end.claims) | set(end.needs) <= done and not (set(end.denies) | set(end.without)) & done, (
            id_,
            end.id,
            [one.id for one in route],
        )
        walked += 1
    assert walked >= 8
