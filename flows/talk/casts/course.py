"""How a reminder gets to each member: a few ahead of what is sent, so that it can be stopped."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.effects import Decision, Effect, Pick, Survey
from flows.people import PersonId, gym_id
from flows.reach import Recipient, Result, chosen
from flows.talk.casts import again, saying
from flows.talk.casts.copies import Rows, moved, on, tell, without, written
from flows.ties import Member

AHEAD = 32
"""How many are told and not heard of yet: not two seconds of sending, replies between them."""
REFILL = 16
SHOWN_EVERY = timedelta(seconds=3)
MOVING = (Stage.SENDING, Stage.RECALLING)


def begun(cast: Broadcast, members: tuple[Member, ...], at: datetime) -> Decision[Broadcast]:
    """Take the list of whom it is for, as the roster is now, and begin."""
    order = cast.order
    people = chosen(members, order, at)
    rows = tuple(Recipient(id=one.id, zone=one.zone or "UTC") for one in people)
    zones = {one.zone for one in rows} if order.when else set()
    cast = on(cast, total=len(people), zones=tuple(sorted(zones)), since=at)
    cast, noted = written(cast, rows)
    return onward(replace(cast, stage=Stage.SENDING), at, rows=noted)


def onward(
    cast: Broadcast, at: datetime, rows: Rows = (), told: tuple[Effect, ...] = ()
) -> Decision[Broadcast]:
    """Ask for the next ones, or wait, or end; and show how it goes, every few seconds."""
    stage = cast.stage
    more = _next(cast, at)
    cast, shown = _shown(on(more.state, heard=at), at, anew=more.state.stage is not stage)
    effects = (*told, *more.effects, *shown)
    return Decision(state=cast, effects=effects, rows=(*rows, *more.rows))


def _next(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    course = cast.course
    if cast.stage not in MOVING or course.asked is not None:
        return Decision(state=cast)
    if course.again or not course.dry:
        few = len(course.out) <= AHEAD - REFILL
        return _more(cast, AHEAD - len(course.out)) if few else Decision(state=cast)
    return Decision(state=cast if course.out else _ended(cast, at))


def _more(cast: Broadcast, most: int) -> Decision[Broadcast]:
    course = cast.course
    if course.again:
        return again.batch(cast, most)
    wanted = Result.WAITING if cast.stage is Stage.SENDING else Result.SENT
    pick = Pick(result=wanted, most=most, but=course.zones)
    return Decision(state=on(cast, asked=course.zones), effects=(pick,))


def _ended(cast: Broadcast, at: datetime) -> Broadcast:
    if cast.course.zones:
        return replace(cast, stage=Stage.WAITING)
    return replace(on(cast, ended=cast.course.ended or at), stage=Stage.DONE)


def _shown(cast: Broadcast, at: datetime, *, anew: bool) -> tuple[Broadcast, tuple[Effect, ...]]:
    if cast.order.round and cast.stage is not Stage.DONE:
        return cast, ()
    if cast.stage is Stage.DONE:
        return cast, result(cast)
    last = cast.course.shown
    if not anew and last is not None and at - last < SHOWN_EVERY:
        return cast, ()
    return on(cast, shown=at), (saying.progress(cast, at),)


def result(cast: Broadcast) -> tuple[Effect, ...]:
    """Report; who runs the gym, and the names of those not known, are looked up first."""
    if cast.order.round and not cast.course.total:
        return ()
    return (Survey(gym=gym_id(cast.order.gym)),)


def named(cast: Broadcast, members: tuple[Member, ...]) -> Decision[Broadcast]:
    """Report, with the names of those of whom it is not known."""
    unknown = set(cast.course.unknown)
    names = tuple(one.name for one in members if one.id in unknown)
    return Decision(state=cast, effects=(saying.report(cast, names),))


def picked(cast: Broadcast, found: tuple[Recipient, ...], at: datetime) -> Decision[Broadcast]:
    """Tell the next ones; those that were asked for before a pause or an end are left."""
    course = cast.course
    cast = on(cast, asked=None)
    if cast.stage not in MOVING or course.dry:
        return onward(cast, at)
    people = tuple(one.id for one in found)
    cast, rows = written(cast, (replace(one, result=Result.OUT) for one in found))
    dry = len(people) < REFILL and course.asked == course.zones
    cast = on(cast, out=(*course.out, *people), dry=dry)
    return onward(cast, at, rows=rows, told=tuple(tell(cast, one) for one in people))


def delivered(
    cast: Broadcast, member: PersonId, outcome: Result, at: datetime
) -> Decision[Broadcast]:
    """Note what became of one member's copy, also when it is heard of late."""
    course = cast.course
    if member not in (*course.out, *course.unknown, *course.again):
        return Decision(state=cast)
    late = member in course.unknown and member not in course.out
    old = Result.UNKNOWN if late else Result.SENT if cast.stage is Stage.RECALLING else None
    unknown = without(course.unknown, member)
    cast = on(
        cast,
        out=without(course.out, member),
        again=without(course.again, member),
        unknown=(*unknown, member) if outcome is Result.UNKNOWN else unknown,
        results=moved(course, old, outcome, 1),
    )
    cast, rows = written(cast, (Recipient(id=member, result=outcome),))
    return onward(cast, at, rows=rows)


def overdue(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    """Give up those nothing was heard of, who may be gone: the rest go on, the report tells."""
    course = cast.course
    recalls = cast.stage is Stage.RECALLING
    old, now = (Result.SENT, Result.KEPT) if recalls else (None, Result.UNKNOWN)
    cast, rows = written(cast, (Recipient(id=one, result=now) for one in course.out))
    cast = on(
        cast,
        out=(),
        unknown=course.unknown if recalls else (*course.unknown, *course.out),
        results=moved(course, old, now, len(course.out)),
    )
    return onward(cast, at, rows=rows)


def cancelled(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    """End it: who is told already is heard of, nobody else is told."""
    ended = on(again.given_up(cast), dry=True, zones=())
    return onward(running(ended, at), at)


def running(cast: Broadcast, at: datetime) -> Broadcast:
    """Let it run, and measure its pace from here."""
    return replace(on(cast, since=at, base=saying.done(cast), shown=None), stage=Stage.SENDING)


def hour_came(cast: Broadcast, zone: str, at: datetime) -> Decision[Broadcast]:
    """Go on with those who live in a zone, now that the hour has come there."""
    course = cast.course
    if zone not in course.zones:
        return Decision(state=cast)
    zones = tuple(one for one in course.zones if one != zone)
    cast = on(cast, zones=zones, dry=False)
    return onward(running(cast, at) if cast.stage is Stage.WAITING else cast, at)
