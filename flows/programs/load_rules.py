"""The numbers of the loads: what counts as extra, how far to raise, what can be loaded at all."""

from fractions import Fraction

from msgspec import Struct

from flows.programs.kinds import Kit, Pattern
from flows.programs.table import Row, TableError, read
from flows.programs.weights import IMPERIAL, METRIC
from flows.questions.units import KG

FILES = ("loads.csv", "steps.csv", "first_loads.csv")
RULES = ("key", "low", "high", "unit", "says", "source", "confidence")
STEPS = ("kit", "unit", "from", "step", "hands", "source", "confidence")
UNITS = {"kg": METRIC, "lb": IMPERIAL}
FIRSTS = ("pattern", "percent", "source", "confidence")


class Band(Struct, frozen=True):
    """From low to high, both included, in the unit of its row."""

    low: float
    high: float


class Step(Struct, frozen=True, kw_only=True):
    """What a kind of kit can be loaded with from `start` kg on: every `size` kg, for `hands`.

    Both are in kg, whichever unit the kit is made in.
    """

    start: float
    size: float
    hands: int


class LoadRules(Struct, frozen=True, kw_only=True):
    """The rows of loads.csv by their key, the steps of each kit, and the first loads.

    `steps` are by the units that somebody reads, for that is what their gym has.
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
    steps: dict[str, dict[Kit, tuple[Step, ...]]]
    firsts: dict[Pattern, float]


def parse(rules: str, steps: str, firsts: str) -> LoadRules:
    """Read loads.csv, steps.csv and first_loads.csv; raises TableError, which names the fault."""
    bands = dict(read(rules, RULES, _band))
    named = set(LoadRules.__struct_fields__) - {"steps", "firsts"}
    if set(bands) != named:
        raise TableError(f"the keys have to be {','.join(sorted(named))}")
    return LoadRules(**bands, steps=_ladders(steps), firsts=dict(read(firsts, FIRSTS, _first)))


def _ladders(steps: str) -> dict[str, dict[Kit, tuple[Step, ...]]]:
    found: dict[str, dict[Kit, tuple[Step, ...]]] = {METRIC: {}, IMPERIAL: {}}
    for units, kit, step in read(steps, STEPS, _step):
        found[units][kit] = (*found[units].get(kit, ()), step)
    if found[METRIC].keys() != found[IMPERIAL].keys():
        raise TableError("every kit has to have its steps in kg and in lb")
    return found


def _band(row: Row) -> tuple[str, Band]:
    return row["key"], Band(float(row["low"]), float(row["high"]))


def _step(row: Row) -> tuple[str, Kit, Step]:
    start, size = (float(Fraction(row[key]) * KG[row["unit"]]) for key in ("from", "step"))
    step = Step(start=start, size=size, hands=int(row["hands"]))
    return UNITS[row["unit"]], Kit(row["kit"]), step


def _first(row: Row) -> tuple[Pattern, float]:
    return Pattern(row["pattern"]), float(row["percent"])
