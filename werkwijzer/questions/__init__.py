"""The question types. A type is a folder here: `__init__.py` (rules), `web.html.j2`, `paper.html.j2`, `cases.yml` (scoring),
`example.yml`, `page.js` (its behaviour in the browser). Adding a type touches nothing else but the catalogue of words and `make generate`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from werkwijzer.model import Question

FOLDER = Path(__file__).parent

TYPES: dict[str, type[Question]] = {
    found.name: import_module(f"{__name__}.{found.name}").TYPE
    for found in sorted(iter_modules([str(FOLDER)]), key=lambda found: found.name)
    if found.ispkg
}
