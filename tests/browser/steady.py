"""The same day, zone and patience on every machine: no test may hang on the date, or on how busy the machine is.

`WERKWIJZER_DAY=2027-06-13` and `WERKWIJZER_ZONE=Pacific/Auckland` run the tests on another day or elsewhere, to look for what does."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime

PATIENCE = 60
"""Seconds that anything may take; only what fails, or a machine with a load of ten, takes so long."""

_DAY = os.environ.get("WERKWIJZER_DAY", "2026-12-01")
_BEGAN = time.time()

SHIFT = """(() => {
  const Real = Date.real ?? Date, now = () => Real.now() + %d;
  globalThis.Date = new Proxy(Real, {
    construct: (_, given, kind) => Reflect.construct(Real, given.length ? given : [now()], kind === Date ? Real : kind),
    apply: () => new Real(now()).toString(),
    get: (_, name) => ({ __proto__: null, now, real: Real })[name] ?? Reflect.get(Real, name),
  });
})()"""

os.environ["TZ"] = os.environ.get("WERKWIJZER_ZONE", "Europe/Amsterdam")  # browsers take it over from us


def steady(context) -> None:
    """Gives pages of a context the tests' clock and patience."""
    context.set_default_timeout(PATIENCE * 1000)
    travel(context, _DAY)


def travel(pages, day: str) -> None:
    """From the next page on it is another day; eleven o'clock UTC was when the tests began."""
    ahead = datetime.fromisoformat(f"{day}T11:00").replace(tzinfo=UTC).timestamp() - _BEGAN
    pages.add_init_script(SHIFT % (ahead * 1000))


def today() -> date:
    """The day on which pages think they are."""
    return date.fromisoformat(_DAY)
