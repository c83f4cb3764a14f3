"""Reads a table of the data files: each row as text by column, and its cells as values."""

import csv
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeVar

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")
Row = dict[str, str]


class TableError(ValueError):
    """A table that is not what it should be; says the row, counted as an editor counts lines."""


def rows(text: str, columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Give each row with its number, the header being 1; raises TableError for other columns."""
    reader = csv.DictReader(text.splitlines(), strict=True)
    if tuple(reader.fieldnames or ()) != columns:
        raise TableError(f"row 1: the columns have to be {','.join(columns)}")
    for number, row in enumerate(reader, 2):
        if None in row or None in row.values():
            raise TableError(f"row {number}: it has to have {len(columns)} cells")
        yield number, row


def read(text: str, columns: tuple[str, ...], make: Callable[[Row], V]) -> tuple[V, ...]:
    """Make a value of each row; raises TableError with the row's number where one cannot be."""
    made: list[V] = []
    for number, row in rows(text, columns):
        try:
            made.append(make(row))
        except (ValueError, KeyError) as error:
            raise TableError(f"row {number}: {error}") from error
    return tuple(made)


def several(cell: str, kind: type[E]) -> tuple[E, ...]:
    """Read "a;b" as values of an enum; "" is none."""
    return tuple(kind(part) for part in split(cell, ";"))


def split(cell: str, sign: str) -> tuple[str, ...]:
    """Split a cell and drop the blanks; "" is none."""
    return tuple(part.strip() for part in cell.split(sign)) if cell.strip() else ()


def flag(cell: str) -> bool:
    """Read "yes" or "no"."""
    return {"yes": True, "no": False}[cell]
