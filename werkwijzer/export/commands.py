"""`werkwijzer export …`: the course in other forms, in `dist/`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from werkwijzer.checks import checked_course
from werkwijzer.export.built import read_built
from werkwijzer.export.editions import WHAT, editions
from werkwijzer.export.epub import write_epub
from werkwijzer.export.offline import write_zip
from werkwijzer.export.selection import parse_assignment, parse_chapters
from werkwijzer.export.single import write_single


@click.group()
def export() -> None:
    """Maak wat mensen meenemen, in dist/: papier, e-boek en edities zonder internet."""


@export.command()
@click.option("--what", type=click.Choice([*WHAT, "all"]), default="all", show_default=True, help="Welke documenten.")
@click.option("--chapters", help="Alleen deze hoofdstukken, bijvoorbeeld 1.3,2.2-2.4; een heel getal is een module.")
@click.option("--assignment", "link", help="Alleen wat er in deze opdrachtlink van een trainer staat.")
@click.option("--jobs", type=click.IntRange(1), help="Hoeveel documenten tegelijk; anders een per processorkern.")
@click.pass_obj
def pdf(root: Path, what: str, chapters: str | None, link: str | None, jobs: int | None) -> None:
    """Maak PDF’s om te lezen en af te drukken: cursus, modules, hoofdstukken, werkboek, antwoorden en invulbaar werkboek."""
    course = checked_course(root)
    if chapters and link:
        raise click.UsageError("Kies --chapters of --assignment, niet allebei.")
    chosen = parse_chapters(course, chapters) if chapters else parse_assignment(course, link) if link else None
    wanted = editions(course, what, chosen)
    if not wanted:
        sys.exit("Een module bestaat uit al haar hoofdstukken.\n  → Kies bij een keuze voor --what course of --what chapters.")
    try:
        from werkwijzer.export.pdf import PrintError
        from werkwijzer.export.press import Progress, print_editions
    except (ImportError, OSError) as error:
        sys.exit(f"PDF’s maken kan hier nog niet: {error}\n  → Draai `make export`, of `werkwijzer doctor` om te zien wat er ontbreekt.")
    try:
        for made in print_editions(course, wanted, root / "dist", root / ".cache/pdf", jobs):
            if isinstance(made, Progress):
                click.echo(f"\r{made}", nl=made.done == made.total)
            else:
                click.echo(made)
    except PrintError as error:
        sys.exit(f"Een document voldoet niet: {error}")


@export.command()
@click.pass_obj
def epub(root: Path) -> None:
    """Maak het e-boek van de hele cursus, voor e-reader, tablet en telefoon."""
    path, count = write_epub(checked_course(root), root / "dist")
    click.echo(f"dist/{path.name}: {count} onderdelen, {path.stat().st_size // 1024} kB")


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
