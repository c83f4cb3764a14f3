"""One sentence to whoever writes while the store is full: nothing can be kept, so it says so."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.ports import Clock
from flows.effects import Say
from flows.people import PersonId, StateId, person_id
from flows.words import Content, T

FULL = Content(
    (
        T(
            "I have no room to keep your answer right now. Nothing is lost: I take it as soon as "
            "there is room again. In an emergency call {emergency}."
        ),
    )
)
AGAIN_AFTER = timedelta(minutes=10)
REMEMBERED = 1024


class Fullness:
    """Tells each person at most every ten minutes; sent directly, since nothing can be stored."""

    def __init__(self, send: Callable[[Say, StateId], Awaitable[object]], clock: Clock) -> None:
        self._send = send
        self._clock = clock
        self._told: OrderedDict[PersonId, datetime] = OrderedDict()

    async def tell(self, person: PersonId) -> None:
        """Say it, unless it was said a moment ago."""
        now = self._clock.now()
        last = self._told.get(person)
        if last is not None and now - last < AGAIN_AFTER:
            return
        self._told[person] = now
        if len(self._told) > REMEMBERED:
            self._told.popitem(last=False)
        await self._send(Say(content=FULL), person_id(person))
