"""Variety without chance: the same need takes the same exercises, in an order that can be told."""

from collections.abc import Callable, Iterable
from itertools import chain, zip_longest

from flows.programs.exercise import Exercise
from flows.programs.kinds import Pattern

Order = Callable[[Exercise], tuple[int, ...]]
MAINS = (
    Pattern.SQUAT,
    Pattern.HINGE,
    Pattern.LUNGE,
    Pattern.STEP,
    Pattern.PUSH,
    Pattern.ROW,
    Pattern.PULLDOWN,
    Pattern.PRESS,
    Pattern.COMBINED,
    Pattern.CURL,
    Pattern.EXTEND,
)
"""The movements that main lifts are taken from, in the order of their turns."""
TURNS = {pattern: place for place, pattern in enumerate(dict.fromkeys((*MAINS, *Pattern)))}


def steady(pool: Iterable[Exercise], order: Order, place: int) -> Exercise:
    """Take a main lift: each day of the week its own, and the same one every week.

    Of those that come first in the order, the movements take turns by the day's place.
    """
    ranked = [(order(one), one) for one in pool]
    best = min(rank for rank, _ in ranked)
    turns = _in_turn([one for rank, one in ranked if rank == best])
    return turns[place % len(turns)]


def _in_turn(pool: list[Exercise]) -> list[Exercise]:
    patterns: dict[Pattern, list[Exercise]] = {}
    for one in sorted(pool, key=lambda one: TURNS[one.pattern]):
        patterns.setdefault(one.pattern, []).append(one)
    dealt = chain.from_iterable(zip_longest(*patterns.values()))
    return [one for one in dealt if one is not None]


def fresh(pool: Iterable[Exercise], order: Order, count: int) -> list[Exercise]:
    """Take some by the order, each time one of a movement not yet taken where that is equal.

    The order's first numbers count before the movement, its last one (done lately) after it.
    """
    left, taken = [(order(one), one) for one in pool], list[Exercise]()
    while left and len(taken) < count:
        patterns = {one.pattern for one in taken}
        best = min(left, key=lambda x: (x[0][:-1], x[1].pattern in patterns, x[0][-1]))
        left.remove(best)
        taken.append(best[1])
    return taken
