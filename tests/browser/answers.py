"""Right and wrong answers to any question of a bank, as the record keeps them, and a way to give a whole page of them at once."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from werkwijzer.base.model import Question


def right(question: Question) -> Any:
    """An answer that earns every point."""
    key = question.key()
    match question.type_name:
        case "cloze":
            return {gap: wanted if isinstance(wanted, str) else wanted["accept"][0] for gap, wanted in key.items()}
        case "short":
            return key["accept"][0]
        case "number":
            return str(question.answer).replace(".", ",")
        case "rank":
            return {option.id: str(option.weight) for option in question.options}
        case "open":
            return {"text": "Dit schreef ik zelf.", "criteria": []}
        case "order":
            return [step.id for step in question.steps]
    return key


def wrong(question: Question) -> Any:
    """A complete answer that does not earn every point."""
    match question.type_name:
        case "choice":
            return next(option.id for option in question.options if not option.correct)
        case "multiple":
            return [option.id for option in question.options if not option.correct]
        case "truefalse":
            return {"verdict": not question.answer, "reason": next((reason.id for reason in question.reasons if not reason.correct), None)}
        case "order":
            return [step.id for step in question.steps][::-1]
        case "match":
            partners = [partner.id for partner in question.partners]
            return {pair.id: next(id_ for id_ in partners if id_ != pair.id) for pair in question.pairs}
        case "categorise":
            others = [category.id for category in question.categories]
            return {card.id: next(id_ for id_ in others if id_ != card.category) for card in question.cards}
        case "cloze":
            return {gap.id: next(o.id for o in gap.options if not o.correct) if gap.options else "zeker niet dit" for gap in question.gaps}
        case "rank":
            return {option.id: "0" if option.spread[0] else "3" for option in question.options}
        case "short":
            return "zeker niet dit"
        case "number":
            return str(question.answer + question.tolerance + 1000).replace(".", ",")
    return right(question)


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
