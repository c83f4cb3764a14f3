"""The house keeps its shape: small files, plain names, and rooms with somebody in them."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for room in ("flows", "bot") for path in (ROOT / room).rglob("*.py"))
LONGEST = 300
VAGUE = {"utils", "helpers", "helper", "manager", "base", "common", "service", "misc"}


def test_there_is_a_house() -> None:
    assert len(MODULES) > 100


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_says_what_it_promises_and_has_a_plain_name(path: Path) -> None:
    lines = path.read_text().splitlines()
    assert len(lines) <= LONGEST
    assert lines[0].startswith('"""')
    assert path.stem not in VAGUE


def test_the_top_level_is_the_one_agreed_on() -> None:
    shown = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    rooms = {"bot", "flows", "tests", "deploy", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"}
    files = {"LICENSE", "Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt"}
    made = {"data", "stairwise.egg-info"}
    assert rooms | files <= shown <= rooms | files | made
