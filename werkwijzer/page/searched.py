"""What of a page a search plugin that reads tag by tag need not see."""

from __future__ import annotations

import re
from functools import cache

from werkwijzer.components import components


def searched(html: str) -> str:
    """The page without the elements of components that the search leaves out."""
    return _unsearched().sub("", html)


@cache
def _unsearched() -> re.Pattern[str]:
    names = "|".join(name for name, one in components().items() if not one.searched)
    return re.compile(rf"<ww-({names})\b.*?</ww-\1>", re.S)
