"""How each construct of our Markdown is written: one regular expression each, as the engine that makes the pages has it.

`outline.py` finds them on a page, `plain.py` takes them out of a text; who needs one elsewhere takes it from here.
"""

from __future__ import annotations

import re

FENCE = re.compile(r"^(?P<indent>\s*)(?P<signs>`{3,}|~{3,})(?!.*`)")
"""The line that begins a code sample."""

CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:[^\n]|\n(?!\s*\n))+?(?<!`)\1(?!`)")
"""Code within a paragraph."""

ATTRIBUTES = re.compile(r"\{:?[ \t]*(?P<attributes>[#.a-z][^{}\n]*)\}")
"""`{ #id .class key=value }`, behind a heading, a link or emphasis, or alone on a line for what stands above it."""

ID = re.compile(r"(?:^|\s)#([\w-]+)")
LANG = re.compile(r"\blang=\"?(\w+)")
"""What attributes say."""

HEADING = re.compile(rf"^(?P<signs>#{{1,6}})\s+(?P<text>.*?)\s*(?:{ATTRIBUTES.pattern})?\s*#*\s*$")

SLASHES = re.compile(r"^(?P<indent>[ \t]*)(?P<slashes>/{2,})[ \t]*(?P<said>.*?)[ \t]*$")
"""The line that begins or ends a Block; with two slashes it is none, and perhaps was meant to be."""

OPENING = re.compile(r"^(?P<name>[\w-]+)\s*(?P<bar>\|\s*(?P<argument>.*))?$")
"""What stands behind the slashes that begin a Block."""

OPTION = re.compile(r"^(?P<indent>\s*)(?P<name>[a-z_]+):\s*(?P<value>.*?)\s*$")
"""An option of a Block, where it is four spaces in and right below the slashes."""

ITEM = re.compile(r"^(?P<indent>\s*)(?:[*+-]|\d+\.|:)\s+")
ROW = re.compile(r"^\s*\|(?P<cells>.*)\|\s*$")
RULE = re.compile(r"^[\s|:-]+$")
"""The start of an item of a list; a row of a table; the row that only draws a line."""

_SAID = r"[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*"
LINK = re.compile(
    rf"(?P<bang>!?)\[(?P<said>{_SAID})\]\(\s*(?P<target><[^<>\n]*>|(?:[^()\n]|\([^()\n]*\))*?)(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
"""A link or, with `!`, a picture."""

REFERENCE = re.compile(rf"(?P<bang>!?)\[(?P<said>{_SAID})\]\[(?P<name>[^\[\]\n]*)\](?!\()")
DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\[\]\n]+)\]:[ \t]*(?P<target><[^<>\n]*>|\S+)", re.M)
"""A link by name, and the line that says where it leads."""

EMPHASIS = re.compile(r"(?P<mark>\*{1,2}|_)(?P<words>(?:(?!(?P=mark)).)+?)(?P=mark)", re.S)
MARKED = re.compile(rf"(?:{EMPHASIS.pattern}|{LINK.pattern}){ATTRIBUTES.pattern}", re.S)
"""Words in emphasis; those or a link with attributes of their own."""

TAG = re.compile(r"<(?:/?[a-zA-Z][\w-]*(?:\s+[^<>]*)?/?|!--.*?(?:--)?)>", re.S)
AUTOLINK = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]*:|[^\s<>@]+@)[^\s<>]*>")
URL = re.compile(r"https?://[^\s<>)\]\"']+[^\s<>)\]\"'.,;]")
"""HTML; an address between angle brackets; an address as it is."""

MARKS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")
