"""Rules for one question: what its type forbids, and what its texts must not hold."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from werkwijzer.base.model import Question
from werkwijzer.base.problems import Problem
from werkwijzer.course.parse import describe
from werkwijzer.course.read import Course, LoadedBank
from werkwijzer.render.text import dialect


def check(course: Course) -> Iterator[Problem]:
    for loaded in course.banks.values():
        for index, question in enumerate(loaded.bank.questions):
            yield from check_flaws(loaded, index, question)
            yield from check_explanation(loaded, index, question)
            yield from check_texts(loaded, index, question)


def check_flaws(loaded: LoadedBank, index: int, question: Question) -> Iterator[Problem]:
    for path, cause, remedy in question.flaws():
        yield problem(loaded, ("questions", index, *path), cause, remedy)


def check_explanation(loaded: LoadedBank, index: int, question: Question) -> Iterator[Problem]:
    if question.scored and not question.explanation:
        yield problem(loaded, ("questions", index), "geen uitleg", "Voeg `explanation:` toe: waarom is dit het antwoord?")


def check_texts(loaded: LoadedBank, index: int, question: Question) -> Iterator[Problem]:
    for path, text in question.texts():
        for token in _inline_tokens(text):
            if token.type == "image" and not token.content.strip():
                yield problem(
                    loaded, ("questions", index, *path), "afbeelding zonder beschrijving", "Schrijf tussen de blokhaken wat er te zien is."
                )
        if "](javascript:" in text.replace(" ", "").lower() or "](data:" in text.replace(" ", "").lower():
            yield problem(
                loaded,
                ("questions", index, *path),
                "een link die code kan uitvoeren",
                "Gebruik een gewoon adres (https:, mailto: of een bestand).",
            )


def _inline_tokens(text: str) -> Iterator[Token]:
    if "![" not in text:
        return
    for token in dialect().parse(text):
        yield from token.children or ()


def problem(loaded: LoadedBank, path: tuple[str | int, ...], cause: str, remedy: str, *, fatal: bool = True) -> Problem:
    """A problem at a path in a bank, with the question named."""
    return Problem(loaded.source.place(path), f"{describe(path, loaded.source.value)}: {cause}", remedy, fatal)
