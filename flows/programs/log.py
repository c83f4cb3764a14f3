"""What was done of a session: sets as they were told, and the recent history of each lift."""

from datetime import date

from msgspec import Struct

from flows.programs.session import Span
from flows.steps import Phase


class Done(Struct, frozen=True, kw_only=True):
    """One set: kilograms if there were any, reps or seconds, and how many reps were left."""

    kg: float | None = None
    reps: int | None = None
    seconds: int | None = None
    left: int | None = None


class Outing(Struct, frozen=True, kw_only=True):
    """All sets of one exercise on one day, under the phase of that session.

    `asked` are the reps that were asked for. `light`: in a lighter week, so that the next usual
    one goes on from the loads before it.
    """

    on: date
    phase: Phase
    sets: tuple[Done, ...]
    asked: Span | None = None
    light: bool = False


class Lift(Struct, frozen=True, kw_only=True):
    """The last outings of an exercise, newest last, and its best one repetition maximum, in kg.

    `tops` are the best sets ever, lightest first: no set has both more weight and as many reps.
    """

    exercise: str
    outings: tuple[Outing, ...]
    best: float | None = None
    tops: tuple[Done, ...] = ()
