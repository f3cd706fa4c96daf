"""The `werkwijzer` command."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from werkwijzer.checks import check_course
from werkwijzer.course import read_course
from werkwijzer.generate import generated
from werkwijzer.library import find_root
from werkwijzer.problems import report


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
    if problems:
        click.echo(report(problems))
    sys.exit(any(problem.fatal for problem in problems))


@main.command()
@click.pass_obj
def generate(root: Path) -> None:
    """Maak de bestanden die uit andere volgen: het JSON-schema van de banken en de woorden van de scripts."""
    for name, text in generated().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            click.echo(f"{name} gemaakt")


if __name__ == "__main__":
    main()
