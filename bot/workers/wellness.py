"""Tells the operator, in the log, what endangers the store: unsafe settings, a filling memory."""

import logging
from datetime import datetime, timedelta

from bot.ports import Clock, Store, StoreUnavailable
from flows.words import english

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)


async def watch(store: Store, clock: Clock) -> None:
    """Look at the store now and every hour, until cancelled."""
    due = clock.now()
    while True:
        if clock.now() >= due:
            due = await _looked(store, clock.now())
        await clock.wait(due - clock.now())


async def _looked(store: Store, now: datetime) -> datetime:
    try:
        for text in await store.dangers():
            log.warning("the store: %s", english(text))
    except StoreUnavailable:
        log.warning("the store cannot be looked at: it is away")
    return now + EVERY
