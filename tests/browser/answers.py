"""Right and wrong answers to any question of a bank, as the record keeps them, and a way to give a whole page of them at once."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from playwright.sync_api import Page

from werkwijzer.base.model import Question
from werkwijzer.questions import FOLDERS


def answers_of(type_: str) -> ModuleType:
    """The module in the type's folder that says how to answer one."""
    assert (FOLDERS[type_] / "answers.py").is_file(), (
        f"werkwijzer/questions/{type_}/answers.py is missing: it tells the tests how to answer one"
    )
    return import_module(f"werkwijzer.questions.{type_}.answers")


def right(question: Question) -> Any:
    """An answer that earns every point."""
    return answers_of(question.type_name).right(question)


def wrong(question: Question) -> Any:
    """A complete answer that does not earn every point, if there are points."""
    answers = answers_of(question.type_name)
    return answers.wrong(question) if question.scored else answers.right(question)


GIVE = """answers => {
  for (const own of document.querySelectorAll('ww-question')) {
    Werkwijzer.types[own.dataset.type].write(own, answers[own.dataset.question]);
    own.touch();
    if (!own.held && own.checkVisibility()) own.querySelector('.ww-check').click();
  }
  document.querySelector('.ww-submit')?.click();
}"""


def give(page: Page, answers: dict[str, Any]) -> None:
    """Fills in every question on the page and checks it (a test: asks for the result)."""
    page.evaluate(GIVE, answers)
