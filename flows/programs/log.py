"""What was done of a session: sets as they were told, and the recent history of each lift."""

from datetime import date

from msgspec import Struct

from flows.steps import Phase


class Done(Struct, frozen=True, kw_only=True):
    """One set: kilograms if there were any, reps or seconds, and how many reps were left."""

    kg: float | None = None
    reps: int | None = None
    seconds: int | None = None
    left: int | None = None


class Outing(Struct, frozen=True, kw_only=True):
    """All sets of one exercise on one day, under the phase of that session."""

    on: date
    phase: Phase
    sets: tuple[Done, ...]


class Lift(Struct, frozen=True, kw_only=True):
    """The last outings of an exercise, newest last, and its best one repetition maximum, in kg."""

    exercise: str
    outings: tuple[Outing, ...]
    best: float | None = None
