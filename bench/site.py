"""`make bench`: what this very course costs to build, against the same Markdown with its Blocks taken out under stock Material; and how long a build
takes after something is saved while serving (the watching, at most 0.6 s, comes on top)."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import yaml

from bench.building import build, fresh
from tests.rebuilding import rebuilding, rebuilt
from tests.sites import ROOT, copy_course

AIMS = {"alles nieuw": 2.0, "niets gewijzigd": 1.25, "geheugen": 1.6}
A_SAVE = 1.5  # seconds, from saving to the new page
PAIRS = 5
_BLOCK_LINE = re.compile(r"^ */{3,}.*\n(?: {4,}[\w-]+:.*\n)*", re.M)
_TEMPLATE = re.compile(r"^template: .*\n", re.M)
EDITS = {
    "een hoofdstuk": ("docs/1-groep/keuze.md", "\n## ", "\nEn dat kost tijd.\n\n## "),
    "een vragenbank": ("quizzes/1-groep/keuze.yml", "explanation: ", "explanation: Kortom, "),
    "een begrip": ("docs/over/begrippen.md", "Alleen mensen toelaten", "Slechts mensen toelaten"),
    "een gegevensbestand": ("data/canvas.yml", "intro: |\n  Eén vel", "intro: |\n  Een vel"),
    "een sjabloon": ("overrides/partials/ww-footer.html", "<p><strong>", "<p>Anders: <strong>"),
    "een sjabloon van een onderdeel": ("werkwijzer/components/canvas/web.html.j2", "<ww-canvas ", '<ww-canvas data-new="1" '),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = copy_course(Path(folder, "met")), plain_course(Path(folder, "zonder"))
        build(ours)  # Python keeps what it made of the copied engine
        cold, again, memory = zip(*(pair(ours, plain) for _ in range(PAIRS)), strict=True)
        print("\nDeze cursus / dezelfde tekst zonder blokken in gewoon Material; CPU-tijd en geheugen")
        for (name, aim), ratios in zip(AIMS.items(), (cold, again, memory), strict=True):
            print(f"{name:<32}{median(ratios):>6.2f}   streven: hoogstens {aim}")
        print(f"\nBouwen na bewaren, tijd op de klok; streven: met het wachten erbij hoogstens {A_SAVE} s")
        for name, seconds in saves(ours):
            print(f"{name:<32}{seconds:>6.2f} s", flush=True)


def pair(ours: Path, plain: Path) -> tuple[float, float, float]:
    """Ratios of CPU time from nothing, of CPU time when nothing changed, and of memory."""
    without, cold, again = build(plain), build(fresh(ours)), build(ours)
    return cold[0] / without[0], again[0] / without[0], cold[1] / without[1]


def plain_course(folder: Path) -> Path:
    """The texts as any Material site could show them: what stands in a Block stays, what a Block makes goes."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(_TEMPLATE.sub("", _BLOCK_LINE.sub("\n", page.read_text("utf-8")), count=1), "utf-8")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    kept = {name: config[name] for name in ("site_name", "nav", "plugins")}
    extensions = [one for one in config["markdown_extensions"] if one != "werkwijzer"]
    theme = {"name": "material", "language": "nl", "font": False}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**kept, "theme": theme, "markdown_extensions": extensions}), "utf-8")
    return folder


def saves(folder: Path) -> Iterator[tuple[str, float]]:
    """What was saved, and the median of saving it and of taking that back."""
    with rebuilding(folder) as process:
        rebuilt(process, folder / "site")
        for name, (file, old, new) in EDITS.items():
            text = (folder / file).read_text("utf-8")
            assert old in text, file
            yield name, median(saved(process, folder, file, each) for each in 2 * (text.replace(old, new, 1), text))


def saved(process, folder: Path, file: str, text: str) -> float:
    (folder / file).write_text(text, "utf-8")
    start = time.perf_counter()
    rebuilt(process, folder / "site")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
