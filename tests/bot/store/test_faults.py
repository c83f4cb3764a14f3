"""Servers that are full, away, new, old, or do not answer in time."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from bot.ports import Ack, Entry, Loaded, StoreFull, StoreUnavailable
from bot.store import server as servers
from bot.store.embedded import program
from bot.store.faults import ServerUnfit
from bot.store.redis import RedisStore, connect
from flows.words import english
from tests.bot.store.grounds import BRIEF, change, entry, eventually, names
from tests.bot.store.servers import DURABLE, Forgetful, Running, redis_server, running

SMALL = (*DURABLE, "--maxmemory", "3mb", "--maxmemory-policy", "noeviction")
BODY = b"x" * 20_000


def path_of(kind: str) -> str:
    return redis_server() if kind == "redis" else str(program())


@pytest.fixture(params=["redis", "valkey"])
def own(request: pytest.FixtureRequest) -> Iterator[Running]:
    with running(path_of(request.param)) as server:
        yield server


@pytest.fixture(params=["redis", "valkey"])
def small(request: pytest.FixtureRequest) -> Iterator[Running]:
    with running(path_of(request.param), *SMALL) as server:
        yield server


@pytest.fixture
async def store(own: Running) -> AsyncIterator[RedisStore]:
    opened = await connect(own.url, "bot")
    yield opened
    await opened.close()


async def filled(store: RedisStore) -> list[Entry]:
    """Commit until there is no room; returns what was posted."""
    posted: list[Entry] = []
    for rev in range(1000):
        try:
            outcome = await store.commit(change(f"e{rev}", rev, entry(f"a{rev}", body=BODY)))
        except StoreFull:
            return posted
        posted += outcome.entries
    raise AssertionError("it never was full")


async def test_a_full_store_refuses_a_commit_as_a_whole(small: Running) -> None:
    store = await connect(small.url, "bot")
    posted = await filled(store)
    assert await store.load("person:7") == Loaded(
        f"after e{len(posted) - 1}".encode(), len(posted)
    )
    with pytest.raises(StoreFull):
        await store.park("person:7", "u1", BODY * 100, "ValueError")  # its own weight is too much
    assert await store.usage() > 0.9
    await store.close()


async def test_a_full_store_can_still_be_emptied(small: Running) -> None:
    store, heir = await connect(small.url, "bot", terms=BRIEF), await connect(small.url, "bot")
    posted = await filled(store)
    assert await eventually(lambda: heir.claim(9)) == tuple(posted)
    assert await heir.mark(posted[0])
    await heir.renew((posted[0],))
    await heir.acknowledge(Ack(entry=posted[0], state="person:7", then=(entry("then"),)))
    await store.commit(change("forget", len(posted), document=None, wipe=True))
    assert names((await heir.commit(change("new", len(posted) + 1, entry("n")))).entries) == ["n"]
    await store.close()
    await heir.close()


async def test_a_store_is_away_while_its_server_is_and_back_with_it(
    own: Running, store: RedisStore
) -> None:
    await store.commit(change("a", 0, entry("a1")))
    own.kill()
    for call in (
        lambda: store.load("person:7"),
        lambda: store.commit(change("b", 1)),
        lambda: store.claim(9),
        lambda: store.ripe(9, 9),
        store.next_timer,
        store.dangers,
    ):
        with pytest.raises(StoreUnavailable):
            await call()
    own.start()
    assert await store.load("person:7") == Loaded(b"after a", 1)
    assert names(await store.claim(9)) == ["a1"]
    assert (await store.commit(change("b", 1))).fresh


async def test_a_killed_server_keeps_what_it_confirmed(own: Running, store: RedisStore) -> None:
    confirmed = dict.fromkeys((f"person:{at}" for at in range(16)), 0)

    async def keep_committing(state: str) -> None:
        try:
            while True:
                rev = confirmed[state]
                await store.commit(change(f"{state} {rev}", rev, state=state))
                confirmed[state] += 1
        except StoreUnavailable:
            return

    async def kill_at(count: int) -> None:
        async def reached() -> bool:
            return sum(confirmed.values()) >= count

        await eventually(reached)
        own.kill()

    for count in (100, 300, 500):
        await asyncio.gather(*(keep_committing(state) for state in confirmed), kill_at(count))
        own.start()
        for state, known in confirmed.items():
            stored = (await store.load(state)).rev
            assert stored in {known, known + 1}  # the answer to the last one may have been lost
            confirmed[state] = stored


async def test_scripts_that_the_server_forgot_are_taught_again(
    own: Running, store: RedisStore
) -> None:
    async with Redis.from_url(own.url) as client:
        await client.script_flush()
    outcomes = await asyncio.gather(
        *(store.commit(change("a", 0, state=f"person:{at}")) for at in range(9))
    )
    assert all(outcome.fresh for outcome in outcomes)


async def test_a_lost_answer_is_asked_for_again(own: Running, tmp_path: Path) -> None:
    async with Forgetful(own.url.removeprefix("unix://"), str(tmp_path / "p")) as between:
        store = await connect(between.url, "bot")
        (first,) = (await store.commit(change("a", 0, entry("a1")))).entries
        between.lose_next()
        outcome = await store.commit(change("b", 1, entry("b1")))
        assert (outcome.fresh, names(outcome.entries)) == (True, ["a1", "b1"])
        between.lose_next()
        assert names(await store.acknowledge(Ack(entry=first, state="person:7"))) == ["b1"]
        await store.close()


async def test_after_an_answer_lost_for_good_everything_is_handed_out_again(
    own: Running, tmp_path: Path
) -> None:
    async with Forgetful(own.url.removeprefix("unix://"), str(tmp_path / "p")) as between:
        store = await connect(between.url, "bot")
        between.lose_next(2)
        with pytest.raises(StoreUnavailable):
            await store.commit(change("a", 0, entry("a1"), entry("h1", "hop:person:7>gym:1")))
        assert names((await store.commit(change("b", 1, entry("b1")))).entries) == ["a1", "b1"]
        assert names(await store.claim(9)) == ["h1"]
        await store.close()


async def test_one_who_gave_up_waiting_gets_it_with_the_next_touch(store: RedisStore) -> None:
    waiting = asyncio.create_task(store.commit(change("a", 0, entry("a1"))))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert names((await store.commit(change("b", 1, entry("b1")))).entries) == ["a1", "b1"]


async def test_a_line_that_is_cut_short_leaves_nobody_waiting(store: RedisStore) -> None:
    waiting = [asyncio.create_task(store.load("person:7")) for _ in range(3)]
    await asyncio.sleep(0)
    line = next(t for t in asyncio.all_tasks() if "_send_all" in str(t.get_coro()))
    line.cancel()
    ended = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(end) for end in ended] == [asyncio.CancelledError] * 3
    assert await store.load("person:7") == Loaded()


async def test_closing_waits_for_what_is_in_flight(own: Running) -> None:
    store, later = await connect(own.url, "bot"), await connect(own.url, "bot")
    commit = asyncio.create_task(store.commit(change("a", 0)))
    await asyncio.sleep(0)
    await store.close()
    assert (await commit).fresh
    assert (await later.load("person:7")).rev == 1
    await later.close()


async def test_a_fault_of_our_own_is_not_hidden(own: Running, store: RedisStore) -> None:
    async with Redis.from_url(own.url) as client:
        await client.set("sw:bot:settings", "not a hash")
    with pytest.raises(Exception, match="WRONGTYPE"):
        await store.setting("x")


async def test_a_server_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        await connect(f"unix://{tmp_path}/none", "bot")


async def test_a_wrong_password_is_unavailable(own: Running) -> None:
    async with Redis.from_url(own.url) as client:
        await client.config_set("requirepass", "secret")
    with pytest.raises(StoreUnavailable):
        await connect(own.url, "bot")
    await (await connect(own.url + "?password=secret", "bot")).close()


async def test_a_server_that_is_too_old_is_refused(
    own: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "OLDEST", (99, 0))
    with pytest.raises(ServerUnfit, match="is needed"):
        await connect(own.url, "bot")


async def test_what_an_operator_should_set_is_told() -> None:
    with running(redis_server(), "--maxmemory-policy", "allkeys-lru") as server:
        store = await connect(server.url, "bot")
        told = [english(text) for text in await store.server.warnings()]
        await store.close()
    assert [sentence.split(" on the server")[0] for sentence in told] == [
        "Set appendonly to yes",
        "Set appendfsync to always",
        "Set maxmemory-policy to noeviction",
    ]


async def test_a_server_that_keeps_its_settings_to_itself_is_told() -> None:
    with running(redis_server(), *DURABLE, "--rename-command", "CONFIG", "") as server:
        store = await connect(server.url, "bot")
        (told,) = await store.server.warnings()
        await store.close()
    assert "does not tell its settings" in english(told)
