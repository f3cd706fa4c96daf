"""The faces of printed documents: Source Serif for reading, Source Sans for doing, from Python packages with open licences."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

SERIF, SANS = "Source Serif Pro", "Source Sans Pro"
PACKAGES = {SERIF: "font_source_serif_pro", SANS: "font_source_sans_pro"}
STYLES = {
    "Regular": (400, "normal"),
    "It": (400, "italic"),
    "Semibold": (600, "normal"),
    "SemiboldIt": (600, "italic"),
    "Bold": (700, "normal"),
    "BoldIt": (700, "italic"),
}


@cache
def faces() -> dict[tuple[str, int, str], Path]:
    """(family, weight, style) → font file. Raises ModuleNotFoundError when a package is missing."""
    return {(family, *STYLES[style]): _file(family, style) for family in PACKAGES for style in STYLES}


def _file(family: str, style: str) -> Path:
    spec = find_spec(PACKAGES[family])
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(PACKAGES[family], name=PACKAGES[family])
    return Path(spec.origin).parent / "files" / f"{family.replace(' ', '')}-{style}.otf"


@cache
def faces_digest() -> str:
    """What tells one set of font files from another."""
    return sha256(b"".join(path.read_bytes() for path in faces().values())).hexdigest()
