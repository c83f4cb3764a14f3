"""Timers, on every store."""

import asyncio

from bot.ports import Ack, Store, Timer
from tests.bot.store.grounds import BRIEF, Ground, change, entry, eventually, names

LANE = "timer:person:7"


def timer(name: str, due: int, state: str = "person:7") -> Timer:
    return Timer(name, due, entry(f"{state} {name} {due}", f"timer:{state}", b"\x00\xfe", state))


async def test_due_timers_are_handed_over_once_and_oldest_first(store: Store) -> None:
    later, sooner, future = timer("a", 200), timer("b", 100), timer("c", 201)
    await store.commit(change("a", 0, timers=(later, sooner, future)))
    assert await store.ripe(200, 9) == (sooner.entry, later.entry)
    assert await store.ripe(200, 9) == ()
    assert await store.next_timer() == 201


async def test_no_more_timers_of_a_partition_than_asked_for(store: Store) -> None:
    timers = tuple(timer("n", at, f"p{at}:7") for at in range(5))
    for one in timers:
        state = one.entry.lane.removeprefix("timer:")
        await store.commit(change("a", 0, state=state, timers=(one,)))
    assert names(await store.ripe(9, 3)) == [one.entry.id for one in timers[:3]]
    assert names(await store.ripe(9, 3)) == [one.entry.id for one in timers[3:]]


async def test_a_commit_replaces_the_states_timers_and_no_others(store: Store) -> None:
    other = timer("nudge", 5, "desk:7")
    await store.commit(change("a", 0, state="desk:7", timers=(other,)))
    await store.commit(change("a", 0, timers=(timer("nudge", 10), timer("check", 20))))
    await store.commit(change("b", 1, timers=(timer("nudge", 30), timer("new", 40))))
    assert names(await store.ripe(99, 9)) == [
        other.entry.id,
        "person:7 nudge 30",
        "person:7 new 40",
    ]


async def test_no_timers_is_no_next_timer(store: Store) -> None:
    assert await store.next_timer() is None
    await store.commit(change("a", 0, timers=(timer("nudge", 10),)))
    await store.commit(change("b", 1))
    assert await store.next_timer() is None


async def test_a_ripe_timer_is_not_undone_by_a_commit(ground: Ground) -> None:
    one, two = await ground.open(BRIEF), await ground.open()
    await one.commit(change("a", 0, timers=(timer("nudge", 10),)))
    (ripe,) = await one.ripe(10, 9)
    await one.commit(change("b", 1))
    assert await eventually(lambda: two.claim(9)) == (ripe,)


async def test_a_timer_set_again_while_it_waits_is_not_doubled(store: Store) -> None:
    await store.commit(change("a", 0, timers=(timer("nudge", 10),)))
    (ripe,) = await store.ripe(10, 9)
    await store.commit(change("b", 1, timers=(timer("nudge", 10),)))
    assert await store.ripe(10, 9) == ()
    assert await store.acknowledge(Ack(entry=ripe, state="person:7")) == ()


async def test_of_two_that_ask_at_once_one_gets_each_timer(ground: Ground) -> None:
    one, two = await ground.open(), await ground.open()
    wanted = [timer("n", at, f"person:{at}") for at in range(40)]
    for at, each in enumerate(wanted):
        await one.commit(change("a", 0, state=f"person:{at}", timers=(each,)))
    got = await asyncio.gather(*(store.ripe(99, 9) for store in (one, two) * 3))
    assert sorted(name for part in got for name in names(part)) == sorted(
        each.entry.id for each in wanted
    )
