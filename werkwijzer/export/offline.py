"""The course as a ZIP: unpack it, open the start page, and everything works from the disk."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

from werkwijzer.base.files import read_file
from werkwijzer.build.bundles import BROWSER, alone
from werkwijzer.export.built import Built
from werkwijzer.export.policy import files_policy
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import render

NAME = "werkwijzer-offline.zip"
START = "Open de cursus.html"
README = "Lees mij eerst.txt"
FOLDER = "cursus/"
PAGE_SCRIPT = "assets/js/offline-page.js"
SHELL_SCRIPT = "assets/js/offline-shell.js"
SHELL_STYLE = "assets/css/offline-shell.css"
_CHARSET = re.compile(r'<meta charset="?utf-8"?>\s*', re.I)
_DATE = (1980, 1, 1, 0, 0, 0)


def offline_zip(built: Built) -> bytes:
    """The archive; the same site gives the same bytes."""
    return zip_bytes(offline_files(built))


def offline_files(built: Built) -> dict[str, bytes]:
    """Path in the archive → content."""
    course = {path: page_html(html, path).encode() for path, html in built.pages.items()}
    course |= built.files | {"search/search_index.js": built.index.encode()}
    course |= {
        PAGE_SCRIPT: own_script("page").encode(),
        SHELL_SCRIPT: own_script("shell").encode(),
        SHELL_STYLE: own_style().encode(),
    }
    return {START: shell_html(built).encode(), README: readme().encode("utf-8-sig")} | {
        FOLDER + path: content for path, content in course.items()
    }


def page_html(html: str, path: str) -> str:
    """A page that works on its own from a disk, and within the shell knows its place."""
    up = "../" * path.count("/")
    return with_head(html, path, render("offline_head", policy=files_policy(), base="", script=up + PAGE_SCRIPT), shell=f"../{START}")


def with_head(html: str, path: str, head: str, *, shell: str) -> str:
    """The page with `head` at the start of its head, its path and the shell's on its root."""
    html = re.sub(r"<html\b", lambda _: f'<html data-page="{path}" data-shell="{shell}"', html, count=1)
    return _CHARSET.sub(lambda found: found[0] + head, html, count=1)


def shell_html(built: Built) -> str:
    """The start page: it holds the record and shows the pages in a frame."""
    files = {"icon": FOLDER + "assets/images/favicon.svg", "style": FOLDER + SHELL_STYLE, "script": FOLDER + SHELL_SCRIPT}
    return render(
        "offline_shell", inline=False, policy=files_policy(frames=True), folder=FOLDER, course=course_json(built, FOLDER), **files
    )


def course_json(built: Built, folder: str) -> str:
    """Which pages there are, for the shell; safe inside a script element."""
    return script_json({"folder": folder, "pages": sorted(built.pages)})


def script_json(value: object) -> str:
    """JSON that cannot end the script element in which it stands."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").replace("<!--", "\\u003c!--")


def own_script(name: str) -> str:
    """A script of the editions with its words."""
    return alone(name, "page_editions")


def own_style() -> str:
    return read_file(BROWSER / "editions/shell.css")


def readme() -> str:
    """For who opens the folder and wonders; with the line ends that every editor shows."""
    return environment().get_template("offline_readme.txt.j2").render().rstrip().replace("\n", "\r\n") + "\r\n"


def zip_bytes(files: dict[str, bytes]) -> bytes:
    """An archive in which nothing depends on the hour or on the machine."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, files[name])
    return target.getvalue()


def write_zip(built: Built, dist: Path) -> Path:
    """The archive in `dist`; its path."""
    dist.mkdir(exist_ok=True)
    (dist / NAME).write_bytes(offline_zip(built))
    return dist / NAME
