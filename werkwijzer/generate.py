"""Files that follow from others and are kept in the repository, because no engine may have to make them during a build."""

from __future__ import annotations

import json

from werkwijzer.bank import bank_schema
from werkwijzer.words import words_script


def generated() -> dict[str, str]:
    """Path from the course's folder → what the file must hold. A test says whether they are fresh."""
    return {
        "quizzes/schema/bank.schema.json": json.dumps(bank_schema(), ensure_ascii=False, indent=2) + "\n",
        "docs/assets/js/words.js": words_script(),
    }
