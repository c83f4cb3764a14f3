"""A file of another app as a table: its delimiter, its columns, and each row with its number."""

import csv
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from msgspec import Struct

from flows.programs import foreign_months
from flows.programs.span import Spans
from flows.words import T, Text

NO_CSV = T("This is not a CSV file that I can read. Please export it once more from the app.")
NO_NUMBER = T("“{cell}” under {column} is no number.")
NO_WHOLE = T("“{cell}” under {column} is no whole number.")
NO_DATE = T("“{cell}” is no date that I can read.")
TOO_FAR = T("{what} has to be from {low} to {high}; here it is {cell}.")
LONGEST = 40
SHORT = T("The row has {found} cells, the header has {needed}.")
DELIMITERS = (",", ";", "\t")
DATES = (
    "%Y-%m-%d %H:%M:%S",
    "%d %b %Y, %H:%M",
    "%Y-%m-%d %I:%M:%S %p",
    "%d %b %Y, %I:%M %p",
    "%b %d, %Y, %I:%M %p",
    "%b %d, %Y, %H:%M",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d",
)


class BadRow(Exception):  # noqa: N818 - an outcome: the file is refused
    """A row that cannot be what it should be; `why` says it to the person."""

    def __init__(self, row: int, why: Text) -> None:
        super().__init__(row)
        self.row = row
        self.why = why


class Sheet(Struct, frozen=True):
    """The columns of a file, in small letters, and its text behind the header."""

    columns: dict[str, int]
    rows: Iterator[tuple[int, list[str]]]


def sheet(text: str) -> Sheet:
    """Read a file's header; its rows are read as they are asked for. Raises BadRow."""
    header, _, _ = text.removeprefix("\ufeff").lstrip().partition("\n")
    sign = max(DELIMITERS, key=header.count)
    rows = _rows(text.removeprefix("\ufeff"), sign)
    _, first = next(rows, (1, []))
    columns = {name.strip().lower(): place for place, name in enumerate(first)}
    return Sheet(columns, _whole(rows, len(first)))


def _rows(text: str, sign: str) -> Iterator[tuple[int, list[str]]]:
    """Give each row that is not empty with the number of the line it begins on."""
    # Only a line feed ends a line: names may hold signs that Python takes for line ends as well.
    lines = (f"{line}\n" for line in text.replace("\r\n", "\n").split("\n"))
    reader = csv.reader(lines, delimiter=sign, strict=True)
    begun = 1
    try:
        for row in reader:
            if any(row):
                yield begun, row
            begun = reader.line_num + 1
    except csv.Error:
        raise BadRow(begun, NO_CSV) from None


def _whole(rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[str]]]:
    for number, row in rows:
        if len(row) != width:
            raise BadRow(number, T(SHORT.template, found=len(row), needed=width))
        yield number, row


class Cells(Struct, frozen=True):
    """One row by the names of its columns; an absent column is empty."""

    line: int
    columns: dict[str, int]
    row: list[str]
    spans: Spans

    def text(self, *columns: str) -> str:
        """Give the first of these cells that is not empty."""
        for name in columns:
            place = self.columns.get(name)
            if place is not None and (cell := self.row[place].strip()):
                return cell
        return ""

    def when(self, column: str) -> datetime:
        """Read a date, with a time or without; raises BadRow."""
        cell = self.text(column)
        found = moment(cell)
        if found is None:
            raise self.bad(NO_DATE, cell=cell[:LONGEST])
        return found

    def number(self, *columns: str) -> float | None:
        """Read a number with a point or a comma; None for an empty cell. Raises BadRow."""
        cell = self.text(*columns)
        try:
            return float(cell.replace(",", ".")) if cell else None
        except ValueError:
            raise self.bad(NO_NUMBER, cell=cell[:LONGEST], column=columns[0]) from None

    def within(self, what: str, value: float | None) -> float | None:
        """Give a number back that is as large as it may be, by its kind; raises BadRow."""
        span = self.spans[what]
        if value is None or span.low <= value <= span.high:
            return value
        limits = {"low": f"{span.low:g}", "high": f"{span.high:g}"}
        raise self.bad(TOO_FAR, what=what, cell=f"{value:g}", **limits)

    def whole(self, what: str, *columns: str) -> int | None:
        """Read a whole number, also written 5.0, within what it may be; raises BadRow."""
        value = self.within(what, self.number(*columns))
        if value is not None and value != int(value):
            raise self.bad(NO_WHOLE, cell=f"{value:g}", column=columns[0])
        return None if value is None else int(value)

    def bad(self, why: Text, **told: str) -> BadRow:
        """Make the refusal of this row."""
        return BadRow(self.line, T(why.template, **told))


@lru_cache(maxsize=64)
def moment(cell: str) -> datetime | None:
    """Read a date as the apps write it, in many a language; narrow spaces are spaces."""
    said = " ".join(cell.split())
    for form in DATES:
        try:
            return datetime.strptime(said, form)  # noqa: DTZ007 - the app's own clock, as on its wall
        except ValueError:
            continue
    return foreign_months.moment(said)
