"""Pages of the build before, given back to MkDocs where they would come out the same: their content instead of a conversion, their entries
in the search index, and the whole page instead of a rendering. `werkwijzer.page.kept` judges; here stands what MkDocs must get back."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.structure.toc import get_toc

PASSING = {"plugins", "hooks", "mdx_configs", "theme", "site_dir", "site_url", "dev_addr", "strict", "watch"}
"""Settings that say nothing of a page, or that are looked at by themselves."""


LEFT_OUT = re.compile(r"(?P<opens><(?P<name>ww-[a-z]+)\b[^>]*?\sdata-search-exclude\b[^>]*>)(?P<inner>.*?)(?P<closes></(?P=name)>)", re.S)
HEADING = re.compile(r"<h([1-6])\b[^>]*>.*?</h\1>", re.S)


class Heard(logging.Handler):
    """Whether anything was said: a page that MkDocs has something to say of is made again each time, so that it is said again."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.said = False

    def emit(self, record: logging.LogRecord) -> None:
        self.said = True


class KeptSite:
    """One build; `shelf` keeps the pages."""

    def __init__(self, config, files, shelf):
        from werkwijzer.course.stand import digest, packages  # anew in each build, for while serving its code may change

        self.config, self.files, self.shelf, self.digest = config, files, shelf, digest
        self.log = logging.getLogger(type(config).__module__.partition(".")[0])
        self.entries = next((found for plugin in config.plugins.values() if (found := entries_of(plugin)) is not None), None)
        self.templates = templates(config.theme)
        self.site = digest(packages(), self.log.name, settings(config), texts(Path(__file__).parent))
        self.source = digest(self.site, shelf.stand.code, *(f"{file.src_uri} {file.url} {file.inclusion}" for file in files))
        self.frame = ""
        self.kept: dict[str, Any] = {}
        self.shown: dict[str, list] = {}

    def on_page(self, page, markdown: str) -> None:
        """Before a page is converted: from now on it comes from what was kept, if it can."""
        page.render = partial(self._render, page, page.render, self.digest(self.source, page.file.src_uri, markdown))

    def _render(self, page, convert: Callable, key: str, config, files) -> None:
        kept = self.shelf.find(page.file.src_uri, key)
        if kept:
            restore(page, kept.made, files)
        else:
            kept = self._converted(page, convert, key)
        self.kept[page.file.src_uri] = kept

    def _converted(self, page, convert: Callable, key: str):
        from werkwijzer.base.taken import noting

        heard = Heard()
        self.log.addHandler(heard)
        try:
            with noting() as taken:
                convert(self.config, self.files)
        finally:
            self.log.removeHandler(heard)
        return None if heard.said else self.shelf.new(page.file.src_uri, key, taken, made_of(page))

    def on_env(self, env) -> None:
        """When all pages have their content: from now on templates give a page that is known."""
        pages = [said_of(file.page) for file in self.files.documentation_pages() if file.page]
        self.frame = self.digest(self.site, str(self.config.site_url), self.templates, *pages)
        output = self._output

        class Known(env.template_class):
            def render(self, context):
                return output(context["page"]) or super().render(context)

        env.template_class, env.bytecode_cache = Known, FileSystemBytecodeCache()

    def before_search(self, context, page) -> None:
        """The search plugin, which reads tag by tag, sees nothing of a page that it knows."""
        self.shown = {"entries": [self.digest(self.site, seen(page)), []]}
        known = self._known(page, "entries") if self.entries is not None else None
        context["shown"], context["found"] = page.content, len(self.entries or ())
        if known is None:
            page.content = to_search(page.content)
        else:
            page.content = ""
            self.entries.extend(known)

    def after_search(self, context, page) -> None:
        page.content = context.pop("shown")
        self.shown["entries"][1] = (self.entries or [])[context.pop("found") :]

    def save(self, page, output: str) -> None:
        """Keeps a page that was shown just now, and lets go of it."""
        kept = self.kept.pop(page.file.src_uri, None)
        if kept and not (kept.saved and all(self._known(page, part, kept) is not None for part in self.shown)):
            self.shown["output"][1] = output
            kept.shown = self.shown
            self.shelf.save(page.file.src_uri, kept)

    def _output(self, page) -> str | None:
        if page:
            self.shown["output"] = [self.digest(self.frame, seen(page)), ""]
        return self._known(page, "output") if page else None

    def _known(self, page, part: str, kept=None):
        """A part of a page as it was shown before; None when it would now be another."""
        kept = kept or self.kept.get(page.file.src_uri)
        key, known = kept.shown.get(part, ("", None)) if kept else ("", None)
        return known if key == self.shown[part][0] else None

    def close(self) -> None:
        self.shelf.close(sure=templates(self.config.theme) == self.templates)


def entries_of(plugin) -> list | None:
    """What Material's search plugin has found so far; None of another plugin."""
    return getattr(getattr(plugin, "search_index", None), "entries", None)


def to_search(content: str) -> str:
    """What the search plugin would read of it: of a component that it leaves out, only which headings there are."""
    from werkwijzer.page.searched import searched

    return LEFT_OUT.sub(
        lambda found: found["opens"] + "".join(one[0] for one in HEADING.finditer(found["inner"])) + found["closes"], searched(content)
    )


def made_of(page) -> dict[str, Any]:
    """What `Page.render` of MkDocs leaves behind, in plain values."""
    links = getattr(page, "links_to_anchors", None) or {}
    return {
        "content": page.content,
        "toc": list(_tokens(page.toc)),
        "title": page._title_from_render,
        "anchors": sorted(page.present_anchor_ids),
        "links": [(file.src_uri, anchors) for file, anchors in links.items()],
    }


def restore(page, made: dict[str, Any], files) -> None:
    """Leaves behind what `made_of` saw."""
    page.content, page._title_from_render = made["content"], made["title"]
    page.toc = get_toc(made["toc"])
    page.present_anchor_ids = set(made["anchors"])
    page.links_to_anchors = {files.get_file_from_path(name): anchors for name, anchors in made["links"]}


def _tokens(toc) -> Iterator[dict[str, Any]]:
    yield from ({"level": one.level, "id": one.id, "name": one.title, "children": list(_tokens(one.children))} for one in toc)


def settings(config) -> str:
    """What `mkdocs.yml` and the command say of pages."""
    ours = {name: config["mdx_configs"][name] for name in config["mdx_configs"] if name != "werkwijzer"}
    return json.dumps(
        [{name: value for name, value in config.items() if name not in PASSING}, ours, dict(config.theme.items())], default=str
    )


def seen(page) -> str:
    """What search and the frame can say of a page, when it is shown itself."""
    return f"{page.file.src_uri} {said_of(page)} {page.toc} {page.content}"


def said_of(page) -> str:
    """What the frame of any page can say of this one: its menu, and what comes before and after."""
    return json.dumps([page.url, page.title, page.canonical_url, page.edit_url, str(page.update_date), page.meta], default=str)


def templates(theme) -> str:
    """The templates that a site has of its own, wherever they stand."""
    return texts(Path(theme.custom_dir)) if theme.custom_dir else ""


def texts(folder: Path) -> str:
    """All that stands in a folder, as one text."""
    return "".join(f"{path}\n{path.read_bytes()!r}\n" for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc")
