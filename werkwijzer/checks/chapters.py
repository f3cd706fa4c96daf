"""Rules for chapters: a bank each, ids of their own, headings that can be linked to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from werkwijzer.base.problems import Problem
from werkwijzer.base.source import Path_
from werkwijzer.course.read import Course, LoadedChapter
from werkwijzer.course.salvage import UNKNOWN_NUMBER


def check(course: Course) -> Iterator[Problem]:
    yield from check_unique(course)
    yield from check_numbers(course)
    for loaded in course.chapters:
        if loaded.bank is None and not (course.root / "quizzes" / f"{loaded.key}.yml").exists():
            yield Problem(loaded.page.meta.place(), "dit hoofdstuk heeft geen vragenbank", f"Maak quizzes/{loaded.key}.yml.")
        yield from check_goals(loaded)
        yield from check_headings(loaded)


def check_unique(course: Course) -> Iterator[Problem]:
    sound = [loaded for loaded in course.chapters if loaded.sound]
    every: dict[str, list[tuple[LoadedChapter, Path_, str]]] = {
        "hoofdstuk-id": [(loaded, ("id",), loaded.chapter.id) for loaded in sound],
        "hoofdstuknummer": [(loaded, ("number",), loaded.chapter.number) for loaded in sound],
        "doel-id": [(loaded, ("goals", i, "id"), goal.id) for loaded in sound for i, goal in enumerate(loaded.chapter.goals)],
    }
    for name, values in every.items():
        count = Counter(value for _, _, value in values)
        for loaded, path, value in values:
            if count[value] > 1:
                yield Problem(
                    loaded.page.meta.place(path),
                    f'{name} "{value}" komt {count[value]} keer voor',
                    "Elk id en nummer komt in de cursus één keer voor.",
                )


def check_numbers(course: Course) -> Iterator[Problem]:
    """A chapter's number begins with that of the module whose folder it stands in."""
    modules = {loaded.folder: loaded.module.module for loaded in course.modules}
    for loaded in course.chapters:
        module = modules.get(loaded.key.rpartition("/")[0])
        if loaded.sound and module not in (None, UNKNOWN_NUMBER) and loaded.order[0] != module:
            cause = f"nummer {loaded.chapter.number} past niet bij module {module}"
            yield Problem(
                loaded.page.meta.place(("number",)),
                cause,
                f'Schrijf `number: "{module}.…"`, of zet het hoofdstuk in de map van zijn module.',
            )


def check_goals(loaded: LoadedChapter) -> Iterator[Problem]:
    """A goal says what the reader does: “Je …”."""
    for index, goal in enumerate(loaded.chapter.goals if loaded.sound else ()):
        if not goal.text.startswith("Je "):
            yield Problem(
                loaded.page.meta.place(("goals", index, "text")),
                f"doel “{goal.id}” begint niet met “Je”",
                "Schrijf wat de lezer straks doet: “Je herkent …”.",
            )


def check_headings(loaded: LoadedChapter) -> Iterator[Problem]:
    seen: set[str] = set()
    for heading in loaded.page.outline.headings:
        place = loaded.page.place(heading.line)
        if heading.level == 1:
            yield Problem(place, "een kop met één # hoort niet in een hoofdstuk", "De titel komt uit `title:` bovenaan; begin met ##.")
        elif not heading.anchor:
            yield Problem(place, f'kop "{heading.text}" heeft geen vast id', "Zet erachter: { #een-id }. Links en vragen verwijzen ernaar.")
        elif heading.anchor in seen:
            yield Problem(place, f'id "{heading.anchor}" staat twee keer op deze pagina', "Geef de kop een eigen id.")
        seen.add(heading.anchor or "")
