"""The course as a build wants it: checked, with the pages that were made of it before; while serving with the newest code, and with what is generated up to date."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def sound_course(root: Path, trouble: type[Exception], *, serving: bool):
    """The shelf of `werkwijzer.page.kept`. Raises `trouble` with all that is wrong with the course."""
    gc.unfreeze()
    if serving:
        forget_old_code()
    from werkwijzer.base.problems import CourseError
    from werkwijzer.checks.kept import sound_shelf

    try:
        if serving:
            from werkwijzer.build.generate import generate

            generate(root, preview=True)
        shelf = sound_shelf(root)
    except CourseError as error:
        raise trouble(f"\n{error}") from None
    gc.freeze()  # the course stays as it is: whoever looks for garbage need not go through it again
    return shelf


def forget_old_code() -> None:
    """When it is no longer what stands in its files."""
    from werkwijzer.course.stand import CODE, code

    if code() != CODE:
        for name in [name for name in sys.modules if name.partition(".")[0] == "werkwijzer"]:
            del sys.modules[name]
