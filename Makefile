# Two commands matter: `make serve` and `make test`. The rest is what they are made of.
# Everything Python lives in .venv; a changed lock file or pyproject.toml installs again.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build check test bench paper export generate lock clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: $(VENV)/run.stamp  ## the course on http://127.0.0.1:8000, reloads on every change
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/run.stamp  ## the course as files in site/, strict
	$(BIN)/werkwijzer build

check: $(VENV)/run.stamp  ## everything that can be wrong with the content, at once
	$(BIN)/werkwijzer check

test: $(VENV)/test.stamp  ## all tests, browser included
	$(BIN)/python -m tests.browser
	$(BIN)/python -m tests.java
	$(BIN)/python -m pytest

bench: $(VENV)/test.stamp  ## what questions cost a build, as ratios; what a full group board costs a browser
	$(BIN)/python -m bench
	$(BIN)/python -m bench.board

paper: $(VENV)/run.stamp  ## workbook and answer key as HTML in dist/
	$(BIN)/werkwijzer paper

export: $(VENV)/export.stamp  ## all that people take along, in dist/: PDFs, e-book, ZIP, one HTML file
	$(BIN)/werkwijzer build
	$(BIN)/werkwijzer export offline
	$(BIN)/werkwijzer export single
	$(BIN)/werkwijzer export epub
	$(BIN)/werkwijzer export pdf

generate: $(VENV)/generate.stamp  ## the files that are made from others: JSON Schema, scripts, stylesheets
	$(BIN)/werkwijzer generate

lock:  ## requirements*.txt from requirements/*.in (needs pip-tools)
	pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements.txt requirements/run.in
	pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements-export.txt requirements/export.in
	pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements-test.txt requirements/test.in
	pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements-generate.txt requirements/generate.in

clean:  ## throw away what was built
	rm -rf site dist .cache build *.egg-info

$(VENV)/python.stamp:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 of nieuwer is nodig; dit is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/python.stamp requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/export.stamp: $(VENV)/run.stamp requirements-export.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-export.txt
	@touch $@

$(VENV)/generate.stamp: $(VENV)/run.stamp requirements-generate.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-generate.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
