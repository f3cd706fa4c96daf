"""The `werkwijzer` command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click

from werkwijzer.base.console import speak_plainly
from werkwijzer.base.problems import CourseError, Problem, counted, report
from werkwijzer.build import generate as generating
from werkwijzer.build import generated
from werkwijzer.build.doctor import examine
from werkwijzer.build.downloads import publish
from werkwijzer.build.redirects import write_redirects
from werkwijzer.checks import checked_course, conflicts, counts, editor, external, site, whole
from werkwijzer.checks.survey import survey, table
from werkwijzer.course.library import find_root, is_course
from werkwijzer.course.read import Course, read_course
from werkwijzer.export import worker
from werkwijzer.export.commands import export
from werkwijzer.starts.commands import new

STRICT = {"mkdocs": ["--strict", "--clean"], "properdocs": ["--strict", "--clean"], "zensical": ["--clean"]}
ENGINES = tuple(STRICT)
FORMS = ("table", "json", "none")


@click.group()
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="De map met docs/ en quizzes/.")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """De cursus controleren, bouwen en afdrukken."""
    context.obj = (root or find_root(Path.cwd())).resolve()
    if not is_course(context.obj) and context.invoked_subcommand != "doctor" and "--help" not in sys.argv:
        sys.exit(
            f"Hier staat geen cursus: in {context.obj} is geen docs/ met mkdocs.yml of quizzes/ ernaast.\n  → Ga naar de map van de cursus, of noem hem: werkwijzer --root MAP {context.invoked_subcommand}"
        )


@main.command()
@click.option(
    "--report",
    "form",
    type=click.Choice(FORMS),
    default="table",
    show_default=True,
    help="De cijfers per hoofdstuk: als tabel, als JSON (met de meldingen) of niet.",
)
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Controleer alle teksten, vragen en links, ook op spelling en leesbaarheid; toon alles wat niet klopt in één keer."""
    course, problems = read_course(root)
    problems = sorted({*editor.everything(course, problems), *generated.check(course, problems), *whole.measure(course)})
    if form == "json":
        click.echo(report_json(course, problems))
    else:
        click.echo(report_text(course, problems, figures=form == "table"))
    sys.exit(any(problem.fatal for problem in problems))


def report_text(course: Course, problems: list[Problem], *, figures: bool) -> str:
    """What an author reads: how much there is, the figures of each chapter when asked, and the problems."""
    questions = sum(len(loaded.bank.questions) for loaded in course.banks.values())
    count = ", ".join(
        (
            counted(len(course.pages), "pagina", "pagina’s"),
            counted(len(course.chapters), "hoofdstuk", "hoofdstukken"),
            counted(questions, "vraag", "vragen"),
        )
    )
    shown = [table(survey(course)), whole.table(course)] if figures and course.chapters else []
    return "\n".join([count, *shown, report(problems)])


def report_json(course: Course, problems: list[Problem]) -> str:
    """The same for tools, in ASCII, so that no terminal or redirection can spoil it."""
    listed = [
        {"file": problem.place.file, "line": problem.place.line, "fatal": problem.fatal, "cause": problem.cause, "remedy": problem.remedy}
        for problem in problems
    ]
    figures = {"chapters": [found.as_json() for found in survey(course)], **whole.as_json(course)}
    return json.dumps({**figures, "problems": listed}, indent=1)


@main.command()
@click.pass_obj
def links(root: Path) -> None:
    """Vraag elk adres buiten de cursus op en meld wat niet antwoordt."""
    course = checked_course(root)
    problems = list(external.check(course))
    click.echo(counted(len(external.links(course)), "adres", "adressen"))
    click.echo(report(problems))
    sys.exit(bool(problems))


@main.command()
@click.option("--engine", type=click.Choice(ENGINES), default="mkdocs", show_default=True, help="Waarmee de site gemaakt wordt.")
@click.option("--with-exports", is_flag=True, help="Zet wat er in dist/ klaarstaat ook op de site, om te downloaden.")
@click.option("--no-offline", is_flag=True, help="Geen offline-kopie: browsers die er een hadden, gooien die weg.")
@click.pass_obj
def build(root: Path, engine: str, *, with_exports: bool, no_offline: bool) -> None:
    """Bouw de site in site/ en controleer wat er gebouwd is: links, ankers, beeld, verzoeken naar buiten."""
    course, problems = read_course(root)
    if wrong := [*conflicts.check(course), *generated.check(course, problems)]:
        click.echo(report(wrong))
        sys.exit(1)
    if subprocess.run([sys.executable, "-m", engine, "build", *STRICT[engine]], cwd=root, env=build_environment()).returncode:
        sys.exit(1)
    write_redirects(root, root / "site")
    if with_exports:
        click.echo(f"{counted(len(publish(root, root / 'site')), 'bestand', 'bestanden')} uit dist/ om te downloaden")
    if not no_offline:
        worker.install(root / "site")
    problems = site.check(root / "site")
    if problems:
        click.echo(report(problems))
        sys.exit(1)
    click.echo(f"{counted(len(list((root / 'site').rglob('*.html'))), 'pagina', 'pagina’s')} in site/, alle links en ankers kloppen")


def build_environment() -> dict[str, str]:
    """The environment of a build: without Material's announcement of its own end, which DECISIONS.md deals with."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


@main.command()
@click.pass_obj
def generate(root: Path) -> None:
    """Maak de bestanden die uit andere volgen: schema, lijst van vragen, scripts en stylesheets; zet getallen in de tekst over de cursus goed."""
    for name in counts.mend(read_course(root)[0]):
        click.echo(f"{name}: het aantal klopt weer; lees de zin na")
    for name in generating.generate(root):
        click.echo(f"{name} gemaakt")


main.add_command(export)
main.add_command(new)


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
    speak_plainly()
    try:
        main()
    except CourseError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    run()
