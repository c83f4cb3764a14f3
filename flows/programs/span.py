"""What a foreign history may hold at most, and which step its reps belong to."""

from msgspec import Struct

from flows.programs.table import Row, read
from flows.steps import Phase

COLUMNS = ("what", "low", "high", "unit", "source", "confidence")
STEP = "step_"


class Within(Struct, frozen=True, kw_only=True):
    """From low to high, both included."""

    what: str
    low: float
    high: float


Spans = dict[str, Within]
"""By what they are about."""


def parse(text: str) -> Spans:
    """Read imports.csv; raises TableError, which names what is wrong."""
    return {one.what: one for one in read(text, COLUMNS, _within)}


def _within(row: Row) -> Within:
    return Within(what=row["what"], low=float(row["low"]), high=float(row["high"]))


def step_of(reps: int, spans: Spans) -> Phase:
    """Give the step whose reps these are; step 1 where they are no step's."""
    for what, span in spans.items():
        if what.startswith(STEP) and span.low <= reps <= span.high:
            return Phase(int(what.removeprefix(STEP)))
    return Phase.STABILIZATION_ENDURANCE
