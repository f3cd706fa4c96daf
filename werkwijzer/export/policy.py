"""Content-Security-Policy for pages that no server sends: as a `meta`, with the hash of everything inline."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


def digest(content: bytes) -> str:
    """sha256 as policies and `integrity` write it, without its name in front."""
    return b64encode(sha256(content).digest()).decode()


def files_policy(*, frames: bool = False) -> str:
    """For pages whose scripts and styles are files beside them; `frames` where they may show one another."""
    return _policy(
        script="'self'", style="'self'", img="'self' data:", font="'self'", frame="'self'" if frames else "'none'", base="'none'"
    )


def inline_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """For one file that holds everything: only these texts run."""
    return _policy(script=_hashes(scripts), style=_hashes(styles), img="data:", font="data:", frame="'none'", base="'self' file:")


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(sorted({f"'sha256-{digest(text.encode())}'" for text in texts}))


def _policy(*, script: str, style: str, img: str, font: str, frame: str, base: str) -> str:
    parts = {
        "default-src": "'none'",
        "script-src": script,
        "style-src": style,
        "img-src": img,
        "font-src": font,
        "frame-src": frame,
        "base-uri": base,
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())
