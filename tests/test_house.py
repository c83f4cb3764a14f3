"""The house keeps its shape: small files, plain names, and rooms with somebody in them."""

import ast
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


TALK = ("breaks", "calendar", "checkin", "reminders", "weeks")
RULES = (
    *(ROOT / "flows/phases").glob("*.py"),
    ROOT / "flows/timers.py",
    *(ROOT / "flows/talk" / f"{name}.py" for name in TALK),
)
NO_THRESHOLDS = {0, 1, 7, 12, 28, 100, 1e-9}
"""Nothing and one; days, months, the days of every month; percent and centimetres; rounding."""


def _version(node: ast.Assign) -> bool:
    return [ast.unparse(target) for target in node.targets] == ["VERSION"]


def numbers(code: str) -> set[float]:
    """All numbers that a module writes out, but for the enums' own, indexes and its version."""
    tree = ast.parse(code)
    beside = [node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    beside += [node.value for node in tree.body if isinstance(node, ast.Assign) and _version(node)]
    indexes = {id(part) for node in beside for part in ast.walk(node)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and id(node) not in indexes
    }


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_no_rule_holds_a_threshold_of_its_own(path: Path) -> None:
    assert numbers(path.read_text(encoding="utf-8")) <= NO_THRESHOLDS


def test_a_threshold_in_a_rule_would_be_seen() -> None:
    assert numbers("if weeks >= 4: pass") == {4}
    assert numbers("name = parts[2]") == set()
    assert numbers("VERSION = 3") == set()
    assert numbers("VERSION = 2\nweeks = 3") == {3}
