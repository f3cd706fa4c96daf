"""The templates of printed documents, beside those of the site and of the question types."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from werkwijzer.render.environment import environment

FOLDER = Path(__file__).parent / "html"


@cache
def print_environment() -> Environment:
    """Everything that the site's environment knows, and the templates of this room."""
    site = environment()
    return site.overlay(loader=ChoiceLoader([FileSystemLoader(FOLDER), *([site.loader] if site.loader else [])]))


def render(template: str, **context: Any) -> str:
    """A template of `export/html/` as HTML."""
    return print_environment().get_template(f"{template}.html.j2").render(**context)
