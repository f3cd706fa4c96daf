"""`werkwijzer new`: what it makes passes the check in the whole course, and says what is left to write."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from tests.pages import problems
from tests.sites import ROOT, copy_course
from werkwijzer.__main__ import main
from werkwijzer.build.generate import stale
from werkwijzer.checks import counts, editor, unwritten
from werkwijzer.course.read import read_course
from werkwijzer.questions import TYPES
from werkwijzer.starts import insert

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def usual():
    """What the course itself is told, before anything was started."""
    return fatal(problems())


@pytest.fixture
def root(tmp_path):
    folder = copy_course(tmp_path)
    (folder / "README.md").write_text((ROOT / "README.md").read_text("utf-8"), "utf-8")
    return folder


def told(root) -> set[tuple[str, str]]:
    return fatal(editor.everything(*read_course(root)))


def fatal(problems) -> set[tuple[str, str]]:
    return {(problem.place.file, problem.cause) for problem in problems if problem.fatal}


def new(root, *words: str) -> str:
    done = CliRunner().invoke(main, ["--root", str(root), "new", *words])
    assert done.exit_code == 0, done.output
    return done.output


def refused(root, *words: str) -> str:
    done = CliRunner().invoke(main, ["--root", str(root), "new", *words])
    assert done.exit_code != 0
    return str(done.exception or done.output)


def test_a_new_chapter_passes(root, usual):
    said = new(root, "chapter", "2-groepsdynamiek/afscheid", "--title", 'Afscheid nemen: "tot ziens"')
    assert "docs/2-groepsdynamiek/afscheid.md" in said
    assert told(root) <= usual
    course = read_course(root)[0]
    loaded = course.by_key["2-groepsdynamiek/afscheid"]
    assert loaded.chapter.number == "2.7" and loaded.chapter.title == 'Afscheid nemen: "tot ziens"'
    assert len(loaded.bank.bank.questions) >= 8
    assert not [name for name in stale(root) if name.endswith(("catalogue.js", "texts.js", "ids.txt"))]
    menu = (root / "mkdocs.yml").read_text("utf-8")
    assert menu.index("spanning-en-conflict.md") < menu.index("afscheid.md") < menu.index("2-groepsdynamiek/toets.md")


def test_a_new_case_passes(root, usual):
    new(root, "case", "stilte-aan-tafel", "--title", "Stilte aan tafel", "--chapter", "normen-en-rollen")
    assert told(root) <= usual


def test_a_new_question_of_each_type_passes(root, usual):
    """One after the other, each in the whole course with those before it."""
    goal = read_course(root)[0].by_key["1-groep/vormen"].chapter.goals[-1].id
    for type_ in TYPES:
        new(root, "question", "1-groep/vormen", "--type", type_, "--goal", goal)
        question = read_course(root)[0].banks["1-groep/vormen"].bank.questions[-1]
        assert question.type_name == type_
    assert told(root) <= usual


def hints(problems) -> dict[str, str]:
    """File → what the author hears there without it being an error."""
    return {problem.place.file: problem.cause for problem in problems if not problem.fatal}


def test_what_nobody_wrote_over_is_told_once_a_file(root):
    assert list(unwritten.check(read_course(root)[0])) == []
    new(root, "chapter", "2-groepsdynamiek/afscheid", "--title", "Afscheid nemen")
    new(root, "case", "stilte-aan-tafel", "--title", "Stilte aan tafel", "--chapter", "afscheid")
    told = {problem.place.file: problem for problem in unwritten.check(read_course(root)[0])}
    made = (
        "docs/2-groepsdynamiek/afscheid.md",
        "quizzes/2-groepsdynamiek/afscheid.yml",
        "docs/assets/figuren/2-7-afscheid.svg",
        "data/guide.yml",
        "data/case/stilte-aan-tafel.yml",
        "docs/casussen/stilte-aan-tafel.md",
    )
    assert set(told) == set(made) and not any(problem.fatal for problem in told.values())
    assert told["docs/assets/figuren/2-7-afscheid.svg"].cause == "hier staat nog tekst van het begin, op 2 regels"


def test_a_start_is_only_told_what_is_left_to_write(root):
    before = hints(problems()).keys()
    new(root, "chapter", "2-groepsdynamiek/afscheid", "--title", "Afscheid nemen")
    assert {
        file: cause
        for file, cause in hints(editor.everything(*read_course(root))).items()
        if file not in before and "tekst van het begin" not in cause and "woorden lopende tekst" not in cause
    } == {}


def test_an_author_may_name_a_question_and_is_asked_what_is_missing(root):
    new(root, "question", "1-groep/vormen", "--type", "short", "--id", "vorm-woord")
    assert read_course(root)[0].banks["1-groep/vormen"].bank.questions[-1].id == "vorm-woord"
    assert "al gebruikt" in refused(root, "question", "1-groep/vormen", "--type", "short", "--id", "vorm-woord")
    done = CliRunner().invoke(main, ["--root", str(root), "new", "case", "stilte"], input="Stilte\nkeuze\n")
    assert done.exit_code == 0 and "Titel" in done.output and (root / "data/case/stilte.yml").is_file()


def test_generate_sets_numbers_right_after_something_went(root):
    (root / "docs/casussen/gezellig-houden.md").unlink()
    (root / "data/case/gezellig-houden.yml").unlink()
    done = CliRunner().invoke(main, ["--root", str(root), "generate"])
    assert "docs/casussen/index.md: het aantal klopt weer" in done.output
    assert counts.mend(read_course(root)[0]) == []


def test_a_second_question_of_a_type_gets_an_id_of_its_own(root):
    new(root, "question", "1-groep/vormen", "--type", "short")
    new(root, "question", "1-groep/vormen", "--type", "short")
    last = [question.id for question in read_course(root)[0].banks["1-groep/vormen"].bank.questions[-2:]]
    assert last == ["vormen-short", "vormen-short-2"]


@pytest.mark.parametrize(
    "words,cause",
    [
        (("chapter", "1-groep/keuze", "--title", "x"), "dit bestand is er al"),
        (("chapter", "2-groepsdynamiek/keuze", "--title", "x"), "al gebruikt"),
        (("chapter", "keuzes", "--title", "x"), "in de map van een module"),
        (("chapter", "1-groep/Één", "--title", "x"), "kan geen naam zijn"),
        (("case", "nieuw", "--title", "x", "--chapter", "niets"), "geen hoofdstuk met id"),
        (("question", "1-groep/niets", "--type", "short"), "deze bank is er niet"),
        (("question", "1-groep/vormen", "--type", "short", "--goal", "niets"), "geen doel met id"),
    ],
)
def test_what_cannot_be_is_refused_and_writes_nothing(words, cause, root):
    before = {path: path.read_bytes() for path in (root / "docs").rglob("*.md")}
    assert cause in refused(root, *words)
    assert {path: path.read_bytes() for path in (root / "docs").rglob("*.md")} == before


def test_numbers_in_texts_are_mended_with_their_capital(root):
    page = root / "docs/casussen/index.md"
    text = page.read_text("utf-8")
    (root / "data/case/gezellig-houden.yml").unlink()
    assert "docs/casussen/index.md" in counts.mend(read_course(root)[0])
    assert page.read_text("utf-8") != text and counts.mend(read_course(root)[0]) == []


def test_an_entry_goes_behind_its_neighbour_and_keeps_the_rest():
    data = "chapters:\n  - chapter: een\n    aim: a\n\n  - chapter: twee\n    aim: b\n"
    assert (
        insert.in_guide(data, "  - chapter: tussen\n    aim: c\n", "een")
        == "chapters:\n  - chapter: een\n    aim: a\n  - chapter: tussen\n    aim: c\n\n  - chapter: twee\n    aim: b\n"
    )


def test_a_name_or_title_that_cannot_be_is_refused_before_anything_is_made(root):
    before = sorted(root.rglob("*"))
    for words in (("chapter", "2-groepsdynamiek/afscheid"), ("case", "afscheid", "--chapter", "introductie")):
        for title in ("", "  ", "Twee\nregels"):
            assert "de titel is leeg of langer dan één regel" in refused(root, *words, "--title", title)
    assert '"Afscheid Nemen" kan geen naam zijn' in refused(root, "chapter", "Afscheid Nemen", "--title", "X"), (
        "a name that we then propose can be a name"
    )
    assert sorted(root.rglob("*")) == before
