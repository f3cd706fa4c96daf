"""The course as one HTML file: pages, scripts, styles, figures and the words of the search, under a policy that runs nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from mimetypes import guess_type
from pathlib import Path
from posixpath import dirname, join, normpath

from werkwijzer.base.files import write_file
from werkwijzer.base.problems import CourseError, Place, Problem
from werkwijzer.export.built import Built
from werkwijzer.export.offline import FOLDER, PAGE_SCRIPT, course_json, own_script, own_style, script_json, with_head
from werkwijzer.export.policy import inline_policy
from werkwijzer.render.pages import render

NAME = "werkwijzer.html"
INDEX = "search/search_index.js"
_SCRIPT = re.compile(r'<script\s[^>]*?src="([^"]+)"([^>]*)></script>')
_STYLE = re.compile(r'<link\s[^>]*?rel="stylesheet"[^>]*?>')
_ICON = re.compile(r'[ \t]*<link rel="icon"[^>]*>\n?')
_HREF = re.compile(r'\shref="([^"]+)"')
_SOURCE = re.compile(r'(<(?:img|source|video|audio)\b[^>]*?\ssrc=")([^":]+)(")')
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"#:?]+)(")')
_URL = re.compile(r"""url\((["']?)(?!data:|#)([^)"']+)\1\)""")


def single_html(built: Built) -> str:
    """The file's text; the same site gives the same text."""
    files = inline_files(built)
    pages = {path: page_html(html, path, built) for path, html in built.pages.items()}
    scripts = [text for path, text in files.items() if path.endswith(".js")] + [own_script("shell")]
    styles = [text for path, text in files.items() if path.endswith(".css")] + [own_style()]
    parts = {"style": own_style(), "script": own_script("shell"), "icon": data_address("assets/images/favicon.svg", built)}
    data = {"course": course_json(built, FOLDER), "files": script_json(files), "pages": script_json(pages)}
    return render("offline_shell", inline=True, policy=inline_policy(scripts, styles), folder=FOLDER, **parts, **data)


def inline_files(built: Built) -> dict[str, str]:
    """Path → text of every script and stylesheet. Raises CourseError for a script that would end the element in which it stands."""
    files = {path: content.decode() for path, content in built.files.items() if path.endswith(".js")}
    files |= {path: inline_style(content.decode(), path, built) for path, content in built.files.items() if path.endswith(".css")}
    files |= {PAGE_SCRIPT: own_script("page"), INDEX: built.index}
    for path, text in files.items():
        if re.search(r"</(script|style)|<!--", text, re.I):
            raise CourseError(
                [
                    Problem(
                        Place(f"site/{path}"),
                        "deze tekst kan niet in één bestand met de rest",
                        "Schrijf `</script>` en `<!--` in een script in twee stukken.",
                    )
                ]
            )
    return files


def inline_style(text: str, path: str, built: Built) -> str:
    return _URL.sub(lambda found: f'url("{data_address(normpath(join(dirname(path), found[2])), built)}")', text)


def page_html(html: str, path: str, built: Built) -> str:
    """A page as the shell puts it in its frame: scripts and styles by their path in the course, pictures and files as data."""

    def place(link: str) -> str:
        return normpath(join(dirname(path), link))

    def source(found: re.Match[str]) -> str:
        return found[1] + data_address(place(found[2]), built) + found[3]

    def link(found: re.Match[str]) -> str:
        return (
            f'{found[1]}{data_address(place(found[2]), built)}{found[3]} download="{found[2].rpartition("/")[2]}"'
            if place(found[2]) in built.files
            else found[0]
        )

    html = _ICON.sub("", html)
    html = _SCRIPT.sub(lambda found: f'<script src="{place(found[1])}"{" defer" if "defer" in found[2] else ""}></script>', html)
    html = _STYLE.sub(lambda found: f'<link rel="stylesheet" href="{place(_HREF.findall(found[0])[0])}">', html)
    html = _LINK.sub(link, _SOURCE.sub(source, html))
    return with_head(html, path, render("offline_head", policy="", base=FOLDER + path, script=PAGE_SCRIPT), shell="")


def data_address(path: str, built: Built) -> str:
    """A file as a `data:` address. Raises CourseError when it is not there."""
    if path not in built.files:
        raise CourseError(
            [Problem(Place(f"site/{path}"), "dit bestand ontbreekt in de gebouwde site", "Klopt het pad op de pagina die het toont?")]
        )
    return f"data:{guess_type(path)[0] or 'application/octet-stream'};base64,{b64encode(built.files[path]).decode()}"


def write_single(built: Built, dist: Path) -> Path:
    """The file in `dist`; its path."""
    dist.mkdir(exist_ok=True)
    write_file(dist / NAME, single_html(built))
    return dist / NAME
