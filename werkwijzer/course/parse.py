"""Located values → model. Every mistake becomes a Problem with line, cause and remedy; all are collected."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from werkwijzer.base.model import Chapter, Module
from werkwijzer.base.problems import CourseError, Problem, counted
from werkwijzer.base.source import Located
from werkwijzer.base.words import words
from werkwijzer.base.yaml_advice import COLON
from werkwijzer.course.bank import bank_schema
from werkwijzer.questions import TYPES

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]


def parse(located: Located, model: type[Model]) -> Model:
    """`located` as `model`. Raises CourseError with a problem for each thing that does not fit."""
    try:
        return model.model_validate(located.value)
    except ValidationError as error:
        raise CourseError(_problems(error.errors(include_url=False), located)) from None


def _problems(details: list[Any], located: Located) -> list[Problem]:
    """What is wrong, causes only: no list that is short because an item is wrong, no key that misses because it is misspelt, nothing on
    a line that YAML itself reads otherwise than it looks."""
    found = [(detail, _own_path(detail["loc"], located.value)) for detail in details if not _echo(detail)]
    missing = {path for detail, path in found if detail["type"] == "missing"}
    meant = {path: _meant(path, missing) for detail, path in found if detail["type"] == "extra_forbidden"}
    flawed = {flaw.place for flaw in located.flaws}
    told = [_problem(detail, path, located, meant.get(path, "")) for detail, path in found if path not in meant.values()]
    return [*located.flaws, *(problem for problem in told if problem.place not in flawed)]


def _echo(detail: Any) -> bool:
    """Whether this is only pydantic counting a list short because some of its items are wrong."""
    given = detail["input"]
    return detail["type"] == "too_short" and isinstance(given, list) and len(given) >= detail["ctx"]["min_length"]


def _meant(path: Loc, missing: set[Loc]) -> Loc | str:
    """The path of the key that misses beside this unknown one, and that it must be."""
    beside = [other for other in missing if other[:-1] == path[:-1]]
    close = get_close_matches(str(path[-1]), [str(other[-1]) for other in beside], n=1, cutoff=0.6)
    return (*path[:-1], close[0]) if close else ""


def _problem(detail: Any, path: Loc, located: Located, meant: Loc | str) -> Problem:
    cause, remedy = _say(detail, path)
    if meant:
        remedy = f'Bedoelde je "{meant[-1]}"?'
    where = describe(path, located.value)
    return Problem(located.place(path), f"{where}: {cause}" if where else cause, remedy)


def _own_path(loc: Loc, value: Any) -> Loc:
    """The path without the names of question types that pydantic adds to it."""
    path: Loc = ()
    for index, part in enumerate(loc):
        if _has(value, part):
            value = value[part]
        elif index < len(loc) - 1:
            continue
        path = (*path, part)
    return path


def _has(value: Any, part: str | int) -> bool:
    return part in value if isinstance(value, dict) else isinstance(value, list) and isinstance(part, int) and part < len(value)


def describe(path: Loc, value: Any) -> str:
    """Where that is, in an author's words: `vraag stilzwijgend, optie norm`."""
    names, kind = [], ""
    for part in path:
        if isinstance(part, int) and isinstance(value, list) and part < len(value):
            value = value[part]
            own = value.get("id", value.get("chapter")) if isinstance(value, dict) else None
            noun = words()["noun"].get(kind, kind)
            names.append(f"{noun} {own if isinstance(own, str) else part + 1}")
        elif isinstance(part, str):
            kind = part
            value = value.get(part) if isinstance(value, dict) else None
    return ", ".join(names)


def _say(detail: Any, path: Loc) -> tuple[str, str]:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    match detail["type"]:
        case "extra_forbidden":
            return f'onbekende sleutel "{key}"', _suggest(
                key, [known for known in _known_keys() if known != key]
            ) or "Haal de sleutel weg, of kijk in de handleiding welke sleutels er zijn."
        case "missing":
            return f'sleutel "{path[-1]}" ontbreekt', f"Voeg `{path[-1]}:` toe."
        case "union_tag_not_found":
            return 'sleutel "type" ontbreekt', f"Kies een type: {', '.join(TYPES)}."
        case "union_tag_invalid":
            tag = detail["ctx"]["tag"]
            return f'onbekend type "{tag}"', _suggest(tag, list(TYPES)) or f"Kies een type: {', '.join(TYPES)}."
        case _ if isinstance(detail["input"], str) and not detail["input"].strip():
            return f'"{key}" is leeg', "Vul de waarde in, of haal de sleutel weg."
        case "string_too_short":
            return (
                f'"{key}" is te kort ({counted(len(detail["input"]), "teken", "tekens")})',
                f"Maak er minstens {detail['ctx']['min_length']} tekens van.",
            )
        case "string_type" if isinstance(detail["input"], dict):
            return COLON
        case "string_type":
            return f'"{key}" moet tekst zijn', "Zet tekst achter de dubbele punt, of gebruik | en een ingesprongen regel eronder."
        case "string_too_long":
            return f'"{key}" is te lang ({len(detail["input"])} tekens)', f"Maak er hoogstens {detail['ctx']['max_length']} tekens van."
        case "string_pattern_mismatch":
            return f'"{_short(detail["input"])}" kan niet als "{key}"', _pattern_advice(key)
        case "bool_parsing" | "bool_type":
            return f'"{key}" moet true of false zijn', "Schrijf true (ja) of false (nee)."
        case "int_parsing" | "int_type" | "int_from_float":
            return f'"{key}" moet een heel getal zijn', "Schrijf het getal in cijfers, zonder punt of teken erbij."
        case "float_parsing" | "float_type" | "finite_number":
            return (
                f'"{key}" moet een getal zijn',
                "Schrijf het getal in cijfers, met een komma voor wat achter de komma staat: 1250 of 1,25.",
            )
        case "greater_than_equal" | "less_than_equal":
            return f'"{key}" valt buiten de grenzen', f"Neem {_limits(detail)}."
        case "too_short":
            return (
                f'te weinig bij "{key}": {detail["ctx"]["actual_length"]}',
                f"Er horen er minstens {detail['ctx']['min_length']} te staan.",
            )
        case "too_long":
            return f'te veel bij "{key}"', f"Er mogen er hoogstens {detail['ctx']['max_length']} staan."
        case "tuple_type" | "list_type":
            return f'"{key}" moet een lijst zijn', "Zet elk onderdeel op een eigen regel, met een streepje ervoor."
        case "model_type" | "model_attributes_type" | "dict_type":
            return (
                f'hier hoort "{key}" met sleutels te staan' if key else "hier horen sleutels te staan",
                "Schrijf `sleutel: waarde`, één per regel.",
            )
        case "literal_error":
            allowed = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
            return f'"{_short(detail["input"])}" kan niet als "{key}"', _suggest(
                str(detail["input"]), allowed.split(", ")
            ) or f"Kies uit {allowed}."
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return f'"{key}" moet een datum zijn', "Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-22."
    return f'"{key}" klopt niet ({detail["msg"]})', "Vergelijk met een andere bank of hoofdstuk."


def _short(given: Any) -> str:
    """What an author wrote, short enough to find back."""
    said = " ".join(str(given).split())
    return said if len(said) <= 40 else f"{said[:39]}…"


@cache
def _known_keys() -> list[str]:
    """Every key that some model of ours knows: enough to guess what a typing error meant."""
    schemas = [bank_schema(), *(model.model_json_schema() for model in (Chapter, Module))]
    parts = [part for schema in schemas for part in (schema, *schema.get("$defs", {}).values())]
    return sorted({name for part in parts for name in part.get("properties", {})})


def _suggest(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f'Bedoelde je "{close[0]}"?' if close else ""


def _pattern_advice(key: str) -> str:
    if key == "source":
        return "Schrijf het id van een kopje in het hoofdstuk, met # ervoor en tussen aanhalingstekens."
    if key in ("start", "end"):
        return 'Schrijf de tijd als "09:30".'
    if key == "link":
        return "Schrijf het hele adres, met https:// ervoor."
    if key == "code":
        return "Schrijf WV- en twee cijfers, zoals WV-07."
    if key == "reread" or key == "parts":
        return "Schrijf hoofdstuk-id#kopje, zoals het in het hoofdstuk staat."
    if key == "number":
        return 'Schrijf het nummer van het hoofdstuk tussen aanhalingstekens, bijvoorbeeld "1.3".'
    return "Gebruik kleine letters, cijfers en streepjes, zonder spaties."


def _limits(detail: Any) -> str:
    context = detail["ctx"]
    return f"{context['ge']} of meer" if "ge" in context else f"{context['le']} of minder"
