"""Which days of the week are training days: one's own, or as many spread over the week."""

from datetime import date, timedelta

from msgspec import Struct

from flows.programs.plan import PlanWeek
from flows.programs.table import Row, TableError, read, split
from flows.programs.weeks import Weeks, in_turn
from flows.steps import Goal, Phase

COLUMNS = ("days", "weekdays", "source", "confidence")
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Spread(Struct, frozen=True, kw_only=True):
    """A number of sessions a week and the days they fall on, 0 for Monday."""

    weekdays: tuple[int, ...]


def parse(text: str) -> dict[int, Spread]:
    """Read weekdays.csv: a row for 1 to 7 days, in order; raises TableError."""
    rows = read(text, COLUMNS, _spread)
    if [len(row.weekdays) for row in rows] != list(range(1, len(NAMES) + 1)):
        raise TableError("there has to be a row for each number of days, 1 to 7, in order")
    return {len(row.weekdays): row for row in rows}


def _spread(row: Row) -> Spread:
    days = tuple(NAMES.index(day) for day in split(row["weekdays"], ";"))
    if len(days) != int(row["days"]) or list(days) != sorted(set(days)):
        raise ValueError("as many different weekdays as days, in the order of the week")
    return Spread(weekdays=days)


class Slot(Struct, frozen=True, kw_only=True):
    """One session of the plan: its day, and the step it is of."""

    day: date
    phase: Phase


def slots(week: PlanWeek, goal: Goal, days: tuple[int, ...], weeks: Weeks) -> tuple[Slot, ...]:
    """Give the sessions of a planned week on these weekdays, in order.

    Where a week mixes steps they take the goal's turns, as in the week itself.
    """
    dates = (week.ends - timedelta(days=back) for back in reversed(range(len(NAMES))))
    trained = [day for day in dates if day.weekday() in days]
    turns = in_turn(goal, week.phases, len(trained), weeks)
    return tuple(Slot(day=day, phase=phase) for day, phase in zip(trained, turns, strict=True))


def weekdays(chosen: tuple[int, ...], count: int, table: dict[int, Spread]) -> tuple[int, ...]:
    """Give the weekdays of so many sessions, 0 for Monday.

    They are taken from the days somebody chose, as far apart as those allow; more sessions than
    chosen days take the table's days for so many as well. Less than none is none.
    """
    count = min(count, len(NAMES))
    if count < 1:
        return ()
    usual = table[count].weekdays
    if not chosen:
        return usual
    if count > len(chosen):
        others = [day for day in (*usual, *range(len(NAMES))) if day not in chosen]
        return tuple(sorted({*chosen, *others[: count - len(chosen)]}))
    days = sorted(set(chosen))
    return tuple(days[place * len(days) // count] for place in range(count))
