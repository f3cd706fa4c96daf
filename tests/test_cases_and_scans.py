"""Rules of branching cases and self-scans, on small ones made here; the course's own are checked with `check`."""

from __future__ import annotations

import pytest

from tests.node import run
from tests.sites import ROOT
from tests.small_cases import advice, causes, choice, ending, every_take, profiles, read_scan, small, step
from werkwijzer.components import case as cases
from werkwijzer.components import scan as scans


def test_routes_are_all_ways_through():
    found = ["".join(choice.id for choice in route) for route in cases.routes(small())]
    assert sorted(found) == ["ace", "acf", "ad", "be", "bf"]
    assert causes(small()) == ""


def test_an_ending_is_the_first_whose_minimums_hold():
    ends = {"".join(choice.id for choice in route): cases.ending_of(small(), route).id for route in cases.routes(small())}
    assert ends == {"ace": "samen", "acf": "goed", "ad": "goed", "be": "anders", "bf": "anders"}


@pytest.mark.parametrize(
    "changes,cause",
    [
        ({"start": "nul"}, 'stap "nul" bestaat niet'),
        (
            {
                "steps": [
                    step("een", choice("a", "weg"), choice("b", "end")),
                    step("twee", choice("c", "end"), choice("d", "end")),
                    step("drie", choice("e", "end"), choice("f", "end")),
                ]
            },
            'stap "weg" bestaat niet',
        ),
        (
            {
                "steps": [
                    step("een", choice("a", "twee"), choice("b", "end")),
                    step("twee", choice("c", "een"), choice("d", "end")),
                    step("drie", choice("e", "end"), choice("f", "end")),
                ]
            },
            "komt terug",
        ),
        (
            {
                "steps": [
                    step("een", choice("a", "end", trust=1), choice("b", "end")),
                    step("twee", choice("c", "end"), choice("d", "end")),
                    step("drie", choice("e", "end"), choice("f", "end")),
                ]
            },
            'geen route leidt naar stap "twee"',
        ),
        ({"endings": [ending("nooit", trust=2), ending("anders")]}, 'geen route leidt naar einde "nooit"'),
        ({"endings": [ending("goed", trust=1), ending("op", trust=0)]}, "alleen het laatste einde"),
        ({"endings": [ending("goed", liefde=1), ending("anders")]}, "onbekende meter liefde"),
        ({"steps": [step("een", choice("a", "twee"), choice("a", "drie")), *small().model_dump()["steps"][1:]]}, 'id "a" staat twee keer'),
    ],
)
def test_each_rule_for_cases_bites(changes, cause):
    assert cause in causes(small(**changes))


@pytest.mark.parametrize("id_", scans.scan_ids(ROOT))
def test_every_profile_is_told_something_and_every_advice_is_reached(id_):
    scan = read_scan(id_)
    told = advice(scan, list(every_take(scan)))
    assert all(told)
    assert {one for ids in told for one in ids} == {one.id for one in scan.advice}


def test_a_profile_is_the_mean_of_what_was_rated():
    scan = read_scan("stijl")
    first, *others = scan.dimensions
    own = [f"{situation.id}--{one.id}" for situation in scan.situations for one in situation.reactions if one.dimension == first.id]
    ids = {one.value: one.id for one in scan.frequencies}
    [found] = profiles(scan, [{own[0]: ids[scan.most], own[1]: ids[0], own[2]: "niets"}])
    assert found == {first.id: 0.5, **{one.id: 0 for one in others}}


def test_a_band_is_a_third_of_the_scale():
    shares = (0, 1 / 3, 0.34, 0.66, 2 / 3, 1)
    assert run("components/scan/profile.js", "bandOf", [[share] for share in shares]) == ["low", "low", "middle", "middle", "high", "high"]


@pytest.mark.parametrize("id_", scans.scan_ids(ROOT))
def test_an_advice_is_about_answers_and_not_about_a_person(id_):
    """A profile has no types; “Je zet vaak druk” at a bare two thirds would be one."""
    scan = read_scan(id_)
    assert not [one.title for one in scan.advice if one.title.split()[0] in {"Je", "Jij", "U"}]


@pytest.mark.parametrize("id_", scans.scan_ids(ROOT))
def test_no_way_of_reacting_is_told_by_its_length(id_):
    """The longest of a situation's reactions is not nearly always of one kind."""
    scan = read_scan(id_)
    longest = [max(situation.reactions, key=lambda one: len(one.text)).dimension for situation in scan.situations]
    assert all(longest.count(dimension.id) <= len(scan.situations) / 2 for dimension in scan.dimensions), longest
