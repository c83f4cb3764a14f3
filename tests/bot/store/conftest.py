import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.ports import Store
from bot.store.embedded import Engine
from tests.bot.store.grounds import Ground, MemoryGround, ServerGround
from tests.bot.store.servers import cluster_node, redis_server, running

KINDS = ("memory", "embedded", "redis", "node", "cluster")


@pytest.fixture(scope="session")
def embedded_url() -> Iterator[str]:
    with TemporaryDirectory(prefix="sw") as folder:
        engine = Engine(Path(folder))
        asyncio.run(engine.start())
        yield engine.url
        asyncio.run(engine.stop())


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    with running(redis_server()) as server:
        yield server.url


@pytest.fixture(scope="session")
def cluster_address() -> Iterator[str]:
    with cluster_node(redis_server()) as address:
        yield address


def stand(kind: str, request: pytest.FixtureRequest) -> Ground:
    match kind:
        case "memory":
            return MemoryGround()
        case "embedded":
            return ServerGround(request.getfixturevalue("embedded_url"))
        case "redis":
            return ServerGround(request.getfixturevalue("redis_url"))
        case "node":
            return ServerGround(f"redis://{request.getfixturevalue('cluster_address')}")
        case _:
            return ServerGround(f"redis+cluster://{request.getfixturevalue('cluster_address')}")


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Ground:
    return stand(request.param, request)


@pytest.fixture
async def ground(place: Ground) -> AsyncIterator[Ground]:
    yield place
    await place.leave()


@pytest.fixture
async def store(ground: Ground) -> Store:
    return await ground.open()
