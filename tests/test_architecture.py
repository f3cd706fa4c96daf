"""The napkin drawing of CONTRIBUTING.md: a room imports only rooms above it, and none of them knows a site generator."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from werkwijzer.build.bundles import BROWSER, BUNDLES, bundle_of, imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "werkwijzer"
ROOMS = ["base", "dutch", "questions", "course", "render", "components", "page", "checks", "build", "export", "starts"]
GENERATORS = {"mkdocs", "properdocs", "zensical", "material"}
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted(path for room in ("browser", "components", "questions") for path in (PACKAGE / room).rglob("*.js"))


def imported(path: Path) -> set[str]:
    """Full names of what a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_up(path):
    above = ROOMS[: ROOMS.index(room(path)) + 1] if room(path) in ROOMS else ROOMS
    for name in imported(path):
        if name.startswith("werkwijzer."):
            assert name.split(".")[1] in above, f"{room(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_imports_a_site_generator(path):
    assert not {name.partition(".")[0] for name in imported(path)} & GENERATORS


def test_every_room_is_listed_and_nothing_stands_in_the_entrance():
    assert {room(path) for path in MODULES} == {*ROOMS, "__init__.py", "__main__.py"}


def test_the_napkin_shows_the_rooms_in_this_order():
    drawn = re.findall(r"^  (\w+)/  ", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)
    assert [name for name in drawn if name in ROOMS] == ROOMS


def test_hooks_stay_thin():
    hook = (ROOT / "hooks/course.py").read_text("utf-8")
    assert len(hook.splitlines()) < 80
    assert not GENERATORS & {name.partition(".")[0] for name in imported(ROOT / "hooks/pages_while_broken.py")}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_scripts_import_bundles_left_of_them_and_what_is_their_own(path):
    own = bundle_of(path)
    for _, target in imports(path, path.read_text("utf-8")):
        assert target.is_file(), target
        if target.parent == path.parent:
            continue
        assert target.is_relative_to(BROWSER), f"{path} imports {target}"
        if bundle := bundle_of(target):
            assert target.name == "index.js", f"{path} imports {target}"
            assert path.parent != BROWSER / "base" and (not own or BUNDLES.index(bundle) < BUNDLES.index(own)), f"{own} imports {bundle}"


def test_every_bundle_is_listed_in_the_order_of_the_napkin():
    assert {path.name for path in BROWSER.iterdir() if path.is_dir()} == {*BUNDLES, "base", "editions"}
    (drawn,) = re.findall(r"^`(base → .*)`$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)
    assert drawn.split(" → ") == ["base", *BUNDLES]


def test_what_an_export_takes_as_it_is_imports_nothing():
    assert not [path for path in (BROWSER / "editions").glob("*.js") if list(imports(path, path.read_text("utf-8")))]
