"""The offline editions: made from the site, and the chapter in their frame."""

from __future__ import annotations

import zipfile
from pathlib import Path

from playwright.sync_api import expect

from tests.sites import ROOT
from werkwijzer.course.read import read_course
from werkwijzer.export.built import read_built
from werkwijzer.export.offline import START, write_zip
from werkwijzer.export.single import NAME as SINGLE
from werkwijzer.export.single import write_single

KEY = "1-groep/keuze"
CHAPTER = f"{KEY}/index.html"
ASKED = next(question for question in read_course(ROOT)[0].by_key[KEY].bank.bank.questions if question.type == "choice")
QUESTION = f"#vraag-{ASKED.id}"
RIGHT = f'{QUESTION} input[value="{next(option.id for option in ASKED.options if option.correct)}"]'
FRAME = "iframe:not([data-coming])"


def write(site: Path, folder: Path) -> None:
    built = read_built(site)
    write_single(built, folder)
    with zipfile.ZipFile(write_zip(built, folder)) as archive:
        archive.extractall(folder / "map met spaties")


def starts(editions: Path) -> dict[str, str]:
    return {"zip": (editions / "map met spaties" / START).as_uri(), "single": (editions / SINGLE).as_uri()}


def shown(page, key: str = KEY):
    """The chapter in the shell's frame."""
    frame = page.frame_locator(FRAME)
    expect(frame.locator(f'html[data-page="{key}/index.html"] .ww-main')).to_be_visible()
    return frame
