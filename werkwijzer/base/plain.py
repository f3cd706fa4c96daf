"""Markdown → the words that a reader sees."""

from __future__ import annotations

import re
from html import unescape

from werkwijzer.base import syntax

_DOMAIN = re.compile(r"(?<![\w@])[\w-]+(?:\.[\w-]+)*\.(?:nl|org|com|eu|cz)\b(?:/[\w/.-]*\w)?")
_GAP = re.compile(r"\{\{\s*([\w-]+)\s*\}\}")


def plain(raw: str, *, code: str = "Code") -> str:
    """The words of a text, without addresses; a piece of code becomes the word `Code`, a gap to fill in `Gat`: both may start a sentence."""
    text = syntax.CODE.sub(code, _GAP.sub("Gat", raw))
    text = without_links(text)
    for construct in (syntax.AUTOLINK, syntax.TAG, syntax.URL, _DOMAIN, syntax.ATTRIBUTES):
        text = construct.sub("", text)
    return unescape(syntax.ESCAPE.sub(r"\1", syntax.MARKS.sub("", text)))


def without_links(text: str) -> str:
    """The text with the words of each link or picture in its place; a picture may itself be a link."""
    return syntax.LINK.sub(lambda match: without_links(match["said"]), text) if "](" in text else text


def without_addresses(text: str) -> str:
    """The text without what stands between angle brackets and is no HTML: where links lead."""
    return syntax.AUTOLINK.sub("", syntax.DEFINITION.sub("", without_links(text))) if "<" in text else text


def dutch(raw: str, lang: str = "nl") -> str:
    """Only the words that must be Dutch, of a paragraph in that language: no parts marked as another language, no code."""
    if lang != "nl":
        return "\n".join(plain(match["words"]) for match in syntax.MARKED.finditer(raw) if match["words"] and language(match) == "nl")
    return plain(syntax.MARKED.sub(lambda match: match[0] if language(match) in ("", "nl") else "", raw), code="")


def language(attributes: re.Match[str]) -> str:
    """The language that the attributes in a match name; empty when they name none."""
    found = syntax.LANG.search(attributes["attributes"])
    return found[1] if found else ""
