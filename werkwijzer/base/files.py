"""Text on disk. The one place where text files are read and written, so that it does not matter what an editor, Git or Windows
makes of the ends of lines or puts in front of a file."""

from __future__ import annotations

from pathlib import Path


def text_of(data: bytes) -> str:
    """Bytes as text with `\\n` alone at the end of a line, and without the mark (BOM) that some editors put in front. Raises UnicodeDecodeError when they are no UTF-8."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def read_file(path: Path) -> str:
    """The text of a file that must be there. Raises OSError and UnicodeDecodeError; for what authors write, use `source.read_text`."""
    return text_of(path.read_bytes())


def write_file(path: Path, text: str) -> None:
    """Writes the same bytes on every system; makes the folder when there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
