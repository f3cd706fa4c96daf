"""Typed or pasted text as a reader sees it. `browser/base/seen.js` says the same in the browser."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""What Unicode calls default ignorable: direction marks, soft hyphens, joiners, zero-width spaces, variation selectors."""
_QUOTES = '„‚"`´ʼ′″'


def as_seen(text: str) -> str:
    """Without signs that cannot be seen; every dash and minus is `-`, every quotation mark and apostrophe `'`."""
    return "".join(map(_plain, visible(text)))


def visible(text: str) -> str:
    """Without signs that cannot be seen."""
    return _UNSEEN.sub("", text)


def _plain(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Pd" or sign == "−":
        return "-"
    return "'" if kind in ("Pi", "Pf") or sign in _QUOTES else sign
