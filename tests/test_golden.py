"""Bad banks with the exact words that their author hears. A case is a file in `golden/`: lines that are added to a good bank.

`WRITE_GOLDEN=1 pytest tests/test_golden.py` writes the expected texts anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import course
from werkwijzer.base.problems import report
from werkwijzer.checks import check_course
from werkwijzer.course.read import read_course

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.stem for path in GOLDEN.glob("*.yml"))


def said(folder: Path) -> str:
    """What `werkwijzer check` prints for the course in `folder`."""
    loaded, problems = read_course(folder)
    return report([*problems, *check_course(loaded)])


def test_there_are_enough_cases():
    assert len(CASES) >= 25


def test_the_good_bank_is_good(tmp_path):
    assert said(course.make(tmp_path)) == "0 fouten"


@pytest.mark.parametrize("case", CASES)
def test_bad_bank(case, tmp_path):
    added = (GOLDEN / f"{case}.yml").read_text("utf-8")
    heard = said(course.make(tmp_path, bank=course.BANK + added)) + "\n"
    expected = GOLDEN / f"{case}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        expected.write_text(heard, "utf-8")
    assert heard == expected.read_text("utf-8")
    assert "Traceback" not in heard and not heard.startswith("0 fouten")
