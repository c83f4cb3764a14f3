"""The safety promise: a worse or unknown reading never gets a higher verdict nor a higher step.

Each axis is one safety reading, its known values from best to worst. Unknown is held against the
best value; an unknown week before counts as its worst. The grid of all axes is walked whole on
few values, and all pairs of axes on all values, for many positions.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence

import pytest
from msgspec import Struct
from msgspec.structs import replace

from flows.phases.items import Item, Voucher
from flows.phases.position import Form, Injury, PainKind, Position, Week
from flows.phases.profile import Condition
from flows.phases.signs import Sign
from flows.steps import Goal
from tests.flows.phases.people import (
    GOOD,
    P1,
    P2,
    P3,
    P4,
    P5,
    cleared,
    standing,
    supervised,
)
from tests.flows.policy import review

Facts = tuple[Position, Week]
Change = Callable[[Position, Week], Facts]
Standing = tuple[int, int]
Record = Callable[[str, object], None]


class Axis(Struct, frozen=True):
    """One reading: known values, best first; the unknown; and those walked on the whole grid."""

    name: str
    known: tuple[Change, ...]
    unknown: tuple[Change, ...] = ()
    few: tuple[int, ...] = (0, -1)
    unknown_is_worst: bool = False

    @property
    def values(self) -> tuple[Change, ...]:
        return (*self.known, *self.unknown)

    def ordered(self) -> Iterator[tuple[int, int]]:
        """Pairs of indexes: better, worse."""
        yield from itertools.combinations(range(len(self.known)), 2)
        last = len(self.known)
        for unknown in range(last, last + len(self.unknown)):
            betters = range(last) if self.unknown_is_worst else (0,)
            yield from ((better, unknown) for better in betters)


def now(**changes: object) -> Change:
    return lambda position, week: (position, replace(week, **changes))


def last(**changes: object) -> Change:
    def change(position: Position, week: Week) -> Facts:
        *older, newest = position.past
        return replace(position, past=(*older, replace(newest, **changes))), week

    return change


def body(condition: Condition | None, *items: Item, **more: object) -> Change:
    """One more condition; None makes all of them unknown."""

    def change(position: Position, week: Week) -> Facts:
        told = position.profile.conditions
        more_told = None if condition is None else (*(told or ()), condition)
        profile = replace(position.profile, conditions=more_told, **more)
        return replace(position, profile=profile, items=(*position.items, *items)), week

    return change


def tired(each: int | None) -> dict[str, object]:
    return {"sleep": each, "stress": each, "fatigue": each, "soreness": each}


PREGNANT = Condition.PREGNANCY
AXES = (
    Axis(
        "pain",
        tuple(now(pain=value) for value in (0, 2, 3, 4, 5, 6, 10)),
        (now(pain=None),),
        (0, 2, 3),
    ),
    Axis(
        "pain before",
        tuple(last(pain=value) for value in (0, 3, 6)),
        (last(pain=None),),
        (0, -1),
        unknown_is_worst=True,
    ),
    Axis(
        "kind of pain",
        (now(pain_kinds=(PainKind.DULL,)), now(pain_kinds=(PainKind.LOCKING,))),
        (),
        (0,),
    ),
    Axis(
        "signs",
        (now(signs=()), now(signs=(Sign.EDEMA,)), now(signs=(Sign.CHEST, Sign.EDEMA))),
        (now(signs=None),),
        (0,),
    ),
    Axis(
        "readiness",
        tuple(now(**tired(each)) for each in (1, 3, 4, 5, 7)),
        (now(sleep=None),),
        (0, 2, 3),
    ),
    Axis(
        "readiness before",
        tuple(last(**tired(each)) for each in (2, 4, 6)),
        (last(stress=None),),
        (0, -1),
        unknown_is_worst=True,
    ),
    Axis(
        "adherence",
        tuple(now(sessions_done=done) for done in (4, 3, 2, 1, 0)),
        (now(sessions_done=None), now(sessions_planned=0)),
        (0, -3),
    ),
    Axis(
        "adherence before",
        tuple(last(sessions_done=done) for done in (4, 3, 1)),
        (last(sessions_done=None),),
        (0, -1),
        unknown_is_worst=True,
    ),
    Axis("form", tuple(now(form=form) for form in Form), (now(form=None),), (0, 2)),
    Axis(
        "form before",
        tuple(last(form=form) for form in Form),
        (last(form=None),),
        (0, -1),
        unknown_is_worst=True,
    ),
    Axis("check-in", (now(), now(missed=True))),
    Axis(
        "screening",
        (now(), now(health_changed=True)),
        (lambda position, week: (replace(position, screened=None), week),),
        (0,),
    ),
    Axis(
        "clearance",
        (
            now(),
            body(Condition.DIABETES, cleared("condition.diabetes")),
            body(Condition.DIABETES, cleared("condition.diabetes", P2)),
            body(Condition.DIABETES, cleared("condition.diabetes", P5, Voucher.SELF)),
            body(Condition.DIABETES, cleared("condition.diabetes", P1)),
            body(Condition.DIABETES),
            body(Condition.CORONARY, cleared("condition.coronary", P5, Voucher.SELF)),
        ),
        (body(None),),
        (0, 2),
    ),
    Axis(
        "pregnancy",
        (
            now(),
            body(PREGNANT, cleared("condition.pregnancy"), pregnancy_week=8),
            body(PREGNANT, cleared("condition.pregnancy"), pregnancy_week=20),
            body(PREGNANT, cleared("condition.pregnancy"), pregnancy_week=None),
            body(PREGNANT, pregnancy_week=8),
            body(PREGNANT, pregnancy_week=None),
        ),
        (),
        (0,),
    ),
    Axis(
        "time off",
        tuple(now(weeks_off=weeks) for weeks in (0, 0.5, 1, 1.9, 2, 3.9, 4, 8, 12, 60)),
        (now(weeks_off=None),),
        (0, 4, 6),
    ),
    Axis("illness", tuple(now(ill_days=days) for days in (0, 3, 7, 8, 20, 90)), (), (0,)),
    Axis("injury", (now(), now(injury=Injury.CLEARED), now(injury=Injury.NEW)), (), (0,)),
    Axis("pregnancy told", (now(), now(pregnant=True)), (), (0,)),
    Axis("stalled", (now(), now(stalled=True)), (), (0,)),
    Axis("fever", (now(), now(chest_fever=True)), (), (0,)),
    Axis("blood pressure", (now(), now(systolic=180)), (), (0,)),
)


def standing_of(facts: Facts) -> Standing:
    verdict = review(*facts)
    return verdict.verdict.rank, verdict.phase or 0


def applied(start: Facts, changes: Sequence[Change]) -> Facts:
    for change in changes:
        start = change(*start)
    return start


def assert_never_higher(better: Standing, worse: Standing, told: object) -> None:
    assert worse[0] <= better[0], f"a higher verdict for the worse: {told}"
    assert worse[1] <= better[1], f"a higher step for the worse: {told}"


def alone(position: Position) -> Position:
    return position


CONTEXTS = [
    pytest.param(make(standing(phase, goal, weeks)), id=f"{goal}-{int(phase)}-{weeks}")
    for goal, phase, weeks, make in (
        (Goal.FAT_LOSS, P1, 4, supervised),
        (Goal.FAT_LOSS, P1, 7, alone),
        (Goal.FAT_LOSS, P3, 4, alone),
        (Goal.MUSCLE, P2, 4, supervised),
        (Goal.MUSCLE, P3, 4, supervised),
        (Goal.MUSCLE, P4, 7, supervised),
        (Goal.PERFORMANCE, P2, 4, supervised),
        (Goal.PERFORMANCE, P5, 2, supervised),
        (Goal.HEALTH, P2, 4, alone),
    )
]


@pytest.mark.no_cover
@pytest.mark.parametrize("position", CONTEXTS)
def test_pairwise_on_all_values(position: Position, record_property: Record) -> None:
    pairs = itertools.combinations(map(len, (axis.values for axis in AXES)), 2)
    record_property("combinations", sum(one * other for one, other in pairs))
    for one, other in itertools.combinations(AXES, 2):
        seen = {
            (i, j): standing_of(applied((position, GOOD), (change, second)))
            for i, change in enumerate(one.values)
            for j, second in enumerate(other.values)
        }
        for better, worse in one.ordered():
            for j in range(len(other.values)):
                assert_never_higher(
                    seen[better, j], seen[worse, j], (one.name, worse, other.name, j)
                )
        for better, worse in other.ordered():
            for i in range(len(one.values)):
                assert_never_higher(
                    seen[i, better], seen[i, worse], (other.name, worse, one.name, i)
                )


FEW = {axis.name: axis.few for axis in AXES}
WIDE = FEW | {
    "pain": (0, 2, 3, 5),
    "signs": (0, 1),
    "adherence": (0, 2, 4),
    "form": (0, 1, 2),
    "clearance": (0, 2, 5),
    "pregnancy": (0, 2),
    "time off": (0, 4, 6),
}
"""Which values of each axis are walked with all values of all others."""


def walk_whole(position: Position, chosen: dict[str, tuple[int, ...]]) -> int:
    """Hold every point of a grid against its neighbours; gives the number of points."""
    few = [[range(len(axis.values))[index] for index in chosen[axis.name]] for axis in AXES]
    seen = {
        point: standing_of(
            applied(
                (position, GOOD), [axis.values[i] for axis, i in zip(AXES, point, strict=True)]
            )
        )
        for point in itertools.product(*few)
    }
    assert len({rank for rank, _ in seen.values()}) > 2
    for at, axis in enumerate(AXES):
        pairs = [pair for pair in axis.ordered() if set(pair) <= set(few[at])]
        for (better, worse), point in itertools.product(pairs, seen):
            if point[at] == better:
                other = (*point[:at], worse, *point[at + 1 :])
                assert_never_higher(seen[point], seen[other], (axis.name, point, worse))
    return len(seen)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "position", [supervised(standing(P3, Goal.MUSCLE)), standing(P2, Goal.FAT_LOSS)]
)
def test_exhaustively_on_few_values(position: Position, record_property: Record) -> None:
    record_property("combinations", walk_whole(position, FEW))


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_exhaustively_on_many_values(record_property: Record) -> None:
    position = supervised(standing(P3, Goal.MUSCLE))
    record_property("combinations", walk_whole(position, WIDE))
