"""Firefox, driven over its own Marionette protocol: one socket, JSON messages with their length in front.

Playwright drives only a Firefox of its own, and most drivers quietly switch off the rule that every file is its own origin.
That rule is what the offline editions must live with, so this one leaves preferences alone and `strict_files` asks for it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.chromium import run
from tests.browser.steady import PATIENCE

PREFS = {
    "remote.prefs.recommended": False,  # what drivers change behind our back, the rule for files among it
    "security.fileuri.strict_origin_policy": True,
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 1,  # no network: everything that is not a file goes to a port where nobody listens
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "toolkit.telemetry.enabled": False,
}
NAMES = ("firefox-esr", "firefox")
PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
HELP = "Geen Firefox gevonden: draai `python -m tests.browser`, of zet WERKWIJZER_FIREFOX op het pad van een Firefox."
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c"}


def executable() -> str | None:
    """The Firefox to test with, or None."""
    if asked := os.environ.get("WERKWIJZER_FIREFOX"):
        return asked
    found = [path for path in map(shutil.which, NAMES) if path] + [path for path in PLACES if Path(path).is_file()]
    return found[0] if found else None


def installed() -> str | None:
    """Firefox of the distribution, where we may install it."""
    if os.environ.get("WERKWIJZER_FIREFOX") or not shutil.which("apt-get") or getattr(os, "geteuid", lambda: 1)() != 0:
        return None
    run("apt-get", "update")
    for name in NAMES:
        if not executable():
            run("apt-get", "install", "-y", name)
    return executable()


class Firefox:
    """A running Firefox. Raises RuntimeError with what Firefox says when it refuses something."""

    def __init__(self, process: subprocess.Popen, port: int):
        self.process = process
        self.socket = _connected(port, process)
        self.count = 0
        self._receive()  # its greeting
        self("WebDriver:NewSession", capabilities={"alwaysMatch": {"timeouts": {"script": PATIENCE * 1000, "pageLoad": PATIENCE * 1000}}})

    def __call__(self, command: str, **parameters: Any) -> Any:
        self.count += 1
        body = json.dumps([0, self.count, command, parameters]).encode()
        self.socket.sendall(f"{len(body)}:".encode() + body)
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result.get("value", result) if isinstance(result, dict) else result

    def _receive(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._bytes(1)
        return json.loads(self._bytes(int(head[:-1])))

    def _bytes(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            part = self.socket.recv(count - len(found))
            if not part:
                raise ConnectionError("Firefox is weg")
            found += part
        return found

    def open(self, url: str) -> None:
        self("WebDriver:Navigate", url=url)

    def run(self, script: str, *arguments: Any) -> Any:
        """What `return …` gives, in the page or frame that is switched to."""
        return self("WebDriver:ExecuteScript", script=script, args=list(arguments), sandbox=None)

    def find(self, css: str) -> dict[str, str]:
        return until(lambda: self("WebDriver:FindElements", using="css selector", value=css), css)[0]

    def click(self, css: str) -> None:
        self("WebDriver:ElementClick", id=self.find(css)[ELEMENT])

    def type(self, css: str, text: str) -> None:
        self("WebDriver:ElementSendKeys", id=self.find(css)[ELEMENT], text=KEYS.get(text, text))

    def frame(self, css: str | None) -> None:
        """Into the frame that matches, or back to the page itself."""
        if css is None:
            self("WebDriver:SwitchToFrame", id=None)
        else:
            self("WebDriver:SwitchToFrame", element=self.find(css)[ELEMENT], focus=False)

    def strict_files(self) -> bool:
        """Whether every file is its own origin, as the browser itself says now."""
        self("Marionette:SetContext", value="chrome")
        strict = self.run("return Services.prefs.getBoolPref('security.fileuri.strict_origin_policy')")
        self("Marionette:SetContext", value="content")
        return strict

    def complaints(self) -> list[str]:
        """What the browser's console holds against local pages: a policy that was broken, a script that failed."""
        self("Marionette:SetContext", value="chrome")
        said = self.run("return Services.console.getMessageArray().map(one => String(one.message))")
        self("Marionette:SetContext", value="content")
        own = [one for one in said if "file:///" in one and "JSWindowActor" not in one]  # the driver's, when a frame goes
        return [one for one in own if re.search("Content-Security-Policy|Error", one)]

    def quit(self) -> None:
        """Closes as a person would, so that everything kept reaches the disk."""
        self("Marionette:Quit", flags=["eAttemptQuit"])
        self.socket.close()
        self.process.wait(15)


@contextmanager
def firefox(profile: Path, **preferences: Any) -> Iterator[Firefox]:
    """A headless Firefox on that profile while the block runs."""
    profile.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    said = {**PREFS, **preferences, "marionette.port": port}
    (profile / "user.js").write_text(
        "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in said.items()), "utf-8"
    )
    (profile / "MarionetteActivePort").unlink(missing_ok=True)
    command = [
        executable(),
        "--marionette",
        "--remote-allow-system-access",
        "--headless",
        "--no-remote",
        "--profile",
        str(profile),
        "about:blank",
    ]
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"},
    )
    try:
        browser = Firefox(process, port)
        yield browser
        if process.poll() is None:
            browser.quit()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _connected(port: int, process: subprocess.Popen) -> socket.socket:
    def connect() -> socket.socket | None:
        assert process.poll() is None, "Firefox stopt meteen"
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except OSError:
            return None

    return until(connect, "Firefox")


def until(attempt: Callable[[], Any], what: str) -> Any:
    """The first true thing that `attempt` gives; AssertionError when it gives none for too long."""
    deadline = time.monotonic() + PATIENCE
    while not (found := attempt()):
        assert time.monotonic() < deadline, f"niet op tijd: {what}"
        time.sleep(0.05)
    return found
