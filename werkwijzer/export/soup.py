"""What we ask of parsed HTML that our own templates made: parts that are sure to be there, classes, and which question it is."""

from __future__ import annotations

from bs4 import Tag
from bs4.element import AttributeValueList


def one(element: Tag, selector: str) -> Tag:
    """The first part that `selector` finds. Raises LookupError where a template lacks it."""
    if (found := element.select_one(selector)) is None:
        raise LookupError(f"{element.name} without {selector}")
    return found


def add_class(element: Tag, name: str, *, first: bool = False) -> None:
    """Puts a class behind those that the element has, or before them."""
    had = element.get_attribute_list("class")
    element["class"] = AttributeValueList([name, *had] if first else [*had, name])


def question_id(question: Tag) -> str:
    """The id of the question that this is, on paper or in the e-book: there it stands behind `ask-` or `key-`."""
    return str(question["id"]).partition("-")[2]
