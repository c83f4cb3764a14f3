"""Clocks: pushed forward by hand, and right where the wall clocks change."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.clock import PushableClock, SystemClock, instant
from flows.timers import Instant, Local

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "hour", "expected"),
    [
        ("Europe/Berlin", date(2026, 1, 5), time(9), "2026-01-05T08:00"),
        ("Europe/Berlin", date(2026, 7, 6), time(9), "2026-07-06T07:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29T01:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(2), "2026-03-29T01:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(3), "2026-03-29T01:00"),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),
        ("America/New_York", date(2026, 3, 8), time(2, 59), "2026-03-08T07:00"),
        ("America/New_York", date(2026, 11, 1), time(1, 30), "2026-11-01T05:30"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03T15:30"),
        ("Pacific/Apia", date(2011, 12, 30), time(9), "2011-12-30T10:00"),
        ("UTC", date(2026, 3, 29), time(2, 30), "2026-03-29T02:30"),
    ],
)
def test_a_wall_clock_time_is_one_instant(zone: str, day: date, hour: time, expected: str) -> None:
    assert instant(Local(day, hour, zone)) == datetime.fromisoformat(expected + "+00:00")


def test_an_instant_is_itself_in_utc() -> None:
    there = NOON.astimezone(datetime.fromisoformat("2026-01-01T00:00+05:30").tzinfo)
    assert instant(Instant(there)).isoformat() == NOON.isoformat()


def test_a_pushable_clock_starts_where_it_is_told_and_goes_on() -> None:
    clock = PushableClock(NOON)
    first, second = clock.now(), clock.now()
    assert NOON <= first <= second < NOON + timedelta(minutes=1)


def test_a_push_moves_it_forward_only() -> None:
    clock = PushableClock(NOON)
    clock.push(NOON + timedelta(days=7))
    assert clock.now() >= NOON + timedelta(days=7)
    with pytest.raises(ValueError, match="not set back"):
        clock.push(NOON)


async def test_a_push_wakes_whoever_waits() -> None:
    clock = PushableClock(NOON)
    waiter = asyncio.ensure_future(clock.wait(timedelta(days=1)))
    await asyncio.sleep(0)
    clock.push(NOON + timedelta(hours=1))
    await asyncio.wait_for(waiter, 1)


async def test_waiting_ends_by_itself() -> None:
    await PushableClock().wait(timedelta(milliseconds=1))
    before = SystemClock().now()
    await SystemClock().wait(timedelta(milliseconds=1))
    assert SystemClock().now() > before
