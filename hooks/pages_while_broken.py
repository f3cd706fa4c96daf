"""While `make serve` runs: a page that tells what is wrong, instead of a browser that waits, and a sentence when the port is taken."""

from __future__ import annotations

import html
import logging
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from typing import TypeVar

Result = TypeVar("Result")
PAGE = Path(__file__).with_name("broken.html")
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]


def broken_page(said: str) -> bytes:
    return Template(PAGE.read_bytes().decode()).substitute(said=html.escape(said.strip())).encode()


def port_trouble(host: str, port: int) -> str:
    """Why nothing can be served there, as a sentence; "" when it can."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as attempt:
        if sys.platform != "win32":  # there it would give a port that is taken
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except (OSError, OverflowError):
            return f"Poort {port} is bezet, of mag niet: misschien draait de cursus al in een ander venster.\n  → Sluit dat venster, of neem een andere poort: make serve PORT={port % 60000 + 1}"
    return ""


def at_the_start(read: Callable[[], Result], trouble: type[Exception], config) -> Result:
    """What `read` gives when serving begins, as soon as it succeeds. Raises `trouble` when nothing can be served at all."""
    if said := port_trouble(*config.dev_addr):
        raise trouble(f"\n{said}")
    return mended(read, trouble, tuple(config.dev_addr), [config.docs_dir, *config.watch])


def mended(read: Callable[[], Result], trouble: type[Exception], address: tuple[str, int], watched: Iterable[str]) -> Result:
    """What `read` gives; where it raises `trouble`, a page tells so until a watched file changes and `read` succeeds. For a course that is broken when serving begins."""
    before = fingerprint(watched)
    try:
        return read()
    except trouble as error:
        said = [str(error).strip()]
    with ThreadingHTTPServer(address, handler(said)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            while True:
                print(
                    f"\n{said[-1]}\n\nhttp://{address[0]}:{address[1]}/ laat dit ook zien, en wordt de cursus zodra het klopt.",
                    file=sys.stderr,
                    flush=True,
                )
                before = changed(watched, before)
                try:
                    return read()
                except trouble as error:
                    said.append(str(error).strip())
        finally:
            server.shutdown()


def handler(said: list[str]) -> type[BaseHTTPRequestHandler]:
    """Answers every page with the last thing said; to `/livereload/`, which the page polls, how often something was said."""

    class Broken(BaseHTTPRequestHandler):
        def do_GET(self):
            polled = self.path.startswith("/livereload/")
            self.send_response(200 if polled else 503)
            for name, value in HEADERS:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(str(len(said)).encode() if polled else broken_page(said[-1]))

        def log_message(self, *args):
            pass

    return Broken


def changed(watched: Iterable[str], before: frozenset) -> frozenset:
    """Waits until the watched files are no longer as they were; how they are then."""
    while (now := fingerprint(watched)) == before:
        time.sleep(0.5)
    return now


def fingerprint(watched: Iterable[str]) -> frozenset[tuple[str, int]]:
    """Every file with the time of its last change."""
    found = set()
    for path in (path for root in watched for path in (Path(root), *Path(root).rglob("*"))):
        try:
            if path.is_file():
                found.add((str(path), path.stat().st_mtime_ns))
        except OSError:
            continue
    return frozenset(found)


def guard(server) -> None:
    """Lets a build that fails end as one that succeeds, so that browsers reload, and shows them what was wrong."""
    build, said = server.builder, [""]

    def builder(*args, **kwargs):
        heard = Heard(level=logging.WARNING)
        log = logging.getLogger(type(server).__module__.partition(".")[0])
        log.addHandler(heard)
        try:
            build(*args, **kwargs)
            said[0] = ""
        except Exception as error:
            if not isinstance(error, SystemExit):  # what the engine stops for by itself, it has told already
                traceback.print_exc()
                heard.said.append(f"{type(error).__name__}: {error}")
            said[0] = "\n\n".join(heard.said) or str(error)
        finally:
            log.removeHandler(heard)

    def app(environ, start_response):
        heads = []
        body = server.serve_request(environ, lambda *head: heads.append(head))  # waits for a build that is going on
        if said[0] and is_page(environ["PATH_INFO"]):
            start_response("503 Service Unavailable", HEADERS)
            return [broken_page(said[0])]
        start_response(*heads[-1])
        return body

    server.builder = builder
    server.set_app(app)


def is_page(path: str) -> bool:
    name = path.rpartition("/")[2]
    return not path.startswith("/livereload/") and (name.endswith(".html") or "." not in name)


class Heard(logging.Handler):
    """What the engine warns of during a build."""

    def __init__(self, level: int):
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage().strip())
