"""`python -m tests.browser`: a browser that works and what documents need, found or installed; else exit 1 and what to do."""

import sys

from tests import printing
from tests.browser.chromium import installers, working

HELP = "Geen browser die werkt, en installeren lukte niet: installeer Chromium of Chrome, of zet WERKWIJZER_CHROMIUM op het pad ervan."


def main() -> int:
    path = working()
    for install in installers():
        if path is None:
            install()
            path = working()
    print(path or HELP, file=sys.stdout if path else sys.stderr)
    lack = printing.bring()
    if lack:
        print(lack, file=sys.stderr)
    return 0 if path and not lack else 1


if __name__ == "__main__":
    sys.exit(main())
