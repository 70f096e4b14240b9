# One command for each job; `make` alone lists them. Python 3.11 or later, make and git are all that is needed.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq install

# The user's objective may hold quotes and dollar signs: it goes through the environment, never through make or the shell.
export DEMO_OBJECTIVE := $(value OBJECTIVE)
unexport OBJECTIVE

.PHONY: help demo serve test chromium servers lint types docs bench compiled eval inspect record clean

help: ## list the jobs
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'
	@echo '  make demo OBJECTIVE="..."   the same on an objective of your own'

demo: $(VENV)/installed ## install, then rewrite the guidance's own examples
	@if [ -n "$$DEMO_OBJECTIVE" ]; then $(BIN)/rewriter rewrite -- "$$DEMO_OBJECTIVE"; else $(BIN)/rewriter examples --run; fi

serve: $(VENV)/installed-service ## the page, and answers over HTTP, on this machine: http://127.0.0.1:8000
	@$(BIN)/rewriter serve

test: lint types chromium servers ## lint, types and every test
	@$(BIN)/python -m pytest -n auto --dist worksteal -q

chromium: # the tests of the page in a browser are skipped without one
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo 'Installing Chromium for the tests of the page ...' >&2; \
			{ apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium; } >/dev/null 2>&1 \
				|| echo 'make: Chromium could not be installed; the tests in a browser are skipped' >&2; \
		else \
			echo 'make: no Chromium, so the tests in a browser are skipped; as root: apt-get install chromium' >&2; \
		fi; \
	}

servers: # some tests take a Redis away, or stand behind nginx; to install these starts them, so they are only told
	@for program in redis-server nginx; do \
		PATH="$$PATH:/usr/sbin" command -v $$program >/dev/null || \
			echo "make: no $$program, so its tests are skipped; as root: apt-get install $$program" >&2; \
	done

lint: $(VENV)/installed-dev ## ruff: rules and format
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .

types: $(VENV)/installed-dev ## mypy, strict
	@$(BIN)/mypy --no-error-summary

docs: $(VENV)/installed ## write docs/rules.md from the rules themselves
	@$(BIN)/python -m rewriter.rules.manual

bench: $(VENV)/installed-bench ## speed, beside proselint and alex where they are at hand
	@$(BIN)/python -m benchmarks.speed $(BENCH)

compiled: $(VENV)/installed-dev ## a wheel for this machine with the rules compiled to C, a third quicker: dist/
	@command -v $${CC:-cc} >/dev/null || { echo 'make: to compile needs a C compiler; as root: apt-get install gcc' >&2; exit 1; }
	@rm -f dist/smart_objective_rewriter-*-cp*.whl
	@echo 'Compiling, which takes two minutes on two cores ...' >&2
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/python -m pip --disable-pip-version-check -qq wheel --no-deps --wheel-dir dist .
	@$(BIN)/python -m pytest -q -p no:cacheprovider tests/test_compiled.py

eval: $(VENV)/installed-evals ## measure the rules against the judged cases
	@$(BIN)/python -m evals --html build/evals.html

inspect: $(VENV)/installed-inspect ## the same as tasks of Inspect, by rules alone; then `.venv/bin/inspect view`
	@for task in critique responsibility rewrite guard; do $(BIN)/inspect eval evals/inspected.py@$$task --model none --display plain || exit 1; done

record: $(VENV)/installed-dev ## record real answers that are missing or stale (tests/recorded/README.md)
	@$(BIN)/python -m pytest -q -n 16 -p no:randomly tests/recorded --record-mode=new_episodes --answered "$(ANSWERED)"

clean: ## remove the environment and everything generated
	@rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python at hand that is new enough and can make an environment.
$(VENV)/made:
	@rm -rf $(VENV)
	@for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14; do \
		if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			"$$python" -m venv $(VENV) && touch $@ && exit 0; \
		fi; \
	done; \
	echo 'make: needs Python 3.11 or later with its venv module (Debian: python3-venv). Where is it? make PYTHON=/path/to/python3' >&2; \
	exit 1

$(VENV)/installed: $(VENV)/made pyproject.toml
	@echo 'Installing the rewriter into $(VENV) ...' >&2
	@$(PIP) --editable .
	@touch $@

$(VENV)/installed-%: $(VENV)/made pyproject.toml
	@echo 'Installing what "$*" needs into $(VENV) ...' >&2
	@$(PIP) --editable '.[$*]'
	@touch $@ $(VENV)/installed
