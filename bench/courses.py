"""Courses made to measure: the text and questions of module 1, repeated to any size, with their questions or without.

With questions the course obeys every rule, so that reading and checking are measured too. Without, it is plain Material.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import yaml

from werkwijzer.course.read import read_course

ROOT = Path(__file__).parents[1]
CHAPTERS_A_MODULE = 20
GOALS = 3
_BLOCK_LINE = re.compile(r"^/{3,}.*\n(?:    .*\n)*", re.M)
_LINK = re.compile(r"\]\([^)]*\.md[^)]*\)")


def make_course(folder: Path, chapters: int, questions: int, *, with_questions: bool) -> Path:
    """Writes a course of `chapters` × `questions` into `folder`."""
    for index in range(chapters):
        write_chapter(folder, index, questions, with_questions=with_questions)
    (folder / "docs/index.md").write_text("# Start\n\nEen cursus om te meten.\n", "utf-8")
    (folder / "mkdocs.yml").write_text(site_config(with_questions=with_questions), "utf-8")
    return folder


def site_config(*, with_questions: bool) -> str:
    """`mkdocs.yml` of a stock Material site; with our extension and hook, or without."""
    config = {
        "site_name": "Meting",
        "theme": {"name": "material", "language": "nl", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "fenced_code", "tables"],
    }
    if with_questions:
        config["markdown_extensions"].append("werkwijzer")
        config["hooks"] = [str(ROOT / "hooks/course.py")]
    return yaml.safe_dump(config)


@cache
def models():
    """The chapters that are repeated: those of module 1."""
    course, _ = read_course(ROOT)
    return course.chapters_in("1-groep")


def write_chapter(folder: Path, index: int, questions: int, *, with_questions: bool) -> None:
    model = models()[index % len(models())]
    module, number = index // CHAPTERS_A_MODULE + 1, index % CHAPTERS_A_MODULE + 1
    key = f"{module}-module/hoofdstuk-{number}"
    quiz = f"\n/// quiz | {key}\n///\n" if with_questions else ""
    write(folder / f"docs/{key}.md", front_matter(model, module, number) + plain_body(model.page.text) + quiz)
    if with_questions:
        write(folder / f"quizzes/{key}.yml", bank_text(model, module, number, questions))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def front_matter(model, module: int, number: int) -> str:
    meta = dict(model.page.meta.value)
    goals = [{**goal, "id": f"{goal['id']}-{module}-{number}"} for goal in meta["goals"][:GOALS]]
    meta |= {"id": f"hoofdstuk-{module}-{number}", "number": f"{module}.{number}", "goals": goals}
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n\n"


def plain_body(text: str) -> str:
    """The chapter as any Material site could show it: cards are paragraphs, links stay on the site."""
    return _LINK.sub("](../index.md)", _BLOCK_LINE.sub("\n", text))


def bank_text(model, module: int, number: int, questions: int) -> str:
    """The model's questions, round and round, each with an id and a prompt of its own."""
    anchors = [heading.anchor for heading in model.page.outline.headings]
    goals = [goal.id for goal in model.chapter.goals[:GOALS]]
    made = islice(enumerate(cycle(model.bank.source.value["questions"])), questions)
    asked = [
        {
            **{key: value for key, value in question.items() if key != "was"},
            "id": f"vraag-{module}-{number}-{index}",
            "goal": f"{goals[index % len(goals)]}-{module}-{number}",
            "source": f"#{anchors[index % len(anchors)]}",
            "prompt": f"{question['prompt'].rstrip()} ({module}.{number}.{index})",
        }
        for index, question in made
    ]
    return yaml.safe_dump({"chapter": f"hoofdstuk-{module}-{number}", "questions": asked}, allow_unicode=True, sort_keys=False)
