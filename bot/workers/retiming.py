"""All states get their timers anew when the timers or the policy have changed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.ports import Conflict, Store, StoreFull, StoreUnavailable
from bot.runner import salt
from flows.people import StateId

log = logging.getLogger(__name__)

SETTING = "timers"
EVERY = 0.01
"""Seconds from one state to the next: people who talk to the bot go first."""
AWAY = 1.0

One = Callable[[StateId, str], Awaitable[None]]
"""Retimes a state, once for each name of a run."""


async def retime(store: Store, one: One, version: str) -> None:
    """Retime all states when the version is another; goes on when the store takes it again."""
    run = salt()
    while True:
        try:
            return await _retime(store, one, version, run)
        except (StoreUnavailable, StoreFull, Conflict) as wait:
            log.warning("retiming waits for the store: %s", type(wait).__name__)
            await asyncio.sleep(AWAY)


async def _retime(store: Store, one: One, version: str, run: str) -> None:
    if await store.setting(SETTING) == version:
        return
    async for state in store.states():
        await _passed(one, state, run)
        await asyncio.sleep(EVERY)
    await store.set_setting(SETTING, version)


async def _passed(one: One, state: StateId, run: str) -> None:
    """Retime a state, or pass over one that cannot be: it keeps the timers it has."""
    try:
        await one(state, run)
    except (StoreUnavailable, StoreFull, Conflict):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, all others have to be retimed
        log.warning("not retimed state=%s error=%s", state, type(error).__name__)
