"""`/// caselist`: every case of the course. Those that branch have a page each; the others are `rank` questions in a chapter."""

from __future__ import annotations

from werkwijzer.base.model import Question
from werkwijzer.components import Component, Use
from werkwijzer.components.case import FOLDER, Case
from werkwijzer.course.read import Course
from werkwijzer.render.environment import environment
from werkwijzer.render.pages import trail_of


def html(use: Use) -> str:
    """The list, for the first page of the cases' own folder, one folder deep."""
    course = use.library.course()
    chapters = {loaded.chapter.id: loaded.chapter for loaded in course.chapters}
    ids = sorted(path.stem for path in use.library.file(f"{FOLDER}/").glob("*.yml"))
    branching = [(case, chapters[case.chapter]) for case in (use.library.data(f"{FOLDER}/{id_}.yml", Case) for id_ in ids)]
    branching.sort(key=lambda pair: [int(part) for part in pair[1].number.split(".")])
    return environment().get_template("components/caselist/web.html.j2").render(branching=branching, weighing=_weighing(course))


def weighing(question: Question) -> bool:
    """Whether a question is a case by itself: one weighs, and it has a title to be listed by."""
    return question.weighed and bool(getattr(question, "title", ""))


def _weighing(course: Course) -> list[dict]:
    return [
        {
            "title": getattr(question, "title", ""),
            "href": f"../{loaded.key}.md#vraag-{question.id}",
            "chapter": loaded.chapter,
            "trail": trail_of(question, loaded.bank.bank),
        }
        for loaded in course.chapters
        if loaded.bank
        for question in loaded.bank.bank.questions
        if weighing(question)
    ]


COMPONENT = Component("caselist", html)
