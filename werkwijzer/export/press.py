"""Prints editions side by side, keeps what was printed, and prints nothing twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from time import time

from werkwijzer.course.read import Course
from werkwijzer.export.binding import Printed, bind, page_map
from werkwijzer.export.book import Printer
from werkwijzer.export.editions import Edition
from werkwijzer.export.glyphs import check_glyphs
from werkwijzer.export.pdf import PrintError, pdf_of
from werkwijzer.export.pdf_checks import check_pdf
from werkwijzer.export.signature import Signature, estimate
from werkwijzer.export.typeface import faces_digest

OWN_CODE = ("pdf.py", "tags.py")
TOOLS = ("weasyprint", "pydyf", "pikepdf", "fonttools", "pyphen")
DAYS = 30  # that a signature is kept after it was last asked for
ROUNDS = 4  # page numbers settle in two; more would mean that they never do


@dataclass(frozen=True)
class Result:
    """A document that lies in the folder: how many signatures it has, and how many of them had to be printed."""

    edition: Edition
    path: Path
    signatures: int
    fresh: int

    def __str__(self) -> str:
        how = f"{self.fresh} van {self.signatures} delen nieuw" if self.fresh else "niets nieuws"
        return f"dist/{self.path.name} ({how})"


@dataclass(frozen=True)
class Progress:
    """How many of the signatures that had to be printed are ready."""

    done: int
    total: int

    def __str__(self) -> str:
        return f"{self.done} van {self.total} delen gezet"


@dataclass
class Press:
    """A place where signatures are printed. `kept` remembers them by what is in them."""

    kept: Path
    pool: Executor
    running: dict[str, Future[bytes]] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)

    def order(self, html: str) -> str:
        """Asks for a signature; the answer is the name under which it will be kept."""
        name = digest(html)
        path = self.kept / f"{name}.pdf"
        if path.is_file():
            os.utime(path)
        elif name not in self.running:
            self.running[name] = self.pool.submit(pdf_of, html)
            self.fresh.add(name)
        return name

    def fetch(self, name: str) -> bytes:
        """A signature that was asked for; waits until it is there."""
        path = self.kept / f"{name}.pdf"
        if name in self.running:
            data = self.running.pop(name).result()
            path.with_suffix(".new").write_bytes(data)
            path.with_suffix(".new").replace(path)
        return path.read_bytes()


def print_editions(course: Course, wanted: list[Edition], folder: Path, kept: Path, jobs: int | None = None) -> Iterator[Progress | Result]:
    """Writes each edition as PDF into `folder`: yields a Progress after each signature, and a Result for each document that is there.

    Signatures that are unchanged come from `kept`.

    Raises CourseError for a sign that no face has, PrintError when a document breaks a rule of `pdf_checks`.
    """
    printer = Printer(course)
    asked = [(edition, printer.signatures(edition)) for edition in wanted]
    check_glyphs(course, (signature.filled({}) for _, signatures in asked for signature in signatures))
    for each in (folder, kept):
        each.mkdir(parents=True, exist_ok=True)
    begun = time()
    with ProcessPoolExecutor(jobs or os.cpu_count() or 1, get_context("spawn")) as pool:
        press = Press(kept, pool)
        first = {edition.name: _order(press, signatures, estimate(signatures)) for edition, signatures in asked}
        running = list(press.running.values())
        yield from (Progress(done, len(running)) for done, _ in enumerate(as_completed(running), 1))
        for edition, signatures in asked:
            yield _placed(press, edition, signatures, first[edition.name], folder)
    _forget(kept, before=begun)


def _order(press: Press, signatures: list[Signature], pages: dict[str, int]) -> list[str]:
    """All signatures, the longest first, so that no core waits at the end; their names in the order of the document."""
    htmls = [signature.filled(pages) for signature in signatures]
    for html in sorted(htmls, key=len, reverse=True):
        press.order(html)
    return [digest(html) for html in htmls]


def _placed(press: Press, edition: Edition, signatures: list[Signature], names: list[str], folder: Path) -> Result:
    """Prints until no page reference changes its number of digits, then binds."""
    fresh, datas = [name in press.fresh for name in names], list[bytes]()
    for _ in range(ROUNDS):
        try:
            datas = [press.fetch(name) for name in names]
        except PrintError as error:
            raise PrintError(f"{edition.name}: {error}") from None
        again = _order(press, signatures, page_map(datas))
        if again == names:
            break
        names, fresh = again, [was or name in press.fresh for was, name in zip(fresh, again, strict=True)]
    data = bind([Printed(data, signature.level, cover=signature.cover) for data, signature in zip(datas, signatures, strict=True)])
    if flaws := check_pdf(data):
        raise PrintError(f"{edition.name}: {'; '.join(flaws[:10])}")
    path = folder / f"{edition.name}.pdf"
    path.write_bytes(data)
    return Result(edition, path, len(signatures), sum(fresh))


def digest(html: str) -> str:
    """What tells one print of a signature from another: its HTML, the faces and the tools."""
    code = b"".join((Path(__file__).parent / name).read_bytes() for name in OWN_CODE)
    tools = " ".join(f"{name} {version(name)}" for name in TOOLS)
    return sha256(b"\0".join([html.encode(), code, tools.encode(), faces_digest().encode()])).hexdigest()[:32]


def _forget(kept: Path, before: float) -> None:
    """Throws away what no document has asked for in a month."""
    for path in kept.glob("*.pdf"):
        if path.stat().st_mtime < before - DAYS * 86_400:
            path.unlink()
