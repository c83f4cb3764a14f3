"""The strength work of a day: for each part a main lift, others beside it, and their pairs."""

from collections.abc import Callable, Iterator

from flows.programs.day import Day
from flows.programs.doses import Quantity, Role
from flows.programs.exercise import Exercise
from flows.programs.figures import many
from flows.programs.goals import FULL
from flows.programs.kinds import Component, Part, Trait
from flows.programs.left import ALL
from flows.programs.naming import PARTS
from flows.programs.slots import Slot, locked, paired, single
from flows.programs.taking import MAINS, fresh, steady
from flows.steps import Level
from flows.words import T, Text

LEVELS: dict[Role, Level] = {
    Role.STRENGTH: Level.STRENGTH,
    Role.STABILITY: Level.STABILIZATION,
    Role.POWER: Level.POWER,
}
MAIN = T("Main work for the {part}: the same on this day every week, so that you see it grow.")
BESIDE = T("More for the {part}: what you did lately waits, so that it is not always the same.")


def resistance(day: Day, parts: tuple[Part, ...]) -> tuple[Slot, ...]:
    """Choose the most that the step allows for each part."""
    return tuple(slot for part in parts for slot in _part(day, part))


def offered(day: Day, part: Part, role: Role) -> tuple[Exercise, ...]:
    """List what may be done for a part in a role."""
    level = LEVELS.get(role)
    return tuple(
        one
        for one in day.allowed[Component.RESISTANCE]
        if one.part is part and level in {None, one.level}
    )


def role_of(day: Day, exercise: Exercise) -> Role:
    """Give the role of an exercise on this day: what its level is for, else the main one."""
    partner = day.partner
    return partner if partner and LEVELS[partner] is exercise.level else day.main


def _part(day: Day, part: Part) -> Iterator[Slot]:
    pool, mates = offered(day, part, day.main), list(_mates(day, part))
    count = many(day, Component.RESISTANCE, day.main, ALL)
    for rank, one in enumerate(_lifts(day, pool, mates, count)):
        why = T((BESIDE if rank else MAIN).template, part=PARTS[part])
        if mates:
            mate = _mate(day, one, mates)
            mates.remove(mate)
            yield paired(day, one, mate, rank, why)
        else:
            yield single(day, one, rank, why)


def _mates(day: Day, part: Part) -> tuple[Exercise, ...]:
    return () if day.partner is None else offered(day, part, day.partner)


def _lifts(
    day: Day, pool: tuple[Exercise, ...], mates: list[Exercise], count: int
) -> list[Exercise]:
    heavy, apart = _near_maximal(day), _nearest(day, mates)

    def order(one: Exercise) -> tuple[int, ...]:
        return (
            not locked(day, one),
            apart(one),
            one.posture in day.limits.rather_not,
            heavy and Trait.HEAVY not in one.traits,
            one.pattern not in MAINS,
            not one.loaded,
        )

    def beside(one: Exercise) -> tuple[int, ...]:
        alike = one.pattern is first.pattern
        return (*order(one)[:4], alike, *order(one)[4:], day.lately.get(one.id, 0))

    first = steady(pool, order, day.need.place)
    others = [one for one in pool if one is not first]
    return [first, *fresh(others, beside, count - 1)]


def _nearest(day: Day, mates: list[Exercise]) -> Callable[[Exercise], int]:
    """Say how near the nearest mate of an exercise is; all are as near where there are none."""
    ids, patterns = {mate.id for mate in mates}, {mate.pattern for mate in mates}

    def nearest(one: Exercise) -> int:
        if not mates or not ids.isdisjoint(_twins(day, one)):
            return 0
        return 2 - (one.pattern in patterns)

    return nearest


def _near_maximal(day: Day) -> bool:
    """Whether the step asks for loads up to one's best."""
    amounts = day.amounts(Component.RESISTANCE, day.main)
    return amounts.figures[Quantity.PERCENT].high >= FULL


def _mate(day: Day, one: Exercise, mates: list[Exercise]) -> Exercise:
    """Take what is most alike; where several are, each day of the week has its own."""

    def order(mate: Exercise) -> tuple[int, ...]:
        rather_not = mate.posture in day.limits.rather_not
        return not locked(day, mate), _apart(day, one, mate), rather_not

    return steady(mates, order, day.need.place)


def _apart(day: Day, one: Exercise, mate: Exercise) -> int:
    """Say how far apart two are: 0 the book's pair, 1 of one movement, else 2."""
    if mate.id in _twins(day, one):
        return 0
    return 2 - (one.pattern is mate.pattern)


def _twins(day: Day, one: Exercise) -> tuple[str, ...]:
    return day.book.twins.get((day.need.phase, one.id), ())


def empty_parts(day: Day, parts: tuple[Part, ...]) -> tuple[Text, ...]:
    """Name the parts that nothing is left for."""
    return tuple(PARTS[part] for part in parts if not offered(day, part, day.main))
