"""Each person's turn: a text and a tap of one person never overlap, those of two do.

Telegram sends texts and taps over different queues, in parallel and in any order.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakValueDictionary

AT_ONCE = 256


class Turns:
    """Hands out turns: one at a time a person, and not too many at once in all."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._turns: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, raw: dict[str, Any]) -> AsyncIterator[None]:
        """Wait for the turn of the person who caused an update."""
        async with self._turns.setdefault(whose(raw), asyncio.Lock()), self._room:
            yield


def whose(raw: dict[str, Any]) -> object:
    """Whoever an update is from, however it is built; updates of nobody take one turn."""
    parts = (part for part in raw.values() if isinstance(part, dict))
    people = (part["from"] for part in parts if isinstance(part.get("from"), dict))
    return next((str(person.get("id")) for person in people), None)
