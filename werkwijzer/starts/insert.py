"""A line or an entry in a file that authors keep by hand: found by what stands around it, so that comments and order stay."""

from __future__ import annotations

import re


def in_menu(config: str, page: str) -> str:
    """`mkdocs.yml` with `page` behind the last page of its folder, before that folder's test."""
    folder = page.rpartition("/")[0]
    found = [match for match in re.finditer(rf"^( *)- {re.escape(folder)}/([\w-]+)\.md[^\n]*\n", config, re.M) if match[2] != "toets"]
    if not found:
        return config
    last = found[-1]
    return f"{config[: last.end()]}{last[1]}- {page}\n{config[last.end() :]}"


def in_guide(data: str, entry: str, after: str) -> str:
    """`data/guide.yml` with an entry behind that of chapter `after`, or at the end."""
    match = re.search(rf"^  - chapter: {re.escape(after)}\n(?:(?!  - chapter: ).*\n?)*", data, re.M) if after else None
    at = match.end() if match else len(data)
    return f"{data[:at].rstrip()}\n{entry.rstrip()}\n{data[at:] and chr(10)}{data[at:].lstrip(chr(10))}"


def on_guide_page(page: str, heading: str, id_: str) -> str:
    """A module's page of the guide with a chapter at its end."""
    return f"{page.rstrip()}\n\n## {heading} {{ #{id_} }}\n\n/// guide | {id_}\n///\n"


def in_bank(bank: str, question: str) -> str:
    """A bank with a question at its end."""
    return f"{bank.rstrip()}\n\n{question}"
