"""Pages as they were made before, in a folder: each with what it was made of, so that it is given again only where it would come out the same."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from werkwijzer.base.files import write_file
from werkwijzer.base.problems import CourseError
from werkwijzer.base.taken import Taken, answer, noting
from werkwijzer.components import Use, components
from werkwijzer.course.library import TERM, USING, Library
from werkwijzer.course.stand import CODE, Files, Stand, code, digest, stand


@dataclass
class Kept:
    """A page: `made` is what its Markdown became, `key` says of what else. `shown`: what that became further on, each with a key of its own.

    `answers`: kind, argument, digest of what was answered, the files that it came from. `saved`: whether it stands on disk as it is.
    """

    key: str
    files: Files
    answers: list[tuple[str, str, str, Files]]
    made: dict[str, Any]
    shown: dict[str, tuple[str, Any]] = field(default_factory=dict)
    saved: bool = False


class Shelf:
    """Pages in `folder`, by name. Where that cannot be read or written, nothing is kept and all is made anew."""

    def __init__(self, folder: Path, library: Library, stand: Stand):
        self.folder, self.library, self.stand = folder, library, stand
        self.asked: dict[tuple[str, str], tuple[str, Files]] = {}
        self.written: set[Path] = set()

    def find(self, name: str, key: str) -> Kept | None:
        """What was kept under that name, when it was made for the same `key` and what it took from the course is as it was."""
        kept = self._read(name)
        if not kept or kept.key != key or self._differ(kept.files):
            return None
        stale = [index for index, answer in enumerate(kept.answers) if self._differ(answer[3])]
        for index in stale:
            kind, argument, said, _ = kept.answers[index]
            now, files = self._answer(kind, argument)
            if now != said:
                return None
            kept.answers[index] = kind, argument, said, files
        return replace(kept, saved=not stale)

    def new(self, name: str, key: str, taken: Taken, made: dict[str, Any]) -> Kept:
        """A page that was made just now; with what it was shown as before, for the keys of that tell whether it still fits."""
        answers = [(kind, argument, digest(said), self._now(files)) for (kind, argument), (said, files) in taken.answers.items()]
        before = self._read(name)
        return Kept(key, self._now(taken.files), answers, made, before.shown if before else {})

    def save(self, name: str, kept: Kept) -> None:
        path = self._path(name)
        beside = path.with_suffix(f".{os.getpid()}")
        said = {name: value for name, value in vars(kept).items() if name != "saved"}
        try:
            write_file(beside, json.dumps(said, ensure_ascii=False))
            beside.replace(path)
        except OSError:
            return
        self.written.add(path)

    def close(self, *, sure: bool) -> None:
        """Throws away what was kept just now when something was changed meanwhile (or nobody is `sure`): who knows which of the two a page took."""
        if self.written and not (sure and (stand(self.library.root), code()) == (self.stand, CODE)):
            for path in self.written:
                path.unlink(missing_ok=True)

    def _read(self, name: str) -> Kept | None:
        try:
            return Kept(**json.loads(self._path(name).read_bytes()), saved=True)
        except (OSError, ValueError, TypeError):
            return None

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _now(self, files: set[str] | Files) -> Files:
        return {name: self.stand.of(name) for name in sorted(files)}

    def _differ(self, files: Files) -> bool:
        return any(self.stand.of(name) != own for name, own in files.items())

    def _answer(self, kind: str, argument: str) -> tuple[str, Files]:
        """The digest of what is answered now, and what it comes from; asked once a build."""
        if (kind, argument) not in self.asked:
            said, files = self._ask(kind, argument)
            self.asked[kind, argument] = digest(said), self._now(files)
        return self.asked[kind, argument]

    def _ask(self, kind: str, argument: str) -> tuple[str, set[str]]:
        with noting() as taken:
            try:
                if kind == TERM:
                    self.library.term(argument)
                elif kind == USING:
                    self.library.using()
                elif kind in components():
                    answer(kind, argument, lambda: components()[kind].html(Use(self.library, argument)))
            except CourseError:
                return "", set()
        return taken.answers.get((kind, argument), ("", set()))
