"""What tests of printed documents need from the system, and how to come by it."""

from __future__ import annotations

import os
import shutil
import subprocess

from werkwijzer.build.doctor import PANGO_NAMES, lacking_libraries


def lacking() -> list[str]:
    """Debian's names of what is not there: Pango for WeasyPrint, pdftotext to read documents back."""
    libraries = [PANGO_NAMES[name] for name in lacking_libraries()]
    return libraries + ([] if shutil.which("pdftotext") else ["poppler-utils"])


def bring() -> str | None:
    """Installs what lacks where we may; returns what to do when it still lacks."""
    if lacking() and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", *lacking()]):
            print("$", *command, flush=True)
            subprocess.run(command, check=False)
    return f"Voor de tests van documenten ontbreekt {', '.join(lacking())}: draai `werkwijzer doctor`." if lacking() else None
