"""Rules for a printed PDF: PDF/UA-1 as far as a machine can see it without a checker of its own. Each rule yields what is wrong.

Left out because our tools cannot make it: media, embedded files, optional content, encryption, fonts with a faulty encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
CHILDREN = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TD": {"TR"}, "TH": {"TR"}}
_HEADING = re.compile(r"H([1-6])")
_TOKEN = re.compile(rb"/(\w+)\s*(?:<<(.*?)>>\s*BDC|BMC)|\b(EMC|TJ|Tj|Do)\b", re.S)
_MCID = re.compile(rb"/MCID (\d+)")
_NO_GLYPH = re.compile(rb"<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>")


@dataclass(frozen=True)
class Element:
    """A structure element with its place in the tree."""

    kind: str
    raw: Dictionary
    parent: str

    @cached_property
    def kids(self) -> list[str]:
        return [kind_of(kid) for kid in self.raw.get(Name.K, Array()) if isinstance(kid, Dictionary) and Name.S in kid]


@dataclass(frozen=True)
class Document:
    """An open PDF and its tags, read once."""

    pdf: Pdf

    @cached_property
    def elements(self) -> list[Element]:
        root = self.pdf.Root.get(Name.StructTreeRoot)
        return list(_walk(root.K, "")) if root is not None else []

    @cached_property
    def owners(self) -> dict[int, Any]:
        """The parent tree: key → element, or the elements of a page's marked content."""
        numbers = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        return {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}


def _walk(kid: Object, parent: str) -> Iterator[Element]:
    if isinstance(kid, Array):
        for each in kid:
            yield from _walk(each, parent)
    elif isinstance(kid, Dictionary) and Name.S in kid:
        kind = kind_of(kid)
        yield Element(kind, kid, parent)
        if Name.K in kid:
            yield from _walk(kid.K, kind)


def kind_of(element: Dictionary) -> str:
    """The type of an element, without its slash."""
    return str(element.S)[1:]


def check_pdf(data: bytes) -> list[str]:
    """Everything that the rules find, each as a short sentence."""
    with Pdf.open(BytesIO(data)) as pdf:
        document = Document(pdf)
        return [flaw for rule in RULES for flaw in rule(document)]


def check_catalog(document: Document) -> Iterator[str]:
    root = document.pdf.Root
    if not str(root.get(Name.Lang, "")).startswith("nl"):
        yield "de taal is niet nl"
    if not root.get(Name.MarkInfo, Dictionary()).get("/Marked", False) or root.get(Name.MarkInfo, Dictionary()).get("/Suspects", False):
        yield "het document zegt niet dat het labels heeft"
    if not root.get(Name.ViewerPreferences, Dictionary()).get("/DisplayDocTitle", False):
        yield "de titel staat niet in de titelbalk"
    if Name.StructTreeRoot not in root:
        yield "er is geen boom van labels"


def check_metadata(document: Document) -> Iterator[str]:
    with document.pdf.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as xmp:
        if xmp.get("pdfuaid:part") != "1":
            yield "XMP noemt PDF/UA-1 niet"
        if not str(xmp.get("dc:title") or "").strip():
            yield "XMP heeft geen titel"


def check_types(document: Document) -> Iterator[str]:
    if Name.RoleMap in document.pdf.Root.StructTreeRoot:
        yield "er is een RoleMap"
    yield from sorted({f"label {element.kind} is geen standaardlabel" for element in document.elements if element.kind not in STANDARD})


def check_nesting(document: Document) -> Iterator[str]:
    found = set()
    for element in document.elements:
        if element.kind in PARENTS and element.parent not in PARENTS[element.kind]:
            found.add(f"{element.kind} staat in {element.parent}")
        if element.kind in CHILDREN and (wrong := set(element.kids) - CHILDREN[element.kind]):
            found.add(f"{element.kind} bevat {', '.join(sorted(wrong))}")
    yield from sorted(found)


def check_headings(document: Document) -> Iterator[str]:
    levels = [
        int(match[1]) for element in document.elements if (match := _HEADING.fullmatch(element.kind)) and element.parent != element.kind
    ]
    if levels[:1] != [1]:
        yield "de eerste kop is geen H1"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"kop H{after} volgt op H{before}"


def check_figures(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind in ("Figure", "Formula") and not str(element.raw.get(Name.Alt, "")).strip():
            yield "figuur zonder alternatieve tekst"


def check_tables(document: Document) -> Iterator[str]:
    for element in document.elements:
        if element.kind == "TH" and str(element.raw.get(Name.A, Dictionary()).get("/Scope", "")) not in ("/Row", "/Column", "/Both"):
            yield "kopcel zonder Scope"
        if element.kind == "Table":
            widths = {_width(row) for row in _rows(element.raw)}
            if len(widths) > 1:
                yield f"tabel met rijen van {', '.join(map(str, sorted(widths)))} cellen"


def _rows(table: Dictionary) -> Iterator[Dictionary]:
    return (element.raw for element in _walk(table.K, "Table") if element.kind == "TR")


def _width(row: Dictionary) -> int:
    cells = (kid for kid in row.K if isinstance(kid, Dictionary) and Name.S in kid)
    return sum(int(cell.get(Name.A, Dictionary()).get("/ColSpan", 1)) for cell in cells)


def check_annotations(document: Document) -> Iterator[str]:
    for number, page in enumerate(document.pdf.pages, 1):
        if page.get(Name.Tabs) != Name.S:
            yield f"bladzijde {number}: tabvolgorde is niet die van de labels"
        for annotation in page.get(Name.Annots, ()):
            for flaw in _annotation_flaws(annotation, document):
                yield f"bladzijde {number}: {flaw}"


def _annotation_flaws(annotation: Object, document: Document) -> Iterator[str]:
    wanted = {"/Link": "Link", "/Widget": "Form"}.get(str(annotation.Subtype))
    owner = document.owners.get(int(annotation.get(Name.StructParent, -1)))
    if wanted is None or not isinstance(owner, Dictionary) or kind_of(owner) != wanted:
        yield f"{annotation.Subtype} hangt niet aan een label {wanted}"
    if wanted == "Link" and not str(annotation.get(Name.Contents, "")).strip():
        yield "link zonder beschrijving"
    if wanted == "Form" and not str(annotation.get(Name.TU, annotation.get(Name.Parent, Dictionary()).get("/TU", ""))).strip():
        yield "veld zonder naam"


def check_fields(document: Document) -> Iterator[str]:
    """Each field once, under a name of its own."""
    fields = document.pdf.Root.get(Name.AcroForm, Dictionary()).get("/Fields", ())
    names = [str(field.get(Name.T, "")) for field in fields]
    if len(names) != len(set(names)) or "" in names:
        yield "velden met dezelfde naam of zonder naam"
    if any(Name.Parent in field for field in fields):
        yield "een keuzerondje staat los van zijn groep"


def check_content(document: Document) -> Iterator[str]:
    """All that is painted is marked; all that is marked has an element; no glyph is missing."""
    for number, page in enumerate(document.pdf.pages, 1):
        stream = page.Contents.read_bytes()
        owners = document.owners.get(int(page.get(Name.StructParents, -1)), ())
        for flaw in sorted({*_marking_flaws(stream, owners)}):
            yield f"bladzijde {number}: {flaw}"
        if _NO_GLYPH.search(stream):
            yield f"bladzijde {number}: een teken dat het lettertype niet heeft"


def _marking_flaws(stream: bytes, owners: Iterable[object]) -> Iterator[str]:
    known = [isinstance(owner, Dictionary) for owner in owners]
    depth = 0
    for match in _TOKEN.finditer(stream):
        if match[1]:
            depth += 1
            mcid = _MCID.search(match[2] or b"")
            if mcid and not (int(mcid[1]) < len(known) and known[int(mcid[1])]):
                yield f"inhoud {int(mcid[1])} hangt aan geen label"
        elif match[3] == b"EMC":
            depth -= 1
        elif not depth:
            yield "tekst of beeld zonder label"


def check_fonts(document: Document) -> Iterator[str]:
    fonts = {str(font.BaseFont): font for page in document.pdf.pages for font in page.Resources.get(Name.Font, Dictionary()).values()}
    for name, font in sorted(fonts.items()):
        inner = font.DescendantFonts[0] if Name.DescendantFonts in font else font
        descriptor = inner.get(Name.FontDescriptor, Dictionary())
        if not any(f"/FontFile{suffix}" in descriptor for suffix in ("", "2", "3")):
            yield f"lettertype {name} zit er niet in"
        if Name.ToUnicode not in font and Name.Encoding not in font:
            yield f"lettertype {name} zegt niet welke tekens het toont"


RULES = (
    check_catalog,
    check_metadata,
    check_types,
    check_nesting,
    check_headings,
    check_figures,
    check_tables,
    check_annotations,
    check_fields,
    check_content,
    check_fonts,
)
