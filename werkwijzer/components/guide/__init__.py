"""`/// guide | chapter-id`: what a trainer does with a chapter when the group is together.

The authored part stands in `data/guide.yml`; goals, and what people think that is not so, come from chapter and bank.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from werkwijzer.base.model import Id, Question, Text, Value
from werkwijzer.base.problems import Place, Problem
from werkwijzer.base.source import Located, Page, Path_, read_yaml
from werkwijzer.components import Component, Use
from werkwijzer.components.listed import listed
from werkwijzer.components.training import Noun, chapter_of, check_known, format_link, formats, known_chapters, known_formats
from werkwijzer.course.bank import Bank
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.course.salvage import UNKNOWN
from werkwijzer.render.environment import environment
from werkwijzer.render.text import split_prompt

FILE = "data/guide.yml"
UP = "../../"


class FormatUse(Value):
    """An exercise format, and how to use it for this chapter."""

    id: Id
    how: Text


class Guide(Value):
    """What a chapter asks of the time together."""

    chapter: Id
    aim: Text
    minutes: Annotated[int, Field(ge=15, le=120)]
    formats: Annotated[tuple[FormatUse, ...], Field(min_length=2, max_length=3)]
    questions: Annotated[tuple[Text, ...], Field(min_length=4, max_length=6)]
    discuss: Annotated[tuple[Id, ...], Field(min_length=3, max_length=4)]
    watch: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]
    post: Text
    chat: Text


class Handbook(Value):
    """`data/guide.yml`."""

    chapters: tuple[Guide, ...]


def guides(library: Library) -> dict[str, Guide]:
    """Chapter id → its guide."""
    return {guide.chapter: guide for guide in library.data(FILE, Handbook).chapters}


def misconceptions(question: Question) -> list[tuple[str, str]]:
    """What sensible people choose instead, each with the thought behind it and why that does not hold."""
    return [(text, why) for _, text, why in question.misses()] if question.countable else []


def html(use: Use) -> str:
    """The guide, for a page two folders deep."""
    course, guide = use.library.course(), guides(use.library)[use.argument]
    loaded, known = chapter_of(course, use.argument), formats(use.library)
    used = [(known[one.id], format_link(course, one.id, UP), one.how) for one in guide.formats]
    discussed = [_discussed(*loaded.own_bank.bank.by_id[id_]) for id_ in guide.discuss]
    template = environment().get_template("components/guide/web.html.j2")
    return template.render(guide=guide, chapter=loaded.chapter, href=f"{UP}{loaded.key}.md", formats=used, discussed=discussed)


def _discussed(number: int, question: Question) -> dict:
    lead, ask = split_prompt(question.prompt)
    return {"id": question.id, "number": number, "lead": lead, "ask": ask, "wrong": misconceptions(question)}


def check(course: Course) -> Iterator[Problem]:
    if not (course.root / FILE).is_file():
        return
    library, located = Library(course.root, course), read_yaml(course.root / FILE, course.root)
    handbook = library.data(FILE, Handbook)
    banks = {loaded.chapter.id: loaded.bank.bank for loaded in course.chapters if loaded.bank}
    known = known_formats(library)
    for index, guide in enumerate(handbook.chapters):
        path = ("chapters", index)
        yield from check_known([guide.chapter], known_chapters(course, [guide.chapter]), Noun.CHAPTER, located, (*path, "chapter"))
        yield from check_known([use.id for use in guide.formats], known, Noun.FORMAT, located, (*path, "formats"))
        if bank := banks.get(guide.chapter):
            yield from _check_questions(guide, bank, located, (*path, "discuss"))
    for id_ in sorted(course.chapter_ids - {UNKNOWN, *(guide.chapter for guide in handbook.chapters)}):
        yield Problem(
            located.place(("chapters",)), f'hoofdstuk "{id_}" heeft geen handleiding', f"Schrijf hier een deel met `chapter: {id_}`."
        )


def items(course: Course) -> Iterator[tuple[str, Place]]:
    """Each chapter's guide with its line; nothing while the file cannot be read."""
    yield from listed(course, FILE, "chapters", "chapter")


def _check_questions(guide: Guide, bank: Bank, located: Located, path: Path_) -> Iterator[Problem]:
    for id_ in guide.discuss:
        if id_ not in bank.by_id:
            yield Problem(
                located.place(path), f'vraag "{id_}" staat niet in de bank van dit hoofdstuk', "Neem het id van een vraag uit de bank."
            )
        elif not misconceptions(bank.by_id[id_][1]):
            yield Problem(located.place(path), f'vraag "{id_}" heeft geen foute opties', "Neem een keuzevraag of een waar-niet-waarvraag.")


def target(course: Course, argument: str, page: Page) -> Iterator[tuple[str, str]]:
    if argument not in guides(Library(course.root, course)):
        yield f'geen handleiding voor "{argument}"', f"Achter | hoort het id van een hoofdstuk uit {FILE}."


COMPONENT = Component("guide", html, argument=True, check=check, target=target, items=items, noun="de handleiding bij")
