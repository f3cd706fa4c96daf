"""A folder as a web site on this machine only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_RDWR
from threading import Thread

NGINX = Path(__file__).parents[2] / "deploy/nginx.conf"
STRICT = dict(re.findall(r'^add_header (\S+) "(.+?)" always;$', NGINX.read_text("utf-8"), re.M))
"""What we advise hosts to send."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args, headers: Mapping[str, str], lost: Path | None, **kwargs):
        self.extra, self.lost = headers, lost
        super().__init__(*args, **kwargs)

    def end_headers(self):
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, *args):
        """As hosts do that were told which page to show for what is not there."""
        if code != 404 or not self.lost:
            super().send_error(code, *args)
            return
        body = self.lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class _Server(ThreadingHTTPServer):
    """Gone is gone: browsers open connections for later, and those may not outlive the server."""

    daemon_threads = True

    def __init__(self, *args):
        self.connections = []
        super().__init__(*args)

    def process_request(self, request, client_address):
        self.connections.append(request)
        super().process_request(request, client_address)

    def hang_up(self):
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)


@contextmanager
def serve(folder: Path, headers: Mapping[str, str] = STRICT, port: int = 0, lost: Path | None = None) -> Iterator[str]:
    """The address of `folder` while the block runs, without a slash at its end; port 0 is any that is free, `lost` the page for what is
    not there."""
    server = _Server(("127.0.0.1", port), partial(_Handler, directory=str(folder), headers=headers, lost=lost))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        server.hang_up()
