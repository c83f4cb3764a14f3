"""The town's clock, pushed by a hand from outside."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.sandbox.bell import Bell
from bot.sandbox.terms import Json, bad

Push = Callable[[int], Awaitable[datetime]]


class Hands:
    """Shows what time it is, and lets one push at a time through."""

    def __init__(self, bell: Bell, now: Callable[[], datetime], push: Push) -> None:
        self._bell = bell
        self._now = now
        self._push = push
        self._pushing = False

    def show(self) -> Json:
        return {"kind": "clock", "now": self._now().isoformat(), "pushing": self._pushing}

    def tick(self) -> None:
        """Tell the pages what time it is, also in the middle of a push."""
        self._bell.ring(self.show())

    async def push(self, seconds: int) -> datetime:
        """Move the clock on; refuses while another push goes on."""
        if self._pushing or seconds < 0:
            raise bad("the clock only goes forward, one push at a time")
        self._turn(pushing=True)
        try:
            return await self._push(seconds)
        finally:
            self._turn(pushing=False)

    def _turn(self, *, pushing: bool) -> None:
        self._pushing = pushing
        self.tick()
