"""What people take along: complete, safe, the same each time, and without what only a server can do."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from base64 import b64encode
from hashlib import sha256

import pytest
from bs4 import BeautifulSoup, SoupStrainer
from PIL import Image, ImageColor

from tests.sites import ROOT
from werkwijzer.base.problems import CourseError
from werkwijzer.build import downloads
from werkwijzer.checks.site import check
from werkwijzer.export import worker
from werkwijzer.export.built import Built, index_script, link_to_file, offline_html, read_built
from werkwijzer.export.offline import FOLDER, README, START, offline_files, offline_zip, script_json
from werkwijzer.export.policy import inline_policy
from werkwijzer.export.single import page_html, single_html


@pytest.fixture(scope="module")
def built(site) -> Built:
    return read_built(site)


@pytest.fixture(scope="module")
def single(built) -> BeautifulSoup:
    return BeautifulSoup(single_html(built), "html.parser")


@pytest.mark.slow
def test_archive_holds_every_page_and_every_link_arrives(built, site, tmp_path):
    files = offline_files(built)
    pages = {name.removeprefix(FOLDER) for name in files if name.endswith(".html")} - {START}
    assert pages == {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert [str(problem) for problem in check(tmp_path / FOLDER)] == []
    for name, content in files.items():
        if name.endswith(".html"):
            assert not re.search(r'<a\b[^>]*href="(?![a-z]+:|#)[^"#]*/["#]', content.decode()), f"a link to a folder in {name}"


def test_pages_leave_what_needs_a_server_behind(built):
    for path, html in built.pages.items():
        assert not re.search(r'rel="(manifest|canonical|apple-touch-icon)"|install\.js', html), path
    for name in ("sw.js", "manifest.webmanifest", "assets/js/offline.js", "404.html", "search/search_index.json"):
        assert name not in built.files | built.pages
    assert not any("assets/javascripts" in html or "assets/stylesheets" in html for html in built.pages.values()), (
        "then they must come along"
    )


def test_archive_is_the_same_each_time_and_opens_everywhere(built):
    archive = offline_zip(built)
    assert archive == offline_zip(built)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        names = [info.filename for info in opened.infolist()]
        assert names == sorted(names) and {START, README} <= set(names)
        assert {info.date_time[0] for info in opened.infolist()} == {1980}
        assert opened.read(README).decode("utf-8-sig").count("\r\n") > 5


def test_one_file_needs_no_other(single, built):
    for tag in single.find_all(src=True) + single.find_all("link"):
        assert (tag.get("src") or tag.get("href")).startswith("data:"), tag
    pages = json.loads(single.find(id="paginas").string)
    files = json.loads(single.find(id="bestanden").string)
    assert pages.keys() == built.pages.keys()
    for path, html in pages.items():
        for tag in BeautifulSoup(html, "html.parser", parse_only=SoupStrainer(["script", "img", "link"])).find_all(True):
            address = tag.get("src") or tag.get("href")
            assert address is None or address in files or address.startswith("data:"), (path, tag)


def test_policy_of_one_file_knows_every_text_and_nothing_more(single):
    policy = single.find("meta", attrs={"http-equiv": True})["content"]
    assert "unsafe" not in policy and policy.startswith("default-src 'none'")
    files = json.loads(single.find(id="bestanden").string)
    texts = [text for path, text in files.items() if path.endswith((".js", ".css"))]
    texts += [tag.string for tag in single.find_all(["script", "style"]) if tag.get("type") != "application/json"]
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == {b64encode(sha256(text.encode()).digest()).decode() for text in texts}


def test_same_text_in_two_places_is_named_once():
    assert inline_policy(["a", "a"], []).count("sha256-") == 1


@pytest.mark.parametrize("text", ["</script>", "</STYLE >", "<!-- x"])
def test_a_script_that_would_end_its_element_is_refused(text):
    with pytest.raises(CourseError, match="één bestand"):
        single_html(Built({"index.html": "<html></html>"}, {"assets/js/x.js": f"'{text}'".encode()}, ""))


def test_pictures_and_files_come_along_in_the_one_file():
    built_ = Built({}, {"assets/a.svg": b"<svg/>", "blad.csv": b"a;b"}, "")
    html = page_html(
        '<meta charset="utf-8"><img alt="a" src="../assets/a.svg"><a href="../blad.csv">b</a><a href="https://example.org">c</a>',
        "deel/index.html",
        built_,
    )
    soup = BeautifulSoup(html, "html.parser")
    assert soup.img["src"] == "data:image/svg+xml;base64," + b64encode(b"<svg/>").decode()
    link = soup.find("a", download="blad.csv")
    assert link["href"].startswith("data:text/csv;base64,")
    assert soup.find("a", href="https://example.org")
    with pytest.raises(CourseError, match="ontbreekt"):
        page_html('<img alt="a" src="weg.svg">', "index.html", built_)


@pytest.mark.parametrize(
    "link,file",
    [
        ("../..", "../../index.html"),
        ("../b/", "../b/index.html"),
        ("./", "./index.html"),
        ("https://x/", "https://x/"),
        ("", ""),
        ("../weg/", "../weg/"),
        ("blad.csv", "blad.csv"),
    ],
)
def test_links_lead_to_files(link, file):
    assert link_to_file(link, "1/a/index.html", {"index.html", "1/b/index.html", "1/a/index.html"}) == file


def test_links_keep_their_place_on_the_page():
    assert (
        offline_html('<a class="x" href="../b/#c">y</a>', "a/index.html", {"b/index.html"}) == '<a class="x" href="../b/index.html#c">y</a>'
    )


def test_index_becomes_a_script_with_names_of_files():
    script = index_script('{"docs":[{"location":"","text":"</script>"},{"location":"1/a/#b","text":"x"},{"location":"c.html#d"}]}')
    said = json.loads(script.removeprefix("globalThis.__index = ").removesuffix(";\n"))
    assert [entry["location"] for entry in said["docs"]] == ["index.html", "1/a/index.html#b", "c.html#d"]
    assert "<" not in script and said["docs"][0]["text"] == "</script>"


def test_data_cannot_end_the_element_in_which_it_stands():
    said = script_json({"a": "</script><!-- <p>"})
    assert "</" not in said and "<!--" not in said and json.loads(said) == {"a": "</script><!-- <p>"}


def test_export_of_nothing_says_what_to_do(tmp_path):
    with pytest.raises(CourseError, match="make build"):
        read_built(tmp_path)


def test_a_chapter_offers_its_own_file_when_it_is_there():
    place = '<p class="ww-take" data-file="hoofdstuk-1-3-keuze.pdf" data-else="../../meenemen/"><a href="../../meenemen/">Neem mee</a></p>'
    ready = [downloads.Download("hoofdstuk-1-3-keuze.pdf", "Hoofdstuk", "PDF", 1_400_000)]
    html = downloads.with_downloads(place, ready, "../../downloads/")
    there = BeautifulSoup(html, "html.parser")
    assert [link["href"] for link in there.find_all("a")] == ["../../downloads/hoofdstuk-1-3-keuze.pdf", "../../meenemen/"]
    assert "PDF (1,4 MB)" in there.get_text()
    gone = BeautifulSoup(downloads.without_downloads(html), "html.parser")
    assert [link["href"] for link in gone.find_all("a")] == ["../../meenemen/"]


def test_a_page_offers_a_file_in_its_own_words():
    place = '<p class="ww-take" data-file="werkboek.pdf"><a href="../meenemen/#bestanden">Het werkboek</a></p>'
    html = downloads.with_downloads(place, [downloads.Download("werkboek.pdf", "Werkboek", "PDF", 1_400_000)], "../downloads/")
    there = BeautifulSoup(html, "html.parser")
    assert [link["href"] for link in there.find_all("a")] == ["../downloads/werkboek.pdf"]
    assert there.get_text().startswith("Het werkboek") and "(PDF, 1,4 MB)" in there.get_text()
    gone = BeautifulSoup(downloads.without_downloads(html), "html.parser")
    assert [(link["href"], link.get_text()[:12]) for link in gone.find_all("a")] == [("../meenemen/#bestanden", "Het werkboek")]


def test_downloads_are_named_copied_and_taken_out_again(tmp_path):
    (tmp_path / "dist").mkdir()
    for name, size in (("werkwijzer-offline.zip", 1_234_567), ("werkboek.pdf", 900), ("iets.epub", 2000), ("werkboek.html.tmp", 1)):
        (tmp_path / "dist" / name).write_bytes(b"x" * size)
    page = tmp_path / "site/meenemen/index.html"
    page.parent.mkdir(parents=True)
    before = "<p>a</p>" + downloads.without_downloads("<ww-downloads></ww-downloads>")
    page.write_text(before, "utf-8")
    ready = downloads.publish(tmp_path, tmp_path / "site")
    assert [(one.name, one.amount) for one in ready] == [
        ("werkboek.pdf", "1 kB"),
        ("werkwijzer-offline.zip", "1,2 MB"),
        ("iets.epub", "2 kB"),
    ]
    links = BeautifulSoup(page.read_text("utf-8"), "html.parser").find_all("a")
    assert [link["href"] for link in links] == [f"../downloads/{one.name}" for one in ready]
    assert all((tmp_path / "site/downloads" / one.name).is_file() for one in ready)
    assert downloads.without_downloads(page.read_text("utf-8")).split() == before.split()


def test_a_plain_build_brings_the_kill_switch_and_registers_nothing(site):
    assert (site / "sw.js").read_bytes() == (ROOT / "docs/sw.js").read_bytes()
    assert "serviceWorker" not in (site / "assets/js/install.js").read_text("utf-8") and "unregister" in (site / "sw.js").read_text("utf-8")


def test_worker_and_kill_switch_agree_on_whose_copies_they_are():
    names = {
        re.search(r"`(werkwijzer:\$\{\w+(?:\.\w+)?\}:)", (ROOT / path).read_text("utf-8"))[1]
        for path in ("docs/sw.js", "werkwijzer/browser/editions/worker.js", "werkwijzer/browser/offline/index.js")
    }
    assert names == {"werkwijzer:${registration.scope}:", "werkwijzer:${SCOPE}:", "werkwijzer:${root}:"}


def test_a_changed_file_is_another_version_and_a_download_is_not(tmp_path):
    (tmp_path / "assets/js").mkdir(parents=True)
    (tmp_path / "index.html").write_text("a", "utf-8")
    first = worker.install(tmp_path)
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads/x.pdf").write_bytes(b"x")
    assert worker.install(tmp_path) == first
    (tmp_path / "index.html").write_text("b", "utf-8")
    assert worker.install(tmp_path) != first


def test_manifest_names_icons_of_the_size_that_they_have():
    manifest = json.loads((ROOT / "docs/manifest.webmanifest").read_text("utf-8"))
    for one in manifest["icons"]:
        content = (ROOT / "docs" / one["src"]).read_bytes()
        if one["type"] == "image/png":
            width, height = struct.unpack(">II", content[16:24])
            assert one["sizes"] == f"{width}x{height}"


@pytest.mark.parametrize("size", [192, 512])
def test_icon_shows_the_mark(size):
    """Each circle of the mark in its colour, on paper, within what systems may cut out."""
    mark = BeautifulSoup((ROOT / "docs/assets/images/favicon.svg").read_text("utf-8"), "xml")
    icon = Image.open(ROOT / f"docs/assets/images/icon-{size}.png").convert("RGB")
    scale = 0.72 * size / 32
    for circle in mark.find_all("circle"):
        x, y = (round((float(circle[name]) - 16) * scale + size / 2) for name in ("cx", "cy"))
        filled = circle.get("fill") or circle.parent["fill"]
        if filled == "none":
            filled, x = circle["stroke"], round(x + float(circle["r"]) * scale)
        assert icon.getpixel((x, y)) == ImageColor.getrgb(filled)
    assert {icon.getpixel(place) for place in ((0, 0), (size // 2, size // 2), (size - 1, size - 1))} == {(0xFB, 0xF8, 0xF3)}
