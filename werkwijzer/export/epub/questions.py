"""Questions as exercises to read, and their answers as end notes that lead back."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from werkwijzer.course.read import LoadedChapter
from werkwijzer.export.epub.links import file_of
from werkwijzer.export.soup import one, question_id
from werkwijzer.export.templates import render
from werkwijzer.render.paper import paper_html
from werkwijzer.render.view import QuestionView

WRITTEN = ".p-box, .p-lines, .p-place, .p-verdict"
GAP = "[…]"


def answers_file(key: str) -> str:
    """The name of the document with a chapter's answers."""
    return f"antwoorden-{file_of(key)}"


def settle_questions(soup: BeautifulSoup, key: str) -> None:
    """Questions of the page with that key: nothing to tick or write in, and a way to the answer."""
    for element in soup.select(WRITTEN):
        element.decompose()
    for gap in soup.select(".p-gap"):
        gap.string = GAP
    for table in soup.select(".p-question table.p-cards"):
        table.replace_with(parsed(cards_html(table)))
    for question in soup.select(".p-question"):
        question.append(parsed(see_html(question, key)))


def cards_html(table: Tag) -> str:
    """A table to tick as a line and a list: what to choose from, and what to place. Some tables letter their lines themselves."""
    choices = [cell.decode_contents() for cell in table.select("thead th")[1:]]
    cards = [cell.decode_contents() for cell in table.select("tbody th")]
    return render("epub/cards", choices=choices, cards=cards, lettered="p-lettered" in table["class"])


def see_html(question: Tag, key: str) -> str:
    """The way from a question to its answer."""
    number = one(question, ".p-question-number").get_text()
    return render("epub/to_answer", href=f"{answers_file(key)}#key-{question_id(question)}", number=number)


def answers_html(loaded: LoadedChapter) -> str:
    """The answers of a chapter as a list of end notes."""
    known = loaded.page.outline.titles
    bank = loaded.own_bank.bank
    views = [QuestionView(question, number, bank.hashes[question.id], known) for number, question in enumerate(bank.asked, 1)]
    notes = [(view, note_html(view)) for view in views]
    return render("epub/answers", notes=notes, chapter=loaded.chapter, file=file_of(loaded.key))


def note_html(view: QuestionView) -> str:
    """What stands in an end note, without its frame."""
    soup = parsed(paper_html(view, "key"))
    for box in soup.select(".p-box"):
        box.decompose()
    section = one(soup, "section")
    one(section, "h3").decompose()
    return section.decode_contents()


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")
