"""What the tests measured: results with their dates, and how the new compares with the last."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from flows.programs.table import Row, TableError, read
from flows.programs.weights import weight
from flows.words import T, Text

COLUMNS = ("ability", "margin", "unit", "says", "source", "confidence")
KEPT = 6
"""So many results of an ability are kept with a person; the history has them all."""
WEEK = 7


class Ability(StrEnum):
    """What the model trains, and the pulse at rest that cardio counts with."""

    FLEXIBILITY = "flexibility"
    BALANCE_LEFT = "balance_left"
    BALANCE_RIGHT = "balance_right"
    POWER = "power"
    CORE = "core"
    ENDURANCE = "endurance"
    COORDINATION = "coordination"
    STRENGTH = "strength"
    AEROBIC = "aerobic"
    RESTING = "resting"


class Result(Struct, frozen=True, kw_only=True):
    """One result on one day, in the unit of its ability; `lift` is which lift gave a strength."""

    ability: Ability
    on: date
    value: float
    lift: str = ""


Margins = dict[Ability, float]
"""What is less than this apart counts as the same."""


def parse(text: str) -> Margins:
    """Read abilities.csv; raises TableError, which names the fault."""
    margins = dict(read(text, COLUMNS, _margin))
    if set(margins) != set(Ability):
        raise TableError(f"the abilities have to be {','.join(Ability)}")
    return margins


def _margin(row: Row) -> tuple[Ability, float]:
    return Ability(row["ability"]), float(row["margin"])


def kept(results: Iterable[Result]) -> tuple[Result, ...]:
    """Keep the last results of each ability and lift, in the order they are given in."""
    listed = tuple(results)
    last: dict[tuple[Ability, str], list[Result]] = {}
    for one in listed:
        last.setdefault((one.ability, one.lift), []).append(one)
    ends = {id(one) for found in last.values() for one in found[-KEPT:]}
    return tuple(one for one in listed if id(one) in ends)


def latest(results: Iterable[Result], ability: Ability) -> Result | None:
    """Find the newest result of an ability."""
    found = [one for one in results if one.ability is ability]
    return found[-1] if found else None


MEASURES: dict[Ability, tuple[Text, str, str, str]] = {
    Ability.FLEXIBILITY: (T("Squat and reach"), "{n} points of deviation", "more", "fewer"),
    Ability.BALANCE_LEFT: (T("On your left leg"), "{n} seconds", "longer", "shorter"),
    Ability.BALANCE_RIGHT: (T("On your right leg"), "{n} seconds", "longer", "shorter"),
    Ability.POWER: (T("Long jump"), "{n} cm", "further", "less far"),
    Ability.CORE: (T("Plank"), "{n} seconds", "longer", "shorter"),
    Ability.ENDURANCE: (T("Push-ups in 60 seconds"), "{n}", "more", "fewer"),
    Ability.COORDINATION: (T("Toe taps in 20 seconds"), "{n}", "more", "fewer"),
    Ability.STRENGTH: (T("Estimated one-rep maximum"), "{n}", "more", "less"),
    Ability.AEROBIC: (T("Pulse after the step test"), "{n} beats", "faster", "calmer"),
    Ability.RESTING: (T("Pulse at rest"), "{n} beats", "faster", "calmer"),
}
"""The name of each measure, its unit, and what more of it and less of it is called."""

FIRST = T("{name}: {now}. Your first mark; the next test is held against it.")
SAME = T("{name}: {now}, about the same as {ago}.")
CHANGED = T("{name}: {now}, {change} {word} than {ago}.")


def compared(
    old: Iterable[Result], new: Iterable[Result], margins: Margins, units: str
) -> tuple[Text, ...]:
    """Say each new result beside the last one of the same measure, and of the same lift.

    Weights are said in the units that somebody reads.
    """
    before = tuple(old)
    return tuple(_compared(_last(before, one), one, margins, units) for one in new)


def _last(before: tuple[Result, ...], new: Result) -> Result | None:
    return latest((one for one in before if one.lift == new.lift), new.ability)


def _compared(old: Result | None, new: Result, margins: Margins, units: str) -> Text:
    name, unit, more, less = MEASURES[new.ability]
    named = T("{name} ({lift})", name=name, lift=_plain(new.lift)) if new.lift else name
    now = T(unit, n=_number(new, new.value, units))
    if old is None:
        return T(FIRST.template, name=named, now=now)
    change, ago = new.value - old.value, _ago((new.on - old.on).days)
    if abs(change) < margins[new.ability]:
        return T(SAME.template, name=named, now=now, ago=ago)
    word, apart = more if change > 0 else less, _number(new, abs(change), units)
    return T(CHANGED.template, name=named, now=now, change=apart, word=word, ago=ago)


def _ago(days: int) -> Text:
    weeks = round(days / WEEK)
    if weeks == 0:
        return T("a few days ago")
    return T("a week ago") if weeks == 1 else T("{weeks} weeks ago", weeks=weeks)


def _number(of: Result, value: float, units: str) -> Text:
    if of.ability is Ability.STRENGTH:
        return weight(round(value, 1), units)
    return T("{n}", n=f"{round(value, 1):g}")


def _plain(key: str) -> str:
    return key.replace("_", " ")
