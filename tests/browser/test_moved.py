"""An old address in a browser: on to the new page, with the fragment and the query, under a path of its own and under the strict policy."""

from __future__ import annotations

import shutil

import pytest

from tests.browser.server import serve
from werkwijzer.build.redirects import write_redirects


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    root = tmp_path_factory.mktemp("moved")
    shutil.copytree(site, root / "site/leren")
    (root / "data").mkdir()
    (root / "data/verhuisd.yml").write_text(
        "moved:\n  - {old: 2-groepsdynamiek/normen.md, new: 2-groepsdynamiek/normen-en-rollen.md}\n", "utf-8"
    )
    write_redirects(root, root / "site/leren")
    with serve(root / "site") as address:
        yield address


def test_an_old_address_leads_on_with_all_that_stood_behind_it(address, page):
    page.goto(f"{address}/leren/2-groepsdynamiek/normen/?beeld=kaal#rollen")
    page.wait_for_url("**/leren/2-groepsdynamiek/normen-en-rollen/?beeld=kaal#rollen")


def test_it_leads_on_without_javascript_too(address, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/leren/2-groepsdynamiek/normen/")
    page.wait_for_url("**/leren/2-groepsdynamiek/normen-en-rollen/")
    context.close()
