"""Sending once more: to those of whom it is not known whether they got it, and to nobody else."""

from flows.broadcast import Broadcast
from flows.effects import Decision
from flows.reach import Recipient, Result
from flows.talk.casts.copies import moved, on, tell, written


def wanted(cast: Broadcast) -> Broadcast:
    """Note whom to tell once more; who was never told, because it was cancelled, is not."""
    course = cast.course
    results = tuple(one for one in course.results if one[0] != Result.UNKNOWN)
    return on(cast, unknown=(), again=course.unknown, results=results, dry=True)


def batch(cast: Broadcast, most: int) -> Decision[Broadcast]:
    """Tell the next of them."""
    course = cast.course
    people, rest = course.again[:most], course.again[most:]
    cast = on(cast, again=rest, out=(*course.out, *people))
    cast, rows = written(cast, (Recipient(id=one, result=Result.OUT) for one in people))
    return Decision(state=cast, effects=tuple(tell(cast, one) for one in people), rows=rows)


def given_up(cast: Broadcast) -> Broadcast:
    """Leave those who still wait for it: of them it is not known, as before."""
    course = cast.course
    results = moved(course, None, Result.UNKNOWN, len(course.again))
    return on(cast, again=(), unknown=(*course.unknown, *course.again), results=results)
