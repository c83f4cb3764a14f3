"""The year of each goal as it is laid out by months, with the source of each of them."""

from enum import StrEnum

from msgspec import Struct

from flows.programs.table import Row, read, split
from flows.steps import Goal, Phase

COLUMNS = ("goal", "month", "phases", "mode", "source", "confidence")


class Mode(StrEnum):
    """Whether a month keeps to one step or mixes several in each week."""

    LINEAR = "linear"
    UNDULATING = "undulating"


class Month(Struct, frozen=True, kw_only=True):
    """One month of a goal's year: its number, its steps, lowest first, and where that is from."""

    goal: Goal
    month: int
    phases: tuple[Phase, ...]
    mode: Mode
    source: str
    confidence: str


def parse(text: str) -> tuple[Month, ...]:
    """Read months.csv; raises TableError, which names what is wrong."""
    return read(text, COLUMNS, _month)


def _month(row: Row) -> Month:
    return Month(
        goal=Goal(row["goal"]),
        month=int(row["month"]),
        phases=tuple(Phase(int(one)) for one in split(row["phases"], ";")),
        mode=Mode(row["mode"]),
        source=row["source"],
        confidence=row["confidence"],
    )


def laid(
    months: tuple[Month, ...], goal: Goal, phase: Phase, rounds: int, mode: Mode
) -> Month | None:
    """Find the month that lays out a step of a round; None where no month does.

    Rounds after the last one of the year are as that one.
    """
    rows = [one for one in months if (one.goal, one.phases[-1], one.mode) == (goal, phase, mode)]
    return rows[min(rounds, len(rows) - 1)] if rows else None
