"""The `werkwijzer` command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from werkwijzer.checks import check_course, checked_course, external, site
from werkwijzer.course import read_course
from werkwijzer import generate as generating
from werkwijzer.export import worker
from werkwijzer.export.built import read_built
from werkwijzer.export.downloads import publish
from werkwijzer.export.offline import write_zip
from werkwijzer.export.single import write_single
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
@click.option("--with-exports", is_flag=True, help="Zet wat er in dist/ klaarstaat ook op de site, om te downloaden.")
@click.option("--no-offline", is_flag=True, help="Geen offline-kopie: browsers die er een hadden, gooien die weg.")
@click.pass_obj
def build(root: Path, engine: str, *, with_exports: bool, no_offline: bool) -> None:
    """Bouw de site in site/ en controleer wat er gebouwd is: links, ankers, beeld, verzoeken naar buiten."""
    if subprocess.run([sys.executable, "-m", engine, "build", *STRICT[engine]], cwd=root, env=build_environment()).returncode:
        sys.exit(1)
    if with_exports:
        click.echo(f"{len(publish(root, root / 'site'))} bestanden uit dist/ om te downloaden")
    if not no_offline:
        worker.install(root / "site")
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


@main.group()
def export() -> None:
    """Maak wat mensen meenemen, in dist/."""


@export.command()
@click.pass_obj
def offline(root: Path) -> None:
    """De gebouwde site als ZIP: uitpakken, de startpagina openen, en alles werkt vanaf de schijf."""
    click.echo(f"dist/{write_zip(read_built(root / 'site'), root / 'dist').name}")


@export.command()
@click.pass_obj
def single(root: Path) -> None:
    """De gebouwde site als één HTML-bestand."""
    click.echo(f"dist/{write_single(read_built(root / 'site'), root / 'dist').name}")


@main.command()
@click.pass_obj
def generate(root: Path) -> None:
    """Maak de bestanden die uit andere volgen: het JSON-schema van de banken, en de scripts en stylesheets die de site laadt."""
    for name in generating.generate(root):
        click.echo(f"{name} gemaakt")



def run() -> None:
    """The command, with a mistake in the course told as a sentence."""
    try:
        main()
    except CourseError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    run()
