"""A small valid course for tests: one chapter, all eleven question types. `make(folder)` writes it anywhere."""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).parent
KEY = "1-deel/voorbeeld"
BANK = (HERE / "bank.yml").read_text("utf-8")
CHAPTER = (HERE / "chapter.md").read_text("utf-8")


def make(folder: Path, *, bank: str = BANK, chapter: str = CHAPTER) -> Path:
    """Writes the course into `folder`, with another bank or chapter where a test wants one."""
    write(folder / f"docs/{KEY}.md", chapter)
    write(folder / f"quizzes/{KEY}.yml", bank)
    write(folder / "docs/index.md", "# Start\n\n/// overview\n///\n")
    shutil.copy(HERE / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
