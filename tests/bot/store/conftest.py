from collections.abc import AsyncIterator, Iterator

import pytest

from bot.ports import Store
from tests.bot.store.grounds import Ground, MemoryGround, ServerGround
from tests.bot.store.servers import cluster_node, redis_server, running

KINDS = ("memory", "redis", "node", "cluster")


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
        case "redis":
            return ServerGround(request.getfixturevalue("redis_url"))
        case "node":
            return ServerGround(f"redis://{request.getfixturevalue('cluster_address')}")
        case _:
            return ServerGround(f"redis+cluster://{request.getfixturevalue('cluster_address')}")


@pytest.fixture(params=KINDS)
async def ground(request: pytest.FixtureRequest) -> AsyncIterator[Ground]:
    place = stand(request.param, request)
    yield place
    await place.leave()


@pytest.fixture
async def store(ground: Ground) -> Store:
    return await ground.open()
