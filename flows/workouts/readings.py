"""The ways in which the numbers of a typed set can be meant."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from flows.programs.log import Done
from flows.programs.session import Span
from flows.questions.units import KG
from flows.workouts.training import Sets

SECONDS = {"s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "min": 60, "mins": 60,
           "minute": 60, "minutes": 60}  # fmt: skip
REPS = frozenset({"rep", "reps", "times"})
SETS = frozenset({"set", "sets"})


class Asked(Struct, frozen=True, kw_only=True):
    """What the set was asked to be, and how a bare weight is meant.

    `reps` are those the dose asks for. `sets` may be told at once. `loaded`: a weight is noted for
    it. `seconds`: it is held, not counted. `imperial`: a bare weight is in pounds.
    """

    done: Done
    sets: int
    loaded: bool
    seconds: bool
    imperial: bool
    reps: Span | None = None


class Amount(Struct, frozen=True):
    """A number with the unit that was typed behind it, "" for none."""

    value: Fraction
    unit: str


def readings(amounts: tuple[Amount, ...], asked: Asked) -> Iterator[Sets]:
    """Give the ways in which the amounts can be meant, the most usual first."""
    units = {one.unit: one.value for one in amounts}
    kg = next((_kg(one) for one in amounts if _is_weight(one)), None)
    held = next((one.value * SECONDS[one.unit] for one in amounts if one.unit in SECONDS), None)
    sets = next((one.value for one in amounts if one.unit in SETS), Fraction(1))
    reps = next((one.value for one in amounts if one.unit in REPS), None)
    bare = [one.value for one in amounts if one.unit == ""]
    known = {"", *SECONDS, *SETS, *REPS} | set(KG) | {f"{one}s" for one in KG}
    if set(units) <= known:
        yield from _filled(bare, _Given(kg, held, sets, reps), asked)


class _Given(Struct, frozen=True):
    """What was told with its unit."""

    kg: Fraction | None
    held: Fraction | None
    sets: Fraction
    reps: Fraction | None

    def counts(self) -> bool:
        """Whether reps or seconds are told."""
        return self.held is not None or self.reps is not None

    def any(self) -> bool:
        """Whether anything of the set is told."""
        return self.counts() or self.kg is not None


def _filled(bare: list[Fraction], told: _Given, asked: Asked) -> Iterator[Sets]:
    """Give every bare number a part to play."""
    weighed = told.kg is not None or not asked.loaded
    match bare:
        case [] if told.any():
            yield _sets(told, asked)
        case [one] if told.reps is not None and not weighed:
            yield _sets(replace(told, kg=_bare(one, asked)), asked)
        case [one] if told.counts():
            yield _sets(replace(told, sets=one), asked)
        case [one]:
            yield from _one(one, told, asked)
        case [one, two]:
            yield from _two(one, two, told, asked)
        case [one, two, three] if not weighed and not told.counts():
            yield _counted(two, replace(told, sets=one, kg=_bare(three, asked)), asked)
            if one > three:
                yield _counted(two, replace(told, sets=three, kg=_bare(one, asked)), asked)


def _one(one: Fraction, told: _Given, asked: Asked) -> Iterator[Sets]:
    """Read a bare number: it counts, or it is the weight with the rest as planned."""
    yield _counted(one, told, asked)
    if asked.loaded and told.kg is None and told.sets == 1:
        yield _sets(replace(told, kg=_bare(one, asked)), asked)


def _two(one: Fraction, two: Fraction, told: _Given, asked: Asked) -> Iterator[Sets]:
    """Read two: reps and weight, sets and reps, or weight and reps."""
    weighs = asked.loaded and told.kg is None and not told.counts()
    if weighs:
        yield _counted(one, replace(told, kg=_bare(two, asked)), asked)
    yield _counted(two, replace(told, sets=one), asked)
    if weighs and not (asked.done.kg is None and _counts(one, asked)):
        yield _counted(two, replace(told, kg=_bare(one, asked)), asked)


def _counts(value: Fraction, asked: Asked) -> bool:
    """Whether a number may be the sets or the reps of a set; then it is no weight in front."""
    reps = asked.reps
    return value <= asked.sets or (reps is not None and reps.low <= value <= reps.high)


def _counted(count: Fraction, told: _Given, asked: Asked) -> Sets:
    filled = replace(told, held=count) if asked.seconds else replace(told, reps=count)
    return _sets(filled, asked)


def _sets(told: _Given, asked: Asked) -> Sets:
    """Make a reading; what was not told is as it was asked."""
    plan = asked.done
    weight = plan.kg if told.kg is None else round(float(told.kg), 2)
    if told.held is not None:
        held = Done(kg=weight, seconds=_whole(told.held))
        return Sets(sets=_whole(told.sets), done=held)
    count = plan.reps if told.reps is None else _whole(told.reps)
    seconds = plan.seconds if count is None else None
    done = Done(kg=weight, reps=count, seconds=seconds)
    return Sets(sets=_whole(told.sets), done=done)


def _whole(value: Fraction) -> int:
    return int(value) if value.denominator == 1 else -1


def _is_weight(one: Amount) -> bool:
    return one.unit in KG or one.unit.removesuffix("s") in KG


def _kg(one: Amount) -> Fraction:
    return one.value * KG[one.unit if one.unit in KG else one.unit.removesuffix("s")]


def _bare(value: Fraction, asked: Asked) -> Fraction:
    return value * KG["lb"] if asked.imperial else value
