"""The operator reads in the log what endangers the store: at once, and every hour."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import PushableClock
from bot.ports import StoreUnavailable
from bot.store.memory import MemoryStore
from bot.workers.wellness import watch
from flows.words import T, Text


class Ailing(MemoryStore):
    """A store that is in danger, but for the times it is away."""

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.looked = asyncio.Event()

    async def dangers(self) -> tuple[Text, ...]:
        self.looked.set()
        if self.away:
            raise StoreUnavailable
        return (T("its memory is {percent} % full", percent=81),)


async def test_it_is_looked_at_now_and_every_hour(caplog: pytest.LogCaptureFixture) -> None:
    store, clock = Ailing(), PushableClock(datetime(2026, 3, 2, tzinfo=UTC))
    watching = asyncio.create_task(watch(store, clock))
    with caplog.at_level(logging.WARNING):
        for away, hours in ((False, 0), (True, 1), (False, 1)):
            store.away = away
            if hours:
                clock.push(clock.now() + timedelta(hours=hours, seconds=1))
            await asyncio.wait_for(store.looked.wait(), 5)
            store.looked.clear()
    watching.cancel()
    said = [record.getMessage() for record in caplog.records]
    full = "the store: its memory is 81 % full"
    assert said == [full, "the store cannot be looked at: it is away", full]
