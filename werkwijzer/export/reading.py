"""Page components to read, in a book on paper or on an e-reader: what a component asks on a screen, a reader does in the head."""

from __future__ import annotations

from werkwijzer.base.words import words
from werkwijzer.components.case import FOLDER as CASES
from werkwijzer.components.case import Case
from werkwijzer.components.reread import links
from werkwijzer.components.scan import FOLDER as SCANS
from werkwijzer.components.scan import Scan
from werkwijzer.export.templates import render
from werkwijzer.render.paper import letter

PRACTICE = ("casussen/*", "gereedschap/keuzehulp", "gereedschap/werkvormen", "gereedschap/zelfscan", "gereedschap/brieven")
"""Tools to read. Forms and calculators are left to the site, which prints them: a book has nothing to fill them in with."""
ON_SCREEN_ONLY = ("aftertest", "certificate", "moduletest")


def case_html(self) -> str:
    """A branching case as a game book: each choice leads to what comes of it, and from there onwards."""
    library = self.page.library
    case = library.data(f"{CASES}/{self.argument}.yml", Case)
    reread = {ending.id: links(library.course(), ending.reread) for ending in case.endings}
    return render("reading/case", case=case, reread=reread)


def scan_html(self) -> str:
    """A scan as a test on paper, with a key to count by."""
    library = self.page.library
    scan = library.data(f"{SCANS}/{self.argument}.yml", Scan)
    reread = {one.id: links(library.course(), one.reread) for one in scan.dimensions}
    said = words()["epub"]["frequency"]
    frequencies = ", ".join(said.format(value=one.value, text=one.text) for one in scan.frequencies)
    return render("reading/scan", scan=scan, reread=reread, frequencies=frequencies, letters=letters(scan))


def letters(scan: Scan) -> dict[str, list[str]]:
    """Dimension → the reactions that belong to it, as `1 A`."""
    said = words()["epub"]["letter"]
    found: dict[str, list[str]] = {dimension.id: [] for dimension in scan.dimensions}
    for number, situation in enumerate(scan.situations, 1):
        for reaction in situation.reactions:
            found[reaction.dimension].append(said.format(situation=number, letter=letter(situation.reactions, reaction.id)))
    return found


OF_COMPONENTS = {"case": case_html, "scan": scan_html, **dict.fromkeys(ON_SCREEN_ONLY, lambda self: render("reading/nothing"))}


def to_read(block):
    """The Block of a component with the HTML that it has in a book; any other Block as it is."""
    html = OF_COMPONENTS.get(block.NAME)
    return type(block.__name__, (block,), {"html": html}) if html else block
