"""All states get their timers anew when the timers or the policy have changed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.ports import Store, StoreUnavailable
from flows.people import StateId

log = logging.getLogger(__name__)

SETTING = "timers"
EVERY = 0.01
"""Seconds from one state to the next: people who talk to the bot go first."""
AWAY = 1.0


async def retime(store: Store, one: Callable[[StateId], Awaitable[None]], version: str) -> None:
    """Retime all states, once for each version; begun again when the store was away."""
    while True:
        try:
            return await _retime(store, one, version)
        except StoreUnavailable:
            log.warning("retiming waits for the store")
            await asyncio.sleep(AWAY)


async def _retime(store: Store, one: Callable[[StateId], Awaitable[None]], version: str) -> None:
    if await store.setting(SETTING) == version:
        return
    async for state in store.states():
        await one(state)
        await asyncio.sleep(EVERY)
    await store.set_setting(SETTING, version)
