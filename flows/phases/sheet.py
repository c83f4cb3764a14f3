"""The policy as a sheet: rows that a trainer reads and edits, and the Policy made of them."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec
from msgspec import Struct

from flows.phases.policy import Policy
from flows.phases.reasons import OURS

Value = bool | int | float | str | list[int]


class Confidence(StrEnum):
    """How well founded a value is: the book, another source, or nobody but us."""

    TEXTBOOK = "textbook"
    EVIDENCE = "evidence"
    OURS = "ours"


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One threshold or switch: its sentence, value, unit, allowed values, and source.

    `range` is from and to for numbers, and for each of several; all allowed ones for words.
    """

    says: str
    value: Value
    unit: str
    range: tuple[bool | int | float | str, ...]
    source: str
    confidence: Confidence


class Sheet(Struct, frozen=True, kw_only=True):
    """All rows by key ("weeks.due"), the titles of their groups, and the version."""

    version: str
    titles: dict[str, str]
    rows: dict[str, Row]


def sheet(text: str) -> Sheet:
    """Read the shipped policy; raises what tomllib and msgspec raise, for it is a part of us."""
    told = tomllib.loads(text)
    rows = {key: msgspec.convert(row, Row) for key, row in tables(told)}
    titles = {group: table["title"] for group, table in told.items() if group != "version"}
    return Sheet(version=told["version"], titles=titles, rows=rows)


def tables(told: Mapping[str, object], above: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Find the rows in what a policy file says, whatever they hold, with their keys."""
    for name, table in told.items():
        key = f"{above}{name}"
        if isinstance(table, dict) and any(isinstance(part, dict) for part in table.values()):
            yield from tables(table, f"{key}.")
        elif isinstance(table, dict):
            yield key, table


def policy_of(rows: Sheet) -> Policy:
    """Make the policy that the rules read; raises msgspec.ValidationError on a wrong type.

    Its version ends in a digest of all values: two policies never share one.
    """
    tree: dict[str, dict[str, object]] = {}
    for key, row in rows.rows.items():
        _branch(tree, key.split("."))[key.rpartition(".")[2]] = row.value
    sources = {key: source(row) for key, row in rows.rows.items()}
    version = f"{rows.version}-{digest(rows)}"
    return msgspec.convert({**tree, "version": version, "sources": sources}, Policy)


def _branch(tree: dict[str, dict[str, object]], path: list[str]) -> dict[str, object]:
    found: dict[str, object] = tree.setdefault(path[0], {})
    for name in path[1:-1]:
        inner = found.setdefault(name, {})
        found = inner if isinstance(inner, dict) else {}
    return found


def source(row: Row) -> str:
    """Say where a value comes from, as reasons do."""
    return OURS if row.confidence is Confidence.OURS else row.source


def digest(rows: Sheet) -> str:
    """Give eight letters and digits that differ wherever a value does."""
    values = sorted((key, row.value) for key, row in rows.rows.items())
    return hashlib.sha256(msgspec.json.encode(values)).hexdigest()[:8]
