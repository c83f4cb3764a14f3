"""What is remembered of a lift: its last outings, its best sets, and what of them is a record."""

from enum import StrEnum

from msgspec import Struct

from flows.programs.load_rules import LoadRules
from flows.programs.log import Done, Lift, Outing
from flows.programs.strength import best_of, estimate
from flows.programs.weights import weight
from flows.words import T, Text


class Best(StrEnum):
    """What can be a record."""

    WEIGHT = "weight"
    REPS = "reps"
    BOTH = "both"
    ESTIMATE = "estimate"


class Record(Struct, frozen=True, kw_only=True):
    """A record: the set that made it, and what was best before, in kg or in reps."""

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
    """Keep the sets that no other beats in weight and reps, lightest first."""
    kept: list[Done] = []
    for one in sorted(sets, key=_rank, reverse=True):
        if _reps(one) > max((_reps(other) for other in kept), default=0):
            kept.append(one)
    return tuple(reversed(kept))


def _rank(done: Done) -> tuple[float, int]:
    return done.kg or 0, _reps(done)


def _reps(done: Done) -> int:
    return done.reps or 0


def records(lift: Lift | None, outing: Outing, rules: LoadRules) -> tuple[Record, ...]:
    """List what an outing did best ever, one of a kind; nothing is a record the first time.

    `lift` is the one before this outing was noted.
    """
    if lift is None or not lift.tops:
        return ()
    done = sorted((one for one in outing.sets if _reps(one)), key=_rank, reverse=True)
    kinds = (
        [_heavier(lift, one) for one in done],
        [_longer(lift, one) for one in done],
        [_both(lift, one) for one in done],
        [_stronger(lift, one, rules) for one in done],
    )
    found = ([one for one in kind if one is not None] for kind in kinds)
    return tuple(max(kind, key=lambda one: one.value) for kind in found if kind)


def _heavier(lift: Lift, done: Done) -> Record | None:
    """Compare with the heaviest earlier set of as many reps."""
    before = max((one.kg or 0 for one in lift.tops if _reps(one) >= _reps(done)), default=None)
    if before is None or (done.kg or 0) <= before:
        return None
    return Record(best=Best.WEIGHT, done=done, value=done.kg or 0, before=before)


def _longer(lift: Lift, done: Done) -> Record | None:
    """Compare with the most reps of an earlier set of as much weight."""
    before = max((_reps(one) for one in lift.tops if (one.kg or 0) >= (done.kg or 0)), default=0)
    if before == 0 or _reps(done) <= before:
        return None
    return Record(best=Best.REPS, done=done, value=_reps(done), before=before)


def _both(lift: Lift, done: Done) -> Record | None:
    """Find more weight and more reps at once than any earlier set had."""
    heaviest, most = max(one.kg or 0 for one in lift.tops), max(map(_reps, lift.tops))
    if (done.kg or 0) <= heaviest or _reps(done) <= most:
        return None
    return Record(best=Best.BOTH, done=done, value=done.kg or 0, before=heaviest)


def _stronger(lift: Lift, done: Done, rules: LoadRules) -> Record | None:
    now = estimate(done, rules)
    if now is None or lift.best is None or now <= lift.best:
        return None
    return Record(best=Best.ESTIMATE, done=done, value=now, before=lift.best)


TOLD = {
    Best.WEIGHT: T("A record: {kg} for {reps} reps; before it was {before}."),
    Best.REPS: T("A record: {reps} reps with {kg}; before it was {before}."),
    Best.BOTH: T("A record: {kg} for {reps} reps, more weight and more reps than ever."),
    Best.ESTIMATE: T("A record: an estimated one-rep maximum of {value}; before it was {before}."),
}
BARE = T("A record: {reps} reps; before it was {before}.")


def told(record: Record, units: str) -> Text:
    """Say a record in a sentence, in the units that somebody reads."""
    if record.best is Best.REPS:
        template = TOLD[record.best] if record.done.kg else BARE
        values = {"before": T("{n}", n=f"{record.before:g}")}
    else:
        template = TOLD[record.best]
        values = {key: weight(getattr(record, key), units) for key in ("value", "before")}
    kg = weight(record.done.kg or 0, units)
    return T(template.template, kg=kg, reps=_reps(record.done), **values)
