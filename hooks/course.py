"""MkDocs events → werkwijzer. Comfort only: a build without this file gives the same pages.

Each build: forget old code while serving, read and check every bank once, hand the course to the Markdown extension.
"""

import sys
from pathlib import Path

from mkdocs.exceptions import PluginError

serving = False


def on_startup(command, dirty):
    global serving
    serving = command == "serve"


def on_config(config):
    if serving:
        for name in [name for name in sys.modules if name.partition(".")[0] == "werkwijzer"]:
            del sys.modules[name]
    from werkwijzer.checks import checked_course
    from werkwijzer.problems import CourseError

    try:
        course = checked_course(Path(config.config_file_path).parent)
    except CourseError as error:
        raise PluginError(f"\n{error}") from None
    config.mdx_configs["werkwijzer"] = {"course": course}
    return config


def on_build_error(error):
    if type(error).__name__ == "CourseError":
        raise PluginError(f"\n{error}") from None
