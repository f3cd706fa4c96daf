"""The `werkwijzer` command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from werkwijzer.checks import check_course, checked_course, external, site
from werkwijzer.course import read_course
from werkwijzer.doctor import examine
from werkwijzer.export.editions import WHAT, editions
from werkwijzer.export.selection import parse_chapters
from werkwijzer import generate as generating
from werkwijzer.library import find_root
from werkwijzer.problems import CourseError, report
from werkwijzer.render.paper import paper_files

STRICT = {"mkdocs": ["--strict", "--clean"], "properdocs": ["--strict", "--clean"], "zensical": ["--clean"]}
ENGINES = tuple(STRICT)


@click.group()
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="De map met docs/ en quizzes/.")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """De cursus controleren, bouwen en afdrukken."""
    context.obj = (root or find_root(Path.cwd())).resolve()


@main.command()
@click.pass_obj
def check(root: Path) -> None:
    """Controleer alle teksten, vragen en links; toon alles wat niet klopt in één keer."""
    course, problems = read_course(root)
    problems += check_course(course)
    questions = sum(len(loaded.bank.questions) for loaded in course.banks.values())
    click.echo(f"{len(course.pages)} pagina's, {len(course.chapters)} hoofdstukken, {questions} vragen")
    click.echo(report(problems))
    sys.exit(any(problem.fatal for problem in problems))


@main.command()
@click.pass_obj
def links(root: Path) -> None:
    """Vraag elk adres buiten de cursus op en meld wat niet antwoordt."""
    course = checked_course(root)
    problems = list(external.check(course))
    click.echo(f"{len(external.links(course))} adressen")
    click.echo(report(problems))
    sys.exit(bool(problems))


@main.command()
@click.option("--engine", type=click.Choice(ENGINES), default="mkdocs", show_default=True, help="Waarmee de site gemaakt wordt.")
@click.pass_obj
def build(root: Path, engine: str) -> None:
    """Bouw de site in site/ en controleer wat er gebouwd is: links, ankers, beeld, verzoeken naar buiten."""
    if subprocess.run([sys.executable, "-m", engine, "build", *STRICT[engine]], cwd=root, env=build_environment()).returncode:
        sys.exit(1)
    problems = site.check(root / "site")
    if problems:
        click.echo(report(problems))
        sys.exit(1)
    click.echo(f"{len(list((root / 'site').rglob('*.html')))} pagina's in site/, alle links en ankers kloppen")


def build_environment() -> dict[str, str]:
    """The environment of a build: without Material's announcement of its own end, which DECISIONS.md deals with."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


@main.command()
@click.pass_obj
def paper(root: Path) -> None:
    """Maak het werkboek en de antwoorden als HTML in dist/, om te lezen of af te drukken."""
    course = checked_course(root)
    (root / "dist").mkdir(exist_ok=True)
    for name, text in paper_files(course).items():
        (root / "dist" / name).write_text(text, "utf-8")
        click.echo(f"dist/{name}")


@main.command()
@click.pass_obj
def generate(root: Path) -> None:
    """Maak de bestanden die uit andere volgen: het JSON-schema van de banken, en de scripts en stylesheets die de site laadt."""
    for name in generating.generate(root):
        click.echo(f"{name} gemaakt")


@main.group()
def export() -> None:
    """Maak de cursus in een andere vorm, in dist/."""


@export.command()
@click.option("--what", type=click.Choice([*WHAT, "all"]), default="all", show_default=True, help="Welke documenten.")
@click.option("--chapters", help="Alleen deze hoofdstukken, bijvoorbeeld 1.3,2.2-2.4; een heel getal is een module.")
@click.option("--jobs", type=click.IntRange(1), help="Hoeveel documenten tegelijk; anders een per processorkern.")
@click.pass_obj
def pdf(root: Path, what: str, chapters: str | None, jobs: int | None) -> None:
    """Maak PDF’s om te lezen en af te drukken: cursus, modules, hoofdstukken, werkboek, antwoorden en invulbaar werkboek."""
    course = checked_course(root)
    wanted = editions(course, what, parse_chapters(course, chapters) if chapters else None)
    if not wanted:
        sys.exit("Een module bestaat uit al haar hoofdstukken.\n  → Kies bij --chapters voor --what course of --what chapters.")
    try:
        from werkwijzer.export.press import PrintError, Progress, print_editions
    except (ImportError, OSError) as error:
        sys.exit(f"PDF’s maken kan hier nog niet: {error}\n  → Draai `make export`, of `werkwijzer doctor` om te zien wat er ontbreekt.")
    try:
        for made in print_editions(course, wanted, root / "dist", root / ".cache/pdf", jobs):
            news = isinstance(made, Progress)
            click.echo(f"\r{made}" if news else made, nl=not news or made.done == made.total)
    except PrintError as error:
        sys.exit(f"Een document voldoet niet: {error}")


@main.command()
@click.pass_obj
def doctor(root: Path) -> None:
    """Kijk of alles er is om de cursus te bouwen, te exporteren en te testen; noem per gemis de opdracht die helpt."""
    findings = examine(root)
    for finding in findings:
        click.echo(finding)
    sys.exit(any(finding.missing and finding.needed for finding in findings))


def run() -> None:
    """The command, with a mistake in the course told as a sentence."""
    try:
        main()
    except CourseError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    run()
