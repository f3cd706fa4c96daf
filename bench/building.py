"""What one build costs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def build(folder: Path) -> tuple[float, float]:
    """CPU seconds and peak MiB of one `mkdocs build`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.PIPE,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"bouwen in {folder} mislukte")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def fresh(folder: Path) -> Path:
    """The folder, without what builds kept of it."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    return folder
