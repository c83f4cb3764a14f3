"""Which timers a state should have now, and no others."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from flows.broadcast import Broadcast
from flows.desk import Desk
from flows.gym import Gym
from flows.person import Client, Open, Person, Settings

VERSION = 1
"""Raised when `wanted` changes its mind: all states get their timers anew at the next start."""

NUDGE_AFTER = timedelta(hours=24)
NUDGES = 2
ASK_AGAIN_AFTER = timedelta(days=7)
LATE_NUDGE = timedelta(hours=12)


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


def wanted(state: Person | Desk | Gym | Broadcast) -> tuple[Timer, ...]:
    """Say which timers the state should have: only people have any."""
    return tuple(_of_person(state)) if isinstance(state, Person) else ()


def _of_person(person: Person) -> Iterator[Timer]:
    if person.open is not None and person.open.nudges < NUDGES and person.reachable:
        yield _nudge(person.open)
    if person.client is not None:
        yield from _of_client(person.client, person.settings)


def _nudge(dialogue: Open) -> Timer:
    due = dialogue.asked + NUDGE_AFTER * (dialogue.nudges + 1)
    return Timer(name="nudge", when=Instant(due), stale_after=LATE_NUDGE)


def _of_client(client: Client, settings: Settings) -> Iterator[Timer]:
    if client.pending is not None:
        due = client.pending.since + ASK_AGAIN_AFTER * client.pending.asked
        yield Timer(name="unanswered", when=Instant(due))
    if client.calendar.pause is not None:
        yield Timer(name="return", when=_local(client.calendar.pause.until, settings))
    else:
        yield Timer(name="checkin", when=_local(client.calendar.next, settings))


def _local(day: date, settings: Settings) -> Local:
    return Local(day, time(settings.hour), settings.zone)
