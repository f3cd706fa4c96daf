"""The engine's rooms: a module imports only what stands to its left, and none of them knows a site generator."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "werkwijzer"
ROOMS = ["files", "console", "problems", "identity", "words", "dutch", "yaml_advice", "strict_yaml", "front_matter", "source", "model", "seen", "scoring", "questions", "bank", "parse", "salvage", "outline", "course", "moved", "ledger", "glossary", "library", "pasted", "assignment", "references", "passages", "survey", "render", "components", "checks", "icons", "generate", "generated", "downloads", "redirects", "elements", "blocks", "finishing", "markdown_ext", "export", "doctor", "starts", "__main__"]
GENERATORS = {"mkdocs", "properdocs", "zensical", "material"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Full names of what a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def room(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_left(path):
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    for name in imported(path):
        if name.startswith("werkwijzer."):
            assert ROOMS.index(room(name)) <= ROOMS.index(own), f"{own} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_imports_a_site_generator(path):
    assert not {name.partition(".")[0] for name in imported(path)} & GENERATORS


def test_every_room_is_listed():
    assert {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__"} == set(ROOMS)


def test_hooks_stay_thin():
    hook = (PACKAGE.parent / "hooks/course.py").read_text("utf-8")
    assert len(hook.splitlines()) < 80
    assert not GENERATORS & {name.partition(".")[0] for name in imported(PACKAGE.parent / "hooks/pages_while_broken.py")}
