"""How much of each kind of work a step asks: its figures, and how they go over the weeks."""

from enum import StrEnum

from msgspec import Struct

from flows.programs.kinds import Component
from flows.programs.session import Tempo
from flows.programs.table import Row, TableError, read, split
from flows.steps import Phase

COLUMNS = (
    "component", "block", "phases", "quantity", "low", "high", "step", "unit", "trend", "source",
    "confidence",
)  # fmt: skip
FAST = "x"
OWN = "D"


class Role(StrEnum):
    """What an exercise is in its block: on its own, or one half of a pair."""

    SINGLE = "single"
    STRENGTH = "strength"
    STABILITY = "stability"
    POWER = "power"


class Quantity(StrEnum):
    """What a row of doses.csv says; its unit stands beside it."""

    EXERCISES = "exercises"
    SETS = "sets"
    REPS = "reps"
    SIDE_REPS = "side_reps"
    SECONDS = "seconds"
    TEMPO = "tempo"
    PACE = "pace"
    REST = "rest"
    CHANGE = "change"
    PERCENT = "percent"
    LEFT = "left"
    HOLD = "hold"


class Trend(StrEnum):
    """How a figure goes over the weeks on a step; KEEP is a band, or a value by the goal."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"
    LOW = "low"
    HIGH = "high"


class Amount(Struct, frozen=True, kw_only=True):
    """A figure from low to high, told in steps."""

    low: int
    high: int
    step: int
    trend: Trend


class Amounts(Struct, frozen=True, kw_only=True):
    """All figures of one kind of work on one step, and where they come from."""

    figures: dict[Quantity, Amount]
    tempo: Tempo | None
    fast: bool
    source: str


Key = tuple[Component, Role, Phase]


class Doses(Struct, frozen=True, kw_only=True):
    """The figures by component, role and phase; a role that a phase does not have is absent."""

    amounts: dict[Key, Amounts]


class _Line(Struct, frozen=True, kw_only=True):
    keys: tuple[Key, ...]
    quantity: Quantity
    amount: Amount | None
    tempo: Tempo | None
    source: str


def parse(text: str) -> Doses:
    """Read doses.csv; raises TableError, which names what is wrong."""
    found: dict[Key, dict[Quantity, _Line]] = {}
    for line in read(text, COLUMNS, _line):
        for key in line.keys:
            if line.quantity in found.setdefault(key, {}):
                raise TableError(f"{key[0]}, {key[1]}, phase {key[2]}: {line.quantity} twice")
            found[key][line.quantity] = line
    return Doses(amounts={key: _amounts(lines) for key, lines in found.items()})


def _line(row: Row) -> _Line:
    quantity = Quantity(row["quantity"])
    paced = quantity is Quantity.TEMPO
    component, role = Component(row["component"]), Role(row["block"])
    return _Line(
        keys=tuple((component, role, Phase(int(one))) for one in split(row["phases"], ";")),
        quantity=quantity,
        amount=None if paced else _amount(row),
        tempo=_tempo(row["low"]) if paced else None,
        source="our own proposal" if row["confidence"] == OWN else row["source"],
    )


def _amount(row: Row) -> Amount:
    low, high, step = int(row["low"]), int(row["high"]), int(row["step"])
    if low > high or step < 1:
        raise ValueError(f"{low} to {high} in steps of {step}")
    return Amount(low=low, high=high, step=step, trend=Trend(row["trend"]))


def _tempo(cell: str) -> Tempo | None:
    """Read "4/2/1/1"; "x" is as fast as it stays under control."""
    if cell == FAST:
        return None
    lower, hold, lift, pause = (int(part) for part in cell.split("/"))
    return Tempo(lower, hold, lift, pause)


def _amounts(lines: dict[Quantity, _Line]) -> Amounts:
    paced = lines.get(Quantity.TEMPO)
    return Amounts(
        figures={name: one.amount for name, one in lines.items() if one.amount is not None},
        tempo=paced.tempo if paced else None,
        fast=paced is not None and paced.tempo is None,
        source="; ".join(dict.fromkeys(one.source for one in lines.values())),
    )
