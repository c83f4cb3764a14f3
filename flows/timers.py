"""Which timers a state should have now, and no others."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from flows import attention
from flows.broadcast import Broadcast, Stage
from flows.desk import Desk, hours_of, lying_open, unseen
from flows.gym import Gym
from flows.people import Role
from flows.person import Client, Open, Person, Settings, link
from flows.phases.office import Desks, Reminders
from flows.phases.policy import Policy, Timing
from flows.reach import When
from flows.steps import Mode
from flows.workouts.training import Workout

VERSION = 2
"""Raised when `wanted` changes its mind: all states get their timers anew at the next start."""


FIRST_ZONE = "Pacific/Kiritimati"
"""Where every day begins first: a round of reminders begins when its hour has come there."""
OVERDUE = timedelta(hours=1)
"""How long a reminder waits for word of those it was sent to."""


class Instant(Struct, frozen=True, tag="instant"):
    """A moment, whatever the clocks on the wall say."""

    at: datetime


class Local(Struct, frozen=True, tag="local"):
    """A day and an hour in a zone; `bot.clock` knows what becomes of it when the clocks change."""

    date: date
    time: time
    zone: str


class Timer(Struct, frozen=True, kw_only=True):
    """A wake-up by name; once it is `stale_after` late it is of no use and skipped by `decide`."""

    name: str
    when: Instant | Local
    stale_after: timedelta | None = None


def wanted(state: Person | Desk | Gym | Broadcast, policy: Policy) -> tuple[Timer, ...]:
    """Say which timers the state should have: people, desks, and reminders to many."""
    if isinstance(state, Broadcast):
        return tuple(_of_broadcast(state, policy.reminders))
    if isinstance(state, Desk):
        return tuple(_of_desk(state, policy.desk))
    return tuple(_of_person(state, policy)) if isinstance(state, Person) else ()


def _of_broadcast(cast: Broadcast, limits: Reminders) -> Iterator[Timer]:
    course = cast.course
    if course.out and course.heard is not None:
        yield Timer(name="overdue", when=Instant(course.heard + OVERDUE))
    if cast.order.when is not None:
        yield from _at_its_hour(cast, cast.order.when)
    ended = course.ended or (course.heard if cast.stage is Stage.OFFERED else None)
    if ended is not None:
        yield Timer(name="over", when=Instant(ended + timedelta(days=limits.kept_days)))


def _at_its_hour(cast: Broadcast, when: When) -> Iterator[Timer]:
    for zone in cast.course.zones:
        yield Timer(name=f"zone:{zone}", when=Local(when.day, time(when.hour), zone))
    if cast.stage is Stage.STANDING:
        yield Timer(name="round", when=Local(when.day, time(when.hour), FIRST_ZONE))


def _of_desk(desk: Desk, rule: Desks) -> Iterator[Timer]:
    """Wake a desk when a day of work begins, for what nobody looks at, and for the digest."""
    hours, lying = hours_of(desk, rule), lying_open(desk)
    due = [one.due for one in lying if one.due is not None]
    if due:
        yield Timer(name="working", when=Local(min(due), time(hours.start), hours.zone))
    told = [one.told for one in lying if unseen(one) and one.told is not None]
    if told:
        again = min(told) + timedelta(minutes=rule.again_minutes)
        yield Timer(name="again", when=Instant(again))
    if lying and desk.digest is not None:
        yield Timer(name="digest", when=Local(desk.digest, time(hours.digest), hours.zone))


def _of_person(person: Person, policy: Policy) -> Iterator[Timer]:
    if person.open is not None and person.open.nudges < policy.timing.nudges and person.reachable:
        yield _nudge(person.open, policy.timing)
    if person.client is not None:
        yield from _alone(person, person.client, policy)
        yield from _of_client(person.client, person.settings, policy)
    if (client := attention.watched(person)) is not None:
        yield from _of_watched(client, person.settings, policy)


def _of_watched(client: Client, settings: Settings, policy: Policy) -> Iterator[Timer]:
    """Wake a client on the day, or at the moment, that another rule becomes true."""
    for day in attention.idle_from(client, policy):
        yield Timer(name=f"idle:{day}", when=_local(day, settings))
    waits = attention.waits_from(client, policy)
    if waits is not None:
        yield Timer(name="waiting", when=Instant(waits))


def _nudge(dialogue: Open, timing: Timing) -> Timer:
    due = dialogue.asked + timedelta(hours=timing.nudge_hours) * (dialogue.nudges + 1)
    return Timer(name="nudge", when=Instant(due), stale_after=late(timing))


def late(timing: Timing) -> timedelta:
    """How late a nudge may be and still be of use."""
    return timedelta(hours=timing.nudge_late_hours)


def _of_client(client: Client, settings: Settings, policy: Policy) -> Iterator[Timer]:
    if client.pending is not None:
        due = client.pending.since + timedelta(days=policy.approval.days) * client.pending.asked
        yield Timer(name="unanswered", when=Instant(due))
    if client.training.workout is not None:
        yield from _of_workout(client.training.workout)
    if client.calendar.pause is not None:
        yield Timer(name="return", when=_local(client.calendar.pause.until, settings))
    else:
        yield Timer(name="checkin", when=_local(client.calendar.next, settings))


def _alone(person: Person, client: Client, policy: Policy) -> Iterator[Timer]:
    """Make a step up that nobody answers, where the gym lets it; never into the high steps."""
    pending, membership = client.pending, link(person, Role.CLIENT)
    if pending is None or pending.tried or membership is None or not membership.act_after:
        return
    if client.mode is Mode.PROPOSE and pending.phase < policy.approval.from_step:
        due = pending.since + timedelta(days=membership.act_after)
        yield Timer(name="alone", when=Instant(due))


def _of_workout(workout: Workout) -> Iterator[Timer]:
    """Wake a session for its rest, its count, and the end of its long wait."""
    yield Timer(name="workout", when=Instant(workout.until))
    if workout.rest is not None:
        yield Timer(name="rest", when=Instant(workout.rest.half or workout.rest.until))
    if workout.count is not None:
        yield Timer(name="count", when=Instant(workout.count.until))


def _local(day: date, settings: Settings) -> Local:
    return Local(day, time(settings.hour), settings.zone)
