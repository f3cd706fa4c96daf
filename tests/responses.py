"""Any key and any response of each question type, and the texts in them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.browser.answers import right, wrong
from tests.browser.questions import example


def many(strategy, count: int = 300) -> list:
    """`count` examples of a strategy, the same in every run."""
    found = []

    @settings(
        max_examples=count, database=None, derandomize=True, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(strategy)
    def collect(value):
        found.append(value)

    collect()
    return found


# Signs that this Python knows: a browser may know newer ones.
SIGNS = st.characters(exclude_categories=["Cs", "Cn", "Co"])
TEXT = st.text(SIGNS, max_size=12)
LETTERS = st.text(
    "abcdeéËüßİıΣσς’'‘“”„«»\"`´′–—−‑- .ijĳʼﬁ²½\u00ad\u200b\u202d\ufe0f\u0301\u0345\u0327\u00a0\u2003\ufeff\x1f\x85\n", max_size=14
)
NUMBERS = st.one_of(
    st.text("0123456789.,", max_size=12),
    st.text("0123456789.,-−–+ \u00a0\u2009%€x٣९𝟗½¼⅓²①\u200b\ufeff\x1c", max_size=14),
    st.from_regex(r"\A[-−–]?[0-9]{0,2} ?[½¾⅔]?[-–+]? ?(%|m²)?\Z"),
    st.from_regex(r"\A[-−+]?[0-9]{1,3}([.,][0-9]{3}){0,3}([.,][0-9]{1,3})?( ?(%|euro|m2))?\Z"),
)
IDS = st.sampled_from(["a", "b", "c", "d", "constructor", "x-1"])


@st.composite
def nearly(draw):
    """A text, and the same with a few letters changed."""
    text = draw(st.text("abcdefghijklé 😀", min_size=1, max_size=12))
    other = list(text)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(other)))
        match draw(st.sampled_from(["cut", "add", "swap"])):
            case "cut":
                del other[at : at + 1]
            case "add":
                other.insert(at, draw(st.sampled_from("abé😀")))
            case "swap":
                other[at : at + 2] = reversed(other[at : at + 2])
    return text, "".join(other)


@st.composite
def typed(draw):
    """How a text is judged, and a text."""
    text, other = draw(st.one_of(nearly(), st.tuples(LETTERS, LETTERS)))
    key = {"accept": [text, *draw(st.lists(LETTERS, max_size=2))]}
    key |= draw(st.fixed_dictionaries({}, optional={"slips": st.integers(0, 2), "case": st.booleans(), "accents": st.booleans()}))
    return key, draw(st.sampled_from([other, text, text.upper(), f" {other}. "]))


def rows(keys, values):
    return st.tuples(st.dictionaries(IDS, keys, min_size=1), st.dictionaries(IDS, values))


@st.composite
def gaps(draw):
    given = draw(st.dictionaries(IDS, st.one_of(typed(), st.tuples(IDS, IDS)), min_size=1))
    return {id_: key for id_, (key, _) in given.items()}, {id_: text for id_, (_, text) in given.items() if draw(st.integers(0, 5))}


def order_keys(steps):
    """Every step in its place, or some pairs of them."""
    pairs = st.lists(st.sampled_from([list(pair) for pair in combinations(steps, 2)]), min_size=1, unique_by=tuple)
    return st.just(steps) | pairs


PAIRS = {
    "choice": st.tuples(IDS, IDS),
    "multiple": st.tuples(st.lists(IDS, min_size=1, unique=True), st.lists(IDS)),
    "truefalse": st.tuples(
        st.fixed_dictionaries({"verdict": st.booleans(), "reason": st.none() | IDS}),
        st.fixed_dictionaries({"verdict": st.none() | st.booleans(), "reason": st.none() | IDS}),
    ),
    "order": st.permutations("abcdefgh").flatmap(
        lambda steps: st.tuples(order_keys(steps[:6]), st.permutations(steps) | st.lists(st.sampled_from("abcdefghij")))
    ),
    "match": rows(IDS, IDS),
    "categorise": rows(IDS, st.none() | IDS),
    "rank": rows(
        st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted), st.sampled_from(["0", "1", "2", "3", "", "4", "٣", " 1", "x", None])
    ),
    "cloze": gaps(),
    "short": typed(),
    "number": st.tuples(
        st.fixed_dictionaries({"answer": st.sampled_from([0, 1.25, 4.5, 1250, -3, 12]), "tolerance": st.sampled_from([0, 0.05, 10])}),
        NUMBERS,
    ),
}


def pairs(type_: str):
    """Keys with responses of a type; where `PAIRS` says nothing of it, those of its example."""
    question = example(type_)
    return PAIRS[type_] if type_ in PAIRS else st.sampled_from([(question.key(), right(question)), (question.key(), wrong(question))])
