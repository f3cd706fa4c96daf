"""What an editor checks YAML with: each bank, case and scan has one schema, its own, and fits it."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.sites import ROOT

FILES = sorted([*(ROOT / "quizzes").rglob("*.yml"), *(ROOT / "data").glob("*/*.yml")])
GIVEN = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]


def schemas_of(path: Path) -> list[str]:
    """The schemas that the editor lays beside a file: of each the last pattern that matches decides, `!` takes it away."""
    name = path.relative_to(ROOT).as_posix()
    found = []
    for schema, patterns in GIVEN.items():
        told = [
            pattern
            for pattern in ([patterns] if isinstance(patterns, str) else patterns)
            if fnmatch(name, pattern.lstrip("!").replace("**/*", "*"))
        ]
        if told and not told[-1].startswith("!"):
            found.append(schema)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_fits_the_one_schema_that_it_has(path):
    of_data = path.is_relative_to(ROOT / "data")
    assert schemas_of(path) == [f"data/schema/{path.parent.name}.schema.json" if of_data else "quizzes/schema/bank.schema.json"]
    schema = json.loads((ROOT / schemas_of(path)[0]).read_text("utf-8"))
    said = [
        error.message for error in Draft202012Validator(schema).iter_errors(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    ]
    assert said == []


def test_a_line_for_the_editor_in_a_bank_leads_to_a_schema():
    for path in FILES:
        first = path.read_text("utf-8").partition("\n")[0]
        if "$schema=" in first:
            assert (path.parent / first.rpartition("$schema=")[2]).resolve().is_file(), path
