"""A process that dies at any call leaves nothing undone, and sends no mail twice."""

import asyncio
from contextlib import suppress

import pytest

from bot.outbound.outcomes import Outcome, Sent
from bot.outbound.send import Sendable
from bot.ports import Ack, Change, Entry
from bot.store.keys import partition
from bot.store.memory import MemoryStore
from bot.store.place import Place
from bot.store.terms import Owner
from bot.workers.errands import Ways
from bot.workers.outbox import Outbox
from flows.codec import Posted, write_posted
from flows.effects import Effect, Fetch, Mail, Repost, Say, Show, Tell
from flows.events import Event
from flows.news import ClientsAsked
from flows.people import StateId
from flows.words import Content, T
from tests.bot.workers.conftest import MIA, NOW, Clock

STEPS = 30
"""Before and after each of the calls that an undisturbed run makes."""

HI = Content((T("Hi"),))
SAY, SHOW, REPOST = Say(content=HI), Show(slot="q", content=HI), Repost(slot="q", content=HI)
MAIL = Mail(content=HI, receipt="broadcast:b")
TELL = Tell(to="desk:9", news=ClientsAsked())


class Died(BaseException):
    """The process is no more."""


class Fate:
    """Lets so many steps be made."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self) -> None:
        if self.left <= 0:
            raise Died
        self.left -= 1


class Mortal(MemoryStore):
    def __init__(self, fate: Fate, place: Place, name: str, now: int) -> None:
        super().__init__(place, Owner(name), now=lambda: now)
        self._fate = fate

    async def mark(self, entry: Entry) -> bool:
        self._fate.step()
        marked = await super().mark(entry)
        self._fate.step()
        return marked

    async def acknowledge(self, ack: Ack) -> tuple[Entry, ...]:
        self._fate.step()
        entries = await super().acknowledge(ack)
        self._fate.step()
        return entries


async def no_files(_: Fetch, __: StateId) -> None:
    """Have no files to read."""


async def at_once(_: Sendable, __: StateId) -> None:
    """Keep nobody waiting."""


class Process:
    """One process at a place that outlives it; what it did is known to the world."""

    def __init__(self, world: "Outside", steps: int, name: str, now: int) -> None:
        self.fate = Fate(steps)
        self.world = world
        self.store = Mortal(self.fate, world.place, name, now)
        self.outbox = Outbox(self.store, Clock(), Ways(self.send, no_files, self.deliver, at_once))

    async def send(self, effect: Sendable, _: StateId) -> Outcome:
        self.fate.step()
        self.world.sent.append(effect)
        self.fate.step()
        return Sent(len(self.world.sent))

    async def deliver(self, state: StateId, event: Event) -> None:
        self.fate.step()
        self.world.told.append((state, event.id))
        self.fate.step()


class Outside:
    def __init__(self) -> None:
        self.place = Place()
        self.sent: list[Effect] = []
        self.told: list[tuple[StateId, str]] = []


def entry(number: int, effect: Effect) -> Entry:
    lane = f"hop:{MIA}>desk:9" if isinstance(effect, Tell) else "chat:7"
    body = write_posted(Posted(effect=effect, state=MIA, rev=1, at=NOW))
    return Entry(f"e:{number}", partition(MIA), lane, body)


async def live_and_die(world: Outside, steps: int) -> Fate:
    process = Process(world, steps, "first", 0)
    effects: tuple[Effect, ...] = (SAY, SHOW, MAIL, REPOST, TELL, TELL)
    entries = tuple(entry(number, effect) for number, effect in enumerate(effects))
    change = Change(state=MIA, event="e", rev=0, document=b"{}", entries=entries)
    process.outbox.take((await process.store.commit(change)).entries)
    await process.outbox.settled()
    return process.fate


async def take_over(world: Outside) -> None:
    process = Process(world, 1000, "second", 31_000)
    running = asyncio.ensure_future(process.outbox.run())
    for _ in range(50):
        await asyncio.sleep(0)
    await process.outbox.settled()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def test_an_undisturbed_run_makes_that_many_steps() -> None:
    assert (await live_and_die(Outside(), 1000)).left == 1000 - STEPS


@pytest.mark.parametrize("steps", range(STEPS))
async def test_whenever_it_dies_the_next_process_goes_on(steps: int) -> None:
    world = Outside()
    await live_and_die(world, steps)
    await take_over(world)
    assert world.sent.count(MAIL) <= 1
    assert list(dict.fromkeys(e for e in world.sent if e != MAIL)) == [SAY, SHOW, REPOST]
    assert len([e for e in world.sent if e != MAIL]) <= 4
    hops = [name for state, name in world.told if state == "desk:9"]
    assert list(dict.fromkeys(hops)) == ["hop:e:4", "hop:e:5"]
    assert len({name for state, name in world.told if state == "broadcast:b"}) == 1
    assert all(not lanes.posted for lanes in world.place.lanes)
    assert await MemoryStore(world.place).slot(MIA, "q") is not None
