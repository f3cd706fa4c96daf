"""The one Markdown dialect of question text: emphasis, lists, quotes, code, links and images. Raw HTML is text.

CommonMark through markdown-it-py, output as well-formed XHTML, so that the same string goes on a page, on paper and in packages.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_MARKUP = re.compile(r"[\\`*_\[\]<&!~]|^[ \t]*(?:[-+>#]|\d+[.)])|^    |[ ]{2}$", re.M)
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_RULES = ["emphasis", "strikethrough", "backticks", "escape", "entity", "link", "image", "newline", "list", "blockquote"]


@cache
def dialect() -> MarkdownIt:
    """The parser. HTML is off, so `<script>` comes out as text; unsafe link schemes are refused by the library."""
    parser = MarkdownIt("zero", {"html": False, "xhtmlOut": True, "typographer": False})
    return parser.enable(_RULES)


def block_html(text: str) -> Markup:
    """`text` as block HTML: paragraphs, lists, quotes."""
    if _plain(text):
        paragraphs = _BLANK.split(text.strip())
        return Markup("<p>" + "</p>\n<p>".join(escape(paragraph) for paragraph in paragraphs) + "</p>")
    return Markup(_tidy(dialect().render(text)))


def inline_html(text: str) -> Markup:
    """`text` as HTML for within a line; for texts of one paragraph."""
    if _plain(text):
        return escape(" ".join(text.split()))
    return Markup(_tidy(dialect().renderInline(" ".join(text.split()))))


def fragment_html(text: str) -> Markup:
    """A piece of a line as HTML; spaces at its ends stay, for what follows it."""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return Markup(" " if before else "") + inline_html(text) + Markup(" " if after and text.strip() else "")


def split_prompt(text: str) -> tuple[str, str]:
    """What leads up to the question (perhaps empty), and the question itself: the last paragraph.

    When the text does not end in a paragraph, all of it is lead and the question is empty.
    """
    text = text.strip()
    if _plain(text):
        *lead, ask = _BLANK.split(text)
        return "\n\n".join(lead), ask
    kind, start = [(token.type, token.map[0]) for token in dialect().parse(text) if token.level == 0 and token.map][-1]
    if kind != "paragraph_open":
        return text, ""
    lines = text.split("\n")
    return "\n".join(lines[:start]), "\n".join(lines[start:])


def plain_text(text: str) -> str:
    """`text` without markup, on one line."""
    return " ".join(block_html(text).striptags().split())


def _plain(text: str) -> bool:
    return not _MARKUP.search(text.strip())


def _tidy(html: str) -> str:
    return html.strip().replace("&nbsp;", "\u00a0")
