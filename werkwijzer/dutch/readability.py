"""How hard a text reads: long sentences and long words, as one figure.

Flesch–Douma: 206.84 − 0.93 × words a sentence − 77 × syllables a word; higher reads more easily, 60–70 is called ordinary.
Source: W. H. Douma (1960), De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen: Flesch's formula of 1948
with other weights, because Dutch words are longer. It says nothing about order, tone or whether the text is true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from werkwijzer.dutch.passive import is_passive
from werkwijzer.dutch.sentences import sentences, words
from werkwijzer.dutch.syllables import syllables


@dataclass(frozen=True)
class Reading:
    """Counts over a text."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    passive: int = 0

    @property
    def length(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def ease(self) -> float:
        """Flesch–Douma."""
        return 206.84 - 0.93 * self.length - 77 * self.syllables / self.words if self.words else 100.0

    @property
    def passive_share(self) -> float:
        """Sentences with a passive form, as a part of all."""
        return self.passive / self.sentences if self.sentences else 0.0


def reading(texts: Iterable[str]) -> Reading:
    """The counts over paragraphs together."""
    found = [sentence.text for text in texts for sentence in sentences(text)]
    spoken = [word for sentence in found for word in words(sentence)]
    return Reading(len(found), len(spoken), sum(map(syllables, spoken)), sum(map(is_passive, found)))
