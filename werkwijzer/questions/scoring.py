"""What an answer earns, and how kindly typed text is read. `browser/quiz/scoring.js` says the same in the browser.

Both sides are held together by the cases in each type's `cases.yml` and by a property test that compares them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from werkwijzer.base.seen import as_seen


@dataclass(frozen=True)
class Score:
    """`points` earned out of `of`."""

    points: int
    of: int

    @property
    def state(self) -> str:
        """`right`, `partial` or `wrong`."""
        if self.points == self.of:
            return "right"
        return "partial" if self.points else "wrong"


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


_NUMBER = re.compile(r"([-+]?)\s*(\d[\d\s.,]*)([^\d\s.,][^\d]*)?")


def readings(typed: str) -> list[float]:
    """The numbers that `typed` can mean. Comma and full stop both work: `1.250` is 1250 or 1,25. Empty: not a number.
    A number with something behind it that may change it (`3-`, `10²`) is none; `4½` is 4.5 and `5,-` a price."""
    said = re.sub(r"\s*([¼-¾])", lambda part: f".{(ord(part[1]) - ord('¼') + 1) * 25}", as_seen(typed).strip(), count=1)
    match = _NUMBER.fullmatch(said)
    sign, digits, unit = match.groups("") if match else ("", "", "")
    if unit and (unicodedata.category(unit[0])[0] == "N" or (unit[0] in "-+" and not digits.rstrip().endswith(","))):
        return []
    return [-float(form) if sign == "-" else float(form) for form in _forms(re.sub(r"\s", "", digits).rstrip(".,"))]


def _forms(digits: str) -> list[str]:
    grouped = re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?", digits)
    plain = re.fullmatch(r"\d+(?:[.,]\d+)?", digits)
    found = []
    if grouped:
        found.append(digits.replace(grouped[1], "").replace(",", "."))
    if plain:
        found.append(digits.replace(",", "."))
    return found


def within(typed: str, answer: float, tolerance: float) -> bool:
    """Whether some reading of `typed` lies within `tolerance` of `answer`."""
    return any(abs(number - answer) <= tolerance + 1e-9 for number in readings(typed))
