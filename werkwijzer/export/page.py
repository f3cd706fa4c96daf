"""Pages of `docs/` as HTML for paper: the Markdown of the site, with Blocks that make something to read and write on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from markdown import Markdown

from werkwijzer.base.files import read_file
from werkwijzer.course.read import Course
from werkwijzer.export.figures import in_print
from werkwijzer.page.markdown_ext import WerkwijzerExtension

OWN = "werkwijzer"


class PaperExtension(WerkwijzerExtension):
    """Our Blocks as something to read and write on, with drawings in the colours of print."""

    medium = "paper"
    dress = staticmethod(in_print)


def converter(course: Course, own: type[WerkwijzerExtension] = PaperExtension) -> Markdown:
    """Python-Markdown with the extensions of `mkdocs.yml`, and `own` for ours: its form on paper, or in another medium."""
    names, configs = [], {}
    for entry in site_config(course.root).get("markdown_extensions", ()):
        name, config = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        names.append(own(course=course, root=str(course.root)) if name == OWN else name)
        configs[name] = config or {}
    return Markdown(extensions=names, extension_configs=configs, output_format="xhtml")


def site_config(root: Path) -> dict:
    """`mkdocs.yml` as far as it is plain YAML; tags of one engine count as nothing."""
    return yaml.load(read_file(root / "mkdocs.yml"), Loader=_Plain)


class _Plain(yaml.SafeLoader):
    pass


_Plain.add_multi_constructor("", lambda loader, suffix, node: None)


class PaperPages:
    """The pages of a course as HTML fragments for paper (or what `own` makes of them), each made once."""

    def __init__(self, course: Course, own: type[WerkwijzerExtension] = PaperExtension):
        self.course, self.markdown = course, converter(course, own)
        self.by_key = {page.file.removeprefix("docs/").removesuffix(".md"): page for page in course.pages}
        self.html = lru_cache(maxsize=None)(self._html)

    def _html(self, key: str) -> str:
        self.markdown.reset()
        return self.markdown.convert(self.by_key[key].text)

    def title(self, key: str) -> str:
        """The title in the page's front matter."""
        return self.by_key[key].meta.value["title"]
