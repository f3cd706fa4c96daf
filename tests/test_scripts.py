"""What scripts share: each name has one owner, so that any two of them may stand on one page. How they may import: test_architecture.py."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.sites import ROOT
from werkwijzer.base.identity import COURSE
from werkwijzer.base.words import words
from werkwijzer.build.bundles import BUNDLES, Script, bundles

PACKAGE = ROOT / "werkwijzer"
SOURCES = sorted(path for room in ("browser", "components", "questions") for path in (PACKAGE / room).rglob("*.js"))
RUNTIME = {"course", "words", "types", "arrived", "arrive", "lost", "files", "catalogue", "texts"}
"""Names of `Werkwijzer` that are no face: what a page was told, and where its parts leave something for one another."""


def given(text: str) -> set[str]:
    """The names that a script exports."""
    listed = {name for names in re.findall(r"^export \{([^}]*)\}", text, re.M) for name in re.findall(r"(\w+)\s*(?:,|$)", names.strip())}
    stated = re.findall(r"^export (?:(?:async )?(?:const|let|function\*?|class)|\* as) (\w+)", text, re.M)
    return listed.union(stated)


def faces() -> list[tuple[str, str]]:
    """Name of `Werkwijzer` → the file that gives it: what the entry of a bundle or component exports."""
    files = [PACKAGE / "browser" / name / "index.js" for name in BUNDLES] + sorted(PACKAGE.glob("components/*/page.js"))
    return [(name, path.relative_to(PACKAGE).as_posix()) for path in files if path.is_file() for name in given(path.read_text("utf-8"))]


def owners(found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Name → who gives it, of names that more than one gives."""
    all_: dict[str, set[str]] = defaultdict(set)
    for name, owner in found:
        all_[name].add(owner)
    return {name: sorted(some) for name, some in all_.items() if len(some) > 1}


def test_it_sees_what_scripts_give():
    text = "export const a = 1;\nexport { b, c as d } from './x.js';\nexport * as e from './y.js';\nexport class F {}\nexport async function g() {}"
    assert given(text) == {"a", "b", "d", "e", "F", "g"}
    assert owners([("kit", "a"), ("kit", "b"), ("say", "a")]) == {"kit": ["a", "b"]}
    assert {"kit", "sheet", "store", "record", "items", "transfer", "types", "decide"} <= {name for name, _ in faces()}


def test_each_shared_name_has_one_owner():
    assert owners(faces()) == {}
    assert not {name for name, _ in faces()} & (RUNTIME - {"types"})


def test_each_element_and_each_kind_of_thing_has_one_owner():
    for pattern in (r"customElements\.define\('([\w-]+)'", r"^  (\w+): shape\(|store\.check\('(\w+)'"):
        places = SOURCES if "custom" in pattern else [*PACKAGE.glob("browser/base/kinds*.js"), *PACKAGE.glob("components/*/page.js")]
        matches = [(re.findall(pattern, path.read_text("utf-8"), re.M), path.as_posix()) for path in places]
        found = [("".join(one), path) for some, path in matches for one in some]
        assert owners(found) == {} and found


def test_each_word_of_the_scripts_has_one_owner():
    """All scripts put their words in one place: the same name twice would change what another script says."""
    found = [(name, group) for group, said in words().items() if group.startswith("page_") for name in said]
    assert owners(found) == {}


def test_words_go_with_a_script():
    """A group that no script brings would be words that nobody says."""
    brought = {group for bundle in bundles().values() if isinstance(bundle, Script) for group in bundle.groups}
    assert {group for group, said in words().items() if group.startswith("page_") and said} - brought == {"page_editions"}


def test_nothing_but_faces_and_what_a_page_is_told_stands_on_the_global():
    """Who reads or writes a name of `Werkwijzer` by hand goes round the imports; these are all."""
    hand = r"(?:globalThis\.Werkwijzer\)?|(?<![\w.#])own)(?:\?\?=\{\})?\??\.(\w+)"
    found = {name for path in SOURCES for name in re.findall(hand, re.sub(r"this\.own", "", path.read_text("utf-8")))}
    assert found <= RUNTIME | {"store", "bring", "dataset"}, found


@pytest.mark.parametrize("path", [*SOURCES, *sorted(PACKAGE.rglob("*.py"))], ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_course_has_its_id_from_one_place(path: Path):
    """Two copies with an id of their own are two courses; a copy that forgot a place is both."""
    if path.name != "identity.py":
        assert not re.search(rf"['\"`:]{COURSE}['\"`:]|-{COURSE}['\"`]", path.read_text("utf-8"))
