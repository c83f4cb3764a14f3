"""What is remembered of a lift: its last outings, its best sets, and what of them is a record."""

from enum import StrEnum

from msgspec import Struct

from flows.programs.load_rules import LoadRules
from flows.programs.log import Done, Lift, Outing
from flows.programs.strength import best_of, estimate


class Best(StrEnum):
    """What can be a record."""

    WEIGHT = "weight"
    REPS = "reps"
    TIME = "time"
    ESTIMATE = "estimate"


class Record(Struct, frozen=True, kw_only=True):
    """A record: the set that made it, and what was best before, in kg, reps or seconds."""

    best: Best
    done: Done
    value: float
    before: float


def noted(lift: Lift | None, exercise: str, outing: Outing, rules: LoadRules) -> Lift:
    """Add an outing to a lift, or begin one, under the id of its exercise."""
    old = lift or Lift(exercise=exercise, outings=())
    found = (old.best, best_of(outing.sets, rules))
    return Lift(
        exercise=exercise,
        outings=(*old.outings, outing)[-int(rules.kept.high) :],
        best=max((one for one in found if one is not None), default=None),
        tops=_tops((*old.tops, *outing.sets)),
    )


def _tops(sets: tuple[Done, ...]) -> tuple[Done, ...]:
    """Keep the sets that no other of their kind beats in weight and count, lightest first."""
    return tuple(one for held in (False, True) for one in _unbeaten(_alike(sets, held=held)))


def _unbeaten(sets: tuple[Done, ...]) -> tuple[Done, ...]:
    kept: list[Done] = []
    for one in sorted(sets, key=_rank, reverse=True):
        if _count(one) > max((_count(other) for other in kept), default=0):
            kept.append(one)
    return tuple(reversed(kept))


def _alike(sets: tuple[Done, ...], *, held: bool) -> tuple[Done, ...]:
    """Take the sets that are held for a time, or those that are counted."""
    return tuple(one for one in sets if _held(one) is held)


def _held(done: Done) -> bool:
    return done.reps is None


def _rank(done: Done) -> tuple[float, int]:
    return done.kg or 0, _count(done)


def _count(done: Done) -> int:
    """Give the reps of a set, or the seconds of one that is held."""
    return (done.seconds if done.reps is None else done.reps) or 0


def records(lift: Lift | None, outing: Outing, rules: LoadRules) -> tuple[Record, ...]:
    """List what an outing did best ever, one of a kind; nothing is a record the first time.

    `lift` is the one before this outing was noted.
    """
    if lift is None or not lift.tops:
        return ()
    done = sorted((one for one in outing.sets if _count(one)), key=_rank, reverse=True)
    kinds = (
        [_heavier(lift, one) for one in done],
        [_longer(lift, one) for one in done],
        [_stronger(lift, one, rules) for one in done],
    )
    found = ([one for one in kind if one is not None] for kind in kinds)
    return tuple(max(kind, key=lambda one: one.value) for kind in found if kind)


def _heavier(lift: Lift, done: Done) -> Record | None:
    """Compare with the heaviest earlier set of as many reps, or held as long."""
    tops = _alike(lift.tops, held=_held(done))
    before = max((one.kg or 0 for one in tops if _count(one) >= _count(done)), default=None)
    if before is None or (done.kg or 0) <= before:
        return None
    return Record(best=Best.WEIGHT, done=done, value=done.kg or 0, before=before)


def _longer(lift: Lift, done: Done) -> Record | None:
    """Compare with the most reps, or the longest time, of an earlier set of as much weight."""
    tops = _alike(lift.tops, held=_held(done))
    before = max((_count(one) for one in tops if (one.kg or 0) >= (done.kg or 0)), default=0)
    if before == 0 or _count(done) <= before:
        return None
    best = Best.TIME if _held(done) else Best.REPS
    return Record(best=best, done=done, value=_count(done), before=before)


def _stronger(lift: Lift, done: Done, rules: LoadRules) -> Record | None:
    now = estimate(done, rules)
    if now is None or lift.best is None or now <= lift.best:
        return None
    return Record(best=Best.ESTIMATE, done=done, value=now, before=lift.best)
