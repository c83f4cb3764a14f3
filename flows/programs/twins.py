"""The pairs that the book names: a strength exercise and what it is paired with on a step."""

from flows.programs.table import Row, read
from flows.steps import Phase

COLUMNS = ("phase", "strength", "paired", "source", "confidence")
Twins = dict[tuple[Phase, str], tuple[str, ...]]


def parse(text: str) -> Twins:
    """Read twins.csv: ids of exercises; raises TableError, which names what is wrong."""
    found: dict[tuple[Phase, str], list[str]] = {}
    for phase, strength, paired in read(text, COLUMNS, _row):
        found.setdefault((phase, strength), []).append(paired)
    return {key: tuple(paired) for key, paired in found.items()}


def _row(row: Row) -> tuple[Phase, str, str]:
    return Phase(int(row["phase"])), row["strength"], row["paired"]
