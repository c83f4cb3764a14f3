"""An outbox with its store, and people and states that do as they are told."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from bot.outbound.outcomes import Outcome, Sent
from bot.outbound.send import Sendable
from bot.ports import Ack, Change, Entry, StoreFull, StoreUnavailable
from bot.runner import Committed, Ignored
from bot.store.keys import partition
from bot.store.memory import MemoryStore
from bot.workers.errands import Ways
from bot.workers.outbox import Outbox
from flows.codec import Posted, PostedTimer, write_posted
from flows.effects import Effect, Fetch, Mail, Say, Show, Tell
from flows.events import Event
from flows.news import ClientsAsked, Fetched
from flows.people import StateId
from flows.words import Content, T

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MIA = "person:7"


async def until(came_true: Callable[[], bool]) -> None:
    """Let everybody else have their turns until something is so."""
    for _ in range(500):
        if came_true():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came true")


async def end(running: "asyncio.Future[None]") -> None:
    """Stop something that goes on for ever."""
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


class Clock:
    """Waits take no time, and are noted."""

    def __init__(self) -> None:
        self.at = NOW
        self.waits: list[float] = []

    def now(self) -> datetime:
        return self.at

    async def wait(self, at_most: timedelta) -> None:
        self.waits.append(at_most.total_seconds())
        await asyncio.sleep(0)


class Store(MemoryStore):
    """Is away or full for as many calls of a method as told; keeps the acknowledgements."""

    def __init__(self) -> None:
        self.ms = 0
        super().__init__(now=lambda: self.ms)
        self.away: dict[str, int] = {}
        self.full: dict[str, int] = {}
        self.acks: list[Ack] = []
        self.marks = 0
        self.renewals = 0

    def _maybe_away(self, method: str) -> None:
        if self.away.get(method, 0):
            self.away[method] -= 1
            raise StoreUnavailable(method)
        if self.full.get(method, 0):
            self.full[method] -= 1
            raise StoreFull(method)

    async def acknowledge(self, ack: Ack) -> tuple[Entry, ...]:
        self._maybe_away("acknowledge")
        self.acks.append(ack)
        return await super().acknowledge(ack)

    async def mark(self, entry: Entry) -> bool:
        self._maybe_away("mark")
        self.marks += 1
        return await super().mark(entry)

    async def claim(self, limit: int) -> tuple[Entry, ...]:
        self._maybe_away("claim")
        return await super().claim(limit)

    async def renew(self, entries: tuple[Entry, ...]) -> None:
        self.renewals += 1
        self._maybe_away("renew")
        await super().renew(entries)

    async def next_timer(self) -> int | None:
        self._maybe_away("next_timer")
        return await super().next_timer()

    async def park(self, state: str, update: str, body: bytes, error: str) -> None:
        self._maybe_away("park")
        await super().park(state, update, body, error)


class World:
    """An outbox; what it sent, whom it told what, and what both answer."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.store = Store()
        self.sent: list[tuple[StateId, Sendable]] = []
        self.told: list[tuple[StateId, Event]] = []
        self.outcomes: deque[Outcome | Exception] = deque()
        self.errors: deque[Exception] = deque()
        self.wanted: list[Fetch] = []
        self.found: deque[Fetched | Exception | None] = deque()
        self.gate = asyncio.Event()
        self.gate.set()
        self.door = asyncio.Event()
        self.door.set()
        self.left: list[Sendable] = []
        self.forgotten: set[StateId] = set()
        self.outbox = self.another()
        self._count = 0

    def another(self) -> Outbox:
        return Outbox(
            self.store, self.clock, Ways(self.send, self.fetch, self.deliver, self.leave)
        )

    async def send(self, effect: Sendable, state: StateId) -> Outcome:
        self.sent.append((state, effect))
        outcome = self.outcomes.popleft() if self.outcomes else Sent(len(self.sent))
        await self.gate.wait()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def fetch(self, wanted: Fetch, _: StateId) -> Fetched | None:
        self.wanted.append(wanted)
        await self.gate.wait()
        found = self.found.popleft()
        if isinstance(found, Exception):
            raise found
        return found

    async def leave(self, effect: Sendable, _: StateId) -> None:
        self.left.append(effect)
        await self.door.wait()

    async def deliver(self, state: StateId, event: Event) -> object:
        self.told.append((state, event))
        if self.errors:
            raise self.errors.popleft()
        return Ignored() if state in self.forgotten else Committed()

    async def post(self, *effects: Effect, state: StateId = MIA, lane: str = "") -> None:
        """Commit effects of a state, and give the outbox what it has to do."""
        rev = (await self.store.load(state)).rev
        self._count += 1
        entries = tuple(
            Entry(
                f"{self._count}:{number}",
                partition(state),
                lane or f"chat:{state.partition(':')[2]}",
                write_posted(Posted(effect=effect, state=state, rev=rev + 1, at=NOW)),
            )
            for number, effect in enumerate(effects)
        )
        await self.post_raw(*entries, state=state, rev=rev)

    async def post_raw(self, *entries: Entry, state: StateId = MIA, rev: int = 0) -> None:
        event = f"event {entries[0].id}"
        change = Change(state=state, event=event, rev=rev, document=b"{}", entries=entries)
        self.outbox.take((await self.store.commit(change)).entries)

    def timer(self, state: StateId = MIA) -> Entry:
        body = write_posted(PostedTimer(state=state, name="nudge", due=NOW))
        return Entry("timer 1", partition(state), f"timer:{state}", body)


def content(text: str) -> Content:
    return Content((T(text),))


def say(text: str) -> Say:
    return Say(content=content(text))


def show(text: str, slot: str = "q") -> Show:
    return Show(slot=slot, content=content(text))


MAIL = Mail(content=content("All come"), receipt="broadcast:b")
TELL = Tell(to="desk:9", news=ClientsAsked())


def sent(world: World) -> list[Effect]:
    return [effect for _, effect in world.sent]


@pytest.fixture
async def world() -> AsyncIterator[World]:
    there = World()
    yield there
    await there.outbox.close()
