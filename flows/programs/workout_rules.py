"""The numbers of a session on its way: what is noted unasked, how long it waits, how it ticks."""

from msgspec import Struct

from flows.programs.table import Row, TableError, read

COLUMNS = ("key", "value", "unit", "says", "source", "confidence")


class WorkoutRules(Struct, frozen=True, kw_only=True):
    """The rows of workouts.csv by their key, each in the unit of its row."""

    most_kg: float
    most_reps: float
    most_sets: float
    most_seconds: float
    near: float
    kept_days: float
    remembered: float
    shortest_rest: float
    late: float
    count_late: float
    count_reps: float
    lead: float
    sore_percent: float


def parse(text: str) -> WorkoutRules:
    """Read workouts.csv; raises TableError, which names what is wrong."""
    found = dict(read(text, COLUMNS, _row))
    if set(found) != set(WorkoutRules.__struct_fields__):
        raise TableError(f"the keys have to be {','.join(WorkoutRules.__struct_fields__)}")
    return WorkoutRules(**found)


def _row(row: Row) -> tuple[str, float]:
    return row["key"], float(row["value"])
