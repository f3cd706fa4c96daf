"""`python -m tests.browser`: browsers that work and what documents need, found or installed; else exit 1 and what to do. Without Firefox or a whole Chromium a few tests are skipped, except in CI."""

import os
import sys

from tests import printing
from tests.browser import firefox
from tests.browser.chromium import installers, whole, working

HELP = "Geen browser die werkt, en installeren lukte niet: installeer Chromium of Chrome, of zet WERKWIJZER_CHROMIUM op het pad ervan."


def main() -> int:
    path = working()
    for install in installers():
        if path is None:
            install()
            path = working()
    print(path or HELP, file=sys.stdout if path else sys.stderr)
    fox = firefox.executable() or firefox.installed()
    print(fox or firefox.HELP)
    lack = printing.bring()
    if lack:
        print(lack, file=sys.stderr)
    return 0 if path and not lack and (not os.environ.get("CI") or (fox and whole())) else 1


if __name__ == "__main__":
    sys.exit(main())
