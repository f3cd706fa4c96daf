"""`make bench`: what printing costs a page, and that an unchanged or a slightly changed course costs next to nothing.

Module 1 by default; `--whole` prints the whole course, once.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("data", "docs", "quizzes", "mkdocs.yml")
EDITED = "docs/1-groep/keuze.md"
A_PAGE = 0.17  # seconds of CPU
PEAK = 260  # MiB, in which 150 pages should fit
MODULE_1 = ("--chapters", "1")


def main() -> None:
    """Prints CPU seconds and peak memory of module 1 (cold, again, and after one sentence more in one chapter), or of all."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = copy_course(Path(temporary))
        print(f"\nPDF; streven: hoogstens {A_PAGE} s CPU-tijd per bladzijde, en hoogstens {PEAK} MiB voor 150 bladzijden")
        if "--whole" in sys.argv:
            report("de hele cursus", folder, None, "cursus")
            return
        cold = report("module 1, alles nieuw", folder, None)
        report("niets gewijzigd", folder, cold)
        chapter = folder / EDITED
        chapter.write_text(chapter.read_text("utf-8").replace("\n## ", "\nEn dat kost tijd.\n\n## ", 1), "utf-8")
        report("één zin erbij", folder, cold)


def copy_course(folder: Path) -> Path:
    """The course in a folder that may be changed."""
    for name in PARTS:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def report(name: str, folder: Path, cold: float | None, document: str = "keuze") -> float:
    """Prints one row; returns the CPU seconds."""
    seconds, peak = printing(folder, MODULE_1 if document == "keuze" else ())
    pages = pages_of(folder / f"dist/{document}.pdf")
    ratio = f"{seconds / cold:>8.2f}" if cold else ""
    print(f"{name:<22}{pages:>5} blz.{seconds:>7.1f} s{seconds / pages:>8.3f} s per blz.{peak:>7.0f} MiB{ratio}", flush=True)
    return seconds


def printing(folder: Path, chosen: tuple[str, ...]) -> tuple[float, float]:
    """CPU seconds of a run and all its helpers, and the peak MiB of the largest of them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "werkwijzer", "--root", str(folder), "export", "pdf", "--what", "course", *chosen]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def pages_of(path: Path) -> int:
    from pikepdf import Pdf

    with Pdf.open(path) as pdf:
        return len(pdf.pages)
