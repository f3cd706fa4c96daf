"""The course as an e-book: EPUB 3, made of the same Markdown and banks as the site, with zipfile and templates alone.

questions  questions as exercises, answers as end notes
links      where a link leads inside the book
contents   which documents there are, and in which order
xhtml      elements → well-formed XHTML
package    documents → bytes of the EPUB
"""

from __future__ import annotations

from pathlib import Path

from werkwijzer.course.read import Course
from werkwijzer.export.epub.contents import documents
from werkwijzer.export.epub.package import epub_bytes

NAME = "werkwijzer.epub"


def write_epub(course: Course, folder: Path) -> tuple[Path, int]:
    """Writes the e-book into `folder`; gives its path and how many documents are in it."""
    found = documents(course)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_bytes(epub_bytes(course, found))
    return path, len(found)
