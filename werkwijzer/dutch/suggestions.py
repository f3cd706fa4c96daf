"""What an author may have meant by a misspelled word.

Hunspell has suggestions too, but it stops looking after a quarter of a second: what it says depends on how busy the machine is,
and so would the message and its test. Here the same word always gets the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

MOST = 3
LONGEST_COMPOUND = 30
LETTERS = "entaroidslgvhkmubpwjczfxyqëéèïöüêç-’"
"""How often each occurs in Dutch, roughly: earlier is likelier."""

CONFUSED = tuple(
    pair
    for one, other in (
        ("ei", "ij"), ("ou", "au"), ("g", "ch"), ("d", "t"), ("dt", "d"), ("dt", "t"), ("f", "v"), ("s", "z"), ("c", "k"), ("i", "ie"), ("y", "ij"), ("y", "i"),
        ("e", "en"), ("t", "th"), ("ks", "x"), ("kw", "q"), ("isch", "ies"), ("ij", "i"), ("e", "é"), ("e", "ë"), ("e", "è"), ("i", "ï"), ("o", "ö"), ("u", "ü"), ("ee", "é"), ("eu", "ui"), ("oe", "u"), ("c", "s"),
    )
    for pair in ((one, other), (other, one))
)  # fmt: skip
"""What sounds alike or is often mixed up, both ways."""


class Suggestions:
    """Words within one slip: those of a list first; else the likeliest that `spelled` accepts, which knows compounds and endings but also nonsense."""

    def __init__(self, words: Iterable[str], spelled: Callable[[str], bool]):
        self.words, self.spelled = frozenset(words), spelled

    def of(self, word: str) -> list[str]:
        """At most three words, likeliest first; the same on every machine, however busy."""
        small = word[:1].lower() + word[1:]
        return self._near(slips(small), word) or self._near(slips(_squeezed(small)), word) or self._compound(small, word)

    def _near(self, candidates: Iterable[str], word: str) -> list[str]:
        found = (self._listed(candidate, word) for candidate in dict.fromkeys(candidates))
        return list(islice(dict.fromkeys(filter(None, found)), MOST))

    def _listed(self, candidate: str, word: str) -> str:
        """The candidate as the list has it, with the capital of the word; "" when it is not there, or the word itself."""
        name = _capital(candidate)
        found = candidate if candidate in self.words else name if name in self.words else ""
        found = _capital(found) if word[:1].isupper() else found
        return "" if found == word else found

    def _compound(self, small: str, word: str) -> list[str]:
        """One at most: any two Dutch words make a third, so the further from the likeliest slip, the stranger."""
        if len(small) > LONGEST_COMPOUND:
            return []
        found = (candidate for candidate in dict.fromkeys(slips(small)) if candidate != small and self.spelled(candidate))
        return [_capital(each) if word[:1].isupper() else each for each in islice(found, 1)]


def slips(word: str) -> Iterator[str]:
    """Every word that is one slip away, likeliest slips first, with repetitions."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield _squeezed(word)
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1)
    yield from (head + other + tail[len(one) :] for one, other in CONFUSED for head, tail in parts if tail.startswith(one))
    yield from (head + tail[1:] for head, tail in parts if head and tail and head[-1] == tail[0])
    yield from (head + tail[0] + tail for head, tail in parts if tail)
    yield from (head + tail[1:] for head, tail in parts if tail)
    yield from (head + letter + tail for letter in LETTERS for head, tail in reversed(parts))
    yield from (head + letter + tail[1:] for letter in LETTERS for head, tail in reversed(parts) if tail)


def _squeezed(word: str) -> str:
    """Each letter that is doubled, once."""
    return re.sub(r"(.)\1+", r"\1", word)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
