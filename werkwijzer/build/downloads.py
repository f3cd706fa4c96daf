"""What a site offers to take along: the files of `dist/`, copied into the site and listed where a page holds `/// downloads`."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from werkwijzer.base.files import read_file, write_file
from werkwijzer.base.words import words
from werkwijzer.render.pages import render

FOLDER = "downloads"
_KINDS = {".pdf": "PDF", ".epub": "EPUB", ".zip": "ZIP", ".html": "HTML"}
_PLACE = re.compile(r"<ww-downloads\b.*?</ww-downloads>", re.S)
_CHAPTER = re.compile(r"hoofdstuk-(\d+)(?:-(\d+))?-[a-z]")
_TAKE = re.compile(
    r'<p class="ww-take" data-file="(?P<file>[^"]+)"(?: data-else="(?P<otherwise>[^"]+)")?>\s*(?:<a href="(?P<link>[^"]+)")?.*?</p>\n?',
    re.S,
)
"""Where a page offers one file: at the foot of a chapter, or a paragraph with one link and `{ .ww-take data-file="werkboek.pdf" }`."""


@dataclass(frozen=True)
class Download:
    """A file in `dist/`: its name, what it is in words, its kind and its size in bytes."""

    name: str
    title: str
    kind: str
    size: int

    @property
    def amount(self) -> str:
        """1,4 MB"""
        return f"{self.size / 1e6:.1f} MB".replace(".", ",") if self.size >= 1e5 else f"{max(1, round(self.size / 1e3))} kB"


def downloads(root: Path) -> list[Download]:
    """What stands ready in `dist/`, in the order of the words; a file without words of its own comes last, under its name."""
    titles = list(words()["downloads"])
    found = [path for path in (root / "dist").glob("*") if path.suffix in _KINDS and path.is_file()]
    rank = {path: (titles.index(_key(path)) if _key(path) in titles else len(titles), path.name) for path in found}
    return [_download(path) for path in sorted(found, key=rank.__getitem__)]


def _key(path: Path) -> str:
    """Under which name the words know a file: without its ending, unless two files differ in that alone."""
    return path.name if path.name in words()["downloads"] else path.stem


def _download(path: Path) -> Download:
    return Download(path.name, _title(path), _KINDS[path.suffix], path.stat().st_size)


def _title(path: Path) -> str:
    """What readers call a file: its own words, or the number of the chapter that it holds, or its name."""
    said, chapter = words()["downloads"], _CHAPTER.match(path.stem)
    if chapter and _key(path) not in said:
        return said["chapter"].format(number=".".join(filter(None, chapter.groups())))
    return said.get(_key(path), path.name)


def publish(root: Path, site: Path) -> list[Download]:
    """Copies what stands ready into the site and names it on the pages that have a place for it."""
    ready = downloads(root)
    (site / FOLDER).mkdir(exist_ok=True)
    for one in ready:
        shutil.copyfile(root / "dist" / one.name, site / FOLDER / one.name)
    for page in site.rglob("*.html"):
        html = read_file(page)
        if _PLACE.search(html) or _TAKE.search(html):
            up = "../" * (len(page.relative_to(site).parts) - 1)
            write_file(page, with_downloads(html, ready, f"{up}{FOLDER}/"))
    return ready


def with_downloads(html: str, ready: list[Download], folder: str) -> str:
    """A page with the list in its place, and each single file in its own."""
    html = _PLACE.sub(lambda _: render("downloads", ready=ready, folder=folder), html)
    named = {one.name: one for one in ready}
    return _TAKE.sub(lambda place: _take(place, named, folder), html)


def _take(place: re.Match[str], named: dict[str, Download], folder: str) -> str:
    """One file, or else the page that tells of all files; under its own title when the words have one."""
    file, otherwise = place["file"], place["otherwise"] or place["link"]
    return render(
        "take", one=named.get(file), file=file, title=words()["downloads"].get(Path(file).stem), otherwise=otherwise, folder=folder
    )


def without_downloads(html: str) -> str:
    """A page as it is where no files stand ready."""
    return with_downloads(html, [], "")
