"""Nobody sends faster than Telegram likes, nor before a told wait is over."""

import asyncio
import time
from collections.abc import Awaitable, Callable

ALL_PER_SECOND = 25
ALL_BURST = 5
CHAT_EVERY = 1.0
GROUP_EVERY = 3.0
CHAT_BURST = 5

_MANY = 4096


class _Turns:
    """Turns that come `every` so many seconds, the first `burst` at once."""

    def __init__(self, every: float, burst: int) -> None:
        self._every = every
        self._slack = every * (burst - 1)
        self.full_at = 0.0

    def take(self, now: float) -> float:
        """Take the next turn and say when it is."""
        due = max(now, self.full_at - self._slack)
        self.full_at = max(now, self.full_at) + self._every
        return due


class Pace:
    """A Pacer for one process."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,  # what the event loop's own time is
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._all = _Turns(1 / ALL_PER_SECOND, ALL_BURST)
        self._chats: dict[int, _Turns] = {}
        self._held_until = 0.0

    async def leave(self, chat: int | None) -> None:
        if chat is not None:
            await self._wait_for(self._chat(chat))
        await self._wait_for(self._all)

    def hold(self, seconds: float) -> None:
        self._held_until = max(self._held_until, self._now() + seconds)

    async def _wait_for(self, turns: _Turns) -> None:
        while True:
            due = turns.take(max(self._now(), self._held_until))
            if (rest := due - self._now()) > 0:
                await self._sleep(rest)
            # A wait told meanwhile is for those too who already had their turn: they queue again,
            # or all of them would go in the moment it ends.
            if self._held_until <= self._now():
                return

    def _chat(self, chat: int) -> _Turns:
        if chat not in self._chats:
            self._sweep()
            self._chats[chat] = _Turns(CHAT_EVERY if chat > 0 else GROUP_EVERY, CHAT_BURST)
        return self._chats[chat]

    def _sweep(self) -> None:
        if len(self._chats) >= _MANY:
            now = self._now()
            self._chats = {chat: t for chat, t in self._chats.items() if t.full_at > now}
