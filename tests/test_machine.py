"""The Makefile on machines that are not ours: Python missing, old, without venv, another one, Windows' folder names, paths with spaces.

Python is a shell script here that says which version it is and writes down what it is asked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.metadata import distributions
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

from tests.browser import chromium
from tests.sites import ROOT

OLDEST = "3.11.2"
"""Debian 12's own, and what most people will have."""

FAKE = """#!/bin/sh
echo "$*" >>"{log}"
case "$*" in
*version_info*) printf '%s\\n%s\\n%s\\n' {version} "$0" "$0" ;;
*ensurepip*) test -e "{ensurepip}" ;;
"-m venv --clear "*) mkdir -p "$4/{programs}" && cp "$0" "$4/{programs}/python" ;;
esac
"""
TOOLS = ("sh", "cat", "cp", "cut", "echo", "id", "mkdir", "make", "printf", "rm", "sed", "test", "touch", "tr")

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="no make")


class Machine:
    """A folder with a clone's Makefile, and a PATH that holds a few tools and whatever the test puts there."""

    def __init__(self, folder: Path):
        self.clone, self.bin, self.log = folder / "een map é", folder / "bin", folder / "log"
        self.clone.mkdir()
        self.bin.mkdir()
        for name in TOOLS:
            if found := shutil.which(name):
                (self.bin / name).symlink_to(found)
        for name in ("Makefile", "make", "pyproject.toml", "requirements", "package.json", "package-lock.json"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self.clone / name)

    def program(self, name: str, text: str) -> Path:
        path = self.bin / name
        path.write_text(text, "utf-8")
        path.chmod(0o755)
        return path

    def python(self, name: str = "python3", version: str = "3.12.1", *, venv: bool = True, programs: str = "bin") -> Path:
        ensurepip = self.bin / f"{name}-ensurepip"
        if venv:
            ensurepip.touch()
        return self.program(name, FAKE.format(log=self.log, version=version, ensurepip=ensurepip, programs=programs))

    def make(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["make", *arguments],
            cwd=self.clone,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={"PATH": str(self.bin), **environment},
        )

    def asked(self) -> list[str]:
        """What Python was asked since the last time."""
        said = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [line for line in said if line.startswith(("-m", "apt-get"))]


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """What a refusal says: one sentence and a way out, no traceback, nothing made."""
    assert done.returncode != 0 and "Traceback" not in done.stderr
    sentence, remedy, *rest = done.stderr.splitlines()
    assert remedy.startswith("  → ") and all(line.startswith("make:") for line in rest)
    return f"{sentence}\n{remedy}"


def test_no_python(machine):
    assert "Er is geen Python gevonden" in refused(machine.make("serve"))


@pytest.mark.parametrize("version", ["2.7.18", "3.9.2", "3.10.12"])
def test_python_too_old(machine, version):
    machine.python(version=version)
    said = refused(machine.make("serve"))
    assert f"heeft Python 3.11 of nieuwer nodig; dit is {version}." in said and "PYTHON=" in said
    assert not (machine.clone / ".venv").exists()


@pytest.mark.parametrize("version", ["3.11.2", "3.13.5", "3.20.0", "4.0.0"])
def test_python_new_enough(machine, version):
    machine.python(version=version)
    assert machine.make(".venv/python.stamp").returncode == 0


def test_a_newer_python_beside_an_old_one_is_found(machine):
    machine.python("python3", "3.9.2")
    machine.python("python3.13", "3.13.0")
    assert machine.make(".venv/python.stamp").returncode == 0
    assert (machine.clone / ".venv/python.stamp").read_text("utf-8").startswith("3.13.0\n")


def test_a_python_that_was_asked_for_and_does_not_run(machine):
    machine.python()
    assert "PYTHON=/nergens/python is geen Python dat werkt" in refused(machine.make("serve", "PYTHON=/nergens/python"))


def test_python_without_venv(machine):
    machine.python(venv=False)
    assert "kan geen .venv maken: ensurepip of venv ontbreekt" in refused(machine.make("serve"))


def test_python_without_venv_on_debian_for_who_may_not_install(machine):
    machine.python(venv=False)
    machine.program("apt-get", "#!/bin/sh\nexit 1\n")
    (machine.bin / "id").unlink()
    machine.program("id", "#!/bin/sh\necho 1000\n")
    assert "→ sudo apt-get install python3.12-venv" in refused(machine.make("serve"))


def test_python_without_venv_on_debian_as_root(machine):
    machine.python(venv=False)
    machine.program(
        "apt-get",
        f'#!/bin/sh\necho "apt-get $*" >>"{machine.log}"\ncase "$*" in *python3.12-venv*) : >"{machine.bin}/python3-ensurepip" ;; esac\n',
    )
    (machine.bin / "id").unlink()
    machine.program("id", "#!/bin/sh\necho 0\n")
    done = machine.make(".venv/python.stamp")
    assert done.returncode == 0, done.stderr
    assert any("install" in line and "python3.12-venv" in line for line in machine.asked())


def test_what_is_there_is_kept(machine):
    machine.python()
    stamp = machine.clone / ".venv/run.stamp"
    assert machine.make("check").returncode == 0
    before = stamp.stat().st_mtime_ns
    assert [line.rpartition(" ")[0] for line in machine.asked() if "pip install" in line] and before
    assert machine.make("check").returncode == 0
    assert machine.asked() == ["-m werkwijzer check"] and stamp.stat().st_mtime_ns == before


def test_another_python_makes_another_venv(machine):
    machine.python("python3", "3.12.1")
    other = machine.python("python3.13", "3.13.0")
    machine.make(".venv/run.stamp")
    machine.asked()
    machine.make(".venv/run.stamp", f"PYTHON={other}")
    assert machine.asked()[0] == "-m venv --clear .venv"
    assert (machine.clone / ".venv/python.stamp").read_text("utf-8").splitlines()[:2] == ["3.13.0", str(other)]
    machine.make(".venv/run.stamp")
    assert machine.asked() == [], "who names none keeps what is there"
    machine.python("python3.13", "3.13.1")
    machine.make(".venv/run.stamp", f"PYTHON={other}")
    assert machine.asked()[0] == "-m venv --clear .venv", "the same path, upgraded"


def test_a_venv_that_is_broken_or_was_moved_is_made_again(machine):
    machine.python()
    machine.make(".venv/run.stamp")
    (machine.clone / ".venv/bin/python").unlink()
    machine.asked()
    assert machine.make(".venv/run.stamp").returncode == 0 and machine.asked()[0] == "-m venv --clear .venv"
    machine.clone = machine.clone.rename(machine.clone.with_name("verhuisd"))
    assert machine.make(".venv/run.stamp").returncode == 0 and machine.asked()[0] == "-m venv --clear .venv"


def test_python_may_have_spaces_or_options(machine):
    shutil.move(machine.python(), machine.bin / "mijn python")
    assert machine.make(".venv/python.stamp", f"PYTHON={machine.bin}/mijn python").returncode == 0
    machine.program("py", '#!/bin/sh\nshift\nexec "$(dirname "$0")/mijn python" "$@"\n')
    (machine.bin / "dirname").symlink_to(shutil.which("dirname"))
    assert machine.make(".venv/python.stamp", "PYTHON=py -3.12").returncode == 0


@pytest.mark.parametrize("programs", ["bin", "Scripts"])
def test_programs_stand_where_this_python_puts_them(machine, programs):
    """A Python for Windows makes `.venv/Scripts`."""
    machine.python(programs=programs)
    done = machine.make("serve", "PORT=8123")
    assert done.returncode == 0, done.stderr
    assert f".venv/{programs}/python -m mkdocs serve --dev-addr 127.0.0.1:8123" in done.stdout
    assert machine.asked()[-1] == "-m mkdocs serve --dev-addr 127.0.0.1:8123"


def test_clean_keeps_what_was_installed_and_fresh_does_not(machine):
    machine.python()
    machine.make(".venv/run.stamp")
    (machine.clone / "site").mkdir()
    assert machine.make("clean").returncode == 0 and not (machine.clone / "site").exists() and (machine.clone / ".venv").exists()
    assert machine.make("fresh").returncode == 0 and not (machine.clone / ".venv").exists()


def test_an_installation_that_fails_says_what_to_do(machine):
    python = machine.python()
    machine.make(".venv/python.stamp")
    text = python.read_text("utf-8").replace('case "$*" in', 'case "$*" in\n*"pip install"*) exit 1 ;;', 1)
    (machine.clone / ".venv/bin/python").write_text(text, "utf-8")
    done = machine.make("serve")
    assert done.returncode != 0 and "Installeren lukte niet; hierboven staat waarom." in done.stderr


def test_lock_brings_what_it_needs(machine):
    machine.python()
    assert machine.make("lock").returncode == 0
    asked = machine.asked()
    assert (
        any("requirements/develop.txt" in line for line in asked)
        and len([line for line in asked if line.startswith("-m piptools compile")]) == 4
    )


def test_code_is_looked_at_before_it_is_tested(machine):
    machine.python()
    assert machine.make("test").returncode == 0
    asked = [line for line in machine.asked() if "pip" not in line and "venv" not in line]
    scripts, engine = [line.split("/")[-1] for line in asked[:2]], asked[2:5]
    assert scripts == ["biome check", "tsc"] and engine == ["-m ruff format --check", "-m ruff check", "-m mypy"]
    assert asked[-1] == "-m pytest"


def test_every_command_of_the_makefile_stands_in_its_help(machine):
    targets = set(re.findall(r"^([a-z-]+):(?!=)", (ROOT / "Makefile").read_text("utf-8"), re.M))
    listed = {line.split()[0] for line in machine_help().splitlines()}
    assert listed == targets


def machine_help() -> str:
    """What `make help` prints by itself, also where the tests were begun by make, which would name its folder first."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "MFLAGS"}
    return subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, env=own, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def test_a_browser_that_cannot_be_driven_is_no_browser(monkeypatch, capsys):
    """Playwright's driver does not start on a bare Debian 12: a library is missing. Then it is installed, or a sentence says what to do."""

    def broken():
        raise Exception("Connection closed while reading from the driver")

    monkeypatch.setattr("playwright.sync_api.sync_playwright", broken)
    assert chromium.working() is None


@pytest.mark.parametrize(
    "there,wanted", [(True, [["chromium-headless-shell", "chromium"]]), (False, [["chromium-headless-shell", "chromium"], ["chromium"]])]
)
def test_a_distribution_without_the_light_browser_gives_its_chromium(there, wanted, monkeypatch):
    asked = []
    monkeypatch.setattr(chromium, "run", lambda *command: asked.append(command))
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/usr/bin/{name}" if there or name == "apt-get" else None)
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 0, raising=False)
    chromium.from_apt()
    installs = [command for command in asked if "install" in command]
    assert installs == [("apt-get", "install", "-y", *names, "libatomic1") for names in wanted]


# what is installed


def test_what_is_installed_runs_on_the_oldest_python():
    """Debian 12's Python says no to a package that wants 3.11.5; pip's own words do not help whoever only wants to look."""
    wants = {dist.name: range_ for dist in distributions() if (range_ := dist.metadata.get("Requires-Python"))}
    assert {name: range_ for name, range_ in wants.items() if not SpecifierSet(range_).contains(OLDEST)} == {}


def test_the_locks_agree():
    """What one list installs, the next leaves alone."""
    versions: dict[str, set[str]] = {}
    for path in ROOT.glob("requirements/*.txt"):
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", path.read_text("utf-8"), re.M):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_ci_does_what_the_readme_says():
    script = (ROOT / ".ci/run").read_text("utf-8")
    assert script.splitlines()[-1] == "make test" and "make test" in (ROOT / "README.md").read_text("utf-8")
    steps = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"]["test"]["steps"]
    assert steps[-1]["run"] == "bash .ci/run"
    assert os.access(ROOT / ".ci/run", os.X_OK) and subprocess.run(["bash", "-n", ROOT / ".ci/run"]).returncode == 0
