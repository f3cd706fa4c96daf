"""What a link becomes on paper: a page number, a note at the foot, an entry in the glossary, a readable address, or plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from werkwijzer.base.words import words

OPEN, CLOSE = "\ue000", "\ue001"  # around an id, in the place of as many zeros as its page number has digits
GLOSSARY, SOURCES = "over/begrippen", "over/bronnen"
ON_SITE, IN_BOOK = "vraag-", "ask-"
_SHOWN = 48  # characters of an address that a line bears


@dataclass
class Apparatus:
    """What the links of one document can lead to, and what they asked for so far."""

    present: frozenset[str]
    sources: dict[str, Tag]
    terms: dict[str, Tag]
    cited: set[tuple[str, str]] = field(default_factory=set)
    used_terms: set[str] = field(default_factory=set)

    def settle(self, soup: BeautifulSoup, key: str) -> None:
        """Changes every link of the page with that key."""
        for link in soup.find_all("a", href=True):
            page, anchor = target(str(link["href"]), key)
            if page is None:
                self._external(soup, link)
            elif page == SOURCES and anchor in self.sources and key != SOURCES:
                self._cite(soup, link, key, anchor)
            elif page == GLOSSARY and anchor in self.terms and key != GLOSSARY:
                self._term(link, anchor)
            else:
                self._cross(soup, link, page, anchor)

    def _external(self, soup: BeautifulSoup, link: Tag) -> None:
        href = str(link["href"])
        address = shown_address(href)
        link["class"] = "p-out"
        if href.startswith("mailto:"):
            link.unwrap()
        elif not _says_address(link.get_text()) and len(address) <= _SHOWN:
            link.insert_after(_span(soup, "p-address", f" ({address})"))

    def _cite(self, soup: BeautifulSoup, link: Tag, key: str, anchor: str) -> None:
        first = (key, anchor) not in self.cited
        self.cited.add((key, anchor))
        spot = link
        if SOURCES in self.present:
            link.attrs = {"href": f"ww:{place(SOURCES, anchor)}", "class": "p-cite"}
        else:
            spot = soup.new_tag("span", attrs={"class": "p-cite"})
            link.wrap(spot)
            link.unwrap()
        if first:
            spot.insert_after(note_of(soup, self.sources[anchor]))

    def _term(self, link: Tag, anchor: str) -> None:
        self.used_terms.add(anchor)
        link.attrs = {"href": f"ww:{place(GLOSSARY, anchor)}", "class": "p-term"}

    def _cross(self, soup: BeautifulSoup, link: Tag, page: str, anchor: str) -> None:
        if page not in self.present:
            link.unwrap()
            return
        for inner in link.find_all(["em", "strong"]):
            inner.unwrap()  # WeasyPrint 70 makes a second link of it, which hangs in no tree
        to = question_id(anchor) or place(page, anchor)
        link.attrs = {"href": f"ww:{to}", "class": "p-cross"}
        link.insert_after(page_note(soup, to))


def target(href: str, key: str) -> tuple[str | None, str]:
    """(page key, anchor) of a link on the page with that key; (None, "") for what leads out of the course."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None, ""
    if not parts.path:
        return key, unquote(parts.fragment)
    path = normpath(join(dirname(key), unquote(parts.path)))
    return path.removesuffix(".md"), unquote(parts.fragment)


def place(key: str, anchor: str = "") -> str:
    """The id that a page, or an anchor on it, has in a document."""
    slug = key.replace("/", "-")
    return f"{slug}--{anchor}" if anchor else slug


def question_id(anchor: str) -> str:
    """The id of a question in a book, when that is what the anchor of the site names; else nothing."""
    return IN_BOOK + anchor.removeprefix(ON_SITE) if anchor.startswith(ON_SITE) else ""


def page_note(soup: BeautifulSoup, to: str) -> Tag:
    """` (blz. N)`, the number still open: see `Signature.filled`."""
    before, after = words()["book"]["at_page"].split("{page}")
    note = _span(soup, "p-page", before)
    number = soup.new_tag("a", attrs={"href": f"page:{to}", "class": "p-page-number"})
    number.string = f"{OPEN}{to}{CLOSE}"
    note.extend([number, after])
    return note


def note_of(soup: BeautifulSoup, source: Tag) -> Tag:
    """The reference as a note at the foot of the page, without what we say about having seen and used it."""
    note = _span(soup, "p-note", "")
    note["lang"] = source.get("lang") or "nl"
    for part in list(BeautifulSoup(source.decode_contents(), "html.parser").contents):
        note.append(part)
    for remark in note.select("em[lang=nl], .ww-used-by"):
        remark.decompose()
    for link in note.find_all("a"):
        link["class"] = "p-out"
    for inner in note.find_all(["em", "a"]):
        _take_space(inner)
    return note


def _take_space(inner: Tag) -> None:
    """Moves the space before an element into it: WeasyPrint 70 breaks a note's first line too early where a line ends at that space."""
    before, first = inner.previous_sibling, inner.string
    if isinstance(before, NavigableString) and before.endswith(" ") and isinstance(first, NavigableString):
        before.replace_with(before.removesuffix(" "))
        first.replace_with(f" {first}")


def shown_address(href: str) -> str:
    """An address as people read it: no scheme, no www, no slash at the end."""
    return re.sub(r"^[a-z]+:(?://)?(?:www\.)?", "", href).rstrip("/")


def _says_address(text: str) -> bool:
    return bool(re.match(r"^(?:https?://)?[\w-]+(\.[\w-]+)+(/\S*)?$", text.strip()))


def _span(soup: BeautifulSoup, name: str, text: str) -> Tag:
    span = soup.new_tag("span", attrs={"class": name})
    if text:
        span.string = text
    return span
