"""How a reminder gets to each member: a few ahead of what is sent, so that it can be stopped."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from flows.broadcast import Broadcast, Course, Stage
from flows.effects import Decision, Effect, Pick, Row, Survey, Tell
from flows.people import PersonId, broadcast_id, gym_id, person_id
from flows.reach import Recipient, Result, chosen
from flows.reminded import Recalled, Reminded
from flows.talk.casts import saying
from flows.ties import Member

AHEAD = 32
"""How many are told and not heard of yet: not two seconds of sending, replies between them."""
REFILL = 16
SHOWN_EVERY = timedelta(seconds=3)
MOVING = (Stage.SENDING, Stage.RECALLING)

Rows = tuple[Row, ...]


def on(cast: Broadcast, **changes: object) -> Broadcast:
    """Change how a reminder goes."""
    return replace(cast, course=replace(cast.course, **changes))


def begun(cast: Broadcast, members: tuple[Member, ...], at: datetime) -> Decision[Broadcast]:
    """Take the list of whom it is for, as the roster is now, and begin."""
    order = cast.order
    people = chosen(members, order, at)
    rows = tuple(Recipient(id=one.id, zone=one.zone or "UTC") for one in people)
    zones = {one.zone for one in rows} if order.when else set()
    cast = on(cast, total=len(people), zones=tuple(sorted(zones)), since=at)
    cast, written = _written(cast, rows)
    return onward(replace(cast, stage=Stage.SENDING), at, rows=written)


def onward(
    cast: Broadcast, at: datetime, rows: Rows = (), told: tuple[Effect, ...] = ()
) -> Decision[Broadcast]:
    """Ask for the next ones, or wait, or end; and show how it goes, every few seconds."""
    stage = cast.stage
    course = cast.course
    more: tuple[Effect, ...] = ()
    if stage in MOVING and course.asked is None:
        if not course.dry and len(course.out) <= AHEAD - REFILL:
            cast, more = _asking(cast)
        elif course.dry and not course.out:
            cast = _ended(cast, at)
    cast, shown = _shown(on(cast, heard=at), at, anew=cast.stage is not stage)
    return Decision(state=cast, effects=(*told, *more, *shown), rows=rows)


def _asking(cast: Broadcast) -> tuple[Broadcast, tuple[Effect, ...]]:
    course = cast.course
    wanted = Result.WAITING if cast.stage is Stage.SENDING else Result.SENT
    pick = Pick(result=wanted, most=AHEAD - len(course.out), but=course.zones)
    return on(cast, asked=course.zones), (pick,)


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
    """Report; whose fate is not known is looked up first, for their names."""
    if cast.order.round and not cast.course.total:
        return ()
    if cast.course.unknown:
        return (Survey(gym=gym_id(cast.order.gym)),)
    return (saying.report(cast),)


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
    cast, rows = _written(cast, (replace(one, result=Result.OUT) for one in found))
    dry = len(people) < REFILL and course.asked == course.zones
    cast = on(cast, out=(*course.out, *people), dry=dry)
    return onward(cast, at, rows=rows, told=tuple(_told(cast, one) for one in people))


def _told(cast: Broadcast, person: PersonId) -> Effect:
    source, order = broadcast_id(cast.code), cast.order
    if cast.stage is Stage.RECALLING:
        return Tell(to=person_id(person), news=Recalled(broadcast=source))
    news = Reminded(
        broadcast=source,
        gym=order.gym,
        gym_name=order.gym_name,
        text=order.text,
        topic=order.topic,
        photo=order.photo,
    )
    return Tell(to=person_id(person), news=news)


def delivered(
    cast: Broadcast, member: PersonId, outcome: Result, at: datetime
) -> Decision[Broadcast]:
    """Note what became of one member's copy, also when it is heard of late."""
    course = cast.course
    if member not in (*course.out, *course.unknown):
        return Decision(state=cast)
    late = member in course.unknown and member not in course.out
    old = Result.UNKNOWN if late else Result.SENT if cast.stage is Stage.RECALLING else None
    unknown = _without(course.unknown, member)
    cast = on(
        cast,
        out=_without(course.out, member),
        unknown=(*unknown, member) if outcome is Result.UNKNOWN else unknown,
        results=_moved(course, old, outcome, 1),
    )
    cast, rows = _written(cast, (Recipient(id=member, result=outcome),))
    return onward(cast, at, rows=rows)


def overdue(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    """Give up those nothing was heard of, who may be gone: the rest go on, the report tells."""
    course = cast.course
    recalls = cast.stage is Stage.RECALLING
    old, now = (Result.SENT, Result.KEPT) if recalls else (None, Result.UNKNOWN)
    cast, rows = _written(cast, (Recipient(id=one, result=now) for one in course.out))
    cast = on(
        cast,
        out=(),
        unknown=course.unknown if recalls else (*course.unknown, *course.out),
        results=_moved(course, old, now, len(course.out)),
    )
    return onward(cast, at, rows=rows)


def again(cast: Broadcast, at: datetime) -> Decision[Broadcast]:
    """Send once more to those of whom it is not known."""
    course = cast.course
    cast, rows = _written(cast, (Recipient(id=one) for one in course.unknown))
    results = tuple(one for one in course.results if one[0] != Result.UNKNOWN)
    cast = on(cast, unknown=(), results=results, dry=False)
    return onward(running(cast, at), at, rows=rows)


def running(cast: Broadcast, at: datetime) -> Broadcast:
    """Let it run, and measure its pace from here."""
    return replace(on(cast, since=at, base=saying.done(cast), shown=None), stage=Stage.SENDING)


def _moved(
    course: Course, old: Result | None, new: Result, count: int
) -> tuple[tuple[str, int], ...]:
    results = Counter(dict(course.results))
    results[new.value] += count
    if old is not None:
        results[old.value] -= count
    return tuple((name, number) for name, number in results.items() if number)


def _without(people: tuple[PersonId, ...], one: PersonId) -> tuple[PersonId, ...]:
    return tuple(person for person in people if person != one)


def _written(cast: Broadcast, people: Iterable[Recipient]) -> tuple[Broadcast, Rows]:
    rev = cast.course.written + 1
    rows = (Row(key=str(one.id), rev=rev, value=msgspec.json.encode(one)) for one in people)
    return on(cast, written=rev), tuple(rows)


def hour_came(cast: Broadcast, zone: str, at: datetime) -> Decision[Broadcast]:
    """Go on with those who live in a zone, now that the hour has come there."""
    course = cast.course
    if zone not in course.zones:
        return Decision(state=cast)
    zones = tuple(one for one in course.zones if one != zone)
    cast = on(cast, zones=zones, dry=False)
    return onward(running(cast, at) if cast.stage is Stage.WAITING else cast, at)
