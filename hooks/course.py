"""MkDocs events → werkwijzer. Comfort only: a build without this file gives the same pages.

Each build: read and check the course once (sound_course.py), hand it to the Markdown extension; what would come out as in the build before comes
from there (kept_site.py). While serving: a page with what is wrong (pages_while_broken.py).
"""

from pathlib import Path

import pages_while_broken
from kept_site import KeptSite
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from sound_course import sound_course

from werkwijzer.base.console import speak_plainly

serving = begun = False
shelf = site = None


def on_startup(command, dirty):
    global serving
    serving = command == "serve"
    speak_plainly()


def on_config(config):
    global begun, shelf

    def read():
        return sound_course(Path(config.config_file_path).parent, PluginError, serving=serving)

    begins, begun = serving and not begun, True
    shelf = pages_while_broken.at_the_start(read, PluginError, config) if begins else read()
    config.mdx_configs["werkwijzer"] = {"library": shelf.library}


def on_serve(server, config, builder):
    pages_while_broken.guard(server)


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
