"""Those who wait for a turn: one at a time asks for it, and the most urgent gets it."""

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from itertools import count

from bot.ports import Urgency

Ask = Callable[[Urgency], Awaitable[float]]
"""Takes a turn for that urgency and gives 0, or says in how many seconds to ask again."""


class Waiting:
    """By urgency, then by who came first."""

    def __init__(self, ask: Ask, sleep: Callable[[float], Awaitable[None]]) -> None:
        self._ask = ask
        self._sleep = sleep
        self._places: list[tuple[Urgency, int, asyncio.Future[None]]] = []
        self._numbers = count()
        self._sooner = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None

    async def turn(self, urgency: Urgency) -> None:
        """Return when it is this one's turn."""
        mine = asyncio.get_running_loop().create_future()
        place = (urgency, next(self._numbers), mine)
        heapq.heappush(self._places, place)
        if self._places[0] is place:
            self._sooner.set()
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        await mine

    async def _serve(self) -> None:
        while self._anybody():
            self._sooner.clear()
            try:
                rest = await self._ask(self._places[0][0])
            except Exception as error:  # noqa: BLE001 - else all who wait would wait for ever
                if self._anybody():
                    heapq.heappop(self._places)[2].set_exception(error)
            else:
                await self._served(rest)

    async def _served(self, rest: float) -> None:
        if rest > 0:
            await self._until_sooner(rest)
        elif self._anybody():
            heapq.heappop(self._places)[2].set_result(None)

    def _anybody(self) -> bool:
        """Say whether somebody waits; those who gave up are let go."""
        while self._places and self._places[0][2].done():
            heapq.heappop(self._places)
        return bool(self._places)

    async def _until_sooner(self, rest: float) -> None:
        """Sleep, but no longer than until somebody more urgent comes."""
        sleeping = asyncio.ensure_future(self._sleep(rest))
        coming = asyncio.ensure_future(self._sooner.wait())
        await asyncio.wait({sleeping, coming}, return_when=asyncio.FIRST_COMPLETED)
        for one in (sleeping, coming):
            one.cancel()
        await asyncio.gather(sleeping, coming, return_exceptions=True)
