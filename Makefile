# Two commands matter: `make run` and `make test`. Both set up what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKS := requirements-setup.lock requirements.lock
STAMP := $(VENV)/.stamp-$(shell cat $(LOCKS) pyproject.toml 2>/dev/null | (sha256sum 2>/dev/null || shasum -a 256) | cut -c1-16)

.PHONY: help setup run test test-fast check bench examples lock clean

help:
	@echo "make run        set up, then serve on http://127.0.0.1:8000"
	@echo "make test       set up, then run every check and test"
	@echo "make test-fast  the quick tests alone"
	@echo "make check      lint, types, import rules"
	@echo "make bench      measure the figures and print them as tables"
	@echo "make examples   write the drafts under examples/ again"
	@echo "make lock       compile the dependency locks anew"

setup: $(STAMP)

$(STAMP):
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ". Set PYTHON=/path/to/python3.11.") if sys.version_info < (3, 11) else None'
	@echo "[1/4] virtual environment in $(VENV)/"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "[2/4] installer, from requirements-setup.lock"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-setup.lock
	@echo "[3/4] packages, from requirements.lock (some seconds; some minutes on a slow line)"
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes --no-deps --compile-bytecode -r requirements.lock
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@echo "[4/4] language model for search, and the library's index"
	@$(BIN)/hiring-assistant index
	@rm -f $(VENV)/.stamp-*
	@touch $@

run: setup
	@$(BIN)/hiring-assistant serve

test: check
	@$(BIN)/python -m pytest

test-fast: setup
	@$(BIN)/python -m pytest -m "not slow" -q

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup
	@$(BIN)/python -m evals.bench

examples: setup
	@for draft in examples/*.md; do \
	  stem=$$(basename $$draft .md); \
	  $(BIN)/hiring-assistant draft $${stem#*.} --brief examples/$${stem%.*}.json > $$draft.new && mv $$draft.new $$draft; \
	done

lock:
	@printf 'uv\nsetuptools\nwheel\n' | $(BIN)/uv pip compile - --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements-setup.lock
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock

clean:
	rm -rf $(VENV) build *.egg-info
