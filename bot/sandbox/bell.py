"""Who is told that something happened: open pages, waiting polls, and tests that wait for it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from bot.sandbox.terms import Json

T = TypeVar("T")


class Bell:
    """Rings once for every change of the town."""

    def __init__(self) -> None:
        self._turn = asyncio.Event()
        self._listeners: set[asyncio.Queue[Json]] = set()

    def ring(self, event: Json) -> None:
        self._turn.set()
        self._turn = asyncio.Event()
        for listener in self._listeners:
            listener.put_nowait(event)

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Json]]:
        """Collect every event from now on."""
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    async def next(self) -> None:
        """Wait for the next ring."""
        await self._turn.wait()

    async def until(self, found: Callable[[], T | None], within: float) -> T:
        """Wait until `found` finds something true; TimeoutError after `within` real seconds."""
        async with asyncio.timeout(within):
            while not (value := found()):
                await self._turn.wait()
            return value
