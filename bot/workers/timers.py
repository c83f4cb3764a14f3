"""Timers that come due are handed to the outbox, whose lanes deliver them."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.ports import Clock, Entry, Store, StoreFull, StoreUnavailable

log = logging.getLogger(__name__)

AT_ONCE = 64
LONGEST_WAIT = timedelta(seconds=1)
_MS = timedelta(milliseconds=1)


class Timers:
    """Watches the store's timers by the clock port's time."""

    def __init__(
        self, store: Store, clock: Clock, take: Callable[[tuple[Entry, ...]], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._take = take
        self._one_at_a_time = asyncio.Lock()

    async def run(self) -> None:
        """Hand timers over as they come due, until cancelled."""
        while True:
            await self._clock.wait(await self._watch())

    async def tick(self) -> int:
        """Hand over all that is due by now, and say how many there were."""
        count = 0
        async with self._one_at_a_time:
            while entries := await self._store.ripe(_ms(self._clock.now()), AT_ONCE):
                self._take(entries)
                count += len(entries)
        return count

    async def _watch(self) -> timedelta:
        try:
            await self.tick()
            due = await self._store.next_timer()
        except (StoreUnavailable, StoreFull):
            log.warning("timers wait for the store")
            return LONGEST_WAIT
        if due is None:
            return LONGEST_WAIT
        return min(LONGEST_WAIT, max(_MS, (due - _ms(self._clock.now())) * _MS))


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)
