"""The built site as the offline editions need it: without what only a server can do, every link to a file that is there."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.build.downloads import without_downloads
from werkwijzer.build.redirects import MARK

INDEX = ("search/search_index.json", "search.json")
"""Where MkDocs and Zensical write what the search reads."""
UNUSED = re.compile(r"assets/(javascripts|stylesheets)/.*|assets/images/favicon\.png")
"""What Material copies into every site; no page of ours loads it."""
_ONLINE = re.compile(
    r"sw\.js|manifest\.webmanifest|sitemap\.xml.*|404\.html|downloads/.*|assets/js/(install|offline|offline-start)\.js|search\.json|search/search_index\.json"
)
_ONLINE_TAG = re.compile(
    r'[ \t]*<link rel="(?:manifest|canonical|apple-touch-icon)"[^>]*>\n?|[ \t]*<script src="[^"]*assets/js/install\.js"[^>]*></script>\n?'
)
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"#?]*)([^"]*")')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.I)


@dataclass(frozen=True)
class Built:
    """Path from the site's folder → content; `pages` as HTML whose links lead to files, `files` all else."""

    pages: dict[str, str]
    files: dict[str, bytes]
    index: str
    """What the search reads, as a script that sets `__index`."""


def read_built(site: Path) -> Built:
    """The site in that folder. Raises CourseError when there is none."""
    if not (site / "index.html").is_file():
        raise CourseError([Problem(Place("site"), "hier staat geen gebouwde site", "Draai eerst `make build`.")])
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    index = next((found[name].decode() for name in INDEX if name in found), "{}")
    kept = {name: content for name, content in found.items() if not (_ONLINE.fullmatch(name) or UNUSED.fullmatch(name))}
    html = {name: content.decode() for name, content in kept.items() if name.endswith(".html")}
    pages = {name: offline_html(text, name, found.keys()) for name, text in html.items() if f'name="{MARK}"' not in text}
    files = {name: content for name, content in kept.items() if not name.endswith(".html")}
    return Built(pages, files, index_script(index))


def index_script(index: str) -> str:
    """Local files cannot be fetched; a script that sets a value can be loaded. The places get file names, as links do."""
    located = re.sub(r'("location":\s*")([^"#]*/)?(["#])', r"\1\2index.html\3", index)
    return "globalThis.__index = " + located.strip().replace("<", "\\u003c") + ";\n"


def offline_html(html: str, path: str, known: Container[str]) -> str:
    """A page without its online parts and with links that name a file."""
    html = _ONLINE_TAG.sub("", without_downloads(html))
    return _LINK.sub(lambda found: found[1] + link_to_file(found[2], path, known) + found[3], html)


def link_to_file(link: str, path: str, known: Container[str]) -> str:
    """A link to a folder with the page in that folder added; another link as it is."""
    if not link or _ELSEWHERE.match(link):
        return link
    target = normpath(join(dirname(path), link, "index.html"))
    return f"{link.rstrip('/')}/index.html" if target in known else link
