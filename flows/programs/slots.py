"""What is chosen for a section, before it is known how much of it there is time for."""

from msgspec import Struct

from flows.programs.day import Day
from flows.programs.doses import Role
from flows.programs.exercise import Exercise
from flows.programs.kinds import Part
from flows.programs.naming import TWINS
from flows.words import T, Text

LOCKED = T("Settled to be in every session.")
SWAPPED = T("In place of {name}, as it was settled.")


class Slot(Struct, frozen=True, kw_only=True):
    """An exercise in its role, with its `mate` where it is half of a pair, and why.

    `rank` from 0: what has the lower one stays longer when time is short. `locked` stays always.
    """

    exercise: Exercise
    role: Role
    part: Part
    rank: int
    mate: Exercise | None = None
    mate_role: Role | None = None
    locked: bool = False
    why: tuple[Text, ...] = ()
    mate_why: tuple[Text, ...] = ()


def single(day: Day, exercise: Exercise, rank: int, why: Text) -> Slot:
    """Make a slot of one exercise, after the wishes were looked at."""
    chosen = wished(day, exercise)
    return Slot(
        exercise=chosen,
        role=Role.SINGLE,
        part=exercise.part,
        rank=rank,
        locked=locked(day, chosen),
        why=(why, *_wishes(day, chosen, exercise)),
    )


def paired(day: Day, exercise: Exercise, mate: Exercise, rank: int, why: Text) -> Slot:
    """Make a slot of a pair, after the wishes were looked at."""
    alone, second = single(day, exercise, rank, why), wished(day, mate)
    role = day.partner or Role.SINGLE
    return Slot(
        exercise=alone.exercise,
        role=day.main,
        part=exercise.part,
        rank=rank,
        mate=second,
        mate_role=role,
        locked=alone.locked or locked(day, second),
        why=alone.why,
        mate_why=(
            T(TWINS[role].template, name=alone.exercise.name),
            *_wishes(day, second, mate),
        ),
    )


def locked(day: Day, exercise: Exercise) -> bool:
    """Whether it was settled to be in every session."""
    return exercise.id in day.need.wishes.locked


def wished(day: Day, exercise: Exercise) -> Exercise:
    """Give what was settled in its place, if that may be done today."""
    target = dict(day.need.wishes.swaps).get(exercise.id)
    pool = day.allowed[exercise.component] if target else ()
    return next((one for one in pool if one.id == target), exercise)


def _wishes(day: Day, chosen: Exercise, instead_of: Exercise) -> tuple[Text, ...]:
    told = []
    if locked(day, chosen):
        told.append(LOCKED)
    if chosen is not instead_of:
        told.append(T(SWAPPED.template, name=instead_of.name))
    return tuple(told)
