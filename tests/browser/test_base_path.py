"""The course in a folder of a server: every page, the page for what is not there, the offline copy; with `site_url`, and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.assignments import SAMPLE, encode
from tests.browser.axe import accessible
from tests.browser.server import serve
from tests.sites import ROOT, built, copy_course, once
from werkwijzer.export import worker

PATH = "/leren/groepswerk/"
SITE_URL = f"https://leren.voorbeeld.nl{PATH}"
CODE = encode(SAMPLE)
MISSING = ("weg", "weg/", "a/b/c", "a/b/c/", "1-groep/keuze/weg/")


@pytest.fixture(scope="session")
def with_address(shared) -> Path:
    """The course built for its place, with the line that deploy/README.md tells of, and with its offline copy."""
    return once(shared / "course-in-a-folder", make) / "course/site"


def make(folder: Path) -> None:
    copy_course(folder / "course")
    config = folder / "course/mkdocs.yml"
    line = re.search(r"^ {4}(site_url: )", (ROOT / "deploy/README.md").read_text("utf-8"), re.M)[1]
    config.write_text(f"{line}{SITE_URL}\n" + config.read_text("utf-8"), "utf-8")
    worker.install(built("mkdocs", folder / "course"))


def served(site: Path, folder: Path) -> Iterator[str]:
    (folder / "leren").mkdir()
    (folder / "leren/groepswerk").symlink_to(site)
    with serve(folder, lost=site / "404.html") as address:
        yield f"{address}{PATH}"


@pytest.fixture(scope="module")
def place(with_address, tmp_path_factory):
    yield from served(with_address, tmp_path_factory.mktemp("place"))


@pytest.fixture(scope="module")
def bare(site, tmp_path_factory):
    """Without `site_url`."""
    yield from served(site, tmp_path_factory.mktemp("bare"))


@pytest.fixture
def visitor(browser) -> Iterator[Page]:
    """Somebody whose browser may complain of what is not there."""
    context = browser.new_context(locale="nl-NL")
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


# ---- The files ----


def test_no_link_of_the_404_page_leads_outside_the_course(with_address):
    soup = BeautifulSoup((with_address / "404.html").read_text("utf-8"), "html.parser")
    names = ("href", "src", "data-script", "data-index", "data-sheet", "data-assignment")
    found = [part for tag in soup.find_all(True) for name in names for part in str(tag.get(name) or "").split()]
    local = [link for link in found if not link.startswith(("#", "data:")) and not urlsplit(link).netloc]
    assert len(local) > 20
    for link in local:
        assert link.startswith(PATH), link
        target = with_address / urlsplit(link).path.removeprefix(PATH)
        assert target.is_file() or (target / "index.html").is_file(), link


def test_sitemap_and_canonical_addresses_are_those_of_the_course(with_address):
    pages = re.findall(r"<loc>(.+?)</loc>", (with_address / "sitemap.xml").read_text("utf-8"))
    assert len(pages) > 60 and all(page.startswith(SITE_URL) for page in pages)
    for page in pages:
        html = (with_address / page.removeprefix(SITE_URL) / "index.html").read_text("utf-8")
        assert f'<link rel="canonical" href="{page}">' in html


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf", "web.config"])
def test_each_servers_settings_name_the_404_page_and_say_what_changes_under_a_path(name):
    said = (ROOT / "deploy" / name).read_text("utf-8")
    lines = [line for line in said.splitlines() if re.search(r"error_page 404|ErrorDocument 404|statusCode=\"404\" path", line)]
    assert len(lines) == 1 and "/404.html" in lines[0] and f"{PATH}404.html" in said and "site_url" in said


# ---- In a browser ----


def styled(page: Page) -> bool:
    return (
        page.locator("h1").evaluate(
            "(head) => getComputedStyle(head).fontFamily !== getComputedStyle(document.createElement('p')).fontFamily"
        )
        and page.locator(".ww-skip").evaluate("(link) => getComputedStyle(link).position") == "absolute"
    )


@pytest.mark.parametrize("path", MISSING)
def test_a_page_that_is_not_there_looks_like_the_course_and_leads_home(path, visitor, place):
    faults: list[str] = []
    visitor.on("response", lambda response: response.status == 404 and faults.append(response.url))
    assert visitor.goto(f"{place}{path}").status == 404
    assert styled(visitor) and accessible(visitor)
    visitor.get_by_role("button", name="Zoeken").click()
    visitor.get_by_role("searchbox").fill("interdependentie")
    expect(visitor.locator(".ww-search-results a").first).to_be_visible()
    visitor.keyboard.press("Escape")
    assert [urlsplit(url).path for url in faults] == [f"{PATH}{path}"]
    visitor.get_by_role("link", name="Ga naar het begin van de cursus").click()
    visitor.wait_for_url(place)


@pytest.mark.parametrize("path", MISSING)
def test_without_an_address_the_404_page_still_leads_home(path, visitor, bare):
    assert visitor.goto(f"{bare}{path}").status == 404
    assert styled(visitor) and accessible(visitor)
    links = visitor.locator("a[href]").evaluate_all("(all) => all.map((one) => one.href)")
    assert links and all(link.startswith((bare, "https://")) for link in links)
    visitor.get_by_role("link", name="Ga naar het begin van de cursus").click()
    visitor.wait_for_url(bare)


@pytest.mark.parametrize(
    "path",
    [
        f"%23opdracht={CODE}",
        f"%23opdracht%3D{CODE}",
        f"%2523opdracht%253D{CODE}",
        f"weg/%23Opdracht={CODE}>",
        f"opdracht={CODE}",
        f"weg/#opdracht={CODE}",
    ],
)
@pytest.mark.parametrize("kind", ["place", "bare"])
def test_an_assignment_in_the_path_is_sent_on(kind, path, visitor, request):
    address = request.getfixturevalue(kind)
    visitor.goto(f"{address}{path}")
    expect(visitor.locator(".ww-asked--new h2")).to_have_text(SAMPLE.title)
    assert visitor.url == address


def test_a_broken_assignment_in_the_path_gets_a_sentence(visitor, place):
    visitor.goto(f"{place}%23opdracht%3D{CODE[:-3]}")
    expect(visitor.locator(".ww-asked-news")).to_contain_text("niet volledig of beschadigd")


def test_another_place_on_a_page_is_sent_on_too(visitor, place):
    visitor.goto(f"{place}1-groep/keuze/%23vraag-keuze-nu-niet")
    visitor.wait_for_url(f"{place}1-groep/keuze/#vraag-keuze-nu-niet")


def test_the_offline_copy_keeps_to_its_folder(visitor, place):
    visitor.goto(f"{place}introductie/")
    assert visitor.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)") == place
    visitor.goto(f"{place}1-groep/keuze/")
    assert visitor.goto(f"{place}a/b/c").status == 404
    expect(visitor.get_by_role("heading", name="Deze pagina bestaat niet")).to_be_visible()
    visitor.goto(f"{place}%23opdracht={CODE}")
    expect(visitor.locator(".ww-asked--new h2")).to_have_text(SAMPLE.title)
