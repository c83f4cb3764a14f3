"""The steps that a mixed week takes in turn, by goal."""

from flows.programs.table import Row, TableError, read, split
from flows.steps import Goal, Phase

COLUMNS = ("goal", "phases", "source", "confidence")
Weeks = dict[Goal, tuple[Phase, ...]]


def parse(text: str) -> Weeks:
    """Read weeks.csv: the steps of a mixed week in the order of its days; raises TableError."""
    found = dict(read(text, COLUMNS, _row))
    if len(found) < len(Goal):
        raise TableError("every goal has to have its row")
    return found


def _row(row: Row) -> tuple[Goal, tuple[Phase, ...]]:
    phases = tuple(Phase(int(one)) for one in split(row["phases"], ";"))
    if not phases:
        raise ValueError("a week has to have a step")
    return Goal(row["goal"]), phases


def in_turn(goal: Goal, steps: tuple[Phase, ...], days: int, weeks: Weeks) -> tuple[Phase, ...]:
    """Give the step of each session of a week of so many days; () where there are no steps.

    The goal's turns are taken in their order; one that is not among `steps` gives way to the next
    lower one that is, else to the lowest. With one step that is the step of all.
    """
    if not steps:
        return ()
    turns = weeks[goal]
    return tuple(_lower(turns[place % len(turns)], steps) for place in range(days))


def _lower(wanted: Phase, steps: tuple[Phase, ...]) -> Phase:
    return max((step for step in steps if step <= wanted), default=min(steps))
