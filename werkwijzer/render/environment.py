"""The Jinja environment of all templates: escaping is on, an unknown name is an error."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader, StrictUndefined, Template

from werkwijzer.base.parts import shelves
from werkwijzer.base.taken import take
from werkwijzer.base.words import words
from werkwijzer.render.text import block_html, fragment_html, inline_html, plain_text

TEMPLATES = Path(__file__).parent / "templates"


_path = cache(os.path.normpath)


class _Environment(Environment):
    """Notes each template that something is made with, those that another includes as well."""

    def get_template(self, *args: Any, **kwargs: Any) -> Template:
        template = super().get_template(*args, **kwargs)
        take(_path(template.filename or ""))
        return template


@cache
def environment() -> Environment:
    """Templates of `render/templates/`, of the question types as `<type>/web.html.j2` and of page components as `components/<name>/web.html.j2`."""
    loader = ChoiceLoader(
        [
            FileSystemLoader(TEMPLATES),
            FileSystemLoader(shelves("questions")),
            PrefixLoader({"components": FileSystemLoader(shelves("components"))}),
        ]
    )
    env = _Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(),
    )
    env.filters.update(block=block_html, inline=inline_html, fragment=fragment_html, plain=plain_text, number=dutch_number)
    env.globals.update(words=words())
    return env


def dutch_number(value: float) -> str:
    """2.5 → `2,5`; 60.0 → `60`."""
    return f"{value:.10g}".replace(".", ",")
