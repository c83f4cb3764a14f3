# The words of the README. Everything is installed into .venv, from the locked requirements.
PY ?= python3
BIN := .venv/bin

.PHONY: run test check bench lock clean
.DEFAULT_GOAL := run

$(BIN)/python:
	$(PY) -m venv .venv

.venv/.run: $(BIN)/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

run: .venv/.run
	@$(BIN)/stairwise run

check: .venv/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache >.venv/.imports || { cat .venv/.imports; exit 1; }
	@$(BIN)/deptry flows bot 2>.venv/.deptry || { cat .venv/.deptry; exit 1; }
	@$(BIN)/vulture
	@$(BIN)/codespell
	@$(BIN)/pytest tests/flows -n 2 -m "not slow and not no_cover"

test: .venv/.dev
	@rm -f .coverage .coverage.*
	@$(BIN)/pytest -n 2 --dist worksteal --cov --cov-report=
	@$(BIN)/coverage report --include='flows/*' --fail-under=100
	@$(BIN)/coverage report --include='bot/*' --fail-under=90

bench: .venv/.dev
	@$(BIN)/python -m tests.bench.decisions
	@$(BIN)/python -m tests.bench.years
	@$(BIN)/python -m tests.bench.sessions
	@$(BIN)/python -m tests.bench.broadcast

lock: .venv/.dev
	$(BIN)/pip-compile --quiet --no-strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header -o requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --no-strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .coverage .coverage.*
