"""`python -m tests.java`: Java for EpubCheck, found or (as root on Debian and Ubuntu) installed. Without it only that one test is left out."""

from __future__ import annotations

import os
import shutil
import subprocess

PACKAGE = "default-jre-headless"
HELP = "Geen Java gevonden: EpubCheck wordt overgeslagen. `werkwijzer doctor` noemt de opdracht die helpt."


def main() -> None:
    if not shutil.which("java") and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", PACKAGE]):
            print("$", *command, flush=True)
            subprocess.run(command, check=False)
    print(shutil.which("java") or HELP)


if __name__ == "__main__":
    main()
