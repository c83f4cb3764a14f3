"""Nobody sends faster than Telegram likes, nor before a told wait is over.

A chat's pace is this process's to keep: all that goes to it lies in one lane. The whole bot's is
kept in the store, over all processes; where that cannot say, each process keeps a share alone.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.outbound.waiting import Waiting
from bot.ports import StoreFull, StoreUnavailable, Urgency
from bot.turns import Toll, Turns

EVERY = 40
AHEAD = {Urgency.REPLY: 3, Urgency.PING: 2, Urgency.BULK: 1}
SLOWEST = 4
QUIET = 30_000
CHAT_EVERY = 1.0
GROUP_EVERY = 3.0
CHAT_BURST = 5

TOLLS = {
    urgency: Toll(every=EVERY, slack=EVERY * ahead, slowest=SLOWEST, quiet=QUIET)
    for urgency, ahead in AHEAD.items()
}
"""25 a second; the more urgent may take turns ahead, which then are missing for the rest.

No second has more than 28 that way: two of Telegram's 30 are left for those held up on the line.
"""

_MANY = 4096


class Gate(Protocol):
    """Who gives the turns of the whole bot: the store."""

    async def turn(self, toll: Toll, hold: int = 0) -> float: ...


class _Chat:
    """A chat's turns come `every` so many seconds, the first few at once."""

    def __init__(self, every: float) -> None:
        self._every = every
        self._slack = every * (CHAT_BURST - 1)
        self.full_at = 0.0

    def take(self, now: float) -> float:
        """Take the next turn and say in how many seconds it is."""
        due = max(now, self.full_at - self._slack)
        self.full_at = max(now, self.full_at) + self._every
        return due - now


class Pace:
    """A Pacer for one of the processes behind a gate."""

    def __init__(
        self,
        gate: Gate,
        now: Callable[[], float] = time.monotonic,  # what the event loop's own time is
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gate = gate
        self._now = now
        self._sleep = sleep
        self._alone = Turns()
        self._chats: dict[int, _Chat] = {}
        self._waiting = Waiting(self._turn, sleep)

    async def leave(self, chat: int | None, urgency: Urgency) -> None:
        if chat is not None and (rest := self._chat(chat).take(self._now())) > 0:
            await self._sleep(rest)
        await self._waiting.turn(urgency)

    async def hold(self, seconds: float) -> None:
        toll, wait = TOLLS[Urgency.REPLY], round(seconds * 1000)
        self._alone.hold(wait, toll, self._now() * 1000)
        try:
            await self._gate.turn(toll, wait)
        except (StoreUnavailable, StoreFull):
            return

    async def _turn(self, urgency: Urgency) -> float:
        """Take a turn, or say in how many seconds to ask again."""
        toll, now = TOLLS[urgency], self._now() * 1000
        if (told := self._alone.held - now) > 0:
            return told / 1000
        try:
            return await self._gate.turn(toll) / 1000
        except (StoreUnavailable, StoreFull):
            return self._alone.take(toll, now) / 1000

    def _chat(self, chat: int) -> _Chat:
        if chat not in self._chats:
            self._sweep()
            self._chats[chat] = _Chat(CHAT_EVERY if chat > 0 else GROUP_EVERY)
        return self._chats[chat]

    def _sweep(self) -> None:
        if len(self._chats) >= _MANY:
            now = self._now()
            self._chats = {chat: t for chat, t in self._chats.items() if t.full_at > now}
