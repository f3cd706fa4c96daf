"""Rules for old addresses: each leads to a page that is there, in one step, and stands in no other page's way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from werkwijzer.base.problems import Problem
from werkwijzer.course.moved import read_moves
from werkwijzer.course.read import Course


def check(course: Course) -> Iterator[Problem]:
    found = read_moves(course.root)
    if found is None:
        return
    moves, located = found
    pages = {page.file.removeprefix("docs/") for page in course.pages}
    count = Counter(move.old for move in moves.moved)
    onward = {move.old: move.new for move in moves.moved}
    for index, move in enumerate(moves.moved):
        place = located.place(("moved", index))
        if count[move.old] > 1:
            yield Problem(place, f"{move.old} staat {count[move.old]} keer in deze lijst", "Elk oud adres leidt naar één pagina.")
        if move.old in pages:
            yield Problem(place, f"docs/{move.old} is er nog", "Haal die pagina weg, of deze regel: op één adres staat één pagina.")
        if move.new in onward:
            yield Problem(place, f"{move.new} is zelf ook verhuisd", f"Schrijf meteen waar die nu staat: {onward[move.new]}.")
        elif move.new not in pages:
            yield Problem(place, f"docs/{move.new} is er niet", "Achter `new` hoort een pagina die er is, gerekend vanaf docs/.")
