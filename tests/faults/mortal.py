"""A bot that is killed at one of the calls it makes of its store or of Telegram."""

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, TypeVar, cast

from bot.outbound.transport import Transport
from bot.ports import Store

T = TypeVar("T")
COUNTED = {
    "load",
    "commit",
    "mark",
    "acknowledge",
    "claim",
    "renew",
    "ripe",
    "next_timer",
    "slot",
    "roster",
    "history",
    "park",
    "setting",
    "set_setting",
}
SENDS = {"sendMessage", "editMessageText", "editMessageReplyMarkup", "setMyCommands"}


class Moment(Enum):
    """When it happens: before the call has any effect, or after, its answer unread."""

    BEFORE = "before"
    AFTER = "after"


class Fate:
    """Counts the calls of one life, and ends it at the given one."""

    def __init__(self, at: int | None = None, moment: Moment = Moment.BEFORE) -> None:
        self._at = at
        self._moment = moment
        self.calls: list[str] = []
        self.sent: list[str] = []
        self.done: list[str] = []
        self.dead = asyncio.Event()

    @property
    def last(self) -> str:
        """Name what it died of."""
        return f"{self._moment.value} call {self._at}, {self.calls[-1]}"

    def strikes(self, later: int, moment: Moment) -> None:
        """End it so many calls from now."""
        self._at, self._moment = len(self.calls) + later, moment

    def spares(self) -> None:
        """Let it live."""
        self._at = None

    @property
    def doubtful(self) -> bool:
        """Whether something may have been sent that was not acknowledged."""
        return len(self.sent) > self.done.count("acknowledge chat")

    async def meet(self, name: str, call: Callable[[], Awaitable[T]]) -> T:
        """Make a call, if it is to be; nobody returns from a death."""
        await self._unless_dead()
        number = len(self.calls)
        self.calls.append(name)
        await self._die_if(number, Moment.BEFORE)
        if name in SENDS:
            self.sent.append(name)
        result = await call()
        if not self.dead.is_set():
            self.done.append(name)
        await self._die_if(number, Moment.AFTER)
        await self._unless_dead()
        return result

    async def _die_if(self, number: int, moment: Moment) -> None:
        if number == self._at and moment is self._moment:
            self.dead.set()
            await self._unless_dead()

    async def _unless_dead(self) -> None:
        if self.dead.is_set():
            await asyncio.Event().wait()


async def or_dies(fate: Fate, work: Awaitable[None]) -> None:
    """Do some work to its end, or until the bot dies of it."""
    working, dying = asyncio.ensure_future(work), asyncio.create_task(fate.dead.wait())
    done, _ = await asyncio.wait({working, dying}, return_when=asyncio.FIRST_COMPLETED)
    for task in (working, dying):
        task.cancel()
    await asyncio.gather(working, dying, return_exceptions=True)
    if working in done and not fate.dead.is_set():
        working.result()


class _MortalStore:
    def __init__(self, store: Store, fate: Fate) -> None:
        self._store = store
        self._fate = fate

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._store, name)
        if name not in COUNTED:
            return method

        async def call(*args: Any) -> Any:
            return await self._fate.meet(_named(name, args), lambda: method(*args))

        return call


def _named(name: str, args: tuple[Any, ...]) -> str:
    return f"{name} {args[0].entry.lane.partition(':')[0]}" if name == "acknowledge" else name


def mortal_store(store: Store, fate: Fate) -> Store:
    """Put a store between whose calls the bot can die."""
    return cast("Store", _MortalStore(store, fate))


class MortalTransport(Transport):
    """Telegram, between whose requests the bot can die."""

    def __init__(self, fate: Fate) -> None:
        super().__init__()
        self._fate = fate

    async def do_request(self, url: str, method: str, *args: Any, **how: Any) -> tuple[int, bytes]:
        request = super().do_request
        name = url.rpartition("/")[2].partition("?")[0]
        return await self._fate.meet(name, lambda: request(url, method, *args, **how))
