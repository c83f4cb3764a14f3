"""The table of what conditions, faults and pain change: left out, or only so much of it."""

from enum import StrEnum

from msgspec import Struct

from flows.programs.kinds import Component, Pattern, Posture, Trait
from flows.programs.table import Row, read, split
from flows.steps import Phase

COLUMNS = ("who", "kind", "value", "low", "high", "phases", "unit", "source", "confidence")


class Kind(StrEnum):
    """What a bound bounds: the first five name what is left out, the others are figures.

    RATHER_NOT: a posture that is taken only where nothing else is left. HOLD and LIFT are the
    seconds of a tempo. EXERCISES: how many of a component.
    """

    TRAIT = "trait"
    POSTURE = "posture"
    PATTERN = "pattern"
    COMPONENT = "component"
    RATHER_NOT = "rather_not"
    SETS = "sets"
    REPS = "reps"
    PERCENT = "percent"
    LEFT = "left"
    REST = "rest"
    HOLD = "hold"
    LIFT = "lift"
    EXERCISES = "exercises"


Value = Trait | Posture | Pattern | Component
VALUES: dict[Kind, type[Value]] = {
    Kind.TRAIT: Trait,
    Kind.POSTURE: Posture,
    Kind.PATTERN: Pattern,
    Kind.COMPONENT: Component,
    Kind.RATHER_NOT: Posture,
    Kind.EXERCISES: Component,
}


class Bound(Struct, frozen=True, kw_only=True):
    """One row: for whom, what of which kind, from low to high (None is open), on which steps."""

    who: str
    kind: Kind
    value: Value | None
    low: int | None
    high: int | None
    phases: frozenset[Phase]
    source: str


def parse(text: str) -> tuple[Bound, ...]:
    """Read bounds.csv; raises TableError, which names what is wrong."""
    return read(text, COLUMNS, _bound)


def _bound(row: Row) -> Bound:
    kind = Kind(row["kind"])
    named = VALUES.get(kind)
    phases = split(row["phases"], ";")
    return Bound(
        who=row["who"],
        kind=kind,
        value=None if named is None else named(row["value"]),
        low=_number(row["low"]),
        high=_number(row["high"]),
        phases=frozenset(Phase(int(one)) for one in phases) or frozenset(Phase),
        source=row["source"],
    )


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
