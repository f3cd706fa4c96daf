"""Page components: each folder is complete, and the page frame knows which bring a script or a stylesheet."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.pages import COURSE, USES
from tests.sites import ROOT
from werkwijzer.base.source import Located, Page
from werkwijzer.base.words import words
from werkwijzer.build.generate import bundles, names_text
from werkwijzer.components import FOLDER, components, names_with
from werkwijzer.components.board import guide
from werkwijzer.course.library import Library


def test_names_are_those_of_the_folders():
    assert list(components()) == sorted(path.name for path in FOLDER.iterdir() if (path / "__init__.py").is_file())
    assert all(component.name == name for name, component in components().items())


def test_every_component_is_used_on_a_page():
    assert {name for name, _ in USES} == {name for name, one in components().items() if one.written}


@pytest.mark.parametrize("name,argument", USES)
def test_component_is_one_well_formed_element(name, argument):
    element = ElementTree.fromstring(components()[name].html(Library(ROOT, COURSE), argument))
    assert element.tag == f"ww-{name}" and f"ww-{name}" in element.get("class", "").split()


@pytest.mark.parametrize("name", names_with("page.js"))
def test_script_is_bundled_with_its_words(name):
    text = bundles()[f"docs/assets/js/{name}.js"]
    assert f"customElements.define('ww-{name}'" in text
    said = set(re.findall(r"\bwords\.(\w+)|\bsay\('(\w+)'", (FOLDER / name / "page.js").read_text("utf-8")))
    groups = ["page", "page_overview", *(f"page_{part}" for part in (*components()[name].needs, name))]
    known = {word for group in groups for word in words().get(group, {})}
    assert {one or other for one, other in said} <= known


def test_the_frame_lists_scripts_and_sheets():
    text = names_text()
    assert all(f'"{name}"' in text.split("sheets")[0] for name in names_with("page.js"))
    assert all(f'"{name}"' in text.split("sheets")[1] for name in names_with("style.css"))


def test_the_board_finds_the_guide_by_page_or_by_heading(tmp_path):
    loaded = COURSE.by_key["1-groep/keuze"]

    def found(name: str, text: str) -> str:
        page = Page(f"docs/{name}.md", Located(f"docs/{name}.md", {}, {}), text, 0)
        return guide(replace(COURSE, pages=(page,)), loaded)

    assert found("trainers/handleiding/keuze", "") == "trainers/handleiding/keuze"
    assert found("trainers/handleiding/module-1", "## De keuze { #keuze }") == "trainers/handleiding/module-1#keuze"
    assert found("trainers/handleiding/module-1", "## Keuze") == found("trainers/zaal", "## De keuze { #keuze }") == ""
