"""Binds signatures, PDFs that were printed apart, into one document: pages, tags, links, bookmarks, fields, and the page numbers.

A signature cannot know on which page another begins. Where a number is to come it prints zeros in a link `page:ID`
(`page-right:ID` where the number stands at the right of its room), and `ww:ID` where only a link is to come.
The binder writes the numbers over the zeros, and a folio on each page. PDF only; needs no room to move.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, OutlineItem, Page, PageCopyWarning, Pdf, String

from werkwijzer.base.words import words
from werkwijzer.export.typeface import SANS

NUMBERS = "/WWNumbers"
ZEROS = 3
_SHOWN = re.compile(rb"/\w+ ([\d.]+) Tf\s*\[(?:<[0-9a-f]{4}>-?[\d.]*)+\] TJ")
_FOLIO = b"\n/Artifact <</Type /Pagination>> BDC\nq 0.6588 0.2588 0.1098 rg BT %s 9.5 Tf 59.53 36.85 Td <%s> Tj ET Q\nEMC\n"
_SAMPLE = '<html lang="nl"><head><title>0</title><style>h1 {{ font: 10pt "{face}" }}</style></head><body><h1>0123456789</h1></body></html>'


@dataclass(frozen=True)
class Printed:
    """A signature as PDF. `level` is that of its first heading; a `cover` shows no number on its first page."""

    data: bytes
    level: int = 1
    cover: bool = False


@dataclass(frozen=True)
class Digits:
    """A font of which every document holds all ten digits, their codes in it, and their width in thousandths of its size."""

    pdf: Pdf  # keeps the font alive
    font: Object
    codes: tuple[str, ...]
    width: int

    def hex(self, number: int) -> str:
        return "".join(self.codes[int(digit)] for digit in str(number))


@cache
def digits() -> Digits:
    """The digits of the sans; printed once in a process and then copied."""
    from werkwijzer.export.pdf import pdf_of

    pdf = Pdf.open(BytesIO(pdf_of(_SAMPLE.format(face=SANS))))
    codes = re.findall(r"<([0-9a-f]{4})>", pdf.pages[0].Contents.read_bytes().decode("latin-1"))
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    return Digits(pdf, pdf.make_indirect(font), tuple(codes), int(font.DescendantFonts[0].W[1][0]))


def places_of(data: bytes) -> tuple[int, dict[str, int]]:
    """How many pages a signature has, and on which of them (from 0) each id stands."""
    with Pdf.open(BytesIO(data)) as pdf:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return len(pages), {name: pages[place[0].objgen] for name, place in _destinations(pdf.Root)}


def page_map(datas: list[bytes]) -> dict[str, int]:
    """Id → the number of its page in the bound document."""
    found: dict[str, int] = {}
    first = 1
    for data in datas:
        count, places = places_of(data)
        found.update({name: first + page for name, page in places.items()})
        first += count
    return found


def bind(signatures: list[Printed]) -> bytes:
    """One document of all signatures, in their order; title and metadata are those of the first."""
    numbers = page_map([signature.data for signature in signatures])
    with Pdf.open(BytesIO(signatures[0].data)) as bound:
        binder = _Binder(bound, numbers)
        binder.first(signatures[0])
        for signature in signatures[1:]:
            binder.add(signature)
        return binder.finished()


class _Binder:
    """A document in the making; `bound` holds the signatures added so far."""

    def __init__(self, bound: Pdf, numbers: dict[str, int]):
        self.bound, self.numbers = bound, numbers
        self.root = bound.Root.StructTreeRoot
        self.document = self.root.K[0]
        self.owners: list[Any] = []
        self.key = 0
        self.names: list[tuple[str, Object]] = []
        self.bookmarks: list[tuple[int, OutlineItem]] = []
        self.fields: list[Object] = []
        self.font = bound.copy_foreign(digits().font)

    def first(self, signature: Printed) -> None:
        """Takes over what the bound document holds already."""
        self._take(self.bound, signature, list(self.bound.pages), self.bound.Root)

    def add(self, signature: Printed) -> None:
        """Appends a signature."""
        with Pdf.open(BytesIO(signature.data)) as source:
            start = len(self.bound.pages)
            with catch_warnings():
                simplefilter("ignore", PageCopyWarning)  # fields and links are taken over below
                self.bound.pages.extend(source.pages)
            parts = Dictionary(
                StructTreeRoot=source.Root.StructTreeRoot,
                Names=source.Root.get(Name.Names, Dictionary()),
                AcroForm=source.Root.get(Name.AcroForm, Dictionary()),
            )
            copy = self.bound.copy_foreign(source.make_indirect(parts))
            kids = copy.StructTreeRoot.K[0].K
            for kid in kids:
                kid.P = self.document
            self.document.K.extend(kids)
            self._take(source, signature, list(self.bound.pages)[start:], copy)

    def _take(self, source: Pdf, signature: Printed, pages: list, root: Object) -> None:
        self._bookmarks(source, signature, pages)
        self.names += _destinations(root)
        self._form(root)
        self._own(pages, root.StructTreeRoot.ParentTree.Nums)
        first = len(self.bound.pages) - len(pages) + 1
        for number, page in enumerate(pages, first):
            self._finish_page(page, number, folio=not signature.cover or number > 1)

    def _form(self, root: Object) -> None:
        """Takes over the fields, and the fonts that they are typed in."""
        form = root.get(Name.AcroForm, Dictionary())
        if Name.Fields not in form:
            return
        self.fields += list(form.Fields)
        if Name.AcroForm in self.bound.Root:
            _join_fonts(self.bound.Root.AcroForm.DR, form.DR)
        else:
            self.bound.Root.AcroForm = form

    def _own(self, pages: list, nums: Object) -> None:
        """Gives the signature's entries of the parent tree keys of their own."""
        entries = {int(nums[index]): nums[index + 1] for index in range(0, len(nums), 2)}
        for page in pages:
            self._entry(page, Name.StructParents, entries)
            for annotation in page.get(Name.Annots, ()):
                self._entry(annotation, Name.StructParent, entries)

    def _entry(self, holder: Object, name: Name, entries: dict[int, Object]) -> None:
        if name in holder:
            self.owners += [self.key, entries[int(holder[name])]]
            holder[name] = self.key
            self.key += 1

    def _finish_page(self, page: Page, number: int, *, folio: bool) -> None:
        """Page numbers in references, links within the document, and the folio."""
        shown: dict[int, tuple[int, bool]] = {}
        for annotation in page.get(Name.Annots, ()):
            kind, _, target = str(annotation.get(Name.A, Dictionary()).get("/URI", "")).partition(":")
            if kind in ("ww", "page", "page-right") and target in self.numbers:
                _turn_inward(annotation, target, self.numbers[target])
                if kind != "ww":
                    shown |= dict.fromkeys(self._marked(annotation), (self.numbers[target], kind == "page-right"))
        stream = page.Contents.read_bytes()
        for mcid, (value, right) in shown.items():
            stream = _with_number(stream, mcid, value, right=right)
        if folio:
            stream = b"q\n" + stream + b"\nQ" + _FOLIO % (NUMBERS.encode(), digits().hex(number).encode())
        if shown or folio:
            page.Contents = self.bound.make_stream(stream)
            page.Resources.Font[NUMBERS] = self.font

    def _marked(self, annotation: Object) -> Iterator[int]:
        """The marked content of the link that an annotation belongs to."""
        link = self._owner(int(annotation.StructParent))
        return (int(kid) for kid in link.K if not isinstance(kid, Dictionary))

    def _owner(self, key: int) -> Object:
        return self.owners[key * 2 + 1]

    def _bookmarks(self, source: Pdf, signature: Printed, pages: list) -> None:
        spots = {page.objgen: index for index, page in enumerate(source.pages)}
        with source.open_outline() as outline:
            for item in outline.root:
                self.bookmarks.append((signature.level, _moved(item, spots, pages)))

    def finished(self) -> bytes:
        """The document, with one tree, one list of names, one outline and its own title."""
        self.root.ParentTree = self.bound.make_indirect(Dictionary(Nums=Array(self.owners)))
        self.root.ParentTreeNextKey = self.key
        ordered = sorted(self.names, key=lambda pair: pair[0].encode())
        self.bound.Root.Names = Dictionary(
            Dests=Dictionary(Names=Array([part for name, place in ordered for part in (String(name), place)]))
        )
        if self.fields:
            self.bound.Root.AcroForm.Fields = Array(self.fields)
        with self.bound.open_outline() as outline:
            outline.root[:] = _nested(self.bookmarks)
        out = BytesIO()
        self.bound.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True)
        return out.getvalue()


def _destinations(root: Object) -> list[tuple[str, Object]]:
    names = root.get(Name.Names, Dictionary()).get(Name.Dests, Dictionary()).get(Name.Names, Array())
    return [(str(names[index]), names[index + 1]) for index in range(0, len(names), 2)]


def _join_fonts(mine: Object, theirs: Object) -> None:
    for name, font in theirs.get(Name.Font, Dictionary()).items():
        if name not in mine.Font:
            mine.Font[name] = font


def _turn_inward(annotation: Object, target: str, page: int) -> None:
    del annotation.A
    annotation.Dest = String(target)
    annotation.Contents = String(words()["book"]["link_to"].format(page=page))


def _with_number(stream: bytes, mcid: int, value: int, *, right: bool) -> bytes:
    """The page's content with a number in the place of the zeros that carry this mark."""
    start = next(re.finditer(rb"<<\s*/MCID %d\s*>>\s*BDC" % mcid, stream)).end()
    end = stream.index(b"EMC", start)
    room = max(ZEROS - len(str(value)), 0) * digits().width if right else 0
    new = b"%s \\1 Tf\n[%d <%s>] TJ" % (NUMBERS.encode(), -room, digits().hex(value).encode())
    return stream[:start] + _SHOWN.sub(new, stream[start:end]) + stream[end:]


def _moved(item: OutlineItem, spots: Mapping[Any, int], pages: list) -> OutlineItem:
    """A bookmark that leads to the page's new place."""
    to: Any = item.destination
    page = pages[spots[to[0].objgen]]
    made = OutlineItem(item.title, Array([page.obj if hasattr(page, "obj") else page, *list(to)[1:]]))
    made.children.extend(_moved(child, spots, pages) for child in item.children)
    made.is_closed = True
    return made


def _nested(bookmarks: list[tuple[int, OutlineItem]]) -> list[OutlineItem]:
    """Bookmarks of the second level under the one of the first before them."""
    top: list[OutlineItem] = []
    for level, item in bookmarks:
        if level > 1 and top:
            top[-1].children.append(item)
        else:
            top.append(item)
    return top
