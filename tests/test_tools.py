"""The rules behind the tools: advice, fit of formats, the weight of a session, forms; and what is wrong with their data."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.decisions import combinations
from tests.sites import ROOT
from tests.tools import DECISION, FORMATS, LIBRARY, SESSION, fit
from werkwijzer.components import canvas, decide, form, formats, session

FORMS = LIBRARY.data(form.FILE, form.Forms)
CANVAS = LIBRARY.data(canvas.FILE, canvas.Canvas)


def changed(model, path, value):
    """A copy of `model` in which what stands at `path` is `value`."""
    data = model.model_dump(by_alias=True)
    at = data
    for key in path[:-1]:
        at[key] = list(at[key]) if isinstance(at[key], tuple) else at[key]
        at = at[key]
    at[path[-1]] = value
    return type(model).model_validate(data)


def test_every_combination_has_one_outcome_and_every_outcome_is_reached():
    found = Counter(decide.advise(DECISION, picked).outcome.id for picked in combinations(DECISION))
    assert found.total() == 14_580
    assert set(found) == {outcome.id for outcome in DECISION.outcomes}
    assert found["groep"] == 2**7 * 3, "a group follows only where no answer points elsewhere"


def test_advice_names_every_reason():
    example = next(example for example in DECISION.examples if example.id == "van-vliet")
    advice = decide.advise(DECISION, {**example.answers, "begeleiding": "nee", "vrijwillig": "verplicht"})
    assert advice.outcome.id == "eerst-individueel", "what the organisation lacks may not cost a person all help"
    assert advice.reasons == (
        "Jullie kunnen deze groep nu niet goed begeleiden. Dat ligt aan de voorwaarden en niet aan de persoon, dus die krijgt wel hulp.",
    )
    assert [reason.split()[0] for reason in advice.also] == ["Meedoen", "Deelname"]
    assert len(advice.find_out) == 1


@pytest.mark.parametrize(
    "model,flaws,path,value,cause",
    [
        (DECISION, decide.flaws, ("outcomes", 1, "rank"), 1, "rang 1 staat twee keer"),
        (DECISION, decide.flaws, ("default",), "nergens", "bestaat niet"),
        (DECISION, decide.flaws, ("questions", 0, "answers", 1, "points_to"), "nergens", "bestaat niet"),
        (DECISION, decide.flaws, ("questions", 0, "answers", 1, "reason"), None, "horen bij elkaar"),
        (DECISION, decide.flaws, ("questions", 0, "answers", 1, "find_out"), "Vraag het.", "niet allebei"),
        (DECISION, decide.flaws, ("questions", 0, "block"), "nergens", "blok"),
        (DECISION, decide.flaws, ("questions", 1, "id"), "gedeeld-doel", "staat twee keer"),
        (DECISION, decide.flaws, ("examples", 0, "outcome"), "groep", "komt uit op"),
        (DECISION, decide.flaws, ("examples", 0, "answers"), {}, "past niet"),
        (SESSION, session.flaws, ("plans", 0, "minutes"), 90, "duren samen 60 minuten"),
        (SESSION, session.flaws, ("template", "blocks", 3, "kind"), "watch", "minstens de helft"),
        (SESSION, session.flaws, ("columns", 1, "id"), "colour", "onbekende kolom"),
        (SESSION, session.flaws, ("head", 0, "id"), "colour", "velden boven het vel"),
        (FORMATS, formats.flaws, ("formats", 0, "aims"), ["nergens"], "onbekend"),
        (FORMATS, formats.flaws, ("formats", 0, "size", "min"), 99, "groter dan het maximum"),
        (FORMATS, formats.flaws, ("formats", 1, "id"), "zoek-iemand-die", "staat er twee keer"),
        (CANVAS, canvas.flaws, ("start",), "nergens", "bestaat niet"),
        (CANVAS, canvas.flaws, ("blocks", 0, "fields", 0, "number"), 4, "nummers"),
        (FORMS, form.flaws, ("forms", 1, "id"), "kijkformulier", "staat er twee keer"),
        (FORMS, form.flaws, ("forms", 0, "sections", 0, "fields", 1, "id"), "vraag", "staat twee keer in dit formulier"),
        (FORMS, form.flaws, ("forms", 1, "sections", 0, "fields", 0, "rows", 0, "filled"), ["a", "b", "c", "d"], "meer vakken"),
        (FORMS, form.flaws, ("forms", 1, "sections", 0, "fields", 1, "blank_rows"), 0, "zonder rijen"),
    ],
)
def test_flaws_are_told(model, flaws, path, value, cause):
    assert not list(flaws(model))
    found = [flaw[1] for flaw in flaws(changed(model, path, value))]
    assert any(cause in one for one in found), found


def test_an_outcome_that_nobody_reaches_is_told():
    questions = [
        {
            **question.model_dump(),
            "answers": [
                {**answer.model_dump(), **({"points_to": None, "reason": None} if answer.points_to == "niet-nu" else {})}
                for answer in question.answers
            ],
        }
        for question in DECISION.questions
    ]
    assert 'niemand komt uit op "niet-nu"' in [flaw[1] for flaw in decide.flaws(changed(DECISION, ("questions",), questions))]


def test_formats_are_found_by_aim_moment_people_and_time():
    card = FORMATS.formats[0].id
    assert card in fit() and card in fit(doel="kennismaken", moment="begin", mensen=8, tijd=15)
    assert card not in fit(doel="peilen") and card not in fit(moment="eind")
    assert card not in fit(mensen=7) and card not in fit(mensen=25) and card not in fit(tijd=14)


def test_every_card_fits_its_paper():
    for one in FORMATS.formats:
        words = " ".join([one.purpose, *one.steps, *one.pitfalls, *one.access, one.say, one.material]).split()
        assert 150 <= len(words) <= 260, one.id


@pytest.mark.parametrize(
    "parts,goals,expected",
    [
        ([], 0, (0, 0, 0, [True, False, False])),
        ([("active", 50), ("watch", 40), ("slack", 10)], 3, (100, 50, 10, [True, True, True])),
        ([("active", 199), ("watch", 181), ("slack", 20)], 4, (400, 49, 5, [False, False, False])),
    ],
)
def test_a_session_is_weighed(parts, goals, expected):
    weighed = session.weigh(parts, goals, SESSION.rules)
    assert (weighed.total, weighed.active, weighed.slack, list(weighed.kept.values())) == expected


def test_the_clock_passes_midnight():
    assert session.clock("09:30", 45) == "10:15" and session.clock("23:50", 20) == "00:10"


@pytest.mark.parametrize(
    "name,model,data,page",
    [
        (one.__name__.rpartition(".")[2], model, data, page)
        for one, model, data, page in [
            (decide, decide.Decision, decide.FILE, "keuzehulp"),
            (canvas, canvas.Canvas, canvas.FILE, "canvas"),
            (formats, formats.Formats, formats.FILE, "werkvormen"),
            (session, session.Session, session.FILE, "draaiboek"),
        ]
    ],
)
def test_page_says_what_the_data_says(name, model, data, page):
    from werkwijzer.base.source import read_page

    said = LIBRARY.data(data, model)
    meta = read_page(ROOT / f"docs/gereedschap/{page}.md", ROOT).meta.value
    assert (meta["title"], meta["description"]) == (said.title, said.description)
