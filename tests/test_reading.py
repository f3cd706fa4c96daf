"""The one reader of a page's Markdown finds what the engine that makes the pages finds: headings, ids and Blocks."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree.ElementTree import SubElement

import pytest
import yaml
from bs4 import BeautifulSoup
from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_any

from tests.sites import ROOT
from werkwijzer.base.outline import Outline
from werkwijzer.course.read import read_course

COURSE = read_course(ROOT)[0]
NAMES = sorted({one.name for page in COURSE.pages for one in page.outline.directives})
OPTIONS = sorted({option for page in COURSE.pages for one in page.outline.directives for option in one.options})
ENGINE = ROOT / "werkwijzer"


class Recorded(Block):
    """Any Block of the course, of which only is kept that the engine saw it."""

    ARGUMENT = None
    OPTIONS = {name: ["", type_any] for name in OPTIONS}

    def on_create(self, parent):
        seen = (self.NAME, self.argument, {name: str(self.options[name]).lower() for name in OPTIONS if self.options[name]})
        return SubElement(parent, "div", {"class": "block", "data-seen": repr(seen)})


class Recording(BlocksExtension):
    def extendMarkdownBlocks(self, md, block_mgr):  # noqa: N802 (name given by pymdownx)
        for name in NAMES:
            block_mgr.register(type(name, (Recorded,), {"NAME": name}), {})


def made(text: str) -> tuple[BeautifulSoup, list[tuple[int, str, str]]]:
    """What the engine makes of a page, our Blocks left empty; with level, words and id of its headings."""
    configured = [one if isinstance(one, dict) else {one: {}} for one in yaml.safe_load(config())["markdown_extensions"]]
    options = {name: values for one in configured for name, values in one.items() if name != "werkwijzer"}
    engine = Markdown(extensions=[*options, Recording()], extension_configs=options)
    soup = BeautifulSoup(engine.convert(text), "html.parser")
    found = soup.find_all(re.compile("^h[1-6]$"))
    return soup, [(int(heading.name[1]), " ".join(heading.get_text().split()), heading["id"]) for heading in found]


def config() -> str:
    """`mkdocs.yml` without what only MkDocs can read."""
    return re.sub(r"!ENV.*|!!python\S*", "", (ROOT / "mkdocs.yml").read_text("utf-8"))


def words(heading: str) -> str:
    return " ".join(BeautifulSoup(Markdown().convert(heading), "html.parser").get_text().split())


@pytest.mark.parametrize("page", COURSE.pages, ids=lambda page: page.file)
def test_headings_ids_and_blocks_are_those_of_the_engine(page):
    soup, headings = made(page.text)
    outline = page.outline
    assert [(level, text) for level, text, _ in headings] == [(one.level, words(one.text)) for one in outline.headings]
    assert all(one.anchor in (None, id_) for one, (*_, id_) in zip(outline.headings, headings, strict=True))
    named = {id_ for one, (*_, id_) in zip(outline.headings, headings, strict=True) if not one.anchor}
    assert {tag["id"] for tag in soup.find_all(id=True)} - named == outline.ids
    seen = [(one.name, one.argument or None, one.options) for one in outline.directives]
    assert sorted(tag["data-seen"] for tag in soup.select("div.block")) == sorted(map(repr, seen))
    assert len(soup.find_all("pre")) == sum(end > 0 for _, end in outline.samples)


@pytest.mark.parametrize(
    "text",
    [
        "## Kop { #kop }",
        "## Kop {: #kop }",
        "## Kop { .klein #kop }",
        "## Kop ## { #kop }\n\ntekst",
        "### Met `{ #code }` erin { #kop }",
        "tekst met `{ #geen }`\n\n*woord*{: #wel lang=en }\n{: #alinea }",
        "```\n## Geen kop { #geen }\n```\n\n## Kop { #kop }",
        "tekst\n\n```\n# Wel een kop",
        "een ` los teken\n\n## Kop { #kop }\n\nnog een ` los teken",
        "``twee ` tekens { #geen }`` { #geen",
        "* item\n{: #lijst }",
    ],
)
def test_it_reads_headings_and_ids_as_the_engine_does(text):
    soup, headings = made(text)
    outline = Outline(text)
    assert [level for level, *_ in headings] == [one.level for one in outline.headings]
    assert {tag["id"] for tag in soup.find_all(id=True)} >= outline.ids
    assert outline.ids == {"kop", "wel", "alinea", "lijst"} & {tag["id"] for tag in soup.find_all(id=True)}


def spelled(path: Path) -> list[str]:
    """The pieces of text in the regular expressions of a module."""
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    asked = (call.args[0] for call in calls if call.args and ast.unparse(call.func).startswith("re."))
    return [str(part.value) for said in asked for part in ast.walk(said) if isinstance(part, ast.Constant)]


@pytest.mark.parametrize("sign", [r"]\(", "#{", "/{", "`{", "(`+", r"\{:", "[*+-]"])
def test_how_a_construct_is_written_stands_in_one_module(sign):
    found = {path.name for path in ENGINE.rglob("*.py") if any(sign in one for one in spelled(path))}
    assert found == {"syntax.py"}
