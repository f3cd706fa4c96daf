"""Prints editions side by side, keeps what was printed, and prints nothing twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from werkwijzer.course import Course
from werkwijzer.export.book import Printer
from werkwijzer.export.editions import Edition
from werkwijzer.export.pdf import PrintError, pdf_of
from werkwijzer.export.pdf_checks import check_pdf
from werkwijzer.export.typeface import faces_digest

OWN_CODE = ("pdf.py", "tags.py")
TOOLS = ("weasyprint", "pydyf", "pikepdf", "fonttools", "pyphen")


@dataclass(frozen=True)
class Printed:
    """A document that lies in the folder. `seconds` is 0 when it was kept from before."""

    edition: Edition
    path: Path
    seconds: float


def print_editions(course: Course, wanted: list[Edition], folder: Path, kept: Path, jobs: int | None = None) -> Iterator[Printed]:
    """Writes each edition as PDF into `folder`, and yields it when it is there. `kept` remembers documents by what is in them.

    Raises PrintError when a document breaks a rule of `pdf_checks`.
    """
    printer = Printer(course)
    folder.mkdir(parents=True, exist_ok=True)
    waiting: dict[str, tuple[Edition, str]] = {}
    for edition in wanted:
        html = printer.html(edition)
        known = kept / f"{edition.name}-{digest(html)}.pdf"
        if known.is_file():
            yield _placed(edition, known.read_bytes(), folder, 0)
        else:
            waiting[str(known)] = (edition, html)
    yield from _printed(waiting, folder, jobs)


def _printed(waiting: dict[str, tuple[Edition, str]], folder: Path, jobs: int | None) -> Iterator[Printed]:
    """The longest first, so that no core waits at the end."""
    if not waiting:
        return
    longest = sorted(waiting, key=lambda known: -len(waiting[known][1]))
    with ProcessPoolExecutor(min(jobs or os.cpu_count() or 1, len(waiting)), get_context("spawn")) as pool:
        running = {pool.submit(checked_pdf, waiting[known][1]): known for known in longest}
        for future in as_completed(running):
            known, (edition, _) = Path(running[future]), waiting[running[future]]
            try:
                data, seconds = future.result()
            except PrintError as error:
                raise PrintError(f"{edition.name}: {error}") from None
            _keep(known, edition, data)
            yield _placed(edition, data, folder, seconds)


def checked_pdf(html: str) -> tuple[bytes, float]:
    """The PDF and the seconds that it took. Raises PrintError when it breaks a rule."""
    start = perf_counter()
    data = pdf_of(html)
    if flaws := check_pdf(data):
        raise PrintError("; ".join(flaws[:10]))
    return data, perf_counter() - start


def digest(html: str) -> str:
    """What tells one print of a document from another: its HTML, the faces and the tools."""
    code = b"".join((Path(__file__).parent / name).read_bytes() for name in OWN_CODE)
    tools = " ".join(f"{name} {version(name)}" for name in TOOLS)
    return sha256(b"\0".join([html.encode(), code, tools.encode(), faces_digest().encode()])).hexdigest()[:20]


def _keep(known: Path, edition: Edition, data: bytes) -> None:
    """One print of each document is kept: the newest."""
    known.parent.mkdir(parents=True, exist_ok=True)
    for old in known.parent.glob(f"{edition.name}-{'?' * 20}.pdf"):
        old.unlink()
    known.write_bytes(data)


def _placed(edition: Edition, data: bytes, folder: Path, seconds: float) -> Printed:
    path = folder / f"{edition.name}.pdf"
    path.write_bytes(data)
    return Printed(edition, path, seconds)
