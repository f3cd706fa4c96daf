"""`werkwijzer new chapter|case|question`."""

from __future__ import annotations

from pathlib import Path

import click

from werkwijzer.base.files import write_file
from werkwijzer.build import generate as generating
from werkwijzer.checks import checked_course, counts
from werkwijzer.components.case import FOLDER as CASES
from werkwijzer.course.read import read_course
from werkwijzer.questions import TYPES
from werkwijzer.starts.plan import Files, Wanted, case_files, chapter_files, question_files


@click.group()
def new() -> None:
    """Begin een hoofdstuk, een casus of een vraag: een begin dat door de controle komt, om over te schrijven."""


@new.command()
@click.argument("key", metavar="PAD")
@click.option("--title", prompt="Titel", help="De titel van het hoofdstuk.")
@click.pass_obj
def chapter(root: Path, key: str, title: str) -> None:
    """Een hoofdstuk, bijvoorbeeld 2-groepsdynamiek/afscheid: tekst, vragen, figuur, menu en trainershandleiding."""
    write(root, chapter_files(checked_course(root), key.removesuffix(".md"), title))
    click.echo(f"Schrijf verder in docs/{key.removesuffix('.md')}.md; `make check` zegt wat er nog mist.")


@new.command()
@click.argument("id_", metavar="NAAM")
@click.option("--title", prompt="Titel", help="De titel van de casus.")
@click.option("--chapter", "chapter_id", prompt="Id van het hoofdstuk", help="Het id van het hoofdstuk waar de casus bij hoort.")
@click.pass_obj
def case(root: Path, id_: str, title: str, chapter_id: str) -> None:
    """Een casus die vertakt: drie stappen, twee eindes, een pagina en een plek in het menu."""
    write(root, case_files(checked_course(root), id_, title, chapter_id))
    click.echo(f"Schrijf verder in {CASES}/{id_}.yml; `make check` loopt alle routes na.")


@new.command()
@click.argument("key", metavar="BANK")
@click.option("--type", "type_", type=click.Choice(tuple(TYPES)), prompt="Soort vraag", help="De soort vraag.")
@click.option("--id", "id_", default="", help="De naam van de vraag; anders het hoofdstuk met de soort.")
@click.option("--goal", default="", help="Het doel; anders het eerste van het hoofdstuk.")
@click.pass_obj
def question(root: Path, /, key: str, **wanted: str) -> None:
    """Een vraag achter aan een bank, bijvoorbeeld 1-groep/vormen, met het voorbeeld van die soort om te vervangen."""
    id_, files = question_files(checked_course(root), key.removesuffix(".yml"), Wanted(**wanted))
    write(root, files)
    click.echo(f"Schrijf verder bij {id_}, onder aan quizzes/{key.removesuffix('.yml')}.yml; antwoorden blijven bij die naam.")


def write(root: Path, files: Files) -> None:
    """Puts the files where they belong, then mends the numbers in texts and makes what follows from all of it."""
    for name, text in files.items():
        path = root / name
        known = path.exists()
        write_file(path, text)
        click.echo(f"{name} {'aangevuld' if known else 'gemaakt'}")
    for name in counts.mend(read_course(root)[0]):
        click.echo(f"{name}: het aantal klopt weer; lees de zin na")
    for name in generating.generate(root):
        click.echo(f"{name} bijgewerkt")
