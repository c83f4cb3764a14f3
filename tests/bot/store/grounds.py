"""Where a store stands in a test: several stores of one ground share what is kept."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from secrets import token_hex
from typing import Any, Protocol, TypeVar

from bot.ports import Change, Entry, Store
from bot.store.keys import partition
from bot.store.memory import MemoryStore
from bot.store.place import Place
from bot.store.redis import RedisStore, connect
from bot.store.terms import Owner, Terms

T = TypeVar("T")

USUAL = Terms()
BRIEF = Terms(lease=timedelta(milliseconds=40))
PATIENCE = 10.0


class Ground(Protocol):
    async def open(self, terms: Terms = ..., owner: Owner | None = ...) -> Store: ...

    async def leave(self) -> None: ...


class MemoryGround:
    def __init__(self) -> None:
        self._place = Place()

    async def open(self, terms: Terms = USUAL, owner: Owner | None = None) -> Store:
        return MemoryStore(self._place, owner, terms)

    async def leave(self) -> None: ...


class ServerGround:
    """A bot of its own on a server that others use too."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._bot = token_hex(4)
        self._stores: list[RedisStore] = []

    async def open(self, terms: Terms = USUAL, owner: Owner | None = None) -> RedisStore:
        store = await connect(self._url, self._bot, owner, terms)
        self._stores.append(store)
        return store

    async def leave(self) -> None:
        for store in self._stores:
            await store.close()


async def eventually(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask again until the answer is not empty."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if answer := await ask():
                return answer
            await asyncio.sleep(0.002)


def entry(name: str, lane: str = "chat:7", body: bytes = b"{}", state: str = "person:7") -> Entry:
    return Entry(name, partition(state), lane, body)


def change(event: str, rev: int, *entries: Entry, state: str = "person:7", **rest: Any) -> Change:
    document = rest.pop("document", f"after {event}".encode())
    return Change(state=state, event=event, rev=rev, document=document, entries=entries, **rest)


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [one.id for one in entries]
