"""What a person's equipment is in things, and how an exercise is done with them."""

from msgspec.structs import replace

from flows.phases.profile import Equipment
from flows.programs.exercise import Exercise
from flows.programs.kinds import Kit

KITS: dict[Equipment, frozenset[Kit]] = {
    Equipment.NONE: frozenset(),
    Equipment.BANDS: frozenset({Kit.BAND}),
    Equipment.DUMBBELLS: frozenset({Kit.DUMBBELL, Kit.KETTLEBELL}),
    Equipment.BARBELL: frozenset({Kit.BARBELL, Kit.BENCH}),
    Equipment.MACHINES: frozenset(
        {Kit.MACHINE, Kit.CABLE, Kit.BENCH, Kit.BALL, Kit.BOX, Kit.BAR},
    ),
    Equipment.BALL_AND_ROOM: frozenset({Kit.MEDICINE_BALL, Kit.BOX, Kit.ROOM}),
}


WEIGHTS = frozenset(
    {Kit.DUMBBELL, Kit.KETTLEBELL, Kit.BARBELL, Kit.CABLE, Kit.MACHINE, Kit.MEDICINE_BALL}
)
"""Things whose weight is noted; that of a band is not known."""


def things(equipment: tuple[Equipment, ...] | None) -> frozenset[Kit]:
    """List the things that are there; unknown counts as none."""
    return frozenset[Kit]().union(*(KITS[one] for one in equipment or ()))


def enough(exercise: Exercise, have: frozenset[Kit]) -> bool:
    """Whether one of its ways to be done needs nothing that is missing."""
    return any(map(have.issuperset, exercise.kit))


def narrowed(exercise: Exercise, have: frozenset[Kit]) -> Exercise:
    """Give an exercise with the ways that miss nothing; it is loaded only if one has a weight."""
    ways = tuple(way for way in exercise.kit if have.issuperset(way))
    if ways == exercise.kit:
        return exercise
    weighs = any(WEIGHTS.intersection(way) for way in ways)
    return replace(exercise, kit=ways, loaded=exercise.loaded and weighs)
