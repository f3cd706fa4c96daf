"""A small course of which the editor has nothing to say."""

from __future__ import annotations

from pathlib import Path

from tests import course as example

GOOD = Path(__file__).parent / "course/redactie"
FILLING = "\n\n".join(["Je zet de stoelen in een kring en wacht. Dan komen de eerste mensen binnen. " * 8 + "Wat zie jij?"] * 10)
FILES = {
    "docs/1-deel/voorbeeld.md": (GOOD / "chapter.md").read_text("utf-8").replace("VULLING", FILLING),
    "docs/index.md": (GOOD / "index.md").read_text("utf-8"),
    **{f"docs/over/{name}.md": (GOOD / f"{name}.md").read_text("utf-8") for name in ("bronnen", "begrippen", "feiten")},
    "docs/assets/figuren/1-1-voorbeeld.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>Kring</title><desc>Stoelen in een kring.</desc><text>stoelen-</text>\n<text>kring</text></svg>',
    "quizzes/1-deel/voorbeeld.yml": example.BANK,
    "data/woordenlijst.txt": "Farida\nMarlon\nLewin\n",
    "data/kaart.yml": "title: Kaart\ncards:\n  - {name: Kring, text: Zet de stoelen in een kring., id: xqz}\n",
    "data/liever-niet.yml": "middels: met\nin het kader van: voor\n",
}


def make(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """Writes the good course into `folder`, with one piece of one file replaced."""
    for path, text in FILES.items():
        assert path != file or text.count(old) == 1 or not old, f"{old!r} stands {text.count(old)} times in {file}"
        example.write(folder / path, (text.replace(old, new) if old else text + new) if path == file else text)
    return folder
