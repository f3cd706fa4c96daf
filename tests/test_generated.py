"""What follows from other files is fresh, or `check` and `build` say so; the ids of questions are never given to another."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import course as example
from tests.good_course import make
from tests.sites import ROOT
from werkwijzer.__main__ import main
from werkwijzer.base.problems import CourseError
from werkwijzer.build import bundles
from werkwijzer.build.generate import generate, texts
from werkwijzer.checks import banks
from werkwijzer.course import ledger
from werkwijzer.course.read import read_course

CATALOGUE = "docs/assets/js/catalogue.js"


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    folder = make(tmp_path_factory.mktemp("cursus"))
    for name in ("js", "css"):
        shutil.copytree(ROOT / "docs/assets" / name, folder / "docs/assets" / name)
    generate(folder)
    return folder


@pytest.fixture
def catalogue(course):
    """The catalogue, put back afterwards."""
    path = course / CATALOGUE
    before = path.read_text("utf-8")
    yield path
    path.write_text(before, "utf-8")


@pytest.mark.parametrize("command", [["check", "--report", "none"], ["build"]])
@pytest.mark.parametrize("spoil,cause", [
    (lambda text: text.replace("voorbeeld", "inleiding"), f"{CATALOGUE}: dit bestand volgt uit andere bestanden, en loopt daarop achter\n  → Draai `make generate`."),
    (lambda text: f"<<<<<<< HEAD\n{text}=======\n>>>>>>> werk\n", f"{CATALOGUE}:1: hier staan twee versies door elkaar (<<<<<<< en >>>>>>>)\n  → Dit bestand volgt uit andere: draai `make generate`."),
])  # fmt: skip
def test_a_file_that_is_behind_or_unfinished_stops_check_and_build(course, catalogue, command, spoil, cause):
    catalogue.write_text(spoil(catalogue.read_text("utf-8")), "utf-8")
    result = CliRunner().invoke(main, ["--root", str(course), *command])
    assert result.exit_code == 1 and cause in result.output, result.output
    assert result.output.splitlines()[-1].partition(", ")[0] == "1 fout", "and nothing else is wrong"
    assert not (course / "site").exists()


def test_words_with_two_versions_end_the_program_without_a_traceback(tmp_path):
    shutil.copytree(ROOT / "werkwijzer", tmp_path / "werkwijzer", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "werkwijzer/words.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("level:", "<<<<<<< HEAD\nlevel:\n=======\n>>>>>>> werk\nlevel:", 1), "utf-8")
    done = subprocess.run([sys.executable, "-m", "werkwijzer", "check"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.startswith("werkwijzer/words.yml:") and "twee versies" in done.stderr and "make generate" in done.stderr


# scripts without Node


@pytest.fixture
def without_node(monkeypatch):
    monkeypatch.setattr(bundles, "_node", lambda: "")


def test_a_changed_word_needs_no_node(tmp_path, without_node, monkeypatch):
    folder = small(tmp_path)
    for name in ("js", "css"):
        shutil.copytree(ROOT / "docs/assets" / name, folder / "docs/assets" / name)
    said = bundles.words()
    monkeypatch.setattr(bundles, "words", lambda: {**said, "page_timeline": {**said["page_timeline"], "timelineCopied": "Een ander woord"}})
    assert [name for name in generate(folder) if name.startswith("docs/assets/js/t") and "texts" not in name] == [
        "docs/assets/js/timeline.js"
    ]
    before, after = [(root / "docs/assets/js/timeline.js").read_text("utf-8") for root in (ROOT, folder)]
    assert "Een ander woord" in after and after.replace("Een ander woord", said["page_timeline"]["timelineCopied"]) == before


def test_a_changed_source_without_node_is_told_in_one_sentence(tmp_path, without_node, monkeypatch):
    folder = small(tmp_path)
    for name in ("js", "css"):
        shutil.copytree(ROOT / "docs/assets" / name, folder / "docs/assets" / name)
    read = bundles.read_file
    monkeypatch.setattr(bundles, "read_file", lambda path: read(path) + "//" * path.match("timeline/page.js"))
    with pytest.raises(CourseError) as told:
        generate(folder)
    assert str(told.value).splitlines()[:2] == [
        "docs/assets/js/timeline.js: de bron hiervan is veranderd, en zonder Node is het niet opnieuw te maken",
        "  → Draai `make generate`; dat haalt Node erbij.",
    ]
    assert len(str(told.value).splitlines()) == 3 and (folder / CATALOGUE).is_file(), "the rest is written"


# the ledger of ids


def small(folder: Path, bank: str = example.BANK) -> Path:
    return example.make(folder, bank=bank)


def gone(folder: Path) -> list[str]:
    return [problem.cause for problem in banks.check_gone(read_course(folder)[0])]


def write_ledger(folder: Path) -> str:
    (folder / ledger.FILE).write_text(texts(folder)[ledger.FILE], "utf-8")
    return (folder / ledger.FILE).read_text("utf-8")


def test_an_id_that_is_gone_stays_gone(tmp_path):
    folder = small(tmp_path)
    assert "voorbeeld-open\n" in write_ledger(folder) and "voorbeeld-meer\n" in write_ledger(folder), "old names too"
    example.write(folder / f"quizzes/{example.KEY}.yml", example.BANK.replace("id: voorbeeld-open", "id: voorbeeld-anders"))
    said = write_ledger(folder)
    assert "voorbeeld-open vervallen\n" in said and "voorbeeld-anders\n" in said and gone(folder) == []
    small(folder)
    assert gone(folder) == ['vraag voorbeeld-open: id "voorbeeld-open" hoorde bij een vraag die weg is']
    assert write_ledger(folder) == said.replace("voorbeeld-anders\n", "voorbeeld-anders vervallen\n"), (
        "nothing brings it back but an author"
    )


def test_a_question_that_says_what_it_was_called_is_not_gone(tmp_path):
    folder = small(tmp_path)
    write_ledger(folder)
    example.write(
        folder / f"quizzes/{example.KEY}.yml", example.BANK.replace("id: voorbeeld-open", "id: voorbeeld-anders\n    was: [voorbeeld-open]")
    )
    assert ledger.GONE not in write_ledger(folder)


def test_nothing_is_gone_while_a_bank_cannot_be_read_or_a_preview_runs(tmp_path):
    folder = small(tmp_path)
    before = write_ledger(folder)
    small(folder, "chapter: [\n")
    assert write_ledger(folder) == before
    small(folder, example.BANK.replace("id: voorbeeld-open", "id: voorbeeld-anders"))
    assert ledger.FILE not in generate(folder, preview=True) and (folder / ledger.FILE).read_text("utf-8") == before


def test_a_ledger_with_two_versions_is_laid_together(tmp_path):
    folder = small(tmp_path)
    example.write(folder / ledger.FILE, "<<<<<<< HEAD\neen\n=======\ntwee vervallen\n>>>>>>> werk\n")
    assert {"een vervallen", "twee vervallen", "voorbeeld-open"} <= set(write_ledger(folder).splitlines())
