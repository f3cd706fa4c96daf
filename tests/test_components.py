"""Page components: each folder is complete, and the page frame knows which bring a script or a stylesheet."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.pages import COURSE, USES, WRITTEN
from tests.sites import ROOT
from werkwijzer.base.source import Located, Page
from werkwijzer.base.words import words
from werkwijzer.build.bundles import bundles, needed
from werkwijzer.build.generate import names_text
from werkwijzer.components import FOLDERS, Use, by_block, components, names_with
from werkwijzer.components.board import guide
from werkwijzer.course.library import Library

PARTS = ROOT / "werkwijzer/components"
NOTES = ("offline", "downloads")
"""Blocks that look like a note, and have its class."""


def test_names_are_those_of_the_folders():
    assert list(components()) == sorted(path.name for path in PARTS.iterdir() if (path / "__init__.py").is_file())
    assert all(component.name == name for name, component in components().items())


def test_every_component_is_used_on_a_page():
    assert {name for name, _ in USES} == {name for name, one in components().items() if one.names}


def test_every_block_belongs_to_one_component():
    names = [block for one in components().values() for block in one.names]
    assert len(names) == len(set(names)) == len(by_block())
    assert set(words()["card"]) <= set(names)


@pytest.mark.parametrize("medium", ["page", "paper", "book"])
@pytest.mark.parametrize("block", sorted({block for block, _ in WRITTEN}))
def test_component_is_one_well_formed_element(block, medium):
    component = by_block()[block]
    for argument in [argument for name, argument in WRITTEN if name == block]:
        html = component.html_in(medium)(Use(Library(ROOT, COURSE), argument, block, component.defaults))
        element = ElementTree.fromstring(html) if html or medium == "page" else None
        if medium == "page":
            assert element.tag == component.element
            assert component.searched or "data-search-exclude" in html, "engines without our hook would search it"
            assert not element.tag.startswith("ww-") or block in NOTES or element.tag in element.get("class", "").split()
        if element is not None:
            assert [one.get("slot") for one in element.iter()].count("text") == component.takes_text


@pytest.mark.parametrize("name", names_with("page.js"))
def test_script_is_bundled_with_its_words(name):
    served = bundles()
    script = served[f"docs/assets/js/{name}.js"]
    assert f"customElements.define('ww-{name}'" in script.source
    said = set(re.findall(r"\bwords\.(?!js')(\w+)|\bsay\('(\w+)'", "".join(path.read_text("utf-8") for path in FOLDERS[name].glob("*.js"))))
    groups = ["page_course", *script.groups, *(f"page_{part}" for part in needed(name, served))]
    known = {word for group in groups for word in words().get(group, {})}
    assert {one or other for one, other in said} <= known


def test_the_frame_lists_scripts_and_sheets():
    text = names_text()
    assert all(f'"{name}"' in text.split("set sheets")[0] for name in names_with("page.js"))
    assert all(f'"{name}"' in text.split("set sheets")[1] for name in names_with("style.css"))


def test_the_board_finds_the_guide_by_page_or_by_heading(tmp_path):
    loaded = COURSE.by_key["1-groep/keuze"]

    def found(name: str, text: str) -> str:
        page = Page(f"docs/{name}.md", Located(f"docs/{name}.md", {}, {}), text, 0)
        return guide(replace(COURSE, pages=(page,)), loaded)

    assert found("trainers/handleiding/keuze", "") == "trainers/handleiding/keuze"
    assert found("trainers/handleiding/module-1", "## De keuze { #keuze }") == "trainers/handleiding/module-1#keuze"
    assert found("trainers/handleiding/module-1", "## Keuze") == found("trainers/zaal", "## De keuze { #keuze }") == ""
