"""What a build takes from the build before: never a page that would now come out otherwise, and few that would come out the same are made again."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests import course
from tests.rebuilding import rebuilding, rebuilt
from tests.sites import ROOT, environment
from werkwijzer.base.taken import PAGES, noting
from werkwijzer.components import Use, by_block
from werkwijzer.course import library
from werkwijzer.course.library import Library
from werkwijzer.course.read import read_course
from werkwijzer.render.environment import environment as templates

CHAPTER = course.CHAPTER.replace(
    "Tekst van het hoofdstuk.",
    "Tekst van een [groep](../over/begrippen.md#groep), met een [bron](../over/bronnen.md#boek-2020).\n\n/// figure | 1-1-kijkvragen.svg\nEen figuur.\n///",
)
PAGES_BESIDE = {
    "over/begrippen.md": "---\ntitle: Begrippen\n---\n\n## A { #a }\n\n**Groep** (Engels: *group*{: lang=en }). Mensen samen.\n{: #groep }\n\n**Norm** (Engels: *norm*{: lang=en }). Wat gewoon is.\n{: #norm }\n",
    "over/bronnen.md": "---\ntitle: Bronnen\n---\n\n/// uses\nBij elke bron staat waar.\n///\n\n## A { #a }\n\nAuteur, A. (2020). *Boek*. Uitgever. Hierover.\n{: #boek-2020 }\n",
    "over/norm.md": "---\ntitle: Over de norm\n---\n\nEen [norm](begrippen.md#norm).\n",
    "voortgang.md": "---\ntitle: Mijn voortgang\n---\n\n/// record\n///\n",
    "herhalen.md": "# Herhalen\n",
    "trainers/programmas.md": "# Programmas\n",
    "trainers/handleiding/index.md": "# Handleiding\n",
    "trainers/agenda.md": "---\ntitle: Agenda\n---\n\n/// agenda\n///\n",
}
AGENDA = "trainings:\n  - id: maart\n    title: Training\n    kind: open\n    place: Utrecht\n    days:\n      - {date: 2027-03-11, start: '09:30', end: '16:30'}\n"
AGENDA_PAGE = "trainers/agenda/index.html"
OWN = f"{course.KEY}/index.html"


def made(folder: Path) -> Path:
    """A small course with something of every kind, its page frame and its engine beside it."""
    course.make(folder, chapter=CHAPTER)
    for name, text in PAGES_BESIDE.items():
        course.write(folder / "docs" / name, text)
    course.write(folder / "data/agenda.yml", AGENDA)
    figure = "docs/assets/figuren/1-1-kijkvragen.svg"
    (folder / figure).parent.mkdir(parents=True)
    shutil.copy(ROOT / figure, folder / figure)
    for name in ("overrides", "hooks", "werkwijzer"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = (folder / "mkdocs.yml").read_text("utf-8").replace("  name: material", "  name: material\n  custom_dir: overrides")
    course.write(folder / "mkdocs.yml", f"{config}hooks:\n  - hooks/course.py\n")
    return folder


def html(site: Path) -> dict[str, str]:
    """All that a build makes of pages, the search index included."""
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.suffix in (".html", ".json")}


@contextmanager
def nothing_kept(folder: Path) -> Iterator[None]:
    kept, aside = folder / ".cache", folder / ".aside"
    kept.rename(aside)
    yield
    shutil.rmtree(kept, ignore_errors=True)
    aside.rename(kept)


def anew(folder: Path) -> dict[str, str]:
    """The site as a process makes it that knows of no build before."""
    with nothing_kept(folder):
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "anew")]
        subprocess.run(command, cwd=folder, env=environment(folder), check=True)
    return html(folder / "anew")


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text, name
        course.write(folder / name, text.replace(old, new, 1))

    return edit


def write_menu(folder: Path) -> None:
    """Every page, the last one first."""
    names = sorted((path.relative_to(folder / "docs").as_posix() for path in (folder / "docs").rglob("*.md")), reverse=True)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    course.write(folder / "mkdocs.yml", config + "nav:\n" + "".join(f"  - {name}\n" for name in names))


NEW = "docs/over/nieuw.md"
ALL = None
EDITS: dict[str, tuple[Callable[[Path], object], set[str] | None]] = {
    "a chapter": (replaced(f"docs/{course.KEY}.md", "Tekst van een", "Andere tekst van een"), {OWN}),
    "a bank": (replaced(f"quizzes/{course.KEY}.yml", "explanation: ", "explanation: Kortom, "), {OWN}),
    "a glossary entry": (replaced("docs/over/begrippen.md", "Mensen samen.", "Mensen bij elkaar."), {OWN, "over/begrippen/index.html"}),
    "a source's use": (replaced(f"docs/{course.KEY}.md", "[bron](../over/bronnen.md#boek-2020)", "bron"), {OWN, "over/bronnen/index.html"}),
    "a data file": (replaced("data/agenda.yml", "Utrecht", "Assen"), {AGENDA_PAGE}),
    "a drawing": (replaced("docs/assets/figuren/1-1-kijkvragen.svg", "</svg>", '<circle r="3"/></svg>'), {OWN}),
    "a component's template": (
        replaced("werkwijzer/components/agenda/web.html.j2", "<ww-agenda ", '<ww-agenda data-new="1" '),
        {AGENDA_PAGE},
    ),
    "a type's template": (replaced("werkwijzer/questions/choice/web.html.j2", "{% block field %}", "{% block field %}<i>!</i>"), {OWN}),
    "the code": (replaced("werkwijzer/components/agenda/__init__.py", '"donderdag"', '"Donderdag"'), {AGENDA_PAGE}),
    "the words": (replaced("werkwijzer/questions/choice/words.yml", "kind: Kies één antwoord", "kind: Kies één"), {OWN}),
    "the page frame": (replaced("overrides/partials/ww-footer.html", "<p><strong>", "<p>Anders: <strong>"), ALL),
    "a title": (replaced(f"docs/{course.KEY}.md", "title: Een voorbeeld", "title: Een ander voorbeeld"), ALL),
    "a new page": (lambda folder: course.write(folder / NEW, "# Nieuw\n\nEen [norm](begrippen.md#norm).\n"), ALL),
    "a page that goes": (lambda folder: (folder / NEW).unlink(), ALL),
    "the menu": (write_menu, ALL),
}


@pytest.mark.slow
def test_after_each_change_every_page_is_as_a_build_from_nothing_makes_it(tmp_path):
    folder = made(tmp_path)
    with rebuilding(folder) as process:
        before = html(rebuilt(process, folder / "site"))
        assert before == anew(folder)
        for name, (edit, touched) in EDITS.items():
            edit(folder)
            now = html(rebuilt(process, folder / "site"))
            pages = {page for page in {*before, *now} if page.endswith(".html") and before.get(page) != now.get(page)}
            assert pages == touched if touched else len(pages) > len(before) // 2, f"{name}: {pages}"
            assert now == anew(folder), name
            before = now


@pytest.mark.slow
def test_what_changes_and_changes_back_in_any_order_is_never_stale(tmp_path):
    folder, chance = made(tmp_path), random.Random(9)
    texts = {name: (folder / name).read_text("utf-8") for name in (f"docs/{course.KEY}.md", "data/agenda.yml", "docs/over/begrippen.md")}
    edits = [edit for edit, touched in EDITS.values() if touched]
    with rebuilding(folder) as process:
        for _ in range(3):
            for _ in range(3):
                for name, text in texts.items():
                    if chance.random() < 0.5:
                        course.write(folder / name, text)
                with suppress(AssertionError):  # it stands there already
                    chance.choice(edits)(folder)
                now = html(rebuilt(process, folder / "site"))
            assert now == anew(folder)


def kept_at(folder: Path) -> dict[str, int]:
    pages = folder / ".cache/werkwijzer/pages"
    return {path.relative_to(pages).as_posix(): path.stat().st_mtime_ns for path in pages.rglob("*.json")}


@pytest.mark.slow
def test_only_what_changed_is_made_again(tmp_path):
    folder = made(tmp_path)
    with rebuilding(folder) as process:
        rebuilt(process, folder / "site")
        before = kept_at(folder)
        assert len(before) == len(list((folder / "docs").rglob("*.md")))
        rebuilt(process, folder / "site")
        assert kept_at(folder) == before
        EDITS["a data file"][0](folder)
        rebuilt(process, folder / "site")
        now = kept_at(folder)
        assert {name for name in now if now[name] != before[name]} <= {"trainers/agenda.md.json", "over/bronnen.md.json"}


@pytest.mark.slow
def test_a_page_that_the_engine_warns_of_is_made_again_so_that_it_warns_again(tmp_path):
    folder = made(tmp_path)
    course.write(folder / "docs/over/norm.md", "# Norm\n\n[Weg](is-er-niet.md)\n")
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build"], cwd=folder, env=environment(folder), capture_output=True, text=True
        )
        assert "is-er-niet.md" in done.stderr
    assert "over/norm.md.json" not in kept_at(folder)


@pytest.mark.slow
def test_a_course_that_nothing_can_be_kept_in_is_built_all_the_same(tmp_path):
    folder = made(tmp_path)
    course.write(folder / ".cache", "")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=environment(folder), check=True)
    assert (folder / "site" / OWN).is_file()


opened: list[Path] = []
listening = False


def hear(event: str, arguments: tuple) -> None:
    if listening and event == "open" and isinstance(arguments[0], str | os.PathLike):
        opened.append(Path(arguments[0]))


def test_a_component_says_of_everything_that_it_reads():
    """Who reads past the library would be given a page that is no longer right."""
    sys.addaudithook(hear)
    given, _ = read_course(ROOT)
    for reads in (library._data, library._terms, templates):
        reads.cache_clear()
    uses = {(one.name, one.argument) for page in given.pages for one in page.outline.directives if one.name in by_block()}
    for name, argument in sorted(uses):
        del opened[:]
        with noting() as taken, heard():
            by_block()[name].html(Use(Library(ROOT, given), argument, name, by_block()[name].defaults))
        for path in filter(is_content, opened):
            assert said(taken.files, path), f"{name} reads {path} and does not say so"


@contextmanager
def heard() -> Iterator[None]:
    global listening
    listening = True
    yield
    listening = False


def is_content(path: Path) -> bool:
    """What may change while the code stays; its words are code too."""
    return path.is_relative_to(ROOT) and (path.suffix == ".j2" or path.relative_to(ROOT).parts[0] in ("docs", "quizzes", "data"))


def said(names: set[str], path: Path) -> bool:
    name = path.relative_to(ROOT).as_posix()
    of_pages = PAGES in names and (path.suffix == ".md" or name.startswith("quizzes/"))
    return of_pages or str(path) in names or any(name == one or (one.endswith("/") and name.startswith(one)) for one in names if one)
