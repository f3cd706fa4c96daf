"""The scripts of a page made for a test, as the page frame would load them."""

from __future__ import annotations

from werkwijzer.build.bundles import BUNDLES, bundles, needed, together


def in_order(*names: str) -> list[str]:
    """These scripts in this order, each after what it needs, and none beside one that brings it along."""
    served = bundles()
    brings = {one: by for by in BUNDLES if by in names for one in together(by)}
    found = []
    for name in names:
        found += [*sorted(needed(name, served), key=BUNDLES.index), name]
    return list(dict.fromkeys(brings.get(name, name) for name in found))
