"""Rules for every page: Blocks that exist and point somewhere, pictures with words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from werkwijzer.base.outline import Directive, Link, NamedLink
from werkwijzer.base.problems import CourseError, Problem
from werkwijzer.base.source import Page
from werkwijzer.components import by_block
from werkwijzer.course.read import Course


def check(course: Course) -> Iterator[Problem]:
    for page in course.pages:
        yield from check_directives(course, page)
        yield from check_images(page)


def check_directives(course: Course, page: Page) -> Iterator[Problem]:
    for directive in page.outline.directives:
        for cause, remedy in (*_form(directive), *_target(course, page, directive)):
            yield Problem(page.place(directive.line), cause, remedy)


def _form(directive: Directive) -> Iterator[tuple[str, str]]:
    name, known = directive.name, by_block()
    if name not in known:
        close = get_close_matches(name, known, n=1)
        yield f"onbekend blok `/// {name}`", f'Bedoelde je "{close[0]}"?' if close else f"Kies uit {', '.join(sorted(known))}."
        return
    if known[name].argument and not directive.argument:
        yield f"`/// {name}` zonder iets achter |", f"Schrijf `/// {name} | …`."
    elif known[name].argument is False and directive.argument:
        yield f"achter `/// {name}` hoort niets te staan", f"Schrijf alleen `/// {name}`."
    for option, value in directive.options.items():
        yield from _option(name, known[name].values, option, value)


def _option(name: str, allowed: Mapping[str, tuple[str, ...]], option: str, value: str) -> Iterator[tuple[str, str]]:
    if option not in allowed:
        choice = f"Kies uit {', '.join(allowed)}." if allowed else "Dit blok heeft geen opties."
        yield f'onbekende optie "{option}" bij `/// {name}`', choice
    elif value not in allowed[option]:
        yield f'"{value}" kan niet als {option}', f"Kies uit {', '.join(allowed[option])}."


def _target(course: Course, page: Page, directive: Directive) -> Iterator[tuple[str, str]]:
    """What is wrong with what a Block must show; when its data cannot be read, other rules tell of that."""
    component = by_block().get(directive.name)
    if component and directive.argument:
        try:
            yield from component.target(course, directive.argument, page)
        except CourseError:
            return


def check_images(page: Page) -> Iterator[Problem]:
    found: tuple[Link | NamedLink, ...] = (*page.outline.links, *page.outline.named_links)
    pictures = [link for link in found if link.picture]
    for line in sorted({link.line for link in pictures if not link.text.strip()}):
        yield Problem(page.place(line), "afbeelding zonder beschrijving", "Schrijf tussen de blokhaken wat er te zien is.")
