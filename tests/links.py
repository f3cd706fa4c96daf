"""Links of assignments as they arrive: whole, damaged, out of a mail, of earlier versions."""

from __future__ import annotations

import json
import quopri
import re
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path
from urllib.parse import quote

from tests.assignments import SAMPLE, encode
from werkwijzer.course.assignment import BROKEN, NEWER, OTHER, checksum, json_text


def packed(text: str, version: int = 1) -> str:
    """A code that is whole, whatever stands in it."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = urlsafe_b64encode(deflate.compress(text.encode("utf-8", "surrogatepass")) + deflate.flush()).decode().rstrip("=")
    return f"WO{version}.{body}.{checksum(text)}"


def changed(**parts) -> str:
    held = json.loads(json_text(SAMPLE)) | parts
    return packed(json.dumps({name: value for name, value in held.items() if value is not None}, ensure_ascii=False, separators=(",", ":")))


WRONG = {
    "nothing": ("", BROKEN),
    "another link": ("https://voorbeeld.nl/", BROKEN),
    "cut": (encode(SAMPLE)[:-1], BROKEN),
    "longer": (encode(SAMPLE) + "0", BROKEN),
    "checksum": (encode(SAMPLE)[:-8] + "00000000", BROKEN),
    "next packing": (packed(json_text(SAMPLE), 3), NEWER),
    "deflated under the number of what is not": (packed(json_text(SAMPLE), 2), BROKEN),
    "packing 0": (packed(json_text(SAMPLE), 0), BROKEN),
    "next version": (changed(v=2), NEWER),
    "other course": (changed(course="anders"), OTHER),
    "version is text": (changed(v="1"), BROKEN),
    "version is true": (changed(v=True), BROKEN),
    "version is 1.0": (packed(json_text(SAMPLE).replace('"v":1', '"v":1.0')), BROKEN),
    "unknown key": (changed(extra=1), BROKEN),
    "no title": (changed(title=None), BROKEN),
    "blank title": (changed(title=" \n "), BROKEN),
    "long title": (changed(title="x" * 101), BROKEN),
    "long title of wide signs": (changed(title="😀" * 51), BROKEN),
    "long note": (changed(note="x" * 601), BROKEN),
    "half a sign": (packed(json_text(SAMPLE).replace("Een casus", "\\ud83d")), BROKEN),
    "no parts": (changed(parts=[]), BROKEN),
    "empty part": (changed(parts=[{"due": "2027-03-09", "items": []}]), BROKEN),
    "item twice": (changed(parts=[{"due": "2027-03-09", "items": ["a", "a"]}]), BROKEN),
    "item in two parts": (changed(parts=[{"due": "2027-03-09", "items": ["a"]}, {"due": "2027-03-10", "items": ["a"]}]), BROKEN),
    "parts out of order": (changed(parts=[{"due": "2027-03-10", "items": ["a"]}, {"due": "2027-03-09", "items": ["b"]}]), BROKEN),
    "item is html": (changed(parts=[{"due": "2027-03-09", "items": ["<b>"]}]), BROKEN),
    "item ends in a line": (changed(parts=[{"due": "2027-03-09", "items": ["a\n"]}]), BROKEN),
    "no such day": (changed(days=["2027-02-30"]), BROKEN),
    "day with a time": (changed(days=["2027-03-11T00:00"]), BROKEN),
    "days out of order": (changed(days=["2027-03-12", "2027-03-11"]), BROKEN),
    "array": (packed("[]"), BROKEN),
    "null": (packed("null"), BROKEN),
    "no json": (packed("geen json"), BROKEN),
    "deep": (packed("[" * 9000), BROKEN),
    "spaces": (packed(json_text(SAMPLE).replace(",", ", ")), BROKEN),
    "large": (packed(json.dumps("x" * 30_000)), BROKEN),
    "bomb": (packed("x" * 2_000_000), BROKEN),
}
LINK = f"https://cursus.voorbeeld.nl/leren/#opdracht={encode(SAMPLE)}"
_ENCODED = quote(LINK, safe="")


def proofpoint(url: str) -> str:
    """Its second version: what is no letter or digit as -3A, a slash as _."""
    return re.sub(r"[^A-Za-z0-9./]", lambda sign: f"-{ord(sign[0]):02X}", url).replace("/", "_")


def quoted_printable(text: str) -> str:
    return quopri.encodestring(text.encode()).decode()


def every(text: str, count: int, with_: str) -> str:
    return with_.join(text[at : at + count] for at in range(0, len(text), count))


MAILED = {
    "as it is": LINK,
    "capital": LINK.replace("#o", "#O"),
    "encoded equals sign": LINK.replace("=WO", "%3DWO"),
    "encoded hash": LINK.replace("#", "%23"),
    "all encoded": _ENCODED,
    "twice encoded": quote(_ENCODED, safe=""),
    "thrice encoded": quote(quote(_ENCODED, safe=""), safe=""),
    **{f"before {sign}": LINK + sign for sign in (">", ".", ")", ",", ";", "]", "”", "%3E", "&gt;", "&data=05", "_")},
    "safelinks": f"https://eur03.safelinks.protection.outlook.com/?url={_ENCODED}&data=05%7C02%7Cnoor%40voorbeeld.nl%7C1&sdata=x%3D&reserved=0",
    "safelinks in lower case": f"https://eur03.safelinks.protection.outlook.com/?url={re.sub('%[0-9A-F]{2}', lambda found: found[0].lower(), _ENCODED)}&amp;data=05",
    "proofpoint 2": f"https://urldefense.proofpoint.com/v2/url?u={proofpoint(LINK)}&d=DwMFaQ&c=x&r=y&m=z&s=q&e=",
    "proofpoint 3": f"https://urldefense.com/v3/__{LINK.replace('#', '*')}__;Iw!!Ab1c!x$",
    "barracuda": f"https://linkprotect.cudasvc.com/url?a={_ENCODED}&c=E,1,x&typo=1",
    "cisco": f"https://secure-web.cisco.com/1Abc_d/{_ENCODED}",
    "search engine": f"https://www.google.com/url?q={_ENCODED}&sa=D",
    "wrapped twice": f"https://a.voorbeeld/?url={quote(f'https://b.voorbeeld/?u={_ENCODED}&x=1', safe='')}&y=2",
    "quoted": "> Hoi,\n> hier is de link:\n> " + every(LINK, 60, "\n> ") + "\n> Groet",
    "quoted twice": ">> Hoi\n>> " + every(LINK, 60, "\r\n>> ") + "\r\n> Groet",
    "quoted with spaces": "  > > " + every(LINK, 50, "\n  > > "),
    "quoted with bars": "| " + every(LINK, 50, "\n| "),
    "quoted-printable": quoted_printable(f"Hoi,\n\nDe link: {LINK}\n\nGroet, Zoë\n"),
    "quoted and quoted-printable": "".join(f"> {line}\n" for line in quoted_printable(f"De link:\n{LINK}\n").splitlines()),
    "strewn with unseen signs": every(LINK, 9, "\u200b"),
    "soft hyphens and a byte order mark": "\ufeff" + every(LINK, 20, "\u00ad"),
    "hard spaces": every(LINK, 70, "\u00a0"),
    "a line that was indented": every(LINK, 70, "\n\t  "),
    "html": LINK.replace("=", "&#61;").replace("#o", "&#35;o"),
    "after a word": "Mijn code " + every(encode(SAMPLE), 40, "\n") + " en verder niets",
    "a broken link before it": f"{LINK[:-1]}x en {LINK}",
}
KEPT = json.loads((Path(__file__).parent / "kept/opdrachten.json").read_text("utf-8"))
