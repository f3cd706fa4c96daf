"""Rules for every page: Blocks that exist and point somewhere, figures with words, links that lead to a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath

from werkwijzer.components import components
from werkwijzer.course import Course
from werkwijzer.outline import Directive, directives, prose
from werkwijzer.problems import Place, Problem
from werkwijzer.source import Page
from werkwijzer.words import words

NEEDS_ARGUMENT = {"quiz", "question", "plan", "chapters", "figure", "stap", "brief", *words()["card"], *(one.name for one in components().values() if one.argument)}
KNOWN = {*NEEDS_ARGUMENT, "overview", "record", "uses", "offline", "downloads", *(one.name for one in components().values() if one.written)}
OPTIONS = {"quiz": {"behaviour": ("practice", "test"), "confidence": ("true", "false")}}
_IMAGE = re.compile(r"!\[([^\]]*)\]\(")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_EXTERNAL = re.compile(r"^[a-z][a-z0-9+.-]*:|^//")


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        yield from check_directives(course, page)
        yield from check_images(page)
        yield from check_links(course, page)
    yield from check_placed(course)


def check_directives(course: Course, page: Page) -> Iterator[Problem]:
    for directive in directives(page.text):
        for cause, remedy in (*_form(directive), *_target(course, directive)):
            yield Problem(Place(page.file, directive.line + page.offset), cause, remedy)


def _form(directive: Directive) -> Iterator[tuple[str, str]]:
    name = directive.name
    if name not in KNOWN:
        close = get_close_matches(name, KNOWN, n=1)
        yield f"onbekend blok `/// {name}`", f'Bedoelde je "{close[0]}"?' if close else f"Kies uit {', '.join(sorted(KNOWN))}."
    elif name in NEEDS_ARGUMENT and not directive.argument:
        yield f"`/// {name}` zonder iets achter |", f"Schrijf `/// {name} | …`."
    for option, value in directive.options.items():
        allowed = OPTIONS.get(name, {})
        if name in KNOWN and option not in allowed:
            yield f'onbekende optie "{option}" bij `/// {name}`', f"Kies uit {', '.join(allowed)}." if allowed else "Dit blok heeft geen opties."
        elif name in KNOWN and value not in allowed[option]:
            yield f'"{value}" kan niet als {option}', f"Kies uit {', '.join(allowed[option])}."


def _target(course: Course, directive: Directive) -> Iterator[tuple[str, str]]:
    name, argument = directive.name, directive.argument
    if not argument:
        return
    if name in ("quiz", "question"):
        yield from _bank_target(course, argument, single=name == "question")
    elif name in ("figure", "stap") and not (course.root / "docs/assets/figuren" / argument).is_file():
        yield f"figuur {argument} staat niet in docs/assets/figuren", "Klopt de naam, met .svg erachter?"
    elif name == "plan" and argument not in (loaded.chapter.id for loaded in course.chapters):
        yield f'geen hoofdstuk met id "{argument}"', "Achter | hoort het id van het hoofdstuk."
    elif name == "chapters" and not course.chapters_in(argument):
        yield f"geen hoofdstukken in docs/{argument}", "Achter | hoort de map van de module."
    elif name in components():
        yield from components()[name].target(course, argument)


def _bank_target(course: Course, argument: str, *, single: bool) -> Iterator[tuple[str, str]]:
    key, _, id_ = argument.partition("#")
    loaded = course.banks.get(key)
    if loaded is None:
        if not (course.root / "quizzes" / f"{key}.yml").is_file():
            close = get_close_matches(key, course.banks, n=1)
            yield f"bank quizzes/{key}.yml bestaat niet", f'Bedoelde je "{close[0]}"?' if close else "Maak de bank, of verbeter het pad."
    elif single and id_ not in loaded.bank.by_id:
        close = get_close_matches(id_, loaded.bank.by_id, n=1)
        yield f'vraag "{id_}" staat niet in quizzes/{key}.yml', f'Bedoelde je "{key}#{close[0]}"?' if close else "Schrijf `bank#id`."


def check_images(page: Page) -> Iterator[Problem]:
    for number, line in prose(page.text):
        if any(not alt.strip() for alt in _IMAGE.findall(line)):
            yield Problem(Place(page.file, number + page.offset), "afbeelding zonder beschrijving", "Schrijf tussen de blokhaken wat er te zien is.")


def check_links(course: Course, page: Page) -> Iterator[Problem]:
    """Links to files of the course; anchors are checked in the built site, where every id is known."""
    for number, line in prose(page.text):
        for target in _LINK.findall(line):
            path = target.partition("#")[0]
            if not path or _EXTERNAL.match(target):
                continue
            file = normpath(join(dirname(page.file), path))
            if path.startswith("/") or not (course.root / file).is_file():
                yield Problem(Place(page.file, number + page.offset), f"link naar {path} leidt nergens heen", "Schrijf het pad vanaf deze pagina, met .md erachter.")


def check_placed(course: Course) -> Iterator[Problem]:
    """Every bank is shown in full by its own chapter, and no question stands twice on a page."""
    for loaded in course.chapters:
        found = directives(loaded.page.text)
        shown = [directive for directive in found if directive.name == "quiz" and directive.argument == loaded.key]
        if loaded.bank and not shown:
            yield Problem(loaded.page.meta.place(), "het hoofdstuk toont zijn vragenbank niet", f"Zet `/// quiz | {loaded.key}` onder het kopje Toets jezelf.")
    for page in course.pages:
        count = Counter(directive.argument for directive in directives(page.text) if directive.name in ("question", "quiz"))
        for directive in directives(page.text):
            if directive.name in ("question", "quiz") and count[directive.argument] > 1:
                yield Problem(Place(page.file, directive.line + page.offset), f'"{directive.argument}" staat {count[directive.argument]} keer op deze pagina', "Laat er één staan.")
