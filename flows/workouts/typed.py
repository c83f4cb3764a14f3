"""Sets as people type them: "8x60", "60 kg 8", "3x10 @ 7", "45 s", "12"; never a guess.

Where several readings are likely, all are given, to be asked; where one is over a limit it is
named.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from flows.programs.log import Done
from flows.programs.session import Span
from flows.programs.workout_rules import WorkoutRules
from flows.questions.answers import Problem
from flows.questions.parsing import SIGNS
from flows.questions.units import KG
from flows.words import T
from flows.workouts.training import Sets

_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*([^\W\d_]*)|([x×*@]|[^\W\d_]+)")
_TENTHS = 10
SECONDS = {"s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "min": 60, "mins": 60,
           "minute": 60, "minutes": 60}  # fmt: skip
REPS = frozenset({"rep", "reps", "times"})
SETS = frozenset({"set", "sets"})
TIMES = frozenset({"x", "×", "*", "of", "at", "with", "a", "and", "each"})
EFFORT = frozenset({"@", "rpe", "effort"})
LEFT = frozenset({"left", "rir", "reserve"})

NO_SET = Problem(
    T("I could not read that as a set. Type it as “8x60”, “12” or “45 s”, or tap a button.")
)
TOO_HEAVY = T("A weight can be {most} kg at most here. What was it?")
TOO_MANY = T("A set can have {most} reps at most here. How many were they?")
TOO_LONG = T("A set can take {most} seconds at most here. How long was it?")
WHOLE = Problem(T("Reps and sets are whole numbers. How many were they?"))
TOO_MUCH_EFFORT = Problem(T("Effort goes from 0 to 10. How hard was it?"))
NO_WEIGHT = Problem(T("A weight has to be more than nothing. What was it?"))


class Asked(Struct, frozen=True, kw_only=True):
    """What the set was asked to be, and how a bare weight is meant.

    `reps` are those the dose asks for. `sets` are still open. `loaded`: a weight is noted for it.
    `seconds`: it is held, not counted.
    """

    done: Done
    sets: int
    loaded: bool
    seconds: bool
    imperial: bool
    reps: Span | None = None


class _Amount(Struct, frozen=True):
    value: Fraction
    unit: str


def read(reply: str, asked: Asked, rules: WorkoutRules) -> tuple[Sets, ...] | Problem:
    """Read a typed set: one reading, the likely ones of several, or why it is none."""
    amounts, left = _parts(reply)
    if isinstance(left, Problem):
        return left
    if amounts is None or not amounts:
        return NO_SET
    found = tuple(_readings(amounts, asked))
    near = tuple(one for one in found if _likely(one, asked, rules))
    likely = tuple(one for one in near if _inside(one, asked)) or near or found[:1]
    checked = [_checked(replace(one, done=_with(one.done, left)), rules) for one in likely]
    problems = [one for one in checked if isinstance(one, Problem)]
    sound = tuple(one for one in checked if isinstance(one, Sets))
    return sound or (problems[0] if problems else NO_SET)


def _parts(reply: str) -> tuple[tuple[_Amount, ...] | None, int | Problem | None]:
    """Cut a reply into amounts with their units, and the reps left that it tells of."""
    text = reply.casefold()
    for sign, spelled in SIGNS:
        text = text.replace(sign, spelled)
    amounts: list[_Amount] = []
    left: int | Problem | None = None
    effort = False
    for number, unit, word in _PART.findall(text):
        if word:
            effort = effort or word in EFFORT
            if word not in TIMES | EFFORT:
                return None, None
        elif effort or unit in LEFT:
            left = _left(_value(number), unit)
            effort = False
        else:
            effort = unit in EFFORT
            amounts.append(_Amount(_value(number), "" if unit in TIMES | EFFORT else unit))
    return tuple(amounts), left


def _value(number: str) -> Fraction:
    return Fraction(number.replace(",", "."))


def _left(value: Fraction, unit: str) -> int | Problem:
    """Turn an effort of 0 to 10 into the reps that were left; "2 left" is told as it is."""
    if value > _TENTHS:
        return TOO_MUCH_EFFORT
    return int(value) if unit in LEFT else int(_TENTHS - value)


def _with(done: Done, left: int | Problem | None) -> Done:
    return replace(done, left=left) if isinstance(left, int) else done


def _readings(amounts: tuple[_Amount, ...], asked: Asked) -> Iterator[Sets]:
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
            given = replace(told, sets=one, kg=_bare(three, asked))
            yield _counted(two, given, asked)


def _one(one: Fraction, told: _Given, asked: Asked) -> Iterator[Sets]:
    """Read a bare number: it counts, or it is the weight with the rest as planned."""
    yield _counted(one, told, asked)
    if asked.loaded and told.kg is None:
        yield _sets(replace(told, kg=_bare(one, asked)), asked)


def _two(one: Fraction, two: Fraction, told: _Given, asked: Asked) -> Iterator[Sets]:
    """Read two: reps and weight, sets and reps, or weight and reps."""
    weighs = asked.loaded and told.kg is None and not told.counts()
    if weighs:
        yield _counted(one, replace(told, kg=_bare(two, asked)), asked)
    yield _counted(two, replace(told, sets=one), asked)
    if weighs:
        yield _counted(two, replace(told, kg=_bare(one, asked)), asked)


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


def _is_weight(one: _Amount) -> bool:
    return one.unit in KG or one.unit.removesuffix("s") in KG


def _kg(one: _Amount) -> Fraction:
    return one.value * KG[one.unit if one.unit in KG else one.unit.removesuffix("s")]


def _bare(value: Fraction, asked: Asked) -> Fraction:
    return value * KG["lb"] if asked.imperial else value


def _likely(one: Sets, asked: Asked, rules: WorkoutRules) -> bool:
    """Whether a reading is near what was asked, in each of its parts."""
    done, plan = one.done, asked.done
    parts = ((done.kg, plan.kg), (done.reps, plan.reps), (done.seconds, plan.seconds))
    return 1 <= one.sets <= max(asked.sets, 1) and all(
        told is None or wanted is None or wanted / rules.near <= told <= wanted * rules.near
        for told, wanted in parts
    )


def _inside(one: Sets, asked: Asked) -> bool:
    """Whether a reading has as many reps as the dose asks for."""
    span, reps = asked.reps, one.done.reps
    return span is not None and reps is not None and span.low <= reps <= span.high


def _checked(one: Sets, rules: WorkoutRules) -> Sets | Problem:
    """Hold a reading to the limits; reps of 0 are a set that failed."""
    done = one.done
    tests = (
        (one.sets < 1 or (done.reps or 0) < 0 or (done.seconds or 0) < 0, WHOLE),
        (done.kg is not None and done.kg <= 0, NO_WEIGHT),
        ((done.kg or 0) > rules.most_kg, _most(TOO_HEAVY.template, rules.most_kg)),
        ((done.reps or 0) > rules.most_reps, _most(TOO_MANY.template, rules.most_reps)),
        ((done.seconds or 0) > rules.most_seconds, _most(TOO_LONG.template, rules.most_seconds)),
    )
    return next((problem for fails, problem in tests if fails), one)


def _most(template: str, most: float) -> Problem:
    return Problem(T(template, most=f"{most:g}"))
