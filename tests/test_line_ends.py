"""What Git, Windows or an editor makes of the ends of lines, and puts in front of a file, changes nothing."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests import course
from tests.sites import ROOT, built, copy_course, once
from werkwijzer.base.files import read_file, text_of, write_file
from werkwijzer.build.generate import stale
from werkwijzer.checks import check_course, editor
from werkwijzer.course.read import read_course

TEXT = {".css", ".html", ".j2", ".js", ".json", ".md", ".py", ".svg", ".txt", ".webmanifest", ".yml"}
WRITTEN_BY_AUTHORS = ("docs", "quizzes", "data")
BOM = "\ufeff".encode()


def windows(folder: Path) -> Path:
    """`folder` as a checkout on Windows leaves it, and as an editor there saves what authors write: with a BOM in front."""
    for path in [path for path in folder.rglob("*") if path.suffix in TEXT and path.is_file()]:
        front = BOM if path.suffix in (".md", ".yml", ".txt") and path.relative_to(folder).parts[0] in WRITTEN_BY_AUTHORS else b""
        path.write_bytes(front + path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return folder


@pytest.fixture(scope="session")
def from_windows(shared) -> Path:
    """The whole course with CRLF and BOM, built."""
    return once(shared / "course-crlf", lambda folder: built("mkdocs", windows(copy_course(folder / "course")))) / "course"


def test_a_course_from_windows_has_the_same_problems(tmp_path):
    folder = windows(copy_course(tmp_path / "course"))
    there, problems = read_course(folder)
    here = read_course(ROOT)[0]
    assert [*problems, *check_course(there), *editor.review(there)] == []
    assert there.pages == here.pages and there.banks == here.banks
    assert stale(folder) == []


@pytest.mark.xdist_group("course-crlf")
@pytest.mark.slow
def test_a_course_from_windows_gives_the_same_pages(from_windows, site):
    pages = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    assert pages == sorted(path.relative_to(from_windows / "site") for path in (from_windows / "site").rglob("*.html"))
    changed = [str(page) for page in pages if text_of((site / page).read_bytes()) != text_of((from_windows / "site" / page).read_bytes())]
    assert changed == []


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("front", ["", "\ufeff"])
def test_a_mistake_is_reported_on_its_line(tmp_path, ends, front):
    bank = course.BANK.replace("correct: true", "corect: true", 1)
    folder = course.make(tmp_path)
    (folder / f"quizzes/{course.KEY}.yml").write_bytes((front + bank).replace("\n", ends).encode())
    (folder / f"docs/{course.KEY}.md").write_bytes((front + course.CHAPTER).replace("\n", ends).encode())
    loaded, problems = read_course(folder)
    line = bank[: bank.index("corect")].count("\n") + 1
    assert [problem.place.line for problem in problems if "corect" in problem.cause] == [line]
    assert loaded.chapters[0].page.offset == course.CHAPTER[: course.CHAPTER.index("\n---\n") + 5].count("\n")


def test_files_are_written_alike_on_every_system(tmp_path):
    write_file(tmp_path / "a/b.txt", "een\ntwee\n")
    assert (tmp_path / "a/b.txt").read_bytes() == b"een\ntwee\n" and read_file(tmp_path / "a/b.txt") == "een\ntwee\n"


def test_there_is_one_reader_of_text():
    """Whatever reads or writes text by itself gets line ends and marks wrong sooner or later."""
    found = {
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in [*(ROOT / "werkwijzer").rglob("*.py"), *(ROOT / "hooks").glob("*.py")]
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"\.(?:read|write)_text\(|(?<![\w.])open\(", line)
    }
    assert found == set()


def test_git_gives_every_clone_the_same_ends():
    """A clone with `core.autocrlf=true` too: a shell script or Makefile with CRLF does not run."""
    asked = ["Makefile", ".ci/run", "docs/index.md", "requirements/run.txt", "werkwijzer/words.yml"]
    told = subprocess.run(["git", "check-attr", "eol", "--", *asked], cwd=ROOT, capture_output=True, text=True)
    if told.returncode:
        pytest.skip("no clone")
    assert [line.rpartition(" ")[2] for line in told.stdout.splitlines()] == ["lf"] * len(asked)


def test_no_file_in_the_repository_has_other_ends():
    listed = subprocess.run(["git", "ls-files", "--eol"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("no clone")
    assert [line for line in listed.stdout.splitlines() if line.startswith(("i/crlf", "i/mixed")) and "attr/-text" not in line] == []
