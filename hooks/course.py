"""MkDocs events → werkwijzer. Comfort only: a build without this file gives the same pages.

While serving: a page with what is wrong (pages_while_broken.py). Each build: newest code while serving, read and check the course once, hand it
to the Markdown extension; what would come out as in the build before comes from there (kept_site.py).
"""

import gc
import sys
from pathlib import Path

import pages_while_broken
from kept_site import KeptSite
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority

from werkwijzer.base.console import speak_plainly

serving = begun = False
shelf = site = None


def on_startup(command, dirty):
    global serving
    serving = command == "serve"
    speak_plainly()


def on_config(config):
    global begun, shelf
    gc.unfreeze()
    root = Path(config.config_file_path).parent
    begins, begun = serving and not begun, True
    shelf = pages_while_broken.at_the_start(lambda: _shelf(root), PluginError, config) if begins else _shelf(root)
    config.mdx_configs["werkwijzer"] = {"library": shelf.library}
    gc.freeze()  # the course stays as it is: whoever looks for garbage need not go through it again


def on_serve(server, config, builder):
    pages_while_broken.guard(server)


def _shelf(root):
    """The course, checked, and pages that were made of it before; while serving with the newest code, and with what is generated up to date."""
    if serving:
        _forget_old_code()
    from werkwijzer.base.problems import CourseError
    from werkwijzer.build.generate import generate
    from werkwijzer.checks.kept import sound_shelf

    try:
        if serving:
            generate(root, preview=True)
        return sound_shelf(root)
    except CourseError as error:
        raise PluginError(f"\n{error}") from None


def _forget_old_code():
    from werkwijzer.course.stand import CODE, code

    if code() != CODE:
        for name in [name for name in sys.modules if name.partition(".")[0] == "werkwijzer"]:
            del sys.modules[name]


def on_nav(nav, config, files):
    global site
    site = KeptSite(config, files, shelf)


def on_page_markdown(markdown, page, **kwargs):
    site.on_page(page, markdown)


def on_env(env, **kwargs):
    site.on_env(env)


on_page_context = CombinedEvent(
    event_priority(100)(lambda context, page, **kwargs: site.before_search(context, page)),
    event_priority(-100)(lambda context, page, **kwargs: site.after_search(context, page)),
)


def on_post_page(output, page, **kwargs):
    site.save(page, output)


def on_post_build(**kwargs):
    site.close()


def on_build_error(error):
    if type(error).__name__ == "CourseError":
        raise PluginError(f"\n{error}") from None
