"""Whether the value of a row is of the right kind and within its range."""

from collections.abc import Iterator

from flows.lint.fault import Fault, FaultKind
from flows.phases.sheet import Row
from flows.words import T

FAR = 500
"""No number of a policy is higher; a rehearsal of more weeks would take too long."""


def value_faults(key: str, value: object, row: Row) -> Iterator[Fault]:
    """Find what is wrong with a value: its kind first, then each number or word of it."""
    if not alike(value, row.value) or not _as_many(key, value, row):
        text = T(
            "{key} needs a value such as {example}; unit: {unit}.",
            key=key,
            example=_shown(row.value),
            unit=row.unit,
        )
        yield Fault(kind=FaultKind.UNKNOWN, key=key, text=text)
        return
    for part in value if isinstance(value, list) else [value]:
        if not _allowed(part, row):
            text = T(
                "{key} is {value}; it can be {range}.",
                key=key,
                value=_shown(part),
                range=range_of(row),
            )
            yield Fault(kind=FaultKind.RANGE, key=key, text=text)


def alike(value: object, shipped: object) -> bool:
    """Whether two values are of one kind: yes or no, a number, a word, or several numbers."""
    if isinstance(value, list) and isinstance(shipped, list):
        return all(alike(part, shipped[0]) for part in value)
    if isinstance(shipped, bool) or isinstance(value, bool):
        return isinstance(shipped, bool) and isinstance(value, bool)
    if isinstance(shipped, int | float):
        return isinstance(value, int | float)
    return isinstance(shipped, str) and isinstance(value, str)


def _as_many(key: str, value: object, row: Row) -> bool:
    """Whether a list is as long as the shipped one; routes may be of any length."""
    if not isinstance(value, list) or not isinstance(row.value, list):
        return True
    return key.startswith("routes.") or len(value) == len(row.value)


def livable(value: object, row: Row) -> bool:
    """Whether made-up people can live by a value: one in range, or a number not far out of it."""
    return all(
        isinstance(part, bool | str) or _allowed(part, row) or _lived_by(part)
        for part in (value if isinstance(value, list) else [value])
    )


def _lived_by(part: object) -> bool:
    return isinstance(part, int | float) and 0 < part <= FAR


def _allowed(part: object, row: Row) -> bool:
    if not isinstance(part, int | float) or isinstance(part, bool):
        return part in row.range
    low, high = row.range[0], row.range[-1]
    whole = not isinstance(part, float) or isinstance(low, float)
    inside = isinstance(low, int | float) and isinstance(high, int | float) and low <= part <= high
    return whole and inside


def range_of(row: Row) -> str:
    """Say what a value may be, in one phrase."""
    if isinstance(row.value, bool | str):
        return " or ".join(map(_shown, row.range))
    low, high = map(_shown, (row.range[0], row.range[-1]))
    fixed = f"{low} only" if low == high else f"{low} to {high}"
    whole = isinstance(row.range[0], int)
    return f"{fixed}, whole numbers" if whole and low != high else fixed


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
