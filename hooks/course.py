"""MkDocs events → werkwijzer. Comfort only: a build without this file gives the same pages.

While serving: a page with what is wrong (pages_while_broken.py). Each build: forget old code while serving, read and check every bank once, hand the course to the Markdown extension.
Each page: the search plugin, which reads tag by tag, does not get to see the elements that it would leave out anyway.
"""

import sys
from pathlib import Path

import pages_while_broken
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority

from werkwijzer.base.console import speak_plainly

serving = begun = False


def on_startup(command, dirty):
    global serving
    serving = command == "serve"
    speak_plainly()


def on_config(config):
    global begun
    root = Path(config.config_file_path).parent
    begins, begun = serving and not begun, True
    if begins and (trouble := pages_while_broken.port_trouble(*config.dev_addr)):
        raise PluginError(f"\n{trouble}")
    watched = [config.docs_dir, *config.watch]
    course = pages_while_broken.mended(lambda: _course(root), PluginError, tuple(config.dev_addr), watched) if begins else _course(root)
    config.mdx_configs["werkwijzer"] = {"course": course}
    return config


def on_serve(server, config, builder):
    pages_while_broken.guard(server)
    return server


def _course(root):
    """The course, checked; while serving with the newest code, and with what is generated brought up to date."""
    if serving:
        for name in [name for name in sys.modules if name.partition(".")[0] == "werkwijzer"]:
            del sys.modules[name]
    from werkwijzer.base.problems import CourseError
    from werkwijzer.build.generate import generate
    from werkwijzer.checks import checked_course

    try:
        if serving:
            generate(root, preview=True)
        return checked_course(root)
    except CourseError as error:
        raise PluginError(f"\n{error}") from None


@event_priority(100)
def _hide(context, page, **kwargs):
    from werkwijzer.page.searched import searched

    context["shown"], page.content = page.content, searched(page.content)


@event_priority(-100)
def _show(context, page, **kwargs):
    page.content = context.pop("shown")


on_page_context = CombinedEvent(_hide, _show)


def on_build_error(error):
    if type(error).__name__ == "CourseError":
        raise PluginError(f"\n{error}") from None
