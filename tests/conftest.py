"""What tests share: the course, built once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import further
from tests.sites import built, copy_course, once
from werkwijzer.checks.site import HtmlPage, read_site

# Neither the clock nor chance decides whether CI is green: what it tries is the same each time.
settings.register_profile("course", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("course")


@pytest.fixture(scope="session")
def shared(tmp_path_factory, worker_id) -> Path:
    """A folder that all test processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def site(shared) -> Path:
    """The course as MkDocs builds it, strict, with hooks."""
    return once(shared / "course-mkdocs", lambda folder: built("mkdocs", copy_course(folder / "course"))) / "course/site"


@pytest.fixture(scope="session")
def further_course(shared) -> Path:
    """The course with a question type and a component from elsewhere, built."""
    return once(shared / "course-further", further.make) / "course"


@pytest.fixture(scope="session")
def pages(site) -> dict[str, HtmlPage]:
    """The pages of the course, each parsed once: who asks leaves them as they are."""
    return read_site(site)
