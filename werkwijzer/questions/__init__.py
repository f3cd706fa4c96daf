"""The question types. A type is a folder here: `__init__.py` (rules), `web.html.j2`, `paper.html.j2`, `cases.yml` (scoring),
`example.yml`, `page.js` (its behaviour in the browser), and where it needs them `style.css` (then script and style load apart) and
`words.yml` (`html:` for the templates as words.TYPE, `page:` for the script). Adding a type touches nothing else but the catalogue of words and `make generate`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from werkwijzer.base.model import Question

FOLDER = Path(__file__).parent

TYPES: dict[str, type[Question]] = {
    found.name: import_module(f"{__name__}.{found.name}").TYPE
    for found in sorted(iter_modules([str(FOLDER)]), key=lambda found: found.name)
    if found.ispkg
}

APART = tuple(name for name in TYPES if (FOLDER / name / "style.css").is_file())
"""The types with a script and a stylesheet of their own, `docs/assets/js/TYPE.js` and `css/TYPE.css`, for which only pages
pay that hold such a question. The scripts of all others are one bundle."""
