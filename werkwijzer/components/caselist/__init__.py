"""`/// caselist`: every case of the course. Those that branch have a page each; the others are `rank` questions in a chapter."""

from __future__ import annotations

from werkwijzer.components import Component
from werkwijzer.components.case import FOLDER, Case
from werkwijzer.course.library import Library
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import trail_of

RANKED = "rank"


def html(library: Library, argument: str) -> str:
    """The list, for the first page of the cases' own folder, one folder deep."""
    course = library.course()
    chapters = {loaded.chapter.id: loaded.chapter for loaded in course.chapters}
    ids = sorted(path.stem for path in library.file(f"{FOLDER}/").glob("*.yml"))
    branching = [(case, chapters[case.chapter]) for case in (library.data(f"{FOLDER}/{id_}.yml", Case) for id_ in ids)]
    branching.sort(key=lambda pair: [int(part) for part in pair[1].number.split(".")])
    return environment().get_template("components/caselist/web.html.j2").render(branching=branching, weighing=_weighing(course))


def _weighing(course: Course) -> list[dict]:
    return [
        {
            "title": question.title,
            "href": f"../{loaded.key}.md#vraag-{question.id}",
            "chapter": loaded.chapter,
            "trail": trail_of(question, loaded.bank.bank),
        }
        for loaded in course.chapters
        if loaded.bank
        for question in loaded.bank.bank.questions
        if question.type_name == RANKED and question.title
    ]


COMPONENT = Component("caselist", html)
