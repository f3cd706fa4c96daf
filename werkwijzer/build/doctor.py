"""What a machine has and lacks to build, print and test the course, and the command that mends each lack."""

from __future__ import annotations

import ctypes.util
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

OLDEST = (3, 11)
PANGO = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
PANGO_NAMES = {"pango-1.0": "libpango-1.0-0", "pangoft2-1.0": "libpangoft2-1.0-0", "harfbuzz-subset": "libharfbuzz-subset0"}
FACES = ("font_source_serif_pro", "font_source_sans_pro")
CHROMIUM = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
FIREFOX = ("firefox", "firefox-esr")


@dataclass(frozen=True)
class Remedy:
    """The command that brings something, per family of systems."""

    debian: str
    mac: str
    windows: str

    def here(self) -> str:
        """The command for this machine; all three where we cannot tell."""
        known = {"linux": self.debian, "darwin": self.mac, "win32": self.windows}
        return known.get(sys.platform) or f"Debian/Ubuntu: {self.debian} · macOS: {self.mac} · Windows: {self.windows}"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked for. `missing` is "" when it is there; what is not `needed` may be missing."""

    name: str
    purpose: str
    missing: str
    remedy: Remedy
    needed: bool = True

    def __str__(self) -> str:
        if not self.missing:
            return f"✓ {self.name}"
        mark = "✗" if self.needed else "–"
        return f"{mark} {self.name}: {self.missing} ({self.purpose})\n    → {self.remedy.here()}"


def same(command: str) -> Remedy:
    """One command for every system."""
    return Remedy(command, command, command)


def examine(root: Path) -> list[Finding]:
    """Everything that the course needs from the machine, found or not."""
    return [look(root) for look in LOOKS]


def look_python(root: Path) -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    lack = "" if sys.version_info >= OLDEST else f"dit is {found}, nodig is 3.11 of nieuwer"
    return Finding(
        f"Python {found}",
        "alles",
        lack,
        Remedy("apt install python3 python3-venv", "brew install python", "winget install Python.Python.3.13"),
    )


def look_packages(root: Path) -> Finding:
    lacking = [name for name in ("weasyprint", "pikepdf") if find_spec(name) is None]
    lack = f"{', '.join(lacking)} ontbreekt" if lacking else ""
    return Finding(
        "Python-pakketten voor export",
        "PDF’s maken",
        lack,
        same("python -m pip install --require-hashes -r requirements/export.txt"),
        needed=False,
    )


def look_faces(root: Path) -> Finding:
    lacking = [name for name in FACES if find_spec(name) is None]
    lack = f"{', '.join(lacking)} ontbreekt" if lacking else ""
    return Finding(
        "Lettertypen Source Serif en Source Sans",
        "PDF’s maken",
        lack,
        same("python -m pip install --require-hashes -r requirements/export.txt"),
        needed=False,
    )


def look_pango(root: Path) -> Finding:
    lacking = lacking_libraries()
    lack = f"{', '.join(lacking)} ontbreekt" if lacking else ""
    remedy = Remedy(
        f"apt install {' '.join(PANGO_NAMES.values())}",
        "brew install pango",
        "winget install MSYS2.MSYS2, daarna in de MSYS2-shell: pacman -S mingw-w64-x86_64-pango, en zet WEASYPRINT_DLL_DIRECTORIES op C:\\msys64\\mingw64\\bin",
    )
    return Finding("Pango, waarmee WeasyPrint tekst zet", "PDF’s maken", lack, remedy, needed=False)


def lacking_libraries() -> list[str]:
    """The libraries of WeasyPrint that the system does not find."""
    return [
        name
        for name in PANGO
        if not (ctypes.util.find_library(name) or ctypes.util.find_library(f"{name}-0") or ctypes.util.find_library(f"lib{name}-0"))
    ]


def look_poppler(root: Path) -> Finding:
    remedy = Remedy("apt install poppler-utils", "brew install poppler", "winget install oschwartz10612.Poppler")
    return _program("pdftotext (Poppler)", "PDF’s testen en bekijken", ("pdftotext",), remedy)


def look_java(root: Path) -> Finding:
    remedy = Remedy("apt install default-jre-headless", "brew install openjdk", "winget install EclipseAdoptium.Temurin.21.JRE")
    return _program("Java", "e-boeken controleren met EpubCheck", ("java",), remedy)


def look_chromium(root: Path) -> Finding:
    remedy = Remedy(
        "apt install chromium chromium-headless-shell (Ubuntu: chromium)", "brew install --cask chromium", "winget install Google.Chrome"
    )
    asked = os.environ.get("WERKWIJZER_CHROMIUM", "")
    return _program("Chromium of Chrome", "tests in een browser", (asked, *CHROMIUM), remedy)


def look_driver(root: Path) -> Finding:
    """Playwright comes with a Node.js of its own, which on Linux needs a library that a bare system lacks."""
    lack = "" if sys.platform != "linux" or ctypes.util.find_library("atomic") else "libatomic ontbreekt"
    return Finding(
        "Wat Playwright nodig heeft", "tests in een browser", lack, same("apt install libatomic1 (Fedora: libatomic)"), needed=False
    )


def look_firefox(root: Path) -> Finding:
    return _program(
        "Firefox",
        "tests van de editie zonder server",
        FIREFOX,
        Remedy("apt install firefox-esr (Ubuntu: firefox)", "brew install --cask firefox", "winget install Mozilla.Firefox"),
    )


def _program(name: str, purpose: str, commands: tuple[str, ...], remedy: Remedy) -> Finding:
    found = any(shutil.which(command) for command in commands if command)
    return Finding(name, purpose, "" if found else "niet gevonden", remedy, needed=False)


LOOKS: tuple[Callable[[Path], Finding], ...] = (
    look_python,
    look_packages,
    look_faces,
    look_pango,
    look_poppler,
    look_java,
    look_chromium,
    look_driver,
    look_firefox,
)
