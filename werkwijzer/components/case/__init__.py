"""`/// case | id`: a case that branches. Choices move trust, goal and safety; what they add up to decides how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from werkwijzer.components import Component
from werkwijzer.components.reread import Reference, check_references, links
from werkwijzer.course import Course
from werkwijzer.library import Library
from werkwijzer.model import Id, Text, Value
from werkwijzer.parse import parse
from werkwijzer.problems import CourseError, Place, Problem
from werkwijzer.questions import _options
from werkwijzer.render.environment import environment
from werkwijzer.source import Located, read_yaml

FOLDER = "quizzes/cases"
METERS = ("trust", "goal", "safety")
END = "end"

Effect = Annotated[int, Field(ge=-2, le=2)]
Weight = Annotated[int, Field(ge=0, le=3)]


class Effects(Value):
    """What a choice does to the three meters."""

    trust: Effect = 0
    goal: Effect = 0
    safety: Effect = 0


class Choice(Value):
    """Something to do; what it brings at once, later and in the group; how it is weighed, and where it leads."""

    id: Id
    text: Text
    effects: Effects
    now: Text
    later: Text
    group: Text
    weight: Weight
    spread: Annotated[tuple[Weight, ...], Field(min_length=2, max_length=2)]
    why: Text
    to: Id


class Step(Value):
    id: Id
    title: Text
    text: Text
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=4)]


class Ending(Value):
    """How it ends for whoever has at least `when` on each meter; without `when` for everybody else."""

    id: Id
    when: dict[str, int] = {}
    title: Text
    text: Text
    advice: Text
    reread: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=4)]


class Case(Value):
    """One YAML file in `quizzes/cases/`."""

    id: Id
    title: Text
    chapter: Id
    minutes: Annotated[int, Field(ge=5, le=40)]
    description: Annotated[str, Field(min_length=50, max_length=160)]
    scene: Text
    start: Id
    steps: Annotated[tuple[Step, ...], Field(min_length=3)]
    endings: Annotated[tuple[Ending, ...], Field(min_length=2)]

    def step(self, id_: str) -> Step | None:
        return next((step for step in self.steps if step.id == id_), None)


Route = tuple[Choice, ...]


def routes(case: Case, start: str = "", seen: tuple[str, ...] = ()) -> Iterator[Route]:
    """Every way through the case. A step that comes back on a route ends that route early: `flaws` tells of it."""
    step = case.step(start or case.start)
    if step is None or step.id in seen:
        return
    for choice in step.choices:
        if choice.to == END:
            yield (choice,)
        else:
            yield from ((choice, *rest) for rest in routes(case, choice.to, (*seen, step.id)))


def ending_of(case: Case, route: Route) -> Ending:
    """How a route ends: the first ending whose minimums all hold."""
    sums = {meter: sum(getattr(choice.effects, meter) for choice in route) for meter in METERS}
    return next(ending for ending in case.endings if all(sums.get(meter, 0) >= least for meter, least in ending.when.items()))


def flaws(case: Case) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """What no schema can see, as (path, cause, remedy)."""
    yield from _flaws_of_ids(case)
    for index, step in enumerate(case.steps):
        yield from _options.alike(step.choices, ("steps", index, "choices"), _options.KEUZE)
    yield from _flaws_of_choices(case)
    yield from _flaws_of_endings(case)
    if case.step(case.start) is None:
        yield ("start",), f'stap "{case.start}" bestaat niet', "Neem het id van de eerste stap."
    elif not any(True for _ in _flaws_of_choices(case)) and not case.endings[-1].when:
        yield from _flaws_of_routes(case)


def _flaws_of_ids(case: Case):
    lists = {("steps",): case.steps, ("endings",): case.endings} | {("steps", i, "choices"): step.choices for i, step in enumerate(case.steps)}
    for path, items in lists.items():
        ids = [item.id for item in items]
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                yield (*path, index, "id"), f'id "{id_}" staat twee keer', "Elk id komt in een lijst één keer voor."


def _flaws_of_choices(case: Case):
    for i, step in enumerate(case.steps):
        for j, choice in enumerate(step.choices):
            path = ("steps", i, "choices", j)
            if choice.to != END and case.step(choice.to) is None:
                yield (*path, "to"), f'stap "{choice.to}" bestaat niet', f"Neem het id van een stap, of `{END}`."
            if not choice.spread[0] <= choice.weight <= choice.spread[1]:
                yield (*path, "spread"), "de weging valt buiten de spreiding", "Schrijf de spreiding als [laagste, hoogste], met de weging ertussen."


def _flaws_of_endings(case: Case):
    for index, ending in enumerate(case.endings):
        if unknown := set(ending.when) - set(METERS):
            yield ("endings", index, "when"), f"onbekende {'meter' if len(unknown) == 1 else 'meters'} {', '.join(sorted(unknown))}", f"Kies uit {', '.join(METERS)}."
        last = index == len(case.endings) - 1
        if last == bool(ending.when):
            yield ("endings", index), "alleen het laatste einde heeft geen `when`", "Het laatste einde geldt voor wie nergens anders uitkomt."


def _flaws_of_routes(case: Case):
    if any(_comes_back(case, step.id, step.id, frozenset()) for step in case.steps):
        yield ("steps",), "een route komt terug bij een stap waar ze al was", "Laat elke keuze verder leiden, zodat elke route eindigt."
        return
    found = list(routes(case))
    reached = {case.start} | {choice.to for route in found for choice in route}
    ends = {ending_of(case, route).id for route in found}
    for key, kind, items, known in (("steps", "stap", case.steps, reached), ("endings", "einde", case.endings, ends)):
        for index, item in enumerate(items):
            if item.id not in known:
                yield (key, index), f'geen route leidt naar {kind} "{item.id}"', f"Laat een keuze ernaartoe leiden, of haal {'de stap' if key == 'steps' else 'het einde'} weg."


def _comes_back(case: Case, goal: str, at: str, seen: frozenset[str]) -> bool:
    if at in seen:
        return False
    onward = {choice.to for choice in case.step(at).choices} - {END}
    return goal in onward or any(_comes_back(case, goal, to, seen | {at}) for to in onward)


def case_ids(root: Path) -> list[str]:
    """The cases under `root`, by file name."""
    return sorted(path.stem for path in (root / FOLDER).glob("*.yml"))


def read_case(root: Path, id_: str) -> tuple[Case, Located]:
    """One case and the lines it came from. Raises CourseError with everything that is wrong with its shape."""
    located = read_yaml(root / FOLDER / f"{id_}.yml", root)
    return parse(located, Case), located


def check(course: Course) -> Iterator[Problem]:
    for id_ in case_ids(course.root):
        try:
            yield from _check_case(course, id_)
        except CourseError as error:
            yield from error.problems


def _check_case(course: Course, id_: str) -> Iterator[Problem]:
    case, located = read_case(course.root, id_)
    for path, cause, remedy in flaws(case):
        yield Problem(located.place(path), cause, remedy)
    if case.id != id_:
        yield Problem(located.place(("id",)), f'de casus heet "{case.id}" en het bestand {id_}.yml', "Geef ze dezelfde naam.")
    yield from _check_references(course, case, located)


def items(course: Course) -> Iterator[tuple[str, Place]]:
    """Each case by the name of its file, which is what a page calls it by."""
    yield from ((id_, Place(f"{FOLDER}/{id_}.yml", 1)) for id_ in case_ids(course.root))


def _check_references(course: Course, case: Case, located: Located) -> Iterator[Problem]:
    if course.lacks_chapter(case.chapter):
        yield Problem(located.place(("chapter",)), f'geen hoofdstuk met id "{case.chapter}"', "Neem het id van een hoofdstuk.")
    for index, ending in enumerate(case.endings):
        yield from check_references(course, ending.reread, located, ("endings", index, "reread"))


def target(course: Course, argument: str) -> Iterator[tuple[str, str]]:
    if argument not in case_ids(course.root):
        yield f"casus {FOLDER}/{argument}.yml bestaat niet", "Achter | hoort het id van een casus."


def html(library: Library, argument: str) -> str:
    """The whole case, for a page one folder deep."""
    case = library.data(f"{FOLDER}/{argument}.yml", Case)
    template = environment().get_template("components/case/web.html.j2")
    course = library.course()
    return template.render(case=case, meters=METERS, reread={ending.id: links(course, ending.reread) for ending in case.endings})


def played(library: Library, argument: str) -> tuple[str, str, dict[str, str]]:
    case = library.data(f"{FOLDER}/{argument}.yml", Case)
    return case.id, case.title, {ending.id: ending.title for ending in case.endings}


COMPONENT = Component("case", html, argument=True, played=played, check=check, target=target, items=items, noun="casus")
