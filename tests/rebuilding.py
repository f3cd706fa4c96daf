"""Builds in one process, as `make serve` makes them: `python -m tests.rebuilding` in a course's folder builds into the folder that each line of its input names."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.sites import environment


@contextmanager
def rebuilding(folder: Path) -> Iterator[subprocess.Popen]:
    """The process, for `rebuilt`; it runs the engine that stands in `folder`."""
    command = [sys.executable, "-m", "tests.rebuilding"]
    with (folder / "rebuilding.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
        )
        with process:
            yield process
            process.stdin.close()


def rebuilt(process: subprocess.Popen, site: Path) -> Path:
    """The site as it is now, in that folder."""
    process.stdin.write(f"{site}\n")
    process.stdin.flush()
    assert process.stdout.readline() == "built\n", "see rebuilding.log"
    return site


def main() -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    for number, line in enumerate(sys.stdin):
        config = load_config("mkdocs.yml", site_dir=line.strip())
        if number == 0:
            config.plugins.on_startup(command="serve", dirty=False)
            sys.modules["hooks/course.py"].begun = True  # as after the first build, for which a port is wanted
        build(config)
        print("built", flush=True)


if __name__ == "__main__":
    main()
