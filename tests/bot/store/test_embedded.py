"""The built-in store: one process a folder, and nothing lost when either side is killed."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from redis.asyncio import Redis

from bot.ports import Loaded, StoreUnavailable
from bot.store import embedded, folder
from bot.store.embedded import Engine, open_embedded
from bot.store.faults import DataInUse, DataUnusable, ServerMissing, ServerUnfit
from bot.store.redis import RedisStore
from flows.words import english
from tests.bot.store.grounds import change, entry, eventually, names

CRASHES = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.store.embedded import open_embedded
from tests.bot.store.grounds import change, entry

async def main():
    store = await open_embedded(Path(sys.argv[1]), "bot")
    await store.commit(change("a", 0, entry("a1")))
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""
HOLDS = """
import sys
from pathlib import Path
from bot.store.folder import make, occupy

lock = occupy(make(Path(sys.argv[1])))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def data() -> Iterator[Path]:
    with TemporaryDirectory(prefix="a folder ") as path:
        yield Path(path) / "data"


@pytest.fixture
async def store(data: Path) -> AsyncIterator[RedisStore]:
    opened = await open_embedded(data, "bot")
    yield opened
    await opened.close()


def child(script: str, data: Path) -> list[str]:
    return [sys.executable, "-c", script, str(data)]


async def server_pid(data: Path) -> int:
    async with Redis(
        unix_socket_path=str(folder.socket_of(folder.make(data))), protocol=2
    ) as client:
        return int((await client.info("server"))["process_id"])


def has_ended(data: Path) -> bool:
    lock = folder.Lock(data / "server.lock")
    free = lock.take()
    lock.close()
    return free


async def test_what_was_committed_is_there_after_closing(data: Path) -> None:
    first = await open_embedded(data, "bot")
    await first.commit(change("a", 0))
    await first.close()
    second = await open_embedded(data, "bot")
    assert await second.load("person:7") == Loaded(b"after a", 1)
    await second.close()


async def test_closing_ends_the_server(data: Path) -> None:
    store = await open_embedded(data, "bot")
    assert not has_ended(data)
    await store.close()
    assert has_ended(data)


async def test_it_needs_nothing_that_an_operator_could_set_better(store: RedisStore) -> None:
    assert await store.server.warnings() == ()
    assert await store.usage() == 0


@pytest.mark.usefixtures("store")
async def test_the_server_is_out_of_reach_of_a_ctrl_c(data: Path) -> None:
    assert os.getsid(await server_pid(data)) != os.getsid(0)


async def test_a_second_opening_is_told_that_the_folder_is_in_use(
    store: RedisStore, data: Path
) -> None:
    with pytest.raises(DataInUse, match="Another process already uses"):
        await open_embedded(data, "bot")
    assert await store.load("person:7") == Loaded()


@pytest.fixture
def holder(data: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        child(HOLDS, data), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


async def test_another_process_holds_the_folder_for_its_life(
    holder: subprocess.Popen[bytes], data: Path
) -> None:
    with pytest.raises(DataInUse):
        await open_embedded(data, "bot")
    holder.kill()
    holder.wait()
    await (await open_embedded(data, "bot")).close()


async def test_after_a_crash_the_same_server_goes_on(data: Path) -> None:
    crashed = await asyncio.to_thread(subprocess.run, child(CRASHES, data), check=False)
    assert crashed.returncode == -signal.SIGKILL
    orphan = await server_pid(data)
    store = await open_embedded(data, "bot")
    assert await server_pid(data) == orphan
    assert await store.load("person:7") == Loaded(b"after a", 1)
    assert names(await store.claim(9)) == ["a1"]
    await store.close()
    assert has_ended(data)


async def test_after_a_crash_a_commit_takes_the_lane_with_what_waits(data: Path) -> None:
    await asyncio.to_thread(subprocess.run, child(CRASHES, data), check=False)
    store = await open_embedded(data, "bot")
    assert names((await store.commit(change("b", 1, entry("b1")))).entries) == ["a1", "b1"]
    await store.close()


async def test_a_server_that_cannot_be_reached_is_not_joined_by_a_second(
    data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await asyncio.to_thread(subprocess.run, child(CRASHES, data), check=False)
    orphan = await server_pid(data)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(tempfile, "tempdir", str(tmp_path))
        elsewhere.setattr(embedded, "PATIENCE", 0.05)
        with pytest.raises(DataInUse):
            await open_embedded(data, "bot")
    assert await server_pid(data) == orphan
    await (await open_embedded(data, "bot")).close()


async def test_a_killed_server_comes_back_with_every_commit_it_confirmed(
    store: RedisStore, data: Path
) -> None:
    confirmed: dict[str, int] = {}

    async def commit(state: str, rev: int) -> bool:
        try:
            return bool(await store.commit(change(f"e{rev}", rev, state=state)))
        except StoreUnavailable:
            return False

    async def keep_committing(state: str) -> None:
        for rev in range(60):
            await eventually(partial(commit, state, rev))
            confirmed[state] = rev + 1

    async def keep_killing() -> None:
        for _ in range(3):
            os.kill(await server_pid(data), signal.SIGKILL)
            await store.load("person:0")

    await asyncio.gather(*(keep_committing(f"person:{at}") for at in range(20)), keep_killing())
    assert {state: (await store.load(state)).rev for state in confirmed} == confirmed
    assert set(confirmed.values()) == {60}


async def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataUnusable) as refused:
        await open_embedded(tmp_path / "file" / "data", "bot")
    assert "set STAIRWISE_DATA" in english(refused.value.text)


async def test_without_a_wheel_the_error_names_the_way_out(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "find_spec", lambda _: None)
    with pytest.raises(ServerMissing, match="REDIS_URL"):
        await open_embedded(data, "bot")


async def test_a_server_that_does_not_start_is_told_and_the_folder_given_back(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setitem(embedded.SETTINGS, "appendfsync", "now and then")
        with pytest.raises(ServerUnfit, match="would not start"):
            await open_embedded(data, "bot")
    await (await open_embedded(data, "bot")).close()


def test_a_socket_folder_of_somebody_else_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    room = folder.socket_of(tmp_path).parent
    room.chmod(0o777)
    with pytest.raises(DataUnusable, match="not ours alone"):
        folder.socket_of(tmp_path)
    room.rmdir()
    room.write_text("")
    with pytest.raises(DataUnusable, match="not ours alone"):
        folder.socket_of(tmp_path)


def test_a_socket_path_that_would_be_too_long_goes_to_the_systems_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 100)
    deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    assert len(str(folder.socket_of(deep))) < folder.LONGEST_SOCKET


async def test_a_server_that_is_killed_while_it_starts_is_started_anew(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "data")
    starting = asyncio.create_task(engine.start())
    await eventually(partial(_killed, engine))
    await starting
    async with Redis(unix_socket_path=engine.url.removeprefix("unix://")) as client:
        assert await client.ping()
    await engine.stop()


async def _killed(engine: Engine) -> bool:
    """Kill the server as soon as there is one, before it can be used."""
    process = engine._process
    if process is None:
        return False
    process.kill()
    process.wait()
    return True
