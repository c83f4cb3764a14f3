"""Whatever happens in whatever order: every store answers as the one in memory does."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec import structs

from bot.ports import Ack, Change, Conflict, Entry, Row, Store, Timer
from bot.store.keys import partition
from bot.store.terms import Owner
from tests.bot.store.grounds import Ground, MemoryGround, ServerGround

STATES = ("person:1", "person:2", "desk:1", "gym:é")
SLOTS = ("menu", "week", "")
OTHERS = ("claim", "mark", "ripe", "lose", "park", "renew")
BODIES = st.binary(max_size=4)
NUMBERS = st.integers(0, 5)


class Walk:
    """One of two processes at a store at a time, and what both were handed so far."""

    def __init__(self, stores: list[Store], owners: list[Owner]) -> None:
        self._stores = stores
        self._owners = owners
        self._handed: list[Entry] = []
        self.log: list[object] = []

    async def play(self, step: "Step", who: int) -> None:
        answer = await step(self, self._stores[who], self._owners[who])
        if isinstance(answer, tuple):
            self._handed += answer
        self.log.append(answer)

    def entry(self, number: int) -> Entry:
        if not self._handed:
            return Entry("none", partition("person:1"), "chat:1", b"")
        return self._handed[number % len(self._handed)]

    async def look(self) -> None:
        """Note all that can be read."""
        store = self._stores[0]
        for state in STATES:
            self.log += [await store.load(state), await store.history(state)]
            self.log += [await store.roster(state), await store.parked(state)]
            self.log += [await store.slot(state, slot) for slot in SLOTS]
        self.log += [sorted([state async for state in store.states()]), await store.next_timer()]


Step: TypeAlias = Callable[[Walk, Store, Owner], Awaitable[object]]


@st.composite
def commits(draw: st.DrawFn) -> Step:
    state = draw(st.sampled_from(STATES))
    posted = entries(state)
    timers = st.builds(Timer, st.sampled_from("xyz"), NUMBERS, posted)
    change = Change(
        state=state,
        event=draw(st.sampled_from("abcdefghijkl")),
        rev=-draw(st.sampled_from((0, 0, 0, 1))),
        document=draw(st.none() | BODIES),
        entries=tuple(draw(st.lists(posted, max_size=3))),
        timers=tuple(draw(st.lists(timers, max_size=3))),
        rows=tuple(draw(st.lists(ROWS, max_size=2))),
        history=tuple(draw(st.lists(BODIES, max_size=2))),
        wipe=draw(st.sampled_from((False, False, False, True))),
    )

    async def step(walk: Walk, store: Store, _: Owner) -> object:
        rev = (await store.load(state)).rev + change.rev
        try:
            outcome = await store.commit(structs.replace(change, rev=rev))
        except Conflict:
            return "conflict"
        walk.log.append(outcome.fresh)
        return outcome.entries

    return step


ROWS = st.builds(Row, st.sampled_from("kl"), NUMBERS, st.none() | BODIES)


def entries(state: str) -> st.SearchStrategy[Entry]:
    """Entries in the state's own lanes, with ids that come up again."""
    who = state.partition(":")[2]
    lanes = st.sampled_from((f"chat:{who}", f"hop:{state}>gym:é", f"timer:{state}"))
    ids = st.integers(0, 20).map("e{}".format)
    return st.builds(Entry, ids, st.just(partition(state)), lanes, BODIES)


@st.composite
def acknowledgements(draw: st.DrawFn) -> Step:
    number, slot = draw(st.integers(0, 50)), draw(st.sampled_from(SLOTS))
    message, then = draw(st.none() | NUMBERS), draw(st.lists(BODIES, max_size=2))

    async def step(walk: Walk, store: Store, _: Owner) -> object:
        done = walk.entry(number)
        state = next(state for state in STATES if partition(state) == done.partition)
        follow = tuple(Entry(f"{done.id}+", done.partition, "chat:é", body) for body in then)
        ack = Ack(entry=done, state=state, slot=slot, message=message, then=follow)
        return await store.acknowledge(ack)

    return step


def others(number: int, kind: str) -> Step:
    async def step(walk: Walk, store: Store, owner: Owner) -> object:
        one = walk.entry(number)
        match kind:
            case "mark":
                return await store.mark(one)
            case "ripe":
                return await store.ripe(number % 6, 2)
            case "park":
                await store.park(STATES[number % 4], f"u{number % 3}", one.body, "error")
            case "renew":
                await store.renew((one,))
            case "lose":
                owner.regrip()
            case _:
                claimed = await store.claim(9)
                return tuple(sorted(claimed, key=lambda entry: entry.lane))
        return None

    return step


STEPS = st.one_of(
    commits(), acknowledgements(), st.builds(others, st.integers(0, 50), st.sampled_from(OTHERS))
)
WALKS = st.lists(st.tuples(STEPS, st.integers(0, 1)), max_size=25)


async def walked(ground: Ground, steps: list[tuple[Step, int]]) -> list[object]:
    owners = [Owner(), Owner()]
    walk = Walk([await ground.open(owner=owner) for owner in owners], owners)
    for step, who in steps:
        await walk.play(step, who)
    await walk.look()
    await ground.leave()
    return walk.log


@pytest.mark.no_cover
@pytest.mark.timeout(120)
@pytest.mark.parametrize("kind", ["embedded_url", "redis_url"])
# Shrinking takes minutes against a server: the first difference in the log has to do.
@settings(max_examples=100, deadline=None, phases=(Phase.reuse, Phase.generate))
@given(steps=WALKS)
def test_a_server_does_as_the_memory_does(
    kind: str, steps: list[tuple[Step, int]], request: pytest.FixtureRequest
) -> None:
    server = ServerGround(request.getfixturevalue(kind))
    assert asyncio.run(walked(server, steps)) == asyncio.run(walked(MemoryGround(), steps))
