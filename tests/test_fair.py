"""Whether questions are fair: what a blind guesser earns, balance, levels that are earned, goals to make something; and the course itself.

`WRITE_GOLDEN=1 pytest tests/test_fair.py` writes the expected texts in `golden/eerlijk/` anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tests import course as example
from tests.sites import ROOT
from werkwijzer.__main__ import main
from werkwijzer.base.problems import report
from werkwijzer.checks import fair
from werkwijzer.checks.fair_guess import ALL, BAR, FEWEST, FEWEST_IN_MODULE, Guess, best, chance, expected, guesses
from werkwijzer.checks.fair_items import Item, items
from werkwijzer.checks.fair_strategies import LENGTHS, PLACES, SKIPS, STRATEGIES
from werkwijzer.course.read import Course, read_course

GOLDEN = Path(__file__).parent / "golden/eerlijk"
HEAD = "chapter: voorbeeld\nquestions:\n"


# ---- One list ----


def item(*texts: str, right: int = 0, kind: str = "choice", module: str = "1", id_: str = "v") -> Item:
    return Item(kind, module, id_, texts, frozenset({right}))


def test_a_guess_that_singles_out_the_right_one_earns_all_and_a_tie_its_share():
    longest, shortest, middle = (strategy.rank for strategy in LENGTHS)
    one = item("een lange goede optie", "kort", "iets langer")
    assert [expected(one, rank(one.texts)) for rank in (longest, shortest, middle)] == [1, 0, 0]
    two = item("even lang", "net zo ab", "kort")
    assert expected(two, longest(two.texts)) == 0.5


@pytest.mark.parametrize(
    "place,texts",
    [
        (
            0,
            (
                "Je wacht.",
                "Je gaat weg, want het is laat.",
                "Dan is het klaar.",
                "Anders loopt het uit.",
                "Je belt, omdat dat kan.",
                "Dus je stopt.",
                "Je schrijft, zodat het vaststaat.",
            ),
        ),
        (1, ("Je wacht.", "Je wacht altijd.", "Nooit wachten.", "Iedereen wacht.", "Je moet wachten.", "Je wacht alleen.")),
    ],
)
def test_words_that_give_away_are_skipped(place, texts):
    ranks = SKIPS[place].rank(texts)
    assert ranks[0] == 0 and set(ranks[1:]) == {1}
    assert SKIPS[place].rank(("Het dansfeest wandelt.", "Altijdgroen nooitgedacht.")) == (0, 0), "words, not parts of words"


def test_asking_and_acknowledging_are_found():
    ranks = SKIPS[2].rank(("“Wat heb je nodig?”", "Je vraagt het haar.", "Je erkent wat hij zei.", "Je belt.", "Je stelt het uit."))
    assert ranks == (0, 0, 0, 1, 1)


def test_several_right_are_scored_as_the_type_scores_them():
    three = Item("multiple", "1", "v", ("a", "bb", "ccc", "dddd", "eeeee"), frozenset({0, 1, 2}), picks=3, of=3)
    shortest = LENGTHS[1].rank(three.texts)
    assert expected(three, shortest) == 1
    assert chance(three) == pytest.approx(sum(max(0, 2 * len({0, 1, 2} & set(some)) - 3) / 3 for some in combinations(range(5), 3)) / 10)


def test_places_are_those_of_the_file():
    first, last = PLACES
    assert [expected(item("a", "b", "c", right=2), strategy.rank(("a", "b", "c"))) for strategy in (first, last)] == [0, 1]


@given(
    st.integers(2, 6).flatmap(
        lambda size: st.tuples(st.lists(st.text(min_size=1, max_size=20), min_size=size, max_size=size), st.integers(1, size))
    )
)
def test_over_all_places_of_the_right_one_no_strategy_beats_chance(drawn):
    """A strategy only gains by what the right option has that the others do not."""
    texts, picks = drawn
    for strategy in STRATEGIES:
        rank = strategy.rank(texts)
        assert len(rank) == len(texts)
        whole = [
            Item("multiple", "1", "v", tuple(texts), frozenset(some), picks=picks, of=picks)
            for some in combinations(range(len(texts)), picks)
        ]
        earned = [expected(one, rank) for one in whole]
        assert sum(earned) / len(earned) == pytest.approx(chance(whole[0]) if len(whole) == 1 else sum(map(chance, whole)) / len(whole))


# ---- Groups ----


def test_small_groups_count_over_all_only():
    few = [item("goed en lang", "kort", "klein", id_=f"v{i}", module=str(i % 2)) for i in range(FEWEST)]
    assert {guess.module for guess in guesses(few)} == {ALL}
    many = [item("goed en lang", "kort", "klein", id_=f"v{i}") for i in range(FEWEST_IN_MODULE)]
    assert {guess.module for guess in guesses(many)} == {ALL, "1"}
    assert list(guesses(few[1:])) == []


def test_the_bar_is_ten_points_above_chance():
    assert BAR == 0.10
    assert (
        Guess("choice", ALL, 20, 0.33, STRATEGIES[0], 0.43, ()).is_fair
        and not Guess("choice", ALL, 20, 0.33, STRATEGIES[0], 0.44, ()).is_fair
    )


def test_each_strategy_alone_and_in_pairs():
    assert len(STRATEGIES) == 6 + 2 + 3 + 9 == len({strategy.name for strategy in STRATEGIES})


# ---- What an author hears ----


def question(number: int, type_: str, **more: str) -> str:
    own = {"goal": "een", "level": "apply", "source": '"#kop"', "prompt": f"Wat is {number}?", "explanation": "Zo."} | more
    return f"  - id: v{number}\n    type: {type_}\n" + "".join(f"    {key}: {value}\n" for key, value in own.items())


def options(*texts: str, right: tuple[int, ...] = (0,)) -> str:
    return "".join(
        f"\n      - {{id: o{i}, text: {text!r}{', correct: true' if i in right else ''}, feedback: Nee.}}" for i, text in enumerate(texts)
    )


def bank(*questions: str) -> str:
    return HEAD + "".join(questions)


def choices(count: int, texts: Callable[[int], tuple[str, ...]], right: Callable[[int], int], type_: str = "choice") -> str:
    return bank(*(question(i, type_, options=options(*texts(i), right=(right(i),))) for i in range(count)))


def spread(number: int) -> tuple[str, ...]:
    """Three options of which none stands out over the whole."""
    return tuple(f"{'abc'[(number + place) % 3]} {'langer ' * ((number // 3 + place) % 3)}ding" for place in range(3))


STATEMENT = {"answer": "false", "feedback": "Nee."}
CASES = {
    "langste": choices(20, lambda i: ("dit is de goede, en de langste", "dit is fout", "ook dit is fout"), lambda i: 0),
    "redenen": choices(12, lambda i: ("goed " * (1 + 9 * (i % 2)), "fout, want dat is zo", "fout, dus dan is het zo"), lambda i: 0),
    "stellig": choices(12, lambda i: ("goed " * (1 + 9 * (i % 2)), "dit is nooit zo oooo", "dit is altijd zo ooooo"), lambda i: 0),
    "vragen": choices(12, lambda i: ("vraag " * (1 + 9 * (i % 2)), "doe dit nu maar eens", "laat dit maar even zijn"), lambda i: 0),
    "eerste-plaats": choices(12, spread, lambda i: 0),
    "stellingen": bank(*(question(i, "truefalse", **STATEMENT) for i in range(5))),
    "redenen-bij-een-stelling": bank(
        *(
            question(
                i,
                "truefalse",
                **{**STATEMENT, "answer": str(i % 2 == 0).lower()},
                reasons=options("de goede en langste reden", "kort", "klein"),
            )
            for i in range(10)
        )
    ),
    "drie-van-vijf": bank(*(question(i, "multiple", options=options(*"abcde", right=(0, 2, 4))) for i in range(4))),
    "bij-elkaar": bank(question(1, "multiple", options=options(*"abcde", right=(0, 1)))),
    "stelling-te-hoog": bank(question(1, "truefalse", **{**STATEMENT, "level": "evaluate"})),
    "niets-te-maken": bank(question(1, "truefalse", **STATEMENT)),
    "geen-tweeling": bank(question(1, "truefalse", **STATEMENT)),
}


def made(folder: Path, case: str) -> Course:
    chapter = example.CHAPTER
    if case == "niets-te-maken":
        chapter = chapter.replace("text: Je kunt het eerste.", "text: Je maakt het eerste.")
    example.make(folder, bank=CASES[case], chapter=chapter)
    if case == "geen-tweeling":
        example.write(folder / "docs/klaar.md", "/// aftertest | 1-deel/voorbeeld\n///\n")
    loaded, problems = read_course(folder)
    assert not problems, report(problems)
    return loaded


@pytest.mark.parametrize("case", CASES)
def test_each_bar(case, tmp_path):
    heard = report(fair.check(made(tmp_path, case))) + "\n"
    expected_text = GOLDEN / f"{case}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        expected_text.write_text(heard, "utf-8")
    assert heard == expected_text.read_text("utf-8")
    assert not heard.startswith("0 fouten\n")


def test_a_fair_bank_hears_nothing(tmp_path):
    """Twenty-seven lists in which length, place and right answer go round."""
    whole = bank(
        *(question(i, "choice", options=options(*spread(i), right=(i // 9,))) for i in range(27)),
        *(question(i + 50, "truefalse", **{**STATEMENT, "answer": str(i % 2 == 0).lower()}) for i in range(4)),
    )
    example.make(tmp_path, bank=whole)
    assert report(fair.check(read_course(tmp_path)[0])) == "0 fouten"


def test_what_the_command_shows(tmp_path):
    made(tmp_path, "langste")
    shown = CliRunner().invoke(main, ["--root", str(tmp_path), "check"]).output
    assert "blind geraden" in shown and "keuzevragen" in shown and "+67 !" in shown
    found = json.loads(CliRunner().invoke(main, ["--root", str(tmp_path), "check", "--report", "json"]).output)
    assert {one["strategy"] for one in found["fair"]} == {strategy.name for strategy in STRATEGIES}
    assert {one["module"] for one in found["fair"]} == {"all", "1"} and set(found["rhythm"]) == {"1-deel/voorbeeld"}


def test_a_guesser_sees_what_a_reader_sees():
    """Options without Markdown, of every choice, multiple and list of reasons, and of every step of a case."""
    course = the_course()
    found = items(course, fair.read_cases(course))
    kinds = {kind: [one for one in found if one.kind == kind] for kind in ("choice", "multiple", "truefalse", "case")}
    asked = [question for loaded in course.banks.values() for question in loaded.bank.questions]
    assert len(kinds["choice"]) == sum(question.type_name == "choice" for question in asked)
    assert len(kinds["multiple"]) == sum(question.type_name == "multiple" for question in asked)
    assert len(kinds["case"]) == sum(len(case.steps) for case in fair.read_cases(course))
    assert not any("*" in text or "](" in text for one in found for text in one.texts)


# ---- The course ----


@cache
def the_course() -> Course:
    return read_course(ROOT)[0]


def test_course_cannot_be_guessed():
    wrong = [guess for guess in best(fair.all_guesses(the_course())) if not guess.is_fair]
    assert not wrong, "\n" + fair.table(the_course())


def test_course_is_balanced():
    assert [*fair.check_balance(the_course())] == []


def test_course_earns_its_levels_and_practises_its_goals():
    found = [
        problem for loaded in the_course().chapters if loaded.bank for problem in (*fair.check_questions(loaded), *fair.check_goals(loaded))
    ]
    assert found == [], report(found)


def test_course_measures_afterwards_with_other_questions():
    found = [*fair.check_measured(the_course())]
    assert found == [], report(found)
