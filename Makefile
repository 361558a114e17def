# The two commands of a fresh machine: `make dataset` and `make test`. Both make their own environment.

ROWS ?= 1000
OUT ?= build/hub
PYTHON ?= python3
BIN := .venv/bin
CONFIGS := math algorithm competition

.PHONY: dataset test check bench clean

dataset: .venv/installed
	$(BIN)/tracepile build all --rows $(ROWS) --seed 0 --out $(OUT)
	for config in $(CONFIGS); do $(BIN)/tracepile show $$config --seed 0 || exit; done
	$(BIN)/python -m generator.loadcheck $(OUT)

test: .venv/installed-test
	$(BIN)/python -m pytest -n auto

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/installed-test .venv/installed-bench
	$(BIN)/python benchmarks/recording.py
	$(BIN)/python benchmarks/rows.py
	$(BIN)/python benchmarks/sandbox.py
	$(BIN)/python benchmarks/mutation.py --rows 50

clean:
	rm -rf .venv build dist

# An environment is made again when Python or pyproject.toml changes; the stamp says that it is finished.
.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/pip install --quiet --editable .
	touch $@

.venv/installed-%: .venv/installed
	$(BIN)/pip install --quiet --editable '.[$*]'
	touch $@
