"""Where a link leads inside the book: another document, a source, a term; or plain words when the page is not in it."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from werkwijzer.export.links import GLOSSARY, SOURCES, place, question_id, target

KINDS = {SOURCES: "biblioref", GLOSSARY: "glossref"}


def file_of(key: str) -> str:
    """The name of a page's document."""
    return f"{place(key)}.xhtml"


def settle_links(soup: BeautifulSoup, key: str, present: frozenset[str]) -> None:
    """Changes every link of the page with that key."""
    for link in soup.find_all("a", href=True):
        page, anchor = target(str(link["href"]), key)
        if page is None:
            link["class"] = "b-out"
        elif page in present:
            inside(link, page, anchor, key)
        else:
            link.unwrap()


def inside(link: Tag, page: str, anchor: str, key: str) -> None:
    """A link to a place in the book; to a source or a term it says so."""
    anchor = question_id(anchor) or anchor
    link.attrs = {"href": address(page, anchor, key)}
    if page in KINDS and anchor and page != key:
        link.attrs |= {"epub:type": KINDS[page], "role": f"doc-{KINDS[page]}", "class": f"b-{KINDS[page]}"}


def address(page: str, anchor: str, key: str) -> str:
    """The reference from the document of `key`."""
    file = "" if page == key and anchor else file_of(page)
    return f"{file}#{anchor}" if anchor else file
