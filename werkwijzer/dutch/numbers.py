"""Numbers in words, in Dutch and in English: up to a hundred, as texts write them."""

from __future__ import annotations

_ONES = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ENGLISH_ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_dutch(number: int) -> str:
    """25 → `vijfentwintig`; from a hundred on, figures."""
    if number < len(_ONES):
        return _ONES[number]
    if number > 99:
        return str(number)
    one, tens = _ONES[number % 10], _TENS[number // 10]
    return tens if number % 10 == 0 else f"{one}{'ën' if one.endswith('e') else 'en'}{tens}"


def in_english(number: int) -> str:
    """25 → `twenty-five`; from a hundred on, figures."""
    if number < len(_ENGLISH_ONES):
        return _ENGLISH_ONES[number]
    if number > 99:
        return str(number)
    tens = _ENGLISH_TENS[number // 10]
    return tens if number % 10 == 0 else f"{tens}-{_ENGLISH_ONES[number % 10]}"


DUTCH = {in_dutch(number): number for number in range(100)} | {"één": 1}
ENGLISH = {in_english(number): number for number in range(100)}


def value_of(word: str) -> int | None:
    """The number that a word or figures stand for, in either language; None for any other word."""
    said = word.casefold()
    return int(said) if said.isdecimal() else DUTCH.get(said, ENGLISH.get(said))
