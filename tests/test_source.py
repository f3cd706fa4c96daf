"""Files that cannot be read: each gives a sentence with a place, and nothing is guessed."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import course
from werkwijzer.base.code import fences
from werkwijzer.base.problems import CourseError
from werkwijzer.base.source import parse_yaml, read_page, read_yaml
from werkwijzer.course.read import read_course


def message(text: str) -> str:
    with pytest.raises(CourseError) as caught:
        parse_yaml(text, "bank.yml")
    return str(caught.value)


def test_scalars_stay_what_the_author_typed():
    value = parse_yaml("a: no\nb: 1:30\nc: 011\nd: 2026-01-01\ne: ~\n", "x.yml").value
    assert value == {"a": "no", "b": "1:30", "c": "011", "d": "2026-01-01", "e": "~"}


def test_every_value_knows_its_line():
    located = parse_yaml("a:\n  - x: 1\n\n  - x: 2\n", "x.yml")
    assert located.place(("a", 1, "x")).line == 4
    assert located.place(("a", 1, "nowhere")).line == 4


def test_an_empty_file_is_called_empty():
    assert "is leeg" in message("") and "is leeg" in message("# alleen een opmerking\n")


def test_a_second_document_is_refused():
    assert "tweede document" in message("a: 1\n---\nb: 2\n")


def test_deep_nesting_is_refused_before_it_hurts():
    assert "niveaus" in message("[" * 900 + "]" * 900)


def test_an_alias_bomb_is_refused_at_its_first_anchor():
    bomb = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(40))
    assert "ankers" in message(bomb)


def test_control_characters_are_refused():
    assert "teken" in message("a: x\x00y\n")


def test_a_file_of_ten_megabytes_is_refused_unread(tmp_path):
    folder = course.make(tmp_path, bank="a: " + "x" * 10_000_000)
    _, problems = read_course(folder)
    assert "10.0 MB" in str(problems[0])


def test_a_missing_file_and_a_wrong_encoding_have_a_place(tmp_path):
    with pytest.raises(CourseError, match=r"nergens\.yml: kan niet gelezen worden"):
        read_yaml(tmp_path / "nergens.yml", tmp_path)
    (tmp_path / "oud.yml").write_bytes("a: b\nc: caf\xe9\n".encode("latin-1"))
    with pytest.raises(CourseError, match=r"oud\.yml:2: is geen UTF-8"):
        read_yaml(tmp_path / "oud.yml", tmp_path)


def test_front_matter_lines_count_from_the_top_of_the_file(tmp_path):
    (tmp_path / "p.md").write_text("---\ntitle: x\nid: y\n---\n\n## Kop\n", "utf-8")
    page = read_page(tmp_path / "p.md", tmp_path)
    assert page.meta.place(("id",)).line == 3 and page.offset == 4 and page.text == "\n## Kop\n"


@given(st.text(max_size=200))
def test_any_text_gives_values_or_a_sentence(text):
    try:
        parse_yaml(text, "x.yml")
    except CourseError as error:
        assert str(error).startswith("x.yml")


@given(st.data())
def test_a_damaged_bank_gives_values_or_sentences(tmp_path_factory, data):
    """Cut and splice a good bank anywhere: never a crash, never a silent half."""
    at = data.draw(st.integers(0, len(course.BANK)))
    damage = data.draw(st.sampled_from(["", "\t", ": ", "- ", '"', "{", "]", "\n\n", "&a ", "<script>", "é", "\x07"]))
    cut = data.draw(st.integers(0, 40))
    folder = course.make(tmp_path_factory.mktemp("course"), bank=course.BANK[:at] + damage + course.BANK[at + cut :])
    loaded, problems = read_course(folder)
    assert loaded.banks or problems
    assert all(problem.place.file and problem.cause for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "```\na\n````\nb\n```",
        "```yaml\na\n```yaml\nb\n```",
        "1.  x\n\n    ```\n    a\n```\nb",
        "````\n```\n````",
        "~~~\na\n~~~   ",
        "- x\n\n    ```\n    a\n    ```",
        "```\na\n  ```",
        "```\na",
    ],
)
def test_code_begins_and_ends_where_the_engine_has_it(text):
    shown = markdown.markdown(text, extensions=["pymdownx.superfences"]).count("<pre>")
    assert sum(end > 0 for _, end in fences(text.splitlines())) == shown
