"""The course with a question type and a page component from elsewhere: `tests/parts`, which the engine is told of and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.sites import ROOT, copy_course

PARTS = Path(__file__).parent / "parts"
KEY = "introductie"
ID = "intro-tilt"
BLOCK = """
/// pledge | Ik *bel* haar
    tone: warm

Volgende week **dinsdag**.
///

/// question | introductie#intro-tilt
///
"""
LOOK = """
import json
from pathlib import Path
from werkwijzer.base.source import Located, Page
from werkwijzer.checks.pages import check_directives
from werkwijzer.components import components
from werkwijzer.course.read import read_course
from werkwijzer.export.book import Printer
from werkwijzer.export.editions import editions
from werkwijzer.export.epub.contents import documents

course, problems = read_course(Path.cwd())
assert not problems, problems
printer = Printer(course)
page = Page("docs/x.md", Located("docs/x.md", {}, {}), "/// pledge | " + "x" * 41 + "\\n    tone: hard\\n///\\n", 0)
print(json.dumps({
    "book": next(printer.html(edition) for edition in editions(course, "chapters") if edition.selection.chapters[0].key == "introductie"),
    "workbook": printer.html(next(iter(editions(course, "workbook")))),
    "key": printer.html(next(iter(editions(course, "key")))),
    "epub": {one.file: one.body for one in documents(course)},
    "wrong": [[problem.cause, problem.remedy] for problem in check_directives(course, page)],
}))
"""


def run(course: Path, *command: str, parts: Path = PARTS) -> subprocess.CompletedProcess[str]:
    """A command in the course's folder, with the engine that stands there."""
    env = {**os.environ, "WERKWIJZER_PARTS": str(parts), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, *command], cwd=course, capture_output=True, text=True, encoding="utf-8", env=env)


def make(folder: Path) -> None:
    """The course in `folder/course`, built, with the type in a bank and the component on a page."""
    course = copy_course(folder / "course")
    (course / "node_modules").symlink_to(ROOT / "node_modules")
    bank, page = course / f"quizzes/{KEY}.yml", course / f"docs/{KEY}.md"
    bank.write_text(bank.read_text("utf-8").rstrip() + "\n" + question(), "utf-8")
    text = page.read_text("utf-8")
    page.write_text(text.replace("\n## Doe het morgen", f"{BLOCK}\n## Doe het morgen", 1), "utf-8")
    for command in ("generate", "build"):
        done = run(course, "-m", "werkwijzer", command)
        assert done.returncode == 0, done.stdout + done.stderr


def question() -> str:
    """The example of the type as a question of the bank."""
    text = (PARTS / "questions/tilt/example.yml").read_text("utf-8")
    text = (
        text.replace("voorbeeld-tilt", ID)
        .replace("goal: voorbeeld", "goal: startniveau-inschatten")
        .replace("#voorbeeld", "#waarom-groepen")
    )
    first, *rest = text.rstrip().split("\n")
    return "".join(f"{line}\n" for line in (f"  - {first}", *(f"    {line}" for line in rest)))


def look(course: Path) -> dict[str, Any]:
    """What the course is on paper and in the e-book, and what is wrong with a Block that is written badly."""
    done = run(course, "-c", LOOK)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def without(folder: Path, kind: str, name: str, file: str, change=None) -> Path:
    """The parts with one of them changed: a file left out, or its text as `change` makes it."""
    shutil.copytree(PARTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / kind / name / file
    if change:
        path.write_text(change(path.read_text("utf-8")), "utf-8")
    else:
        path.unlink()
    return folder
