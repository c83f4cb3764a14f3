"""What time it is, for the bot: real time, a clock that can be pushed, and walls to instants."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.timers import Instant, Local

_MINUTE = timedelta(minutes=1)


class SystemClock:
    """Real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def wait(self, at_most: timedelta) -> None:
        await asyncio.sleep(at_most.total_seconds())


class PushableClock:
    """A clock that goes on with real time and can be set forward, never back."""

    def __init__(self, start: datetime | None = None) -> None:
        self._from = start or datetime.now(UTC)
        self._since = time.monotonic()
        self._pushed = asyncio.Event()

    def now(self) -> datetime:
        return self._from + timedelta(seconds=time.monotonic() - self._since)

    def push(self, to: datetime) -> None:
        """Set the clock forward and wake everybody who waits on it."""
        if to < self.now():
            raise ValueError("a clock that people live by is not set back")
        self._from, self._since = to.astimezone(UTC), time.monotonic()
        self._pushed.set()
        self._pushed = asyncio.Event()

    async def wait(self, at_most: timedelta) -> None:
        """Wait; a push ends it early, for whoever waits has to look at the clock again."""
        try:
            async with asyncio.timeout(at_most.total_seconds()):
                await self._pushed.wait()
        except TimeoutError:
            return


def instant(when: Instant | Local) -> datetime:
    """Say when that is, in UTC.

    Where the clocks are set forward over it: the first minute after the gap. Where they are set
    back over it, so that it comes twice: the first time.
    """
    match when:
        case Instant():
            return when.at.astimezone(UTC)
        case Local():
            return _moment(datetime.combine(when.date, when.time), ZoneInfo(when.zone))


def _moment(wall: datetime, zone: ZoneInfo) -> datetime:
    by_old_clock = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if by_old_clock.astimezone(zone).replace(tzinfo=None) == wall:
        return by_old_clock
    by_new_clock = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return _change(by_new_clock, by_old_clock, zone)


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Find the minute between two moments at which the zone changes its clocks."""
    old = before.astimezone(zone).utcoffset()
    while after - before > _MINUTE:
        middle = before + (after - before) // (2 * _MINUTE) * _MINUTE
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
