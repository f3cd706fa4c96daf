"""Rules for the card `ervaring`: what participants themselves said, by whom, how it was told, whom one does not hear, and where it stands.

A chapter that says it rests on experience shows it, and one that shows it says so: never a label without a voice that can be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkwijzer.base.outline import Closing, Directive
from werkwijzer.base.problems import Problem
from werkwijzer.base.source import Page
from werkwijzer.checks.survey import blocks
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.course.references import SOURCES

BASIS = CARD = "ervaring"
PARTS = ("Wie", "Hoe verteld", "Wat kwam terug", "Wie je niet hoort", "Bron", "Vraag voor je eigen groep")
_PART = re.compile(rf"\*\*({'|'.join(PARTS)}):\*\*", re.I)


def check(course: Course) -> Iterator[Problem]:
    for loaded in course.chapters:
        if loaded.sound:
            yield from check_basis(loaded)
    for page in course.pages:
        for directive in page.outline.directives:
            if directive.name == CARD:
                yield from check_card(page, directive)


def check_basis(loaded: LoadedChapter) -> Iterator[Problem]:
    cards, said = blocks(loaded, CARD), BASIS in loaded.chapter.basis
    if said and not cards:
        yield Problem(
            loaded.page.meta.place(("basis",)),
            f"`basis` noemt {BASIS}, maar er staat geen `/// {CARD}` in dit hoofdstuk",
            "Zet er een kaart met wat deelnemers zelf zeiden, met bron, of haal het woord uit `basis`.",
        )
    if cards and not said:
        place = loaded.page.place(cards[0].line)
        yield Problem(
            place, f"er staat een kaart {CARD}, maar `basis` noemt {BASIS} niet", f"Zet `{BASIS}` bij `basis` boven aan het hoofdstuk."
        )


def check_card(page: Page, directive: Directive) -> Iterator[Problem]:
    """The card names all its parts, its source stands among the sources, and it ends with something to ask."""
    place, parts = page.place(directive.line), card_parts(page, directive)
    missing = [name for name in PARTS if not parts.get(name.casefold())]
    if missing:
        yield Problem(place, f"in deze kaart {CARD} ontbreekt: {', '.join(missing)}", f"Schrijf het zo: `**{missing[0]}:** …`.")
    if parts.get("bron") and f"{SOURCES}.md#" not in parts["bron"]:
        yield Problem(
            place,
            "de bron van deze ervaring is geen link naar de bronnenlijst",
            f"Link naar `over/{SOURCES}.md#id`: wie het wil nalezen, vindt het daar.",
        )
    if (asked := parts.get(PARTS[-1].casefold())) and "?" not in asked:
        yield Problem(
            place, "de vraag voor de eigen groep heeft geen vraagteken", "Eindig met iets wat de lezer zijn eigen deelnemers kan vragen."
        )


def card_parts(page: Page, directive: Directive) -> dict[str, str]:
    """Name of a part, in small letters → what stands behind it."""
    pieces = _PART.split(card_text(page, directive))
    return {name.casefold(): text.strip() for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def card_text(page: Page, directive: Directive) -> str:
    """What stands between the line that opens a card and the line that closes it."""
    end = next((closing.line for closing in page.outline.of(Closing) if closing.line > directive.line), len(page.text))
    return "\n".join(line for number, line in page.outline.lines if directive.line < number < end)
