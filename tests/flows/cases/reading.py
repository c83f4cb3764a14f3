"""Reads the tables of cases: a baseline person, what differs, and what has to come of it.

Facts are TOML ("week.pain = 4"); 'unknown' is not known; `past = 3` are three weeks before like
the baseline's own, and `last.pain = 3` changes the newest of them.
"""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

Facts = dict[str, object]
HERE = Path(__file__).parent


class Case(Struct, frozen=True):
    """One row of a table."""

    door: str
    who: str
    facts: Facts
    expected: str
    because: str


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cases(door: str, table: str = "") -> Iterator[Case]:
    """Give all cases of a door's table, their facts whole.

    The tables "_from_sources" were written without sight of the code.
    """
    of_door = [row for row in rows(f"baselines{table}") if row["door"] == door]
    bases = {row["name"]: toml(row["facts"]) for row in of_door}
    for row in rows(f"{door}{table}"):
        facts = whole(bases[row["from"]], toml(row["facts"]))
        yield Case(door, row["who"], facts, row["expected"], row["because"])


def toml(cell: str) -> Facts:
    inner: Facts = tomllib.loads(f"facts = {{{cell}}}")["facts"]
    return inner


def whole(base: Facts, changes: Facts) -> Facts:
    """Put the changes over a baseline, and write the weeks before out."""
    last = changes.get("last", {})
    facts = laid(base, {key: value for key, value in changes.items() if key != "last"})
    if isinstance(facts.get("past"), int):
        facts["past"] = [base["week"]] * int(f"{facts['past']}")
    past = facts.get("past")
    if isinstance(past, list) and isinstance(last, dict) and last:
        facts["past"] = [*past[:-1], laid(past[-1], last)]
    return {key: known(value) for key, value in facts.items()}


def laid(base: Facts, changes: Facts) -> Facts:
    """Lay changes over facts, however deep."""
    both = dict(base)
    for key, value in changes.items():
        old = both.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            both[key] = laid(old, value)
        else:
            both[key] = value
    return both


def known(value: object) -> object:
    """Turn "unknown" into None, however deep."""
    if isinstance(value, dict):
        return {key: known(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [known(inner) for inner in value]
    return None if value == "unknown" else value
