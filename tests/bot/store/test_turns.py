"""Turns to send are given over all processes, the same by every store."""

from bot.ports import Store
from bot.store.memory import MemoryStore
from bot.store.redis import PACED, RedisStore
from bot.turns import Toll
from tests.bot.store.grounds import Ground

BULK = Toll(every=60_000, slack=60_000, slowest=4, quiet=120_000)
REPLY = Toll(every=60_000, slack=180_000, slowest=4, quiet=120_000)


async def waits(store: Store, toll: Toll, times: int) -> list[int]:
    """Ask so often, and say in how many minutes each was told to ask again."""
    return [round(await store.turn(toll) / 60_000) for _ in range(times)]


async def test_processes_share_the_turns(ground: Ground) -> None:
    here, there = await ground.open(), await ground.open()
    assert await waits(here, BULK, 1) + await waits(there, BULK, 1) == [0, 0]
    assert await waits(here, BULK, 1) + await waits(there, BULK, 1) == [1, 1]


async def test_the_more_urgent_take_turns_ahead(ground: Ground) -> None:
    store = await ground.open()
    assert await waits(store, BULK, 3) == [0, 0, 1]
    assert await waits(store, REPLY, 3) == [0, 0, 1]
    assert await waits(store, BULK, 1) == [3]


async def test_a_hold_is_for_all_and_slows_what_follows(ground: Ground) -> None:
    here, there = await ground.open(), await ground.open()
    assert round(await here.turn(BULK, 600_000) / 60_000) == 10
    assert await waits(there, REPLY, 1) == [10]
    assert round(await there.turn(BULK, 60_000) / 60_000) == 10


MINUTE = 60_000
HOUR = 60 * MINUTE


async def set_clock(store: Store, by: int) -> None:
    """Set the clock that turns are given by; on a server, what is kept moves instead."""
    if isinstance(store, MemoryStore):
        now = store._now
        store._now = lambda: now() + by
        return
    assert isinstance(store, RedisStore)
    key = store._keys.of_partition(PACED, "pace")[0]
    for name in await store._read("HKEYS", key):
        if name != b"slow":
            await store._read("HINCRBYFLOAT", key, name, -by)


async def test_a_clock_that_is_set_back_makes_nobody_wait_for_it(ground: Ground) -> None:
    store = await ground.open()
    assert await waits(store, BULK, 3) == [0, 0, 1]
    await set_clock(store, -HOUR)
    assert await waits(store, BULK, 2) == [1, 1]
    await set_clock(store, MINUTE)
    assert await waits(store, BULK, 1) == [0]


async def test_a_hold_stays_as_long_when_the_clock_is_set_back(ground: Ground) -> None:
    store = await ground.open()
    await store.turn(BULK, 10 * MINUTE)
    await set_clock(store, -HOUR)
    assert await waits(store, REPLY, 1) == [10]
    await set_clock(store, 9 * MINUTE)
    assert await waits(store, REPLY, 1) == [1]
