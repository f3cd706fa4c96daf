"""The mark as PNG, for systems that put the course among their apps: drawn from the circles of the favicon, on paper."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

Colour = tuple[int, int, int]
PAPER: Colour = (0xFB, 0xF8, 0xF3)
SHARE = 0.72
"""How much of the icon the mark takes: within the circle that systems may cut out of it."""
_SVG = "{http://www.w3.org/2000/svg}"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Circle:
    """In units of the drawing; `hollow` is how thick its line is, 0 for a filled one."""

    x: float
    y: float
    radius: float
    colour: Colour
    hollow: float = 0


def circles(drawing: str) -> tuple[Circle, ...]:
    """The circles of an SVG of circles."""
    root = ElementTree.fromstring(drawing)
    found = [(circle, parent) for parent in root.iter() for circle in parent.findall(f"{_SVG}circle")]
    return tuple(_circle({**parent.attrib, **circle.attrib}) for circle, parent in found)


def _circle(said: dict[str, str]) -> Circle:
    line = said.get("stroke")
    return Circle(float(said["cx"]), float(said["cy"]), float(said["r"]), _colour(line or said["fill"]), float(said["stroke-width"]) if line else 0)


def _colour(text: str) -> Colour:
    red, green, blue = bytes.fromhex(text.lstrip("#"))
    return red, green, blue


def icon(drawing: str, size: int, *, box: float = 32) -> bytes:
    """The drawing (`box` units wide) in the middle of a square of paper, as PNG."""
    rows = [bytearray(PAPER * size) for _ in range(size)]
    scale = size * SHARE / box
    shift = (size - box * scale) / 2
    for circle in circles(drawing):
        for x, y, cover in _covered(circle, scale, shift):
            at = slice(3 * x, 3 * x + 3)
            rows[y][at] = bytes(round(old + (new - old) * cover) for old, new in zip(rows[y][at], circle.colour, strict=True))
    return png(rows)


def _covered(circle: Circle, scale: float, shift: float) -> Iterator[tuple[int, int, float]]:
    """Each pixel that the circle touches and how far it covers it, 0 to 1."""
    centre_x, centre_y = circle.x * scale + shift, circle.y * scale + shift
    reach = (circle.radius + circle.hollow / 2) * scale
    inner = (circle.radius - circle.hollow / 2) * scale if circle.hollow else -1
    for y in range(int(centre_y - reach) - 1, int(centre_y + reach) + 2):
        for x in range(int(centre_x - reach) - 1, int(centre_x + reach) + 2):
            far = ((x + 0.5 - centre_x) ** 2 + (y + 0.5 - centre_y) ** 2) ** 0.5
            cover = min(1.0, max(0.0, reach - far + 0.5)) * (min(1.0, max(0.0, far - inner + 0.5)) if circle.hollow else 1.0)
            if cover:
                yield x, y, cover


def png(rows: list[bytearray]) -> bytes:
    """Rows of red, green and blue as a PNG file."""
    head = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    return _SIGNATURE + b"".join(_chunk(*part) for part in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b"")))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def same_picture(path: Path, made: bytes) -> bool:
    """Whether the PNG at `path` shows what `made` shows; machines may compress it differently."""
    return path.is_file() and _pixels(path.read_bytes()) == _pixels(made)


def _pixels(content: bytes) -> bytes:
    """The rows of a PNG of `png`."""
    start = content.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", content[start - 8 : start - 4])
    return zlib.decompress(content[start : start + length])
