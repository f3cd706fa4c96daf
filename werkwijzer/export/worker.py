"""The offline copy of an online site: a service worker at its root that knows every file by its hash."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

from werkwijzer.base.files import write_file
from werkwijzer.base.words import words
from werkwijzer.build.bundles import alone
from werkwijzer.build.downloads import FOLDER
from werkwijzer.export.built import UNUSED
from werkwijzer.export.policy import digest

WORKER = "sw.js"
START = "assets/js/install.js"
"""What every page loads: nothing, until a build puts the real start there."""
REAL_START = "assets/js/offline-start.js"
_LEFT_OUT = (REAL_START, "manifest.webmanifest", "sitemap.xml", "sitemap.xml.gz", "404.html", WORKER)


def install(site: Path) -> str:
    """Gives the built site its offline copy; the version that browsers will see. The last step of a build: nothing may change after it."""
    if (site / REAL_START).is_file():
        shutil.copyfile(site / REAL_START, site / START)
    text = worker_script(hashes(site))
    write_file(site / WORKER, text)
    return version(hashes(site))


def hashes(site: Path) -> dict[str, str]:
    """Path → sha256 of every file that the copy holds. Downloads stay out: nobody asked for them yet."""
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {name: digest(path.read_bytes()) for name, path in found.items() if _is_kept(name)}


def _is_kept(name: str) -> bool:
    return not (name in _LEFT_OUT or name.startswith((f"{FOLDER}/", ".")) or UNUSED.fullmatch(name))


def version(files: dict[str, str]) -> str:
    """The same for the same files, and for the same worker."""
    return sha256((json.dumps(files) + alone("worker")).encode()).hexdigest()[:12]


def worker_script(files: dict[str, str]) -> str:
    """`sw.js`: what this version is, then how a copy behaves."""
    facts = {"VERSION": version(files), "FILES": files, "WORDS": words()["worker"]}
    return "".join(f"const {name} = {json.dumps(value, ensure_ascii=False, indent=0)};\n" for name, value in facts.items()) + alone(
        "worker"
    )
