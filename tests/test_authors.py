"""Everything that an author can get wrong is told, with the right file, line, cause and next step, and nothing else is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mistakes import MISTAKES, Told, line_of
from tests.pages import problems
from tests.sites import ROOT, copy_course
from werkwijzer.base.problems import Problem
from werkwijzer.checks import editor
from werkwijzer.course.read import read_course

HEARD = re.compile(r"^(?P<file>\S[^:\n]*?)(?::(?P<line>\d+))?: (?P<hint>let op: )?(?P<cause>.*)\n  \S+ (?P<remedy>.*)$", re.M)


@dataclass(frozen=True, order=True)
class Heard:
    """One message of `werkwijzer check`."""

    file: str
    line: int
    cause: str
    remedy: str
    hint: bool

    def fits(self, told: Told, file: str, line: int) -> bool:
        return (self.file, self.line, self.hint) == (file, line, told.hint) and told.cause in self.cause and told.remedy in self.remedy


def heard(folder: Path, **env: str) -> list[Heard]:
    """What `werkwijzer check` tells of the course in `folder`."""
    done = subprocess.run(
        [sys.executable, "-m", "werkwijzer", "--root", str(folder), "check", "--report", "none"],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    )
    try:
        said = done.stdout.decode("utf-8")
    except UnicodeDecodeError:
        said = done.stdout.decode("cp1252")
    assert b"Traceback" not in done.stderr, done.stderr.decode("utf-8", "replace")[-2000:]
    assert done.returncode == 1
    return sorted(
        Heard(m["file"], int(m["line"] or 0), m["cause"], m["remedy"], bool(m["hint"])) for m in HEARD.finditer(said.replace("\r\n", "\n"))
    )


@pytest.fixture(scope="module")
def planted(tmp_path_factory) -> Path:
    """A copy of the whole course with every mistake in it."""
    folder = copy_course(tmp_path_factory.mktemp("fouten") / "cursus")
    shutil.copy(ROOT / "README.md", folder / "README.md")
    for one in MISTAKES:
        one.plant(folder)
    names = [
        one.file.removeprefix("docs/")
        for one in MISTAKES
        if one.file.startswith("docs/over/") and one.file.removeprefix("docs/") not in (ROOT / "mkdocs.yml").read_text("utf-8")
    ]
    config = folder / "mkdocs.yml"
    entries = "".join(f"      - {name}\n" for name in names if "buiten-het-menu" not in name)
    config.write_text(config.read_text("utf-8").replace("      - over/colofon.md\n", f"      - over/colofon.md\n{entries}"), "utf-8")
    return folder


def expected(folder: Path) -> list[tuple[Told, str, int]]:
    """Each thing that must be told, with its file and line."""
    found = []
    for one in MISTAKES:
        for told in one.told:
            file = told.file or one.file
            text = (folder / file).read_text("utf-8")
            found.append((told, file, line_of(text, told.at) + told.below if told.at else 0))
    return found


def compare(messages: list[Heard], wanted: list[tuple[Told, str, int]]) -> None:
    """Each expected message came, and no other."""
    missing = [
        f"{file}:{line}: {told.cause} → {told.remedy}"
        for told, file, line in wanted
        if not any(one.fits(told, file, line) for one in messages)
    ]
    beyond = [str(one) for one in messages if not any(one.fits(told, file, line) for told, file, line in wanted)]
    assert (missing, beyond) == ([], []), "\n".join(["missing:", *missing, "beyond:", *beyond])


def test_there_are_enough_mistakes():
    assert len(MISTAKES) >= 60 and sum(len(one.told) for one in MISTAKES) >= 80


def test_every_mistake_is_told_and_nothing_else(planted):
    compare(heard(planted), expected(planted))


@pytest.mark.slow
def test_every_mistake_is_told_in_a_checkout_of_windows(planted, tmp_path):
    """The same files with CRLF newlines."""
    folder = tmp_path / "cursus"
    shutil.copytree(planted, folder)
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix in {".md", ".yml", ".svg", ".txt", ".js", ".css", ".json", ".html"}:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    compare(heard(folder), expected(planted))


@pytest.mark.slow
def test_every_mistake_is_told_on_a_console_of_windows(planted):
    """Output in a code page that knows neither arrow nor every letter."""
    compare(heard(planted, PYTHONIOENCODING="cp1252"), expected(planted))


UNREADABLE = {
    "docs/3-groepsbegeleider/draaiboek.md": ("is geen UTF-8", lambda text: text.encode("cp1252", "replace")),
    "quizzes/introductie.yml": ("een [ of { wordt geopend", lambda text: f"x: [\n{text}".encode()),
    "quizzes/1-groep/keuze.yml": ("onbekend type", lambda text: text.replace("type: truefalse", "type: tf").encode()),
}


@pytest.mark.parametrize("file", UNREADABLE)
@pytest.mark.slow
def test_what_only_follows_from_a_file_that_cannot_be_read_is_not_told(file, tmp_path):
    """Else an author is told to take sources away, to count one chapter fewer and to mend links that are right."""
    folder = copy_course(tmp_path)
    cause, spoil = UNREADABLE[file]
    (folder / file).write_bytes(spoil((folder / file).read_text("utf-8")))
    new = [problem for problem in told_of(folder) if problem.fatal and problem not in problems()]
    assert [(problem.place.file, cause in problem.cause) for problem in new] == [(file, True)], new


def told_of(folder: Path) -> list[Problem]:
    course, problems = read_course(folder)
    return list(editor.everything(course, problems))
