"""One folder is all that a question type or a page component takes: those of `tests/parts` are found everywhere, and no other file knows them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests import further
from tests.sites import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page(further_course) -> BeautifulSoup:
    return BeautifulSoup((further_course / f"site/{further.KEY}/index.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def seen(further_course) -> dict:
    return further.look(further_course)


def test_they_stand_on_the_page_with_script_and_style(page, further_course):
    pledge = page.select_one("ww-pledge.ww-pledge--warm")
    assert pledge.select_one(".ww-pledge-title em").text == "bel"
    assert pledge.select_one(".ww-pledge-text strong").text == "dinsdag"
    question = page.select_one(f'ww-question[data-question="{further.ID}"][data-type="tilt"]')
    assert question.select_one(".ww-question-kind").text == "Kies een kant"
    for kind, attribute in (("script", "src"), ("link", "href")):
        loaded = [tag[attribute] for tag in page.select(f"{kind}[{attribute}]")]
        for name in ("tilt", "pledge"):
            (found,) = [path for path in loaded if Path(path).stem == name]
            assert (further_course / "site" / further.KEY / found).resolve().is_file()


def test_they_stand_on_no_page_that_lacks_them(further_course):
    other = (further_course / "site/1-groep/keuze/index.html").read_text("utf-8")
    assert "tilt" not in other and "pledge" not in other


def test_the_record_has_room_for_them(further_course):
    record = BeautifulSoup((further_course / "site/voortgang/index.html").read_text("utf-8"), "html.parser")
    assert record.select_one('[data-made="pledge"] a').text == "Ik *bel* haar"
    assert record.select_one(f'.ww-record-item[data-question="{further.ID}"] dt').text.startswith("Een deelnemer huilt")
    assert f"{further.ID}:" in (further_course / "docs/assets/js/catalogue.js").read_text("utf-8")


def test_the_search_leaves_them_out(further_course):
    index = json.loads((further_course / "site/search/search_index.json").read_text("utf-8"))
    texts = " ".join(entry["title"] + entry["text"] for entry in index["docs"])
    assert "Dat doe ik" not in texts and "de groep valt stil" not in texts


def test_they_stand_on_paper(seen):
    for text in ("Ik <em>bel</em> haar", "<strong>dinsdag</strong>", "☐ Dat doe ik", "Een deelnemer huilt", "Deze kant telt het zwaarst."):
        assert text in seen["book"], text
    assert "ww-pledge" not in seen["book"] and "slot=" not in seen["book"]
    assert "Kies een kant" in seen["workbook"] and "Deze kant telt het zwaarst." not in seen["workbook"]
    assert "Deze kant telt het zwaarst." in seen["key"]


def test_they_stand_in_the_e_book(seen):
    chapter, notes = seen["epub"][f"{further.KEY}.xhtml"], seen["epub"][f"antwoorden-{further.KEY}.xhtml"]
    assert "b-pledge" in chapter and "<strong>dinsdag</strong>" in chapter and "Dat doe ik" not in chapter
    assert "Een deelnemer huilt" in chapter and "Deze kant telt het zwaarst." in notes


def test_an_author_hears_what_is_wrong_with_them(seen):
    assert seen["wrong"] == [
        ['"hard" kan niet als tone', "Kies uit calm, warm."],
        ["een belofte van meer dan veertig tekens", "Maak haar korter."],
    ]


def test_no_other_file_knows_them():
    for folder in ("werkwijzer", "overrides", "hooks"):
        for path in (path for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".yml", ".j2", ".html", ".js", ".css")):
            text = path.read_text("utf-8")
            assert "pledge" not in text and '"tilt"' not in text, path


FORGOTTEN = [
    *[
        ("questions", "tilt", file, None, file)
        for file in ("web.html.j2", "paper.html.j2", "page.js", "example.yml", "cases.yml", "words.yml")
    ],
    ("questions", "tilt", "words.yml", lambda text: text.replace("kind:", "soort:"), "`kind:` in words.yml"),
    ("questions", "tilt", "__init__.py", lambda text: text.replace("TYPE =", "KIND ="), "TYPE in __init__.py"),
    ("questions", "tilt", "__init__.py", lambda text: text.replace('type_name = "tilt"', 'type_name = "lean"'), 'type_name = "tilt"'),
    ("components", "pledge", "__init__.py", None, "__init__.py"),
    ("components", "pledge", "__init__.py", lambda text: text.replace("COMPONENT =", "PART ="), "COMPONENT in __init__.py"),
    ("components", "pledge", "__init__.py", lambda text: text.replace('"pledge",', '"promise",'), 'de naam "pledge" in COMPONENT'),
    (
        "components",
        "pledge",
        "page.js",
        lambda text: text.replace("'ww-pledge'", "'ww-belofte'"),
        "customElements.define('ww-pledge', …) in page.js",
    ),
]


@pytest.mark.parametrize("kind,name,file,change,missing", FORGOTTEN, ids=lambda value: value if isinstance(value, str) else "")
def test_a_folder_that_forgets_something_says_so(kind, name, file, change, missing, tmp_path):
    parts = further.without(tmp_path / "parts", kind, name, file, change)
    done = further.run(ROOT, "-c", "from werkwijzer.components import components; components()", parts=parts)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.startswith(f"{parts.resolve()}/{kind}/{name}: hier ontbreekt {missing}\n"), done.stderr
