"""A connection to Redis, Valkey or a Cluster of them, and whether that is fit for us."""

from contextlib import suppress
from typing import Any, Protocol

from redis import exceptions as wrong
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.cluster import RedisCluster
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from bot.ports import StoreFull, StoreUnavailable
from bot.store.faults import ServerUnfit, StoreFault
from bot.store.scripts import SOURCES
from flows.words import T, Text

CLUSTER = "redis+cluster://"
OLDEST = (7, 0)
CONNECTIONS = 16
PATIENCE = 5.0
AWAY = (wrong.ConnectionError, wrong.TimeoutError, wrong.RedisClusterException, OSError)
UNABLE = (wrong.ReadOnlyError, wrong.ClusterError, wrong.AskError, wrong.TryAgainError)
UNABLE_WORDS = ("MISCONF", "NOREPLICAS", "BUSY", "UNKILLABLE")
# What every store needs, and what is lost or refused where it is not so.
WANTED = {
    "appendonly": (
        "yes",
        "after a crash of the server everything since the last snapshot is lost",
    ),
    "appendfsync": ("always", "a crash of the server can lose the last second of answers"),
    "maxmemory-policy": ("noeviction", "a full server throws people's records away"),
}


class Engine(Protocol):
    """What runs the server where it is ours alone: start is harmless while it runs."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...


class Elsewhere:
    """The engine of a server that somebody else runs."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...


class Server:
    """One client for the life of the process."""

    def __init__(self, client: Any, engine: Engine) -> None:
        self._client = client
        self._engine = engine

    def pipeline(self) -> Any:
        return self._client.pipeline(transaction=False)

    async def revive(self) -> None:
        """After a lost connection: see to it that the server runs, if that is ours to do."""
        try:
            await self._engine.start()
        except StoreFault as fault:
            raise StoreUnavailable(str(fault)) from fault

    async def load_scripts(self) -> None:
        for text in SOURCES.values():
            await self._client.script_load(text)

    async def usage(self) -> float:
        """Say how full the fullest server's memory is, 0 to 1; 0 where there is no limit.

        Raises StoreUnavailable.
        """
        try:
            return max(_used(memory) for memory in await self._each("info", "memory"))
        except Exception as error:
            raise translated(error) from error

    async def check(self) -> None:
        """Raise ServerUnfit when the server is too old for the scripts."""
        for info in await self._each("info", "server"):
            version = str(info["redis_version"])
            if tuple(int(part) for part in version.split(".")[:2]) < OLDEST:
                raise ServerUnfit(
                    T(
                        "This server is Redis {version}; Redis 7.0 or Valkey 8 is needed.",
                        version=version,
                    )
                )

    async def warnings(self) -> tuple[Text, ...]:
        """Tell what the operator should change, a sentence each."""
        try:
            found = await self._each("config_get", *WANTED)
        except (wrong.ResponseError, *AWAY):
            return (
                T("The server does not tell its settings: nobody knows if it keeps what it has."),
            )
        return tuple(
            T(
                "Set {name} to {value} on the server: otherwise {danger}.",
                name=name,
                value=value,
                danger=danger,
            )
            for name, (value, danger) in WANTED.items()
            if any(settings.get(name) != value for settings in found)
        )

    async def close(self) -> None:
        with suppress(*AWAY):
            await self._client.aclose()
        await self._engine.stop()

    async def _each(self, command: str, *words: str) -> list[dict[str, Any]]:
        ask = getattr(self._client, command)
        if isinstance(self._client, RedisCluster):
            return [await ask(*words, target_nodes=node) for node in self._client.get_primaries()]
        return [await ask(*words)]


def _used(memory: dict[str, Any]) -> float:
    limit = int(memory.get("maxmemory", 0))
    return int(memory["used_memory"]) / limit if limit else 0.0


def client(url: str) -> Any:
    """Make a client that never repeats a call by itself and never waits long."""
    once = Retry(NoBackoff(), 0)
    if url.startswith(CLUSTER):
        return RedisCluster.from_url(
            "redis://" + url.removeprefix(CLUSTER), protocol=2, retry=once, socket_timeout=PATIENCE
        )
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=CONNECTIONS,
        timeout=PATIENCE,
        protocol=2,
        retry=once,
        socket_timeout=PATIENCE,
        socket_connect_timeout=PATIENCE,
    )
    return Redis.from_pool(pool)


async def reach(url: str, engine: Engine | None = None) -> Server:
    """Connect, see that the server is fit, and teach it the scripts.

    Raises ServerUnfit, StoreUnavailable, and ValueError for a URL that is none.
    """
    server = Server(client(url), engine or Elsewhere())
    try:
        await server.check()
        await server.load_scripts()
    except Exception as error:
        await server.close()
        raise _unfit(translated(error)) from error
    return server


def _unfit(error: Exception) -> Exception:
    """Say what a server has that is there and yet of no use: none of Redis's, or closed to us."""
    if not isinstance(error, wrong.RedisError):
        return error
    return ServerUnfit(
        T("The server at REDIS_URL is of no use ({error}): correct it.", error=str(error))
    )


def translated(error: Exception) -> Exception:
    """Turn an error into what the port calls it; a fault of our own stays as it is."""
    if isinstance(error, wrong.OutOfMemoryError):
        return StoreFull("the store's memory is full")
    if isinstance(error, (*AWAY, *UNABLE)) or str(error).startswith(UNABLE_WORDS):
        unavailable = StoreUnavailable(str(error) or type(error).__name__)
        unavailable.__cause__ = error
        return unavailable
    return error
