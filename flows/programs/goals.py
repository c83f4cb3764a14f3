"""What a goal changes in a session: how long the rests are, and what goes first for time."""

from enum import StrEnum

from msgspec import Struct

from flows.programs.table import Row, TableError, read, several
from flows.steps import Goal

COLUMNS = ("goal", "rest", "unit", "cuts", "source", "confidence")


FULL = 100


class Cut(StrEnum):
    """One way to make a session shorter.

    CHOICE, SPEED, PLYOMETRIC, TOTAL (exercises of the whole body), EASING (the easy minutes at the
    end) and WAKING (core and balance) are dropped, ARMS where chest and back are trained, which
    work them along. PARTS: fewer parts a day, by turns. The others go down to the step's least.
    """

    CHOICE = "choice"
    SPEED = "speed"
    PLYOMETRIC = "plyometric"
    ACTIVATION = "activation"
    EXERCISES = "exercises"
    SETS = "sets"
    RESTS = "rests"
    FLEXIBILITY = "flexibility"
    TOTAL = "total"
    ARMS = "arms"
    PARTS = "parts"
    EASING = "easing"
    WAKING = "waking"


class Emphasis(Struct, frozen=True, kw_only=True):
    """`rest` in percent of the way from the shortest to the longest; `cuts` in their order.

    A cut that stands there several times is made in as many parts.
    """

    rest: int
    cuts: tuple[Cut, ...]


def parse(text: str) -> dict[Goal, Emphasis]:
    """Read goals.csv; raises TableError, which names what is wrong."""
    found = dict(read(text, COLUMNS, _row))
    if len(found) < len(Goal):
        raise TableError("every goal has to have its row")
    return found


def _row(row: Row) -> tuple[Goal, Emphasis]:
    cuts = several(row["cuts"], Cut)
    if set(cuts) != set(Cut):
        raise ValueError("all cuts have to stand there")
    return Goal(row["goal"]), Emphasis(rest=int(row["rest"]), cuts=cuts)
