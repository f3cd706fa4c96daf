"""Every command says what it has to say on every terminal: Windows' own code pages, plain ASCII, a locale that is not set."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import course
from tests.sites import ROOT
from werkwijzer.base.console import NAME, plain, speak_plainly

pytestmark = pytest.mark.slow

CONSOLES = {
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
BROKEN = course.BANK.replace("correct: true", "corect: true", 1)


def said(folder: Path, console: str, *command: str) -> tuple[int, str]:
    """How a command ends and all that it says, as its terminal shows it."""
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8")}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, env={**clean, **CONSOLES[console], "NO_MKDOCS_2_WARNING": "1"}
    )
    text = (done.stdout + done.stderr).decode(CONSOLES[console].get("PYTHONIOENCODING", "ascii"), "replace")
    assert "Traceback" not in text and "UnicodeEncodeError" not in text, text
    return done.returncode, text


def with_hooks(folder: Path, bank: str) -> Path:
    config = course.make(folder, bank=bank) / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + f"hooks:\n  - {(ROOT / 'hooks/course.py').as_posix()}\n", "utf-8")
    return folder


@pytest.mark.parametrize("console", CONSOLES)
def test_check_tells_a_mistake(tmp_path, console):
    code, text = said(course.make(tmp_path, bank=BROKEN), console, "werkwijzer", "check")
    assert (
        code == 1
        and f'{course.KEY}.yml:16: vraag voorbeeld-choice, optie norm: onbekende sleutel "corect"' in text
        and 'Bedoelde je "correct"?' in text
    )


@pytest.mark.parametrize("console", ["cp1252", "C"])
def test_build_tells_a_mistake(tmp_path, console):
    code, text = said(with_hooks(tmp_path, BROKEN), console, "werkwijzer", "build")
    assert (
        code == 1
        and f'{course.KEY}.yml:16: vraag voorbeeld-choice, optie norm: onbekende sleutel "corect"' in text
        and 'Bedoelde je "correct"?' in text
    )


@pytest.mark.parametrize("command", ["doctor", "generate", "links"])
def test_other_commands_work(tmp_path, command):
    code, text = said(course.make(tmp_path), "cp437", "werkwijzer", command)
    assert code == 0 and text.strip()


def test_build_and_export_work(tmp_path):
    folder = with_hooks(tmp_path, course.BANK)
    code, text = said(folder, "cp437", "werkwijzer", "build")
    assert code == 0 and "alle links en ankers kloppen" in text
    code, text = said(folder, "cp437", "werkwijzer", "export", "epub")
    assert code == 0 and "dist" in text, text


def test_figures_as_json_come_whole_out_of_any_pipe(tmp_path):
    code, text = said(
        course.make(tmp_path, bank=BROKEN.replace("corect:", '"corect→é":')), "cp1252", "werkwijzer", "check", "--report", "json"
    )
    assert code == 1 and any("corect→é" in problem["cause"] for problem in json.loads(text)["problems"])


@pytest.mark.parametrize("sign,shown", [("→", "->"), ("✓", "ok"), ("’", "'"), ("é", "e"), ("\U0001f600", "?"), ("½", "1/2"), ("②", "2")])
def test_signs_look_like_themselves(sign, shown):
    assert plain(sign) == shown


@given(st.text(max_size=40))
def test_no_text_is_refused(text):
    speak_plainly()
    assert text.encode("ascii", NAME).decode("ascii") or not text


# outside a course


@pytest.mark.parametrize("command", ["check", "build", "links", "generate", "export"])
def test_outside_a_course_every_command_says_so(tmp_path, command):
    (tmp_path / "docs").mkdir()
    code, text = said(tmp_path, "cp1252", "werkwijzer", command, *(["epub"] if command == "export" else []))
    assert code == 1 and "Hier staat geen cursus" in text and "--root" in text and "0 fouten" not in text
    assert list(tmp_path.iterdir()) == [tmp_path / "docs"], "nothing is made there"


def test_outside_a_course_one_can_ask_for_help_and_look_at_the_machine(tmp_path):
    assert said(tmp_path, "cp1252", "werkwijzer", "check", "--help")[0] == 0
    assert "Python" in said(tmp_path, "cp1252", "werkwijzer", "doctor")[1]
