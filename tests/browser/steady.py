"""The same day, zone and patience on every machine: no test may hang on the date, or on how busy the machine is.

`WERKWIJZER_DAY=2027-06-13` and `TZ=Pacific/Auckland` run the tests on another day or elsewhere, to look for what does."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime

PATIENCE = 60
"""Seconds that anything may take; only what fails, or a machine with a load of ten, takes so long."""

_DAY = os.environ.get("WERKWIJZER_DAY", "2026-12-01")
_AHEAD = int(datetime.fromisoformat(f"{_DAY}T11:00").replace(tzinfo=UTC).timestamp() - time.time()) * 1000
"""Milliseconds between the clock of this machine and that of the tests, in which it is eleven o'clock UTC when they begin."""

SHIFT = """(() => {
  const Real = Date, now = () => Real.now() + %d;
  globalThis.Date = new Proxy(Real, {
    construct: (_, given, kind) => Reflect.construct(Real, given.length ? given : [now()], kind === Date ? Real : kind),
    apply: () => new Real(now()).toString(),
    get: (_, name) => (name === 'now' ? now : Reflect.get(Real, name)),
  });
})()"""

os.environ.setdefault("TZ", "Europe/Amsterdam")


def steady(context) -> None:
    """Gives pages of a context the tests' clock and patience."""
    context.set_default_timeout(PATIENCE * 1000)
    context.add_init_script(SHIFT % _AHEAD)


def today() -> date:
    """The day on which pages think they are."""
    return date.fromisoformat(_DAY)
