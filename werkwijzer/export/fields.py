"""A workbook to fill in on a screen: what one writes on becomes a field with a name, whatever the question type.

Templates of types mark it: `p-box` to tick, `p-lines` and `p-gap` to write on, `p-place` for a number or letter, `p-pick` to choose from.
Boxes within `data-pick="one"` exclude each other.
"""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from werkwijzer.base.words import words
from werkwijzer.export.soup import one, question_id

_LINE = 8.0  # millimetres that one line takes


def fill_in(html: str) -> str:
    """The document with fields in the place of boxes, lines and gaps."""
    soup = BeautifulSoup(html, "html.parser")
    for question in soup.select(".p-question"):
        for number, element in enumerate(question.select(".p-box, .p-lines, .p-gap, .p-place, .p-pick"), 1):
            element.replace_with(_field(soup, question, element, number))
    return str(soup)


def _field(soup: BeautifulSoup, question: Tag, element: Tag, number: int) -> Tag:
    name = f"{question_id(question)}-{number}"
    kind = element["class"][0]
    title = words()["book"]["answer_field"].format(question=_asked(question), text=_said(element, number))
    if kind == "p-box":
        return soup.new_tag("input", attrs=_box(question, element, name) | {"title": title})
    if kind == "p-lines":
        height = _LINE * len(element.select(".p-line"))
        return soup.new_tag("textarea", attrs={"class": "p-area", "name": name, "title": title, "style": f"height: {height}mm"})
    if kind == "p-pick":
        return _choice(soup, element, {"class": "p-select", "name": name, "title": title})
    return soup.new_tag("input", attrs={"type": "text", "class": f"p-typed {kind}--typed", "name": name, "title": title})


def _box(question: Tag, element: Tag, name: str) -> dict[str, str]:
    group = element.find_parent(attrs={"data-pick": "one"})
    if group is None:
        return {"type": "checkbox", "name": name}
    groups = question.select("[data-pick]")
    number = next(index for index, other in enumerate(groups, 1) if other is group)
    return {"type": "radio", "name": f"{question_id(question)}-keuze-{number}", "value": _said(element, 1)}


def _choice(soup: BeautifulSoup, element: Tag, attrs: dict[str, str]) -> Tag:
    select = soup.new_tag("select", attrs=attrs)
    for text in ["", *(option.get_text() for option in element.find_all("span"))]:
        option = soup.new_tag("option", attrs={"value": text})
        option.string = text or words()["question"]["choose"]
        select.append(option)
    return select


def _asked(question: Tag) -> str:
    """Which question a field belongs to: the chapter's number and its own."""
    chapter = question.find_previous(class_="p-title")
    number = chapter and chapter.select_one(".p-number")
    label = one(question, ".p-question-number").get_text(" ", strip=True)
    return f"{number.get_text(strip=True)} {label}" if number else label


def _said(element: Tag, number: int) -> str:
    """What a field is for, in the words beside it."""
    cell = element.find_parent("td")
    row, table = element.find_parent("tr"), element.find_parent("table")
    if cell and row and table:
        place, heads = len(cell.find_previous_siblings(["td", "th"])), table.select("thead th")
        return f"{one(row, 'th').get_text(' ', strip=True)} – {heads[place].get_text(' ', strip=True)}"
    beside = element.find_next_sibling("span")
    if beside is not None and element.find_parent(class_="p-verdict"):
        return beside.get_text(" ", strip=True)
    item = element.find_parent("li")
    text = item.get_text(" ", strip=True).lstrip("☐_ ") if item else ""
    return text or f"{words()['question']['typed']} {number}"
