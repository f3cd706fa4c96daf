"""A partial order: what may stand either way costs nothing, and the answer says so; a full order stays what it was."""

from __future__ import annotations

from itertools import permutations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from tests import course
from tests.node import run
from werkwijzer.base.source import parse_yaml
from werkwijzer.course.bank import Bank, meaning_hash
from werkwijzer.course.parse import parse
from werkwijzer.questions.order import Order, partial
from werkwijzer.render.paper import paper_html
from werkwijzer.render.view import QuestionView
from werkwijzer.render.web import question_html

FULL = next(question for question in parse(parse_yaml(course.BANK, "bank.yml"), Bank).questions if question.type_name == "order")


def earned(question: Order, *orders) -> list[tuple[int, int]]:
    """Points earned and points to earn, by the rule that the page runs."""
    scores = run("questions/order/page.js", "type.score", [[question.key(), order] for order in orders])
    return [(score["points"], score["of"]) for score in scores]


def order(**after: list[str]) -> Order:
    """The example with `after:` on these steps, of welkom, doel, tweetal and afspraak."""
    steps = [{**step.model_dump(exclude_none=True), **({"after": after[step.id]} if step.id in after else {})} for step in FULL.steps]
    return Order.model_validate(FULL.model_dump(exclude_none=True) | {"steps": steps})


EITHER = order(doel=["welkom"], tweetal=["welkom"], afspraak=["doel", "tweetal"])


def said(question: Order) -> list[str]:
    """What the answer says about what may stand either way: on the page, and on paper."""
    view = QuestionView(question, 1, "0")
    pages = BeautifulSoup(question_html(view), "html.parser"), BeautifulSoup(paper_html(view, "key"), "html.parser")
    return [" ".join(part.get_text() for part in soup.select(".ww-either, .p-either")) for soup in pages]


def test_a_full_order_means_what_it_meant():
    assert FULL.key() == ["welkom", "doel", "tweetal", "afspraak"] and FULL.points() == 3
    assert meaning_hash(FULL) == "b284b9c012"
    assert said(FULL) == ["", ""]


def test_after_that_says_the_same_as_the_file_changes_nothing():
    same = order(doel=["welkom"], tweetal=["doel", "welkom"], afspraak=["tweetal"])
    assert same.key() == FULL.key() and meaning_hash(same) == meaning_hash(FULL)


def test_each_order_that_keeps_what_matters_is_right():
    orders = list(permutations(step.id for step in FULL.steps))
    right = [ids for ids, (points, of) in zip(orders, earned(EITHER, *orders), strict=True) if points == of]
    assert sorted(right) == [("welkom", "doel", "tweetal", "afspraak"), ("welkom", "tweetal", "doel", "afspraak")]
    assert EITHER.points() == 4 and meaning_hash(EITHER) != meaning_hash(FULL)


def test_what_follows_from_others_counts_once():
    assert order(doel=["welkom"], tweetal=["welkom"], afspraak=["doel", "tweetal", "welkom"]).key() == EITHER.key()


@given(st.lists(st.sets(st.integers(0, 6)), min_size=3, max_size=7))
def test_all_points_are_earned_by_the_orders_that_keep_every_pair_and_by_no_others(drawn):
    before = {str(step): [str(one) for one in ids if one < step] for step, ids in enumerate(drawn)}
    above = partial.all_before(before)
    pairs = partial.pairs(before)
    for ids in list(permutations(before))[::7]:
        keeps = all(ids.index(first) < ids.index(step) for step in before for first in above[step])
        assert keeps == all(ids.index(first) < ids.index(later) for first, later in pairs)


@pytest.mark.parametrize(
    "question,expected",
    [
        (EITHER, "Stap 2 en 3 mogen ook andersom."),
        (order(afspraak=["welkom", "doel", "tweetal"]), "Stap 1, 2 en 3 mogen in elke volgorde."),
        (order(doel=["welkom"], afspraak=["doel"]), "Stap 3 mag overal staan."),
        (
            order(tweetal=["welkom"], afspraak=["doel"]),
            "Stap 1 en 2 mogen ook andersom. Stap 1 en 4 mogen ook andersom. Stap 2 en 3 mogen ook andersom. Stap 3 en 4 mogen ook andersom.",
        ),
    ],
)
def test_the_answer_says_what_may_stand_either_way(question, expected):
    assert said(question) == [expected, expected]


def test_no_reader_finds_the_steps_in_an_order_that_is_right():
    for question in (FULL, EITHER, order(afspraak=["welkom"])):
        shown = [[step.id for step in question.mixed(list(ids))] for ids in permutations(question.steps)]
        assert all(points < of for points, of in earned(question, *shown))


def test_an_answer_that_lacks_a_step_or_is_none_at_all_is_read():
    assert earned(FULL, ["welkom", "doel"], [], None) == [(1, 3), (0, 3), (0, 3)]


def test_what_a_group_missed_are_the_pairs_that_count():
    assert [sign for sign, _, _ in EITHER.misses()] == ["doel<welkom", "tweetal<welkom", "afspraak<doel", "afspraak<tweetal"]
