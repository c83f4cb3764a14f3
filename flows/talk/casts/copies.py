"""Each member's copy of a reminder: who is told, and what is written down of them."""

from collections import Counter
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from flows.broadcast import Broadcast, Course, Stage
from flows.effects import Effect, Row, Tell
from flows.people import PersonId, broadcast_id, person_id
from flows.reach import Recipient, Result
from flows.reminded import Recalled, Reminded

Rows = tuple[Row, ...]


def on(cast: Broadcast, **changes: object) -> Broadcast:
    """Change how a reminder goes."""
    return replace(cast, course=replace(cast.course, **changes))


def tell(cast: Broadcast, person: PersonId) -> Effect:
    """Tell a member of it, or that it is to be deleted."""
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


def written(cast: Broadcast, people: Iterable[Recipient]) -> tuple[Broadcast, Rows]:
    """Write down what became of these, later than all that was written of them before."""
    rev = cast.course.written + 1
    rows = (Row(key=str(one.id), rev=rev, value=msgspec.json.encode(one)) for one in people)
    return on(cast, written=rev), tuple(rows)


def moved(
    course: Course, old: Result | None, new: Result, count: int
) -> tuple[tuple[str, int], ...]:
    """Count so many more of one result, and fewer of another."""
    results = Counter(dict(course.results))
    results[new.value] += count
    if old is not None:
        results[old.value] -= count
    return tuple((name, number) for name, number in results.items() if number)


def without(people: tuple[PersonId, ...], one: PersonId) -> tuple[PersonId, ...]:
    """Take one out of a list of people."""
    return tuple(person for person in people if person != one)
