"""What scripts share: each name has one owner, so that any two of them may stand on one page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from tests.sites import ROOT
from werkwijzer.base.identity import COURSE
from werkwijzer.base.words import words

PACKAGE = ROOT / "werkwijzer"
SOURCES = sorted([*PACKAGE.glob("assets/js/*.js"), *PACKAGE.glob("components/*/page.js"), *PACKAGE.glob("questions/*/page.js")])
OWN = r"(?:W|globalThis\.Werkwijzer|\(globalThis\.Werkwijzer \?\?= \{\}\))"
SHARED = ("store", "record")
"""Shared names that a second script adds to."""
MADE = {"words": "each script brings its own", "types": "each type has its own name in it"}


def assigned(text: str) -> Iterator[str]:
    """The names of `Werkwijzer` that a script gives a value, and those of what it adds to."""
    yield from re.findall(rf"(?<![\w.]){OWN}\.(\w+) (?:\?\?)?= ", text)
    yield from re.findall(r"\btypes\.(\w+) = ", text)
    for place, names in re.findall(r"Object\.assign\((W|store|record), \{([^}]*)\}", text):
        yield from (name if place == "W" else f"{place}.{name}" for name in keys(names))
    for place, names in re.findall(rf"{OWN}\.({'|'.join(SHARED)}) = \{{(.*?)\s*\}};", text, re.S):
        yield from (f"{place}.{name}" for name in keys(re.sub(r"\{[^{}]*\}", "", names)))


def keys(names: str) -> Iterable[str]:
    return re.findall(r"(?:^|[,{]\s*)(?:get )?(\w+)(?=\s*(?:[,:}(]|$))", names.strip(), re.M)


def owners(found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Name → who gives it, of names that more than one gives."""
    all_: dict[str, set[str]] = defaultdict(set)
    for name, owner in found:
        all_[name].add(owner)
    return {name: sorted(some) for name, some in all_.items() if len(some) > 1}


def test_it_sees_what_scripts_assign():
    text = "W.kit = { a };\n  W.types ??= {};\n  Object.assign(store, { asides, erase });\n  Object.assign(W, { bring, seldom });\n  W.record = { answer, fit, rules };"
    assert {"kit", "types", "store.asides", "store.erase", "bring", "seldom", "record", "record.answer", "record.rules"} <= set(
        assigned(text)
    )
    assert owners([("kit", "a"), ("kit", "b"), ("say", "a")]) == {"kit": ["a", "b"]}
    seen = {name for path in SOURCES for name in assigned(path.read_text("utf-8"))}
    assert {
        "kit",
        "sheet",
        "store",
        "record",
        "items",
        "record.merge",
        "record.answer",
        "store.erase",
        "store.get",
        "choice",
        "arrived",
    } <= seen


def test_each_shared_name_has_one_owner():
    found = [(name, path.relative_to(PACKAGE).as_posix()) for path in SOURCES for name in assigned(path.read_text("utf-8"))]
    assert {name: some for name, some in owners(found).items() if name not in MADE} == {}


def test_each_element_and_each_kind_of_thing_has_one_owner():
    for pattern in (r"customElements\.define\('([\w-]+)'", r"store\.check\('(\w+)'"):
        found = [(name, path.as_posix()) for path in SOURCES for name in re.findall(pattern, path.read_text("utf-8"))]
        assert owners(found) == {} and found


def test_each_word_of_the_scripts_has_one_owner():
    """All scripts put their words in one place: the same name twice would change what another script says."""
    found = [(name, group) for group, said in words().items() if group == "page" or group.startswith("page_") for name in said]
    assert owners(found) == {}


@pytest.mark.parametrize("path", [*SOURCES, *sorted(PACKAGE.rglob("*.py"))], ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_course_has_its_id_from_one_place(path):
    """Two copies with an id of their own are two courses; a copy that forgot a place is both."""
    if path.name != "identity.py":
        assert not re.search(rf"['\"`:]{COURSE}['\"`:]|-{COURSE}['\"`]", path.read_text("utf-8"))
