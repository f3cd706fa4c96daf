"""The course as a build wants it: checked, unless it is known that nothing changed since it was found sound."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from werkwijzer.base.files import read_file, write_file
from werkwijzer.checks import checked_course
from werkwijzer.course.library import Library
from werkwijzer.course.stand import Stand, stand
from werkwijzer.page.kept import Shelf
from werkwijzer.render.environment import environment

FOLDER = Path(".cache/werkwijzer")


def sound_shelf(root: Path) -> Shelf:
    """The pages kept under `root`, of a course that is sound. Raises CourseError as `checked_course` does."""
    environment.cache_clear()  # templates may have changed since the build before
    now, folder = stand(root), root / FOLDER
    library = Library(root) if _is_sound(folder / "sound", now) else _checked(root, folder / "sound", now)
    return Shelf(folder / "pages", library, now)


def _is_sound(mark: Path, now: Stand) -> bool:
    try:
        return read_file(mark) == now.course
    except OSError:
        return False


def _checked(root: Path, mark: Path, now: Stand) -> Library:
    course = checked_course(root)
    with suppress(OSError):
        write_file(mark, now.course)
    return Library(root, course)
