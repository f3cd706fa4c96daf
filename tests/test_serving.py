"""`make serve` while an author makes mistakes: the browser shows the sentences, and the course again when they are mended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import course
from tests.sites import ROOT

pytestmark = pytest.mark.slow

BANK = f"quizzes/{course.KEY}.yml"
BROKEN = course.BANK.replace("correct: true", "corect: true", 1)
PATIENCE = 120
"""Seconds; nothing waits this long unless it fails, or the machine is very busy."""


def with_hooks(folder: Path) -> Path:
    config = course.make(folder) / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + f"hooks:\n  - {(ROOT / 'hooks/course.py').as_posix()}\n", "utf-8")
    return folder


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextmanager
def served(folder: Path, port: int) -> Iterator[str]:
    """The course in `folder`, served; its address."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (folder / "serve.log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def got(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def wait_for(url: str, right: Callable[[int, str], bool]) -> str:
    """The page, as soon as it is right."""
    end = time.monotonic() + PATIENCE
    while not right(*(answer := got(url))):
        assert time.monotonic() < end, answer
        time.sleep(0.1)
    return answer[1]


def is_course(status: int, page: str) -> bool:
    return status == 200 and "ww-quiz" in page


def is_trouble(status: int, page: str) -> bool:
    return status == 503 and f"{BANK}:16: vraag voorbeeld-choice, optie norm: onbekende sleutel &quot;corect&quot;" in page


def test_a_mistake_shows_in_the_browser_and_goes_when_mended(tmp_path):
    folder = with_hooks(tmp_path)
    with served(folder, free_port()) as url:
        page = f"{url}{course.KEY}/"
        wait_for(page, is_course)
        course.write(folder / BANK, BROKEN)
        said = wait_for(page, is_trouble)
        assert "Bedoelde je &quot;correct&quot;?" in said and "/livereload/" in said and "http" not in said, (
            "the page asks no other host for anything"
        )
        epoch = int(got(f"{url}livereload/0/1")[1])
        course.write(folder / BANK, course.BANK)
        wait_for(page, is_course)
        assert int(got(f"{url}livereload/{epoch}/1")[1]) > epoch, "the page hears that it may reload"


def test_a_course_that_begins_broken_shows_so_and_goes_on_when_mended(tmp_path):
    folder = with_hooks(tmp_path)
    course.write(folder / BANK, BROKEN)
    with served(folder, free_port()) as url:
        wait_for(url, is_trouble)
        assert got(f"{url}livereload/0/1") == (200, "1")
        course.write(folder / BANK, course.BANK)
        wait_for(f"{url}{course.KEY}/", is_course)
        assert int(got(f"{url}livereload/0/1")[1]) > 1


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_port_that_is_taken_gives_a_sentence(tmp_path, engine):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", engine, "serve", "-f", "mkdocs.yml", "--dev-addr", f"127.0.0.1:{port}"]
        done = subprocess.run(
            command,
            cwd=with_hooks(tmp_path),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
        )
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert f"Poort {port} is bezet" in done.stderr and "make serve PORT=" in done.stderr
