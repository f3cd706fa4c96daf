"""Documents → the bytes of the EPUB. The same course gives the same bytes: order and times in the archive are fixed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from werkwijzer.base.files import read_file
from werkwijzer.base.words import words
from werkwijzer.course.read import Course
from werkwijzer.export.editions import dutch_date, edition_date
from werkwijzer.export.epub.contents import Document
from werkwijzer.export.templates import render

MIMETYPE = b"application/epub+zip"
IDENTIFIER = "urn:uuid:3b0c1f7e-5d8a-5c0e-9f43-6a2b7d94e1c8"  # of this book, in every edition; never to change
FOLDER = "boek"
STYLE = Path(__file__).parent / "book.css"
EPOCH = (1980, 1, 1, 0, 0, 0)
ROLES = {  # kind of document → (epub:type, ARIA role)
    "introduction": ("introduction", "doc-introduction"),
    "module": ("part", "doc-part"),
    "chapter": ("chapter", "doc-chapter"),
    "page": ("chapter", "doc-chapter"),
    "answers": ("appendix", "doc-appendix"),
    "notes": ("endnotes", "doc-endnotes"),
    "glossary": ("glossary", "doc-glossary"),
    "facts": ("appendix", "doc-appendix"),
    "sources": ("bibliography", "doc-bibliography"),
    "colophon": ("colophon", "doc-colophon"),
}
LANDMARKS = {"introduction": "bodymatter", "answers": "appendix", "glossary": "glossary", "sources": "bibliography", "colophon": "colophon"}


def epub_bytes(course: Course, documents: list[Document]) -> bytes:
    """The whole archive."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        _add(archive, "mimetype", MIMETYPE, ZIP_STORED)
        for name, text in files(course, documents).items():
            _add(archive, name, text.encode(), ZIP_DEFLATED)
    return target.getvalue()


def _add(archive: ZipFile, name: str, data: bytes, method: int) -> None:
    info = ZipInfo(name, EPOCH)
    info.compress_type, info.external_attr, info.create_system = method, 0o644 << 16, 3
    archive.writestr(info, data)


def files(course: Course, documents: list[Document]) -> dict[str, str]:
    """Name in the archive → text, in the order of the archive."""
    day = edition_date(course)
    about = {"day": day, "date": dutch_date(day), "documents": documents, "identifier": IDENTIFIER, "title": words()["paper"]["course"]}
    made = {
        "META-INF/container.xml": render("epub/container", folder=FOLDER),
        f"{FOLDER}/package.opf": render("epub/package", **about),
        f"{FOLDER}/nav.xhtml": render("epub/nav", tree=tree(documents), landmarks=landmarks(documents), **about),
        f"{FOLDER}/book.css": read_file(STYLE),
        f"{FOLDER}/cover.svg": render("epub/cover_drawing", **about),
        f"{FOLDER}/cover.xhtml": render("epub/cover", **about),
        f"{FOLDER}/title.xhtml": render("epub/title", **about),
    }
    for one in documents:
        type_, role = ROLES[one.kind]
        inside = [other for other in documents if other.above == one.file]
        made[f"{FOLDER}/{one.file}"] = render("epub/document", it=one, type=type_, role=role, inside=inside, **about)
    return made


def tree(documents: list[Document]) -> list[tuple[Document, list[Document]]]:
    """The documents of the first level, each with those under it."""
    return [(one, [other for other in documents if other.above == one.file]) for one in documents if not one.above]


def landmarks(documents: list[Document]) -> list[tuple[str, Document]]:
    """(type, document) of the places that a reading system may offer by name."""
    return [(LANDMARKS[one.kind], one) for one in documents if one.kind in LANDMARKS]
