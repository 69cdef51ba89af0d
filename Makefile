# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint notebooks clean

demo: $(VENV)/.installed
	$(BIN)/thidua demo

test: $(VENV)/.installed-dev
	$(BIN)/pytest -n 2

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

notebooks: $(VENV)/.installed-notebooks
	$(BIN)/thidua demo
	$(BIN)/python notebooks/execute.py

# The stock pip of Debian 12 fails on some extras, hence the upgrade first.
$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --upgrade pip

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --editable ".[dev]"
	touch $@ $(VENV)/.installed

$(VENV)/.installed-notebooks: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --editable ".[notebooks]"
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) dist build data/lake data/demo
