"""Old addresses: a page each that leads on, with and without a script, under any path; and what is told of a wrong list."""

from __future__ import annotations

import pytest

from tests.sites import ROOT, copy_course
from werkwijzer.build.redirects import address, redirect_html, write_redirects
from werkwijzer.checks import links, moves, pages
from werkwijzer.course.moved import Move
from werkwijzer.course.read import read_course
from werkwijzer.export.built import read_built

OLD, NEW = "2-groepsdynamiek/normen.md", "2-groepsdynamiek/normen-en-rollen.md"


@pytest.mark.parametrize("path,where", [("a/b.md", "a/b/"), ("a/index.md", "a/"), ("index.md", ""), ("b.md", "b/")])
def test_where_a_page_stands(path, where):
    assert address(path) == where


@pytest.mark.parametrize(
    "old,new,link",
    [("a/b.md", "a/c.md", "../c/"), ("b.md", "a/c.md", "../a/c/"), ("a/b.md", "index.md", "../../"), ("a/index.md", "a/c.md", "c/")],
)
def test_the_page_leads_on_by_a_relative_address(old, new, link):
    html = redirect_html(Move(old=old, new=new))
    assert f'content="1; url={link}"' in html and f'<a href="{link}">' in html and "http" not in html.replace("http-equiv", "")


def test_a_site_holds_a_page_at_the_old_address_and_offline_editions_do_not(tmp_path, site):
    import shutil

    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/verhuisd.yml").write_text(f"moved:\n  - {{old: {OLD}, new: {NEW}}}\n", "utf-8")
    assert write_redirects(tmp_path, folder) == ["2-groepsdynamiek/normen/index.html"]
    assert "2-groepsdynamiek/normen/index.html" not in read_built(folder).pages


def causes(root, text: str) -> list[str]:
    (root / "data/verhuisd.yml").write_text(text, "utf-8")
    return [problem.cause for problem in moves.check(read_course(root)[0])]


def test_what_is_told_of_a_wrong_list(tmp_path):
    root = copy_course(tmp_path)
    assert causes(root, f"moved:\n  - {{old: {OLD}, new: {NEW}}}\n") == []
    assert causes(root, f"moved:\n  - {{old: {NEW}, new: {NEW}}}\n") == [f"docs/{NEW} is er nog", f"{NEW} is zelf ook verhuisd"]
    assert causes(root, f"moved:\n  - {{old: {OLD}, new: niets.md}}\n") == ["docs/niets.md is er niet"]
    assert causes(root, f"moved:\n  - {{old: {OLD}, new: oud.md}}\n  - {{old: oud.md, new: {NEW}}}\n") == ["oud.md is zelf ook verhuisd"]
    assert len(causes(root, f"moved:\n  - {{old: {OLD}, new: {NEW}}}\n  - {{old: {OLD}, new: index.md}}\n")) == 2


def test_a_link_to_what_moved_is_told_where_it_is_now(tmp_path):
    root = copy_course(tmp_path)
    for folder, end in (("docs", "md"), ("quizzes", "yml")):
        (root / folder / f"2-groepsdynamiek/normen-en-rollen.{end}").rename(root / folder / f"2-groepsdynamiek/normen.{end}")
    (root / "data/verhuisd.yml").write_text(
        "moved:\n  - {old: 2-groepsdynamiek/normen-en-rollen.md, new: 2-groepsdynamiek/normen.md}\n", "utf-8"
    )
    broken = [problem for problem in links.check(read_course(root)[0]) if "leidt nergens heen" in problem.cause]
    assert {problem.remedy for problem in broken if "begrippen" in problem.place.file} == {
        "Die pagina is verhuisd: schrijf ../2-groepsdynamiek/normen.md."
    }
    assert {problem.remedy for problem in broken if "beinvloeding" in problem.place.file} == {"Die pagina is verhuisd: schrijf normen.md."}


def test_a_bank_that_moved_is_found_by_its_name(tmp_path):
    root = copy_course(tmp_path)
    (root / "docs/2-groepsdynamiek/normen-en-rollen.md").rename(root / "docs/3-groepsbegeleider/normen-en-rollen.md")
    (root / "quizzes/2-groepsdynamiek/normen-en-rollen.yml").rename(root / "quizzes/3-groepsbegeleider/normen-en-rollen.yml")
    told = [problem.remedy for problem in pages.check(read_course(root)[0]) if "bestaat niet" in problem.cause]
    assert told and set(told) == {'Bedoelde je "3-groepsbegeleider/normen-en-rollen"?'}


def test_the_course_itself_has_no_address_that_leads_nowhere():
    assert list(moves.check(read_course(ROOT)[0])) == []
