"""All states get their timers anew when `flows.timers` has changed its mind, and only then."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.ports import Change, Conflict, Outcome, StoreFull, StoreUnavailable
from bot.runner import Rules, Runner
from bot.store.memory import MemoryStore
from bot.workers import retiming
from bot.workers.retiming import SETTING, retime
from flows import codec
from flows.decide import State
from flows.effects import Decision
from flows.events import Event
from flows.person import Person
from flows.timers import Instant, Timer
from tests.flows.policy import wanted


class Kept(MemoryStore):
    """A store that can be away, and where others can be first."""

    away = False
    conflicts = 0
    full = False

    async def states(self) -> AsyncIterator[str]:
        async for state in super().states():
            if self.away:
                self.away = False
                raise StoreUnavailable
            yield state

    async def commit(self, change: Change) -> Outcome:
        if self.conflicts:
            self.conflicts -= 1
            raise Conflict
        if self.full:
            self.full = False
            raise StoreFull
        return await super().commit(change)


@pytest.fixture(autouse=True)
def _in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retiming, "EVERY", 0)
    monkeypatch.setattr(retiming, "AWAY", 0)


def decide(state: State, _: Event) -> Decision[State]:
    return Decision(state=state)


async def settle(store: Kept, *people: int) -> None:
    for person in people:
        document = codec.write_state(Person(id=person))
        await store.commit(Change(state=f"person:{person}", event="e", rev=0, document=document))


async def again(store: Kept, version: str = "2", rules: Rules | None = None) -> None:
    one = Runner(store, rules or Rules(decide, wanted), lambda _: None).retime
    await asyncio.wait_for(retime(store, one, version), 5)


def at_hour(hour: int) -> Rules:
    due = Timer(name="checkin", when=Instant(datetime(2026, 3, 10, hour, tzinfo=UTC)))
    return Rules(decide, lambda _: (due,))


async def test_every_state_once_for_each_version() -> None:
    store = Kept()
    await settle(store, 7, 8)
    for _ in range(2):
        await again(store)
    assert [(await store.load(f"person:{n}")).rev for n in (7, 8)] == [2, 2]
    assert await store.setting(SETTING) == "2"
    assert (await store.load("person:7")).document == codec.write_state(Person(id=7))


async def test_begun_again_when_the_store_was_away() -> None:
    store = Kept()
    await settle(store, 7)
    store.away = True
    await again(store)
    assert (await store.load("person:7")).rev == 2


async def test_somebody_else_may_be_first() -> None:
    store = Kept()
    await settle(store, 7)
    store.conflicts = 2
    await again(store)
    assert (await store.load("person:7")).rev == 2


@pytest.mark.parametrize("trouble", [{"conflicts": 7}, {"full": True}])
async def test_it_waits_for_a_store_that_cannot_take_it_now(trouble: dict[str, int]) -> None:
    store = Kept()
    await settle(store, 7, 8)
    for name, value in trouble.items():
        setattr(store, name, value)
    await again(store)
    assert [(await store.load(f"person:{n}")).rev for n in (7, 8)] == [2, 2]
    assert await store.setting(SETTING) == "2"


async def test_a_version_that_comes_back_counts_again() -> None:
    """An operator may try a policy, and take it back the same day."""
    store = Kept()
    await settle(store, 7)
    for version, hour in (("A", 10), ("B", 13), ("A", 10)):
        await again(store, version, at_hour(hour))
        due = datetime(2026, 3, 10, hour, tzinfo=UTC)
        assert await store.next_timer() == int(due.timestamp()) * 1000


async def test_a_state_that_nobody_can_read_keeps_no_other_from_its_timers(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = Kept()
    await settle(store, 7)
    await store.commit(Change(state="person:6", event="e", rev=0, document=b"{"))
    await settle(store, 8)
    await again(store)
    assert [(await store.load(f"person:{n}")).rev for n in (7, 6, 8)] == [2, 1, 2]
    assert await store.setting(SETTING) == "2"
    assert "not retimed state=person:6 error=DecodeError" in caplog.text


async def test_the_forgotten_stay_forgotten() -> None:
    store = Kept()
    await settle(store, 7)
    gone = Change(state="person:7", event="f", rev=1, document=None, wipe=True)
    await store.commit(gone)
    await Runner(store, Rules(decide, wanted), lambda _: None).retime("person:7", "run")
    assert (await store.load("person:7")).rev == 2
