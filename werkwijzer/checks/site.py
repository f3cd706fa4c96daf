"""Rules for the built site, whatever engine built it: links and anchors that arrive, names that exist, nothing left over or fetched elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from werkwijzer.base.files import read_file
from werkwijzer.base.outline import left_over
from werkwijzer.base.problems import Place, Problem

_REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
_FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href", "video": "src", "audio": "src"}
_NOT_FETCHED = {"canonical", "prev", "next", "ww-record"}


@dataclass(frozen=True)
class HtmlPage:
    """One built page; `path` from the site's folder."""

    path: str
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(str(tag["id"]) for tag in self.soup.find_all(id=True))

    @property
    def place(self) -> Place:
        return Place(f"site/{self.path}")


def read_site(site: Path) -> dict[str, HtmlPage]:
    """Every HTML page of the site, by path."""
    paths = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): HtmlPage(path.relative_to(site).as_posix(), read_file(path)) for path in paths}


def check(site: Path) -> list[Problem]:
    """Everything that the rules find in a built site."""
    pages = read_site(site)
    if not pages:
        return [Problem(Place("site"), "hier staat geen gebouwde site", "Draai eerst `make build`.")]
    return [problem for page in pages.values() for problem in check_page(page, pages, site)]


def check_page(page: HtmlPage, pages: dict[str, HtmlPage], site: Path) -> Iterator[Problem]:
    yield from check_links(page, pages, site)
    yield from check_ids(page)
    yield from check_images(page)
    yield from check_leftovers(page)
    yield from check_requests(page)
    yield from check_inline(page)


def check_links(page: HtmlPage, pages: dict[str, HtmlPage], site: Path) -> Iterator[Problem]:
    if page.path == "404.html":
        return
    for link in {str(tag["href"]) for tag in page.soup.find_all("a", href=True)}:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = target_of(page.path, unquote(parts.path), site)
        if target is None:
            yield Problem(page.place, f"link naar {link} leidt nergens heen", "Verbeter het pad in de bron van deze pagina.")
        elif parts.fragment and target in pages and not pages[target].ids[unquote(parts.fragment)]:
            yield Problem(page.place, f"anker {link} bestaat niet op {target}", "Neem een id dat op die pagina staat.")


def target_of(path: str, link: str, site: Path) -> str | None:
    """The file that a link on `path` leads to, or None."""
    if not link:
        return path
    if link.startswith("/"):
        return None
    file = normpath(join(dirname(path), link))
    if link.endswith(("/", ".", "..")) or (site / file).is_dir():
        file = normpath(join(file, "index.html"))
    return file if (site / file).is_file() else None


def check_ids(page: HtmlPage) -> Iterator[Problem]:
    for name, count in page.ids.items():
        if count > 1:
            yield Problem(page.place, f'id "{name}" komt {count} keer voor', "Een id mag op een pagina één keer voorkomen.")
    for attribute in _REFERENCES:
        for tag in page.soup.find_all(None, {attribute: True}):
            for name in str(tag[attribute]).split():
                if name not in page.ids:
                    yield Problem(page.place, f'{attribute}="{name}" verwijst naar niets', "Het element met dat id ontbreekt.")


def check_images(page: HtmlPage) -> Iterator[Problem]:
    for image in page.soup.find_all("img"):
        if not str(image.get("alt") or "").strip():
            yield Problem(page.place, f"afbeelding {image.get('src')} zonder beschrijving", "Geef een alt-tekst.")
    for drawing in page.soup.select("svg.ww-fig"):
        if not (drawing.find("title") and drawing.find("desc")):
            yield Problem(page.place, "figuur zonder <title> of <desc>", "Schrijf in de SVG wat er te zien is.")


def check_leftovers(page: HtmlPage) -> Iterator[Problem]:
    for text in page.soup.find_all(string=_is_left):
        if not text.find_parent(["code", "pre", "script", "style", "template"]):
            yield Problem(
                page.place,
                f"`{text.strip().splitlines()[0]}` is als gewone tekst blijven staan",
                "Het blok is niet herkend: naam, | en lege regels eromheen kloppen niet.",
            )


def _is_left(text: str | None) -> bool:
    return any(map(left_over, (text or "").split("\n")))


def check_requests(page: HtmlPage) -> Iterator[Problem]:
    """Nothing that a browser fetches by itself may come from another host."""
    for name, attribute in _FETCHED.items():
        for tag in page.soup.find_all(name, attrs={attribute: True}):
            if _is_elsewhere(tag, attribute):
                yield Problem(
                    page.place, f"<{name}> haalt iets op bij {urlsplit(str(tag[attribute])).netloc}", "Zet het bestand in docs/assets."
                )


def _is_elsewhere(tag: Tag, attribute: str) -> bool:
    if tag.name == "link" and set(tag.get("rel") or ()) & _NOT_FETCHED:
        return False
    return bool(urlsplit(str(tag[attribute])).netloc)


def check_inline(page: HtmlPage) -> Iterator[Problem]:
    """Inline styles and handlers would need a weaker Content-Security-Policy."""
    for tag in page.soup.find_all(True):
        handlers = [name for name in tag.attrs if name.startswith("on")]
        if handlers or "style" in tag.attrs:
            yield Problem(
                page.place,
                f"<{tag.name}> met {', '.join(handlers) or 'style'} in de HTML",
                "Zet opmaak in een stylesheet en gedrag in een script.",
            )
