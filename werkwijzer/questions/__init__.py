"""The question types. A type is a folder:

    __init__.py      TYPE: its keys, what it scores with, what may not change silently, and the facts below
    web.html.j2      the question on a page, complete without JavaScript
    paper.html.j2    the question and its answer on paper and in the e-book
    page.js          what the page reads, writes, scores and marks
    example.yml      a question of this type: for the manual, for `werkwijzer new` and for the tests
    cases.yml        what answers earn
    words.yml        `kind:` (what a reader is asked to do), `nouns:` (what an author calls an item of its lists), `html:` (for the
                     templates, as words.TYPE) and `page:` (for the script)
    answers.py       how the tests answer one; only they need it
    style.css        optional: then script and style load apart, only where such a question stands

`Question` in `base/model.py` has the facts that a type says of itself: `scored`, `typed`, `weighed`, `countable`, `bare`.
Adding a type touches no other code; `make generate` makes what pages load, CONTRIBUTING.md has the steps. Where further types may stand: `base/parts.py`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from werkwijzer.base.model import Question
from werkwijzer.base.parts import demand, part_folders, shelves
from werkwijzer.base.words import words

__path__ = [str(shelf) for shelf in shelves(__name__.rpartition(".")[2])]

FOLDERS = part_folders("questions")
NEEDED = ("__init__.py", "web.html.j2", "paper.html.j2", "page.js", "example.yml", "cases.yml", "words.yml")


def _type(name: str) -> type[Question]:
    folder = FOLDERS[name]
    demand(folder, {file: (folder / file).is_file() for file in NEEDED})
    demand(folder, {"`kind:` in words.yml": name in words()["kind"]})
    found: Any = getattr(import_module(f"{__name__}.{name}"), "TYPE", None)
    demand(folder, {"TYPE in __init__.py": found is not None})
    demand(folder, {f'type_name = "{name}"': getattr(found, "type_name", "") == name})
    return found


TYPES: dict[str, type[Question]] = {name: _type(name) for name in FOLDERS}

APART = tuple(name for name in TYPES if (FOLDERS[name] / "style.css").is_file())
"""The types with a script and a stylesheet of their own, `docs/assets/js/TYPE.js` and `css/TYPE.css`, for which only pages
pay that hold such a question. The scripts of all others are one bundle."""
