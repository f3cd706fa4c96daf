"""Builds of the course for tests: any engine, with hooks or without, once a test run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("docs", "quizzes", "data", "overrides", "hooks", "werkwijzer", "mkdocs.yml")


def copy_course(folder: Path, *, hooks: bool = True) -> Path:
    """The course as it stands in the repository, in a folder that a test may change."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    if not hooks:
        config = folder / "mkdocs.yml"
        config.write_text(config.read_text("utf-8").replace("hooks:\n  - hooks/course.py\n", ""), "utf-8")
    return folder


def run(engine: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """One build in `folder`; the site lands in `folder/site`."""
    strict = [] if engine == "zensical" else ["--strict"]
    config = ["-f", "mkdocs.yml"]
    command = [sys.executable, "-m", engine, "build", *config, *strict]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def built(engine: str, folder: Path) -> Path:
    """The site that `engine` makes in `folder`."""
    done = run(engine, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """`folder`, made by the first test process that asks; the others wait for it."""
    ready = folder / ".ready"
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        deadline = time.monotonic() + 1200  # a busy machine
        while not ready.exists():
            assert time.monotonic() < deadline and not (folder / ".failed").exists(), f"{folder.name} was not made"
            time.sleep(0.05)
        return folder
    try:
        make(folder)
    except BaseException:
        (folder / ".failed").touch()
        raise
    ready.touch()
    return folder


def environment(folder: Path) -> dict[str, str]:
    """To run the engine that stands in `folder`, and the tests of this repository."""
    path = os.pathsep.join(map(str, (folder, ROOT)))
    return {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
