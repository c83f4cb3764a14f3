"""Variety without chance: the same need takes the same exercises, in an order that can be told."""

from collections.abc import Callable, Iterable
from itertools import chain, zip_longest

from flows.programs.day import Day
from flows.programs.exercise import Exercise
from flows.programs.kinds import Pattern

Order = Callable[[Exercise], tuple[int, ...]]
MAINS = frozenset(
    {
        Pattern.SQUAT,
        Pattern.HINGE,
        Pattern.LUNGE,
        Pattern.STEP,
        Pattern.PUSH,
        Pattern.PRESS,
        Pattern.ROW,
        Pattern.PULLDOWN,
        Pattern.CURL,
        Pattern.EXTEND,
        Pattern.COMBINED,
    }
)
"""The movements that main lifts are taken from; the others only go along."""


def done_lately(day: Day, exercise: Exercise) -> int:
    """Give 0 for what was not in the last sessions, and more the later it was."""
    recent = day.need.recent
    place = next((n for n, ids in enumerate(recent) if exercise.id in ids), len(recent))
    return len(recent) - place


def steady(pool: Iterable[Exercise], order: Order, place: int) -> Exercise | None:
    """Take a main lift: each day of the week its own, and the same one every week.

    Of those that come first in the order, the movements take turns by the day's place.
    """
    ranked = sorted(pool, key=order)
    if not ranked:
        return None
    best = order(ranked[0])
    turns = _in_turn([one for one in ranked if order(one) == best])
    return turns[place % len(turns)]


def _in_turn(pool: list[Exercise]) -> list[Exercise]:
    patterns: dict[Pattern, list[Exercise]] = {}
    for one in pool:
        patterns.setdefault(one.pattern, []).append(one)
    dealt = chain.from_iterable(zip_longest(*patterns.values()))
    return [one for one in dealt if one is not None]


def fresh(pool: Iterable[Exercise], order: Order, count: int) -> list[Exercise]:
    """Take some by the order, each time one of a movement not yet taken where that is equal.

    The order's first numbers count before the movement, its last one (done lately) after it.
    """
    left, taken = list(pool), list[Exercise]()
    while left and len(taken) < count:
        patterns = {one.pattern for one in taken}
        one = min(left, key=lambda x: (*order(x)[:-1], x.pattern in patterns, order(x)[-1]))
        left.remove(one)
        taken.append(one)
    return taken
