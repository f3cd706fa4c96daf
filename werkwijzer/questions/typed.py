"""How kindly typed text is read: checks ask whether a near miss would be right. `browser/quiz/scoring.js` reads answers in the same way,
and `tests/test_scoring.py` holds the two together; what an answer earns stands in each type's `page.js` alone."""

from __future__ import annotations

import re
import unicodedata

from werkwijzer.base.seen import as_seen


def normalise(text: str, *, case: bool = False, accents: bool = False) -> str:
    """Typed text without what does not matter: what cannot be seen, outer and double spaces, closing full stop, quotes around it,
    which kind of quote or dash it is, ligatures, and unless asked for, capitals and accents."""
    text = unicodedata.normalize("NFKC", as_seen(text))
    text = re.sub(r"\s+", " ", text).strip(" .'")
    if not case:
        text = text.lower()
    if not accents:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c)[0] != "M")
    return text


def slips_between(typed: str, meant: str) -> int:
    """Typing errors between two texts: a letter missing, extra, wrong, or swapped with its neighbour, counts one."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(meant, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def accepts(typed: str, accepted: list[str], *, slips: int = 0, case: bool = False, accents: bool = False) -> bool:
    """Whether `typed` is one of `accepted`. Slips are tolerated only in texts of five characters or more."""
    given = normalise(typed, case=case, accents=accents)
    for option in accepted:
        meant = normalise(option, case=case, accents=accents)
        if given == meant or _slipped(given, meant, slips):
            return True
    return False


def _slipped(given: str, meant: str, slips: int) -> bool:
    """Whether `given` is `meant` with at most that many slips; the cheap questions come first."""
    if not slips or len(meant) < 5 or abs(len(given) - len(meant)) > slips:
        return False
    return slips_between(given, meant) <= slips
