"""Rules for every page: Blocks that exist and point somewhere, pictures with words, questions where they belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import basename

from werkwijzer.base.outline import Directive
from werkwijzer.base.problems import CourseError, Problem
from werkwijzer.base.source import Page
from werkwijzer.base.words import words
from werkwijzer.checks import figures
from werkwijzer.components import components
from werkwijzer.course.read import Course, page_key

NEEDS_ARGUMENT = {
    "quiz",
    "question",
    "plan",
    "chapters",
    "figure",
    "stap",
    "brief",
    *words()["card"],
    *(one.name for one in components().values() if one.argument),
}
KNOWN = {*NEEDS_ARGUMENT, "overview", "record", "uses", "offline", "downloads", *(one.name for one in components().values() if one.written)}
TAKES_TEXT = frozenset({"plan", "figure", "stap", "brief", "uses", *words()["card"]})
"""Blocks that show the text that stands in them; the others are made whole."""
OPTIONS = {"quiz": {"behaviour": ("practice", "test"), "confidence": ("true", "false")}}


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        yield from check_directives(course, page)
        yield from check_images(page)
        yield from check_own(course, page)
    yield from check_placed(course)


def check_directives(course: Course, page: Page) -> Iterator[Problem]:
    for directive in page.outline.directives:
        for cause, remedy in (*_form(directive), *_target(course, page, directive)):
            yield Problem(page.place(directive.line), cause, remedy)


def _form(directive: Directive) -> Iterator[tuple[str, str]]:
    name = directive.name
    if name not in KNOWN:
        close = get_close_matches(name, KNOWN, n=1)
        yield f"onbekend blok `/// {name}`", f'Bedoelde je "{close[0]}"?' if close else f"Kies uit {', '.join(sorted(KNOWN))}."
    elif name in NEEDS_ARGUMENT and not directive.argument:
        yield f"`/// {name}` zonder iets achter |", f"Schrijf `/// {name} | …`."
    elif name not in NEEDS_ARGUMENT and directive.argument:
        yield f"achter `/// {name}` hoort niets te staan", f"Schrijf alleen `/// {name}`."
    for option, value in directive.options.items():
        allowed = OPTIONS.get(name, {})
        if name in KNOWN and option not in allowed:
            yield (
                f'onbekende optie "{option}" bij `/// {name}`',
                f"Kies uit {', '.join(allowed)}." if allowed else "Dit blok heeft geen opties.",
            )
        elif name in KNOWN and value not in allowed[option]:
            yield f'"{value}" kan niet als {option}', f"Kies uit {', '.join(allowed[option])}."


def _target(course: Course, page: Page, directive: Directive) -> Iterator[tuple[str, str]]:
    name, argument = directive.name, directive.argument
    if not argument:
        return
    if name in ("quiz", "question"):
        yield from _bank_target(course, argument, single=name == "question")
    elif name in figures.SHOW and not (course.root / figures.FOLDER / argument).is_file():
        yield f"figuur {argument} staat niet in docs/assets/figuren", "Klopt de naam, met .svg erachter?"
    elif name == "plan" and course.lacks_chapter(argument):
        own = course.chapter(page_key(page))
        yield (
            f'geen hoofdstuk met id "{argument}"',
            f"Schrijf `/// plan | {own.chapter.id}`." if own else "Achter | hoort het id van het hoofdstuk.",
        )
    elif name == "chapters" and not course.chapters_in(argument):
        yield f"geen hoofdstukken in docs/{argument}", "Achter | hoort de map van de module."
    elif name in components():
        yield from _component_target(course, name, argument)


def _component_target(course: Course, name: str, argument: str) -> Iterator[tuple[str, str]]:
    """What is wrong with what a component must show; when its data cannot be read, its own rules tell of that."""
    try:
        yield from components()[name].target(course, argument)
    except CourseError:
        return


def _bank_target(course: Course, argument: str, *, single: bool) -> Iterator[tuple[str, str]]:
    key, _, id_ = argument.partition("#")
    loaded = course.banks.get(key)
    if loaded is None:
        if not (course.root / "quizzes" / f"{key}.yml").is_file():
            close = [bank for bank in course.banks if basename(bank) == basename(key)] or get_close_matches(key, course.banks, n=1)
            yield f"bank quizzes/{key}.yml bestaat niet", f'Bedoelde je "{close[0]}"?' if close else "Maak de bank, of verbeter het pad."
    elif single and id_ not in loaded.bank.by_id:
        close = get_close_matches(id_, loaded.bank.by_id, n=1)
        yield f'vraag "{id_}" staat niet in quizzes/{key}.yml', f'Bedoelde je "{key}#{close[0]}"?' if close else "Schrijf `bank#id`."


def check_images(page: Page) -> Iterator[Problem]:
    pictures = [link for link in (*page.outline.links, *page.outline.named_links) if link.picture]
    for line in sorted({link.line for link in pictures if not link.text.strip()}):
        yield Problem(page.place(line), "afbeelding zonder beschrijving", "Schrijf tussen de blokhaken wat er te zien is.")


def check_own(course: Course, page: Page) -> Iterator[Problem]:
    """A question leads back to a heading of its own chapter, so it stands on that chapter's page."""
    for directive in page.outline.directives:
        key = directive.argument.partition("#")[0]
        if directive.name in ("quiz", "question") and course.chapter(key) and page_key(page) != key:
            what = "deze bank hoort" if directive.name == "quiz" else "deze vraag hoort"
            yield Problem(
                page.place(directive.line),
                f"{what} bij docs/{key}.md",
                "Zet haar op die pagina, of verwijs ernaar met een link.",
            )


def check_placed(course: Course) -> Iterator[Problem]:
    """Every bank is shown in full by its own chapter, and no question stands twice on a page."""
    for loaded in course.chapters:
        found = loaded.page.outline.directives
        shown = [directive for directive in found if directive.name == "quiz" and directive.argument == loaded.key]
        if loaded.bank and not shown:
            yield Problem(
                loaded.page.meta.place(),
                "het hoofdstuk toont zijn vragenbank niet",
                f"Zet `/// quiz | {loaded.key}` onder het kopje Toets jezelf.",
            )
    for page in course.pages:
        count = Counter(directive.argument for directive in page.outline.directives if directive.name in ("question", "quiz"))
        for directive in page.outline.directives:
            if directive.name in ("question", "quiz") and count[directive.argument] > 1:
                yield Problem(
                    page.place(directive.line),
                    f'"{directive.argument}" staat {count[directive.argument]} keer op deze pagina',
                    "Laat er één staan.",
                )
