"""Rules for chapters: a bank each, ids of their own, headings that can be linked to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from werkwijzer.course import Course, LoadedChapter
from werkwijzer.outline import headings
from werkwijzer.problems import Place, Problem


def check(course: Course) -> Iterator[Problem]:
    yield from check_unique(course)
    for loaded in course.chapters:
        if loaded.bank is None and not (course.root / "quizzes" / f"{loaded.key}.yml").exists():
            yield Problem(loaded.page.meta.place(), "dit hoofdstuk heeft geen vragenbank", f"Maak quizzes/{loaded.key}.yml.")
        yield from check_headings(loaded)


def check_unique(course: Course) -> Iterator[Problem]:
    for name, values in {
        "hoofdstuk-id": [(loaded, ("id",), loaded.chapter.id) for loaded in course.chapters],
        "hoofdstuknummer": [(loaded, ("number",), loaded.chapter.number) for loaded in course.chapters],
        "doel-id": [(loaded, ("goals", i, "id"), goal.id) for loaded in course.chapters for i, goal in enumerate(loaded.chapter.goals)],
    }.items():
        count = Counter(value for _, _, value in values)
        for loaded, path, value in values:
            if count[value] > 1:
                yield Problem(loaded.page.meta.place(path), f'{name} "{value}" komt {count[value]} keer voor', "Elk id en nummer komt in de cursus één keer voor.")


def check_headings(loaded: LoadedChapter) -> Iterator[Problem]:
    seen: set[str] = set()
    for heading in headings(loaded.page.text):
        place = Place(loaded.page.file, heading.line + loaded.page.offset)
        if heading.level == 1:
            yield Problem(place, "een kop met één # hoort niet in een hoofdstuk", "De titel komt uit `title:` bovenaan; begin met ##.")
        elif not heading.anchor:
            yield Problem(place, f'kop "{heading.text}" heeft geen vast id', "Zet erachter: { #een-id }. Links en vragen verwijzen ernaar.")
        elif heading.anchor in seen:
            yield Problem(place, f'id "{heading.anchor}" staat twee keer op deze pagina', "Geef de kop een eigen id.")
        seen.add(heading.anchor or "")
