"""Mends the tags of a PDF where WeasyPrint leaves them short of PDF/UA or of what a screen reader needs.

Heads and folios become artifacts, list items keep their text in a body, header cells say what they head,
links say where they lead, and radio buttons share the name of their question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, String

from werkwijzer.base.words import words

_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
_IN_BODY = {"/Lbl", "/LBody"}


def mend(raw: bytes) -> bytes:
    """The PDF with its tags mended; the same bytes for the same input."""
    with Pdf.open(BytesIO(raw)) as pdf:
        root = pdf.Root.StructTreeRoot
        reached = {element.objgen for element, parent in elements(root) if _mend_element(pdf, element, parent)}
        _furniture(pdf, root, reached)
        _links(pdf)
        _radio_groups(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def elements(root: Object) -> Iterator[tuple[Dictionary, Object]]:
    """Every structure element with its parent, in no special order."""
    stack = [(root.K, root)]
    while stack:
        kid, parent = stack.pop()
        if isinstance(kid, Array):
            stack.extend((each, parent) for each in kid)
        elif isinstance(kid, Dictionary) and Name.S in kid:
            yield kid, parent
            if Name.K in kid:
                stack.append((kid.K, kid))


def _mend_element(pdf: Pdf, element: Dictionary, parent: Object) -> bool:
    kind = str(element.S)
    if kind == "/LI":
        _list_body(pdf, element)
    elif kind in ("/TH", "/TD"):
        _cell(element, parent)
    return True


def _cell(cell: Dictionary, row: Object) -> None:
    """A header cell says what it heads; the names by which cells refer to headers would clash in a bound document."""
    says: dict[str, Any] = {"O": Name.Table, **_spans(cell)}
    if str(cell.S) == "/TH":
        says["Scope"] = Name.Column if _heads_columns(row) else Name.Row
    cell.A = Dictionary(**says)
    if Name.ID in cell:
        del cell.ID


def _list_body(pdf: Pdf, item: Dictionary) -> None:
    """Moves what stands loose in a list item into its body."""
    kids = list(item.K)
    loose = [kid for kid in kids if str(kid.get(Name.S, "")) not in _IN_BODY]
    if not loose:
        return
    body = next((kid for kid in kids if str(kid.S) == "/LBody"), None)
    if body is None:
        body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, K=Array(), P=item, Pg=item.Pg))
        kids.append(body)
    for kid in loose:
        kid.P = body
        body.K.append(kid)
    item.K = Array([kid for kid in kids if not any(kid.objgen == other.objgen for other in loose)])


def _spans(cell: Dictionary) -> dict[str, int]:
    given = cell.get(Name.A, Dictionary())
    return {name: int(given[f"/{name}"]) for name in ("ColSpan", "RowSpan") if f"/{name}" in given}


def _heads_columns(row: Object) -> bool:
    return str(row.P.S) == "/THead"


def _furniture(pdf: Pdf, root: Object, reached: set[tuple[int, int]]) -> None:
    """Marked content that hangs in no tree is the page's head or folio: an artifact."""
    numbers = root.ParentTree.Nums
    for index in range(0, len(numbers), 2):
        owners = numbers[index + 1]
        if isinstance(owners, Array):
            loose = {mcid for mcid, owner in enumerate(owners) if owner.objgen not in reached}
            if loose:
                _as_artifacts(pdf, pdf.pages[int(numbers[index])], loose)
                numbers[index + 1] = Array([None if mcid in loose else owner for mcid, owner in enumerate(owners)])


def _as_artifacts(pdf: Pdf, page: Page, loose: set[int]) -> None:
    def replaced(match: re.Match[bytes]) -> bytes:
        return b"/Artifact\n<</Type /Pagination>>\nBDC" if int(match[1]) in loose else match[0]

    page.Contents = pdf.make_stream(_MARKED.sub(replaced, page.Contents.read_bytes()))


def _links(pdf: Pdf) -> None:
    """A link says the page or the address that it leads to."""
    where = _destinations(pdf)
    for page in pdf.pages:
        for annotation in page.get(Name.Annots, ()):
            if annotation.Subtype == Name.Link:
                annotation.Contents = String(_says(annotation, where))


def _says(link: Object, where: dict[str, int]) -> str:
    if Name.Dest in link:
        return words()["book"]["link_to"].format(page=where.get(str(link.Dest), "?"))
    return words()["book"]["link_out"].format(address=str(link.A.URI))


def _destinations(pdf: Pdf) -> dict[str, int]:
    """Name of a destination → its page, from 1."""
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    names = pdf.Root.get(Name.Names, Dictionary()).get(Name.Dests, Dictionary()).get(Name.Names, Array())
    return {str(names[index]): numbers[names[index + 1][0].objgen] for index in range(0, len(names), 2)}


def _radio_groups(pdf: Pdf) -> None:
    """A group bears its question's words and stands in the form once; its buttons stand under it only."""
    form = pdf.Root.get(Name.AcroForm)
    if form is None:
        return
    form.Fields = Array([field for field in form.Fields if Name.Parent not in field])
    for group in form.Fields:
        if Name.Kids in group:
            group.TU = String(str(group.TU).partition(": ")[0])
            for button in group.Kids:
                if Name.T in button:
                    del button.T
