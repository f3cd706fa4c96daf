"""HTML → PDF/UA-1, with WeasyPrint. Nothing is fetched: faces come from packages, drawings stand in the HTML."""

from __future__ import annotations

import atexit
import logging
from functools import cache
from typing import Any, Self

from werkwijzer.export.style import faces_css
from werkwijzer.export.tags import mend

VARIANT = "pdf/ua-1"


class PrintError(Exception):
    """Something that the printer was asked for and cannot do: HTML of ours that it does not understand, or a file from elsewhere."""


def pdf_of(html: str) -> bytes:
    """The document as a tagged PDF; the same HTML gives the same bytes. Raises PrintError for what WeasyPrint complains of."""
    with _Heard() as said:
        raw = _printed(html)
    if said.records:
        raise PrintError("; ".join(sorted({record.getMessage() for record in said.records})))
    return mend(raw)


def _printed(html: str) -> bytes:
    from weasyprint import HTML

    options = {"stylesheets": [_faces()], "font_config": _fonts(), "pdf_variant": VARIANT, "pdf_forms": "<input" in html}
    return HTML(string=html, url_fetcher=_nothing()).write_pdf(**options)


@cache
def _nothing() -> Any:
    """Reads what stands in the document itself; all else is an error that the printer reports."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={"data"})


@cache
def _fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    atexit.register(_forget)  # while the modules that it needs to end are still there
    return FontConfiguration()


def _forget() -> None:
    _faces.cache_clear()
    _fonts.cache_clear()


@cache
def _faces() -> Any:
    from weasyprint import CSS

    return CSS(string=faces_css(), font_config=_fonts())


class _Heard(logging.Handler):
    """Collects what WeasyPrint warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def __enter__(self) -> Self:
        logging.getLogger("weasyprint").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("weasyprint").removeHandler(self)
