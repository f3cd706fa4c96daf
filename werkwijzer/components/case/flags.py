"""Rules for what happens on the way: flags that exist and matter, texts that are shown to somebody, and no text that tells what did not happen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from werkwijzer.base.problems import Flaw
from werkwijzer.components.case.model import Case, Condition, Ending, Flags, Step
from werkwijzer.components.case.routes import Route, ending_of, flags_of, told, visits

Path = tuple[str | int, ...]


def conditions(case: Case) -> Iterator[tuple[Path, Condition]]:
    """Everything that is there for some only, with its path."""
    for i, step in enumerate(case.steps):
        yield from ((("steps", i, "choices", j), choice) for j, choice in enumerate(step.choices))
    yield from ((("endings", i), ending) for i, ending in enumerate(case.endings))
    for path, story in stories(case):
        yield from (((*path, "also", k), part) for k, part in enumerate(story.also))


def stories(case: Case) -> Iterator[tuple[Path, Step | Ending]]:
    """Everything that tells of what happened, with its path."""
    yield from ((("steps", i), step) for i, step in enumerate(case.steps))
    yield from ((("endings", i), ending) for i, ending in enumerate(case.endings))


def _named(case: Case) -> Iterator[tuple[Path, str]]:
    """Every place that names a flag, with the flag."""
    for path, one in conditions(case):
        yield from (((*path, key), flag) for key in ("needs", "without") for flag in getattr(one, key))
    for path, story in stories(case):
        yield from (((*path, key), flag) for key in ("claims", "denies") for flag in getattr(story, key))


def _set(case: Case) -> Iterator[tuple[Path, str]]:
    for i, step in enumerate(case.steps):
        for j, choice in enumerate(step.choices):
            yield from ((("steps", i, "choices", j, "sets"), flag) for flag in choice.sets)


def flaws_of_flags(case: Case) -> Iterator[Flaw]:
    """Flags that nobody declared, sets or asks for, and texts that ask for what they forbid."""
    for path, flag in (*_named(case), *_set(case)):
        if flag not in case.flags:
            close = get_close_matches(flag, case.flags, n=1)
            yield (
                path,
                f'vlag "{flag}" staat niet onder `flags`',
                f'Bedoelde je "{close[0]}"?' if close else f"Zet onder `flags`: `{flag}: wat er dan gebeurd is`.",
            )
    named, raised = {flag for _, flag in _named(case)}, {flag for _, flag in _set(case)}
    for flag in case.flags:
        if flag not in raised:
            yield ("flags", flag), f'geen keuze zet vlag "{flag}"', "Zet bij een keuze `sets: [" + flag + "]`, of haal de vlag weg."
        elif flag not in named:
            yield (
                ("flags", flag),
                f'niets vraagt naar vlag "{flag}"',
                "Gebruik hem in `needs`, `without`, `claims` of `denies`, of haal hem weg.",
            )
    for path, one in conditions(case):
        if both := set(one.needs) & set(one.without):
            yield path, f"`needs` en `without` noemen allebei {', '.join(sorted(both))}", "Kies een van de twee."
        if path[-2] == "also" and one.is_free:
            yield path, "een stuk onder `also` zonder `needs` of `without`", "Zet erbij voor wie het is, of zet de tekst in `text`."


def flaws_of_stories(case: Case, found: Sequence[Route]) -> Iterator[Flaw]:
    """Choices and texts that nobody sees, and texts that tell what did not happen."""
    seen = _seen(case, found)
    for path, one in conditions(case):
        if (path[:1] == ("steps",) or path[-2] == "also") and not any(one.holds(flags) for flags in seen.get(path[:2], ())):
            yield path, "geen route laat dit zien", "Kijk naar `needs` en `without`: niemand komt hier met die vlaggen."
    for path, story in stories(case):
        yield from _contradictions(case, path, story, found)


def _seen(case: Case, found: Sequence[Route]) -> dict[Path, set[Flags]]:
    """Path of a step or ending → everything that may have happened by then."""
    place = {("steps", step.id): ("steps", i) for i, step in enumerate(case.steps)} | {
        ("endings", ending.id): ("endings", i) for i, ending in enumerate(case.endings)
    }
    seen: dict[Path, set[Flags]] = {}
    for route in found:
        for step, flags in visits(case, route):
            seen.setdefault(place["steps", step], set()).add(flags)
        seen.setdefault(place["endings", ending_of(case, route).id], set()).add(flags_of(route))
    return seen


def _contradictions(case: Case, path: Path, one: Step | Ending, found: Sequence[Route]) -> Iterator[Flaw]:
    for key, word in (("claims", "wel"), ("denies", "niet")):
        for flag in getattr(one, key):
            wrong = [route for route in found if _told_there(case, one, route, flag) is (key == "denies")]
            if wrong:
                where = f'{"stap" if isinstance(one, Step) else "einde"} "{one.id}"'
                yield (
                    (*path, key),
                    f"{where} vertelt dat dit {word} gebeurde: {case.flags[flag]}. Op {len(wrong)} van de routes erheen klopt dat niet, zoals {told(case, wrong[0])}",
                    "Laat de tekst ervan afhangen (`also`), geef het einde `needs` of `without`, of zet de vlag eerder.",
                )


def _told_there(case: Case, one: Step | Ending, route: Route, flag: str) -> bool | None:
    """Whether the flag was set when a route came here; None for a route that never does."""
    if isinstance(one, Ending):
        return flag in flags_of(route) if ending_of(case, route) is one else None
    return next((flag in flags for step, flags in visits(case, route) if step == one.id), None)
