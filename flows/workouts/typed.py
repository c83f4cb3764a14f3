"""Sets as people type them: "8x60", "60 kg 8", "3x10 @ 7", "45 s", "12"; never a guess.

Where several readings are likely, all are given, to be asked; where one is over a limit it is
named.
"""

import re
from fractions import Fraction

from msgspec.structs import replace

from flows.programs.log import Done
from flows.programs.workout_rules import WorkoutRules
from flows.questions.answers import Problem
from flows.questions.parsing import SIGNS, WORDS
from flows.questions.units import KG
from flows.words import T
from flows.workouts.readings import Amount, Asked, readings
from flows.workouts.training import Sets

_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*([^\W\d_]*)|([x×*@]|[^\W\d_]+)")
_BELOW = re.compile(r"-\d")
"""A number below zero, or a range: neither is a set."""
_NAME = re.compile(r"[a-z]+")
_TENTHS = 10
TIMES = frozenset({"x", "×", "*", "of", "at", "with", "a", "and", "each"})
EFFORT = frozenset({"@", "rpe", "effort"})
LEFT = frozenset({"left", "rir", "reserve"})

NO_SET = Problem(
    T("I could not read that as a set. Type it as “8x60”, “12” or “45 s”, or tap a button.")
)
TOO_HEAVY = T("A weight can be {most} kg ({pounds} lb) at most here. What was it?")
TOO_MANY = T("A set can have {most} reps at most here. How many were they?")
TOO_MANY_SETS = T("At most {most} sets are noted at once. How many were they?")
TOO_LONG = T("A set can take {most} seconds at most here. How long was it?")
WHOLE = Problem(T("Reps and sets are whole numbers. How many were they?"))
TOO_MUCH_EFFORT = Problem(T("Effort goes from 0 to 10. How hard was it?"))
NO_WEIGHT = Problem(T("A weight has to be more than nothing. What was it?"))


def read(reply: str, asked: Asked, rules: WorkoutRules) -> tuple[Sets, ...] | Problem:
    """Read a typed set: one reading, the likely ones of several, or why it is none."""
    amounts, left = _parts(reply)
    if isinstance(left, Problem):
        return left
    if amounts is None or not amounts:
        return NO_SET
    checked = [_checked(one, asked.sets, rules) for one in readings(amounts, asked)]
    problems = (one for one in checked if isinstance(one, Problem))
    sound = tuple(one for one in checked if isinstance(one, Sets))
    near = tuple(one for one in sound if _likely(one, asked, rules))
    likely = tuple(one for one in near if _inside(one, asked)) or near or sound
    told = tuple(replace(one, done=_with(one.done, left)) for one in likely)
    return told or next(problems, NO_SET)


def _parts(reply: str) -> tuple[tuple[Amount, ...] | None, int | Problem | None]:
    """Cut a reply into amounts with their units, and the reps left that it tells of."""
    text = reply.casefold()
    for sign, spelled in SIGNS:
        text = text.replace(sign, spelled)
    if _BELOW.search(text):
        return None, None
    text = _NAME.sub(_digits, text)
    amounts: list[Amount] = []
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
            amounts.append(Amount(_value(number), "" if unit in TIMES | EFFORT else unit))
    return tuple(amounts), left


def _digits(name: re.Match[str]) -> str:
    """Write a number word in digits: "twelve" is 12."""
    value = WORDS.get(name[0], 0)
    return str(value) if value else name[0]


def _value(number: str) -> Fraction:
    return Fraction(number.replace(",", "."))


def _left(value: Fraction, unit: str) -> int | Problem:
    """Turn an effort of 0 to 10 into the reps that were left; "2 left" is told as it is."""
    if value > _TENTHS:
        return TOO_MUCH_EFFORT
    return int(value) if unit in LEFT else int(_TENTHS - value)


def _with(done: Done, left: int | Problem | None) -> Done:
    return replace(done, left=left) if isinstance(left, int) else done


def _likely(one: Sets, asked: Asked, rules: WorkoutRules) -> bool:
    """Whether a reading is near what was asked, in each of its parts."""
    done, plan = one.done, asked.done
    parts = ((done.kg, plan.kg), (done.reps, plan.reps), (done.seconds, plan.seconds))
    return all(
        told is None or wanted is None or wanted / rules.near <= told <= wanted * rules.near
        for told, wanted in parts
    )


def _inside(one: Sets, asked: Asked) -> bool:
    """Whether a reading has as many reps as the dose asks for."""
    span, reps = asked.reps, one.done.reps
    return span is not None and reps is not None and span.low <= reps <= span.high


def _checked(one: Sets, most: int, rules: WorkoutRules) -> Sets | Problem:
    """Hold a reading to the limits, `most` sets among them; reps of 0 are a set that failed."""
    done = one.done
    tests = (
        (one.sets < 1 or (done.reps or 0) < 0 or (done.seconds or 0) < 0, WHOLE),
        (one.sets > most, _most(TOO_MANY_SETS.template, most)),
        (done.kg is not None and done.kg <= 0, NO_WEIGHT),
        ((done.kg or 0) > rules.most_kg, _too_heavy(rules.most_kg)),
        ((done.reps or 0) > rules.most_reps, _most(TOO_MANY.template, rules.most_reps)),
        ((done.seconds or 0) > rules.most_seconds, _most(TOO_LONG.template, rules.most_seconds)),
    )
    return next((problem for fails, problem in tests if fails), one)


def _too_heavy(kg: float) -> Problem:
    pounds = round(kg / float(KG["lb"]))
    return Problem(T(TOO_HEAVY.template, most=f"{kg:g}", pounds=pounds))


def _most(template: str, most: float) -> Problem:
    return Problem(T(template, most=f"{most:g}"))
