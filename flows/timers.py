"""Which timers a state should have now, and no others."""

from datetime import date, datetime, time, timedelta

from msgspec import Struct

from flows.person import Person

VERSION = 1
"""Raised when `wanted` changes its mind: all states get their timers anew at the next start."""


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


def wanted(state: Person) -> tuple[Timer, ...]:  # noqa: ARG001
    """Say which timers the state should have."""
    return ()
