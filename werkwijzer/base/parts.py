"""Where the parts of a course stand that are a folder each: question types and page components.

Beside the engine's own an edition can bring parts of its own: `WERKWIJZER_PARTS` names folders (as PATH does) that hold
`questions/<type>/` or `components/<name>/`, with the very files that the engine's own have.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
VARIABLE = "WERKWIJZER_PARTS"


def shelves(room: str) -> list[Path]:
    """The folders in which parts of that room (`questions`, `components`) stand; the engine's own comes first."""
    further = [Path(folder).resolve() / room for folder in os.environ.get(VARIABLE, "").split(os.pathsep) if folder]
    return [PACKAGE / room, *(folder for folder in further if folder.is_dir())]


def part_folders(room: str) -> dict[str, Path]:
    """Name → folder of every part of that room, in order of name. A folder without a file is what another version left behind."""
    found = [path for shelf in shelves(room) for path in shelf.iterdir() if re.match(r"[a-z]", path.name) and _holds_files(path)]
    return {path.name: path for path in sorted(found, key=lambda path: path.name)}


def demand(folder: Path, needed: Mapping[str, bool]) -> None:
    """Ends the program, with a sentence, when the folder of a part lacks what it needs: what that is → whether it is there.

    Everything imports these folders, so that a traceback would say where they are asked for and not what is missing.
    """
    if missing := [what for what, there in needed.items() if not there]:
        sys.exit(f"{_shown(folder)}: hier ontbreekt {', '.join(missing)}\n  → CONTRIBUTING.md zegt waaruit een map bestaat.")


def _holds_files(path: Path) -> bool:
    return path.is_dir() and any(child.is_file() for child in path.iterdir())


def _shown(folder: Path) -> str:
    return folder.relative_to(PACKAGE.parent).as_posix() if folder.is_relative_to(PACKAGE.parent) else folder.as_posix()
