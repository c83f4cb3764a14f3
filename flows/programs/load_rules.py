"""The numbers of the loads: what counts as extra, how far to raise, what can be loaded at all."""

from msgspec import Struct

from flows.programs.kinds import Kit, Pattern
from flows.programs.table import Row, TableError, read

FILES = ("loads.csv", "steps.csv", "first_loads.csv")
RULES = ("key", "low", "high", "unit", "says", "source", "confidence")
STEPS = ("kit", "from_kg", "step_kg", "hands", "source", "confidence")
FIRSTS = ("pattern", "percent", "source", "confidence")


class Band(Struct, frozen=True):
    """From low to high, both included, in the unit of its row."""

    low: float
    high: float


class Step(Struct, frozen=True, kw_only=True):
    """What a kind of kit can be loaded with from `start` kg on: every `size` kg, for `hands`."""

    start: float
    size: float
    hands: int


class LoadRules(Struct, frozen=True, kw_only=True):
    """The rows of loads.csv by their key, the steps of each kit, and the first loads.

    `firsts` are percent of body weight, for both hands together, by pattern.
    """

    estimate: Band
    extra: Band
    running: Band
    upper: Band
    lower: Band
    easy: Band
    missed: Band
    lighter: Band
    first_phases: Band
    counted_weight: Band
    care: Band
    kept: Band
    steps: dict[Kit, tuple[Step, ...]]
    firsts: dict[Pattern, float]


def parse(rules: str, steps: str, firsts: str) -> LoadRules:
    """Read loads.csv, steps.csv and first_loads.csv; raises TableError, which names the fault."""
    bands = dict(read(rules, RULES, _band))
    named = set(LoadRules.__struct_fields__) - {"steps", "firsts"}
    if set(bands) != named:
        raise TableError(f"the keys have to be {','.join(sorted(named))}")
    ladders: dict[Kit, tuple[Step, ...]] = {}
    for kit, step in read(steps, STEPS, _step):
        ladders[kit] = (*ladders.get(kit, ()), step)
    return LoadRules(**bands, steps=ladders, firsts=dict(read(firsts, FIRSTS, _first)))


def _band(row: Row) -> tuple[str, Band]:
    return row["key"], Band(float(row["low"]), float(row["high"]))


def _step(row: Row) -> tuple[Kit, Step]:
    start, size, hands = float(row["from_kg"]), float(row["step_kg"]), int(row["hands"])
    return Kit(row["kit"]), Step(start=start, size=size, hands=hands)


def _first(row: Row) -> tuple[Pattern, float]:
    return Pattern(row["pattern"]), float(row["percent"])
