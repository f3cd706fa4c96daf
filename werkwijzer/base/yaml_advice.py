"""What YAML's own complaint means to an author: cause and remedy in plain words, at the line where the mistake was made."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

QUOTE = 'Zet de hele tekst tussen "aanhalingstekens", of gebruik | en een nieuwe regel.'
UNCLOSED = ("een aanhalingsteken wordt geopend en niet gesloten", "Sluit het aanhalingsteken, of gebruik | en een nieuwe regel.")
COLON = ("een dubbele punt met spatie in gewone tekst", QUOTE)
COMMENT = (
    "alles na een # met een spatie ervoor slaat YAML over",
    'Zet de tekst tussen "aanhalingstekens". Is het een opmerking, zet dan een spatie achter #.',
)
ODD_SPACE = (
    "hier springt de regel in met een harde spatie; YAML kent alleen gewone spaties",
    "Haal de ruimte vóór het eerste woord weg en typ gewone spaties. Zo’n spatie komt mee uit Word of van een webpagina.",
)
_ODD_SPACE = re.compile(r"[ \t]*[^\S \t\n]\s*(?:- )?[a-z_]+:")
_KEY = re.compile(r"^(\s*(?:- )*)([a-z_]+)$")
_KEY_LINE = re.compile(r"^\s*(?:- )?[a-z_]+:(?:\s|$)")
_LOST = re.compile(r"(?:^|\s)#\S")


@dataclass(frozen=True)
class Quoted:
    """The last quoted text that was read: the lines (from 0) where it starts and ends, and as it was written."""

    start: int
    end: int
    raw: str

    @property
    def swallows(self) -> bool:
        """Whether it took whole keys with it: then its closing sign is missing."""
        return any(_KEY_LINE.match(line) for line in self.raw.split("\n")[1:])


def loses(rest: str) -> bool:
    """Whether what follows a value on its line is text that YAML drops: a `#` with a sign right behind it."""
    return bool(re.match(r"\s*#[^\s#!]", rest))


def advice(error: yaml.MarkedYAMLError, text: str, quoted: Quoted | None) -> tuple[int, str, str]:
    """Line (from 0), cause and remedy of what the YAML library said about `text`."""
    lines, mark = text.split("\n"), error.problem_mark or error.context_mark
    at = mark.line if mark else 0
    line = lines[at] if at < len(lines) else ""
    for near in (at, at - 1):
        if 0 <= near < len(lines) and _ODD_SPACE.match(lines[near]):
            return near, *ODD_SPACE
    said = f"{error.context or ''} {error.problem or ''}"
    opened = error.context_mark.line if error.context_mark else at
    if "quoted scalar" in said and "escape" not in said:
        return opened, *UNCLOSED
    if quoted and quoted.swallows and quoted.end >= at - 1:
        return quoted.start, *UNCLOSED
    if "flow" in said:
        return opened, *_of_brackets(lines[opened : at + 1])
    return at, *_of_line(said, line, mark.column if mark else 0, quoted if quoted and quoted.end == at else None)


def _of_brackets(lines: list[str]) -> tuple[str, str]:
    if any(_LOST.search(line) for line in lines):
        return COMMENT
    return "een [ of { wordt geopend en niet goed gesloten", "Sluit hem met ] of }, of zet tekst die zo begint tussen aanhalingstekens."


def _of_line(said: str, line: str, column: int, quoted: Quoted | None) -> tuple[str, str]:
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in said or "tab character" in said:
        return "hier staat een tab; YAML springt in met spaties", "Vervang de tab door spaties."
    if "escape" in said:
        return r"tussen dubbele aanhalingstekens is \ een bijzonder teken", "Gebruik enkele aanhalingstekens, of | en een nieuwe regel."
    if "scanning an alias" in said or "scanning an anchor" in said or re.search(r":\s+[*&]\S+\s+\S", line):
        return "een tekst mag niet met * of & beginnen", QUOTE
    if "scanning a tag" in said or "parsing a tag" in said:
        return "een tekst mag niet met ! beginnen", QUOTE
    if "mapping values are not allowed" in said:
        return _of_colon(line, column)
    if quoted and column:
        return "na het sluitende aanhalingsteken staat nog tekst", "Gebruik “ en ” in de tekst, of zet alles onder | op een nieuwe regel."
    return _of_shape(said, line, column)


def _of_colon(line: str, column: int) -> tuple[str, str]:
    key = _KEY.match(line[:column])
    if key:
        return (
            f"sleutel `{key[2]}` springt hier te ver in",
            "Zet sleutels die bij elkaar horen op dezelfde kolom; loopt hier een tekst door, zet die dan tussen aanhalingstekens.",
        )
    return COLON


def _of_shape(said: str, line: str, column: int) -> tuple[str, str]:
    if "block scalar" in said:
        return "achter | of > staat nog tekst", "Zet de tekst op de volgende regel, ingesprongen."
    if "cannot start any token" in said or "did not find expected node content" in said:
        return f"een tekst mag niet met {line[column : column + 1]} beginnen", QUOTE
    if "block sequence entries are not allowed" in said or "mapping keys are not allowed" in said:
        return "een tekst mag niet met - of ? en een spatie beginnen", QUOTE
    if "could not find expected ':'" in said:
        return "hier ontbreekt een dubbele punt achter de sleutel", "Schrijf `sleutel: waarde`; tekst over meer regels begint met |."
    if "expected" in said and ("block" in said or "key" in said or "'-'" in said):
        return "het inspringen klopt hier niet", "Zet sleutels die bij elkaar horen op dezelfde kolom; controleer ook de regel erboven."
    return "dit is geen geldige YAML", "Controleer inspringen, aanhalingstekens en accolades op deze regel en de regel erboven."
