"""The tables of cardio: zones, stages, what a day's lifting leaves, and the limits of groups."""

from msgspec import Struct

from flows.phases.profile import Condition
from flows.programs.load_rules import Band
from flows.programs.norms import BANDS
from flows.programs.table import Row, TableError, flag, read, several, split
from flows.steps import Goal, Phase
from flows.words import T, Text

FILES = ("cardio.csv", "zones.csv", "cardio_days.csv", "cardio_groups.csv", "cardio_rules.csv")
STAGES = (
    "stage", "from_step", "months", "band", "goals", "helped", "top_zone", "minutes_low",
    "minutes_high", "work_seconds", "easy_seconds", "source", "confidence",
)  # fmt: skip
ZONES = (
    "zone", "effort_low", "effort_high", "reserve_low", "reserve_high", "max_low", "max_high",
    "talk", "source", "confidence",
)  # fmt: skip
DAYS = ("step", "top_zone", "source", "confidence")
GROUPS = (
    "group", "top_zone", "minutes_low", "minutes_high", "max_low", "max_high", "talk_only",
    "source", "confidence",
)  # fmt: skip
RULES = ("key", "value", "unit", "says", "source", "confidence")


class Zone(Struct, frozen=True, kw_only=True):
    """A zone: effort 0 to 10, percent of the heart rate reserve and of the maximum, and talk."""

    effort: Band
    reserve: Band | None
    share: Band | None
    talk: Text


class Stage(Struct, frozen=True, kw_only=True):
    """A stage: who is in it, up to which zone, minutes, and intervals if it has them.

    `band` is the worst band of the step test that lets somebody in; "" asks for none. No `goals`
    are all goals. `easy` are the seconds between efforts of `work` seconds, longest first.
    """

    stage: int
    from_step: Phase
    months: int
    band: str
    goals: tuple[Goal, ...]
    helped: bool
    top_zone: int
    minutes: Band
    work: int
    easy: tuple[int, ...]
    source: str


class Bound(Struct, frozen=True, kw_only=True):
    """What a group may do: highest zone, minutes, percent of the maximum, or the talk test."""

    top_zone: int
    minutes: Band
    share: Band | None
    talk_only: bool


class CardioRules(Struct, frozen=True, kw_only=True):
    """All tables of cardio; growth in percent a week, the rest in minutes, weeks and beats."""

    stages: tuple[Stage, ...]
    zones: dict[int, Zone]
    days: dict[Phase, int]
    groups: dict[Condition, Bound]
    growth: float
    shortest: float
    frame: float
    rest_weeks: float
    max_base: float
    max_slope: float


def parse(stages: str, zones: str, days: str, groups: str, rules: str) -> CardioRules:
    """Read the five tables in the order of FILES; raises TableError, which names the fault."""
    values = dict(read(rules, RULES, lambda row: (row["key"], float(row["value"]))))
    bounds = dict(read(groups, GROUPS, _bound))
    levels = dict(read(days, DAYS, _day))
    tables = {"stages", "zones", "days", "groups"}
    whole = set(bounds) == set(Condition) and set(levels) == set(Phase)
    if not whole or {*values, *tables} != set(CardioRules.__struct_fields__):
        raise TableError("a group, a step or a rule of cardio is missing")
    return CardioRules(
        stages=read(stages, STAGES, _stage),
        zones=dict(read(zones, ZONES, _zone)),
        days=levels,
        groups=bounds,
        **values,
    )


def _stage(row: Row) -> Stage:
    return Stage(
        stage=int(row["stage"]),
        from_step=Phase(int(row["from_step"])),
        months=int(row["months"]),
        band=BANDS[BANDS.index(row["band"])] if row["band"] else "",
        goals=several(row["goals"], Goal),
        helped=flag(row["helped"]),
        top_zone=int(row["top_zone"]),
        minutes=Band(float(row["minutes_low"]), float(row["minutes_high"])),
        work=int(row["work_seconds"]),
        easy=tuple(int(one) for one in split(row["easy_seconds"], ";")),
        source=row["source"],
    )


def _zone(row: Row) -> tuple[int, Zone]:
    zone = Zone(
        effort=Band(float(row["effort_low"]), float(row["effort_high"])),
        reserve=_band(row["reserve_low"], row["reserve_high"]),
        share=_band(row["max_low"], row["max_high"]),
        talk=T(row["talk"]),
    )
    return int(row["zone"]), zone


def _day(row: Row) -> tuple[Phase, int]:
    return Phase(int(row["step"])), int(row["top_zone"])


def _bound(row: Row) -> tuple[Condition, Bound]:
    bound = Bound(
        top_zone=int(row["top_zone"]),
        minutes=Band(float(row["minutes_low"]), float(row["minutes_high"])),
        share=_band(row["max_low"], row["max_high"]),
        talk_only=flag(row["talk_only"]),
    )
    return Condition(row["group"]), bound


def _band(low: str, high: str) -> Band | None:
    return Band(float(low), float(high)) if low else None
