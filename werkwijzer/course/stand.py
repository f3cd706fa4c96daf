"""How everything that a build reads stood at one moment, in digests: what was made before is right as long as nothing it was made of differs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from sys import version as python

from werkwijzer.base.taken import PAGES

WRITTEN = ("docs", "quizzes", "data", "mkdocs.yml")
ENGINE = (
    Path(__file__).parents[1],
    *(Path(folder).resolve() for folder in os.environ.get("WERKWIJZER_PARTS", "").split(os.pathsep) if folder),
)
TEMPLATE = ".j2"
BESIDE = ("Markdown", "pymdown-extensions", "markdown-it-py", "Jinja2", "pydantic", "PyYAML", "mkdocs", "mkdocs-material", "properdocs")
"""The packages that have a say in a page."""

Files = dict[str, str]
"""Name → digest."""


@dataclass(frozen=True)
class Stand:
    """`written`: by path from the course's folder, what authors write; `templates`: by full path; `code`: the digest of the code that runs."""

    written: Files
    templates: Files
    code: str

    def of(self, name: str) -> str:
        """The digest of what has that name, see `base/taken.py`; "" of a file that is not there."""
        if name == PAGES:
            return self.pages
        if name.endswith("/"):
            return digest(*_said({file: own for file, own in self.written.items() if file.startswith(name)}))
        return self.written.get(name) or self.templates.get(name, "")

    @cached_property
    def pages(self) -> str:
        return digest(*_said({file: own for file, own in self.written.items() if file.endswith(".md") or file.startswith("quizzes/")}))

    @cached_property
    def course(self) -> str:
        """Of all that the course is and is read with; also of the day, which some rules look at."""
        return digest(*_said(self.written), *_said(self.templates), self.code, date.today().isoformat())


def stand(root: Path) -> Stand:
    """How it all stands now."""
    return Stand(files_in(root, *WRITTEN), {name: own for name, own in _engine().items() if name.endswith(TEMPLATE)}, CODE)


def code() -> str:
    """The digest of the code that makes pages as it stands in its files, and of what it stands on; of a template only that it is there."""
    files = (name if name.endswith(TEMPLATE) else f"{name} {own}" for name, own in sorted(_engine().items()))
    return digest(packages(), *files)


def packages() -> str:
    """What the code stands on, and which of each."""
    return digest(python, *(f"{name} {_version(name)}" for name in BESIDE))


def digest(*parts: str) -> str:
    """Some signs that differ when a part does."""
    found = blake2b(digest_size=16)
    for part in parts:
        data = part.encode()
        found.update(b"%d:" % len(data) + data)
    return found.hexdigest()


def _said(files: Files) -> Iterator[str]:
    yield from (f"{path} {own}" for path, own in sorted(files.items()))


def _engine() -> Files:
    return {str(folder / name): own for folder in ENGINE for name, own in files_in(folder, "").items()}


def files_in(root: Path, *names: str) -> Files:
    """Path from `root` → digest of each file in those folders. What goes away meanwhile is not there."""
    found = {}
    for path in (path for name in names for path in _walk(root / name)):
        try:
            found[path.relative_to(root).as_posix()] = blake2b(path.read_bytes(), digest_size=16).hexdigest()
        except OSError:
            continue
    return found


def _walk(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
    elif path.name != "__pycache__":
        for inner in path.iterdir():
            yield from _walk(inner)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


CODE = code()
"""Of the code that runs; when `code()` says otherwise, it was changed since."""
