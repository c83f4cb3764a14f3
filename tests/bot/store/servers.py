"""Servers for the tests, on free ports and private sockets, each in a folder of its own."""

import asyncio
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import pytest
from redis import Redis
from redis.exceptions import RedisError

DURABLE = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")
PATIENCE = 15.0


def redis_server() -> str:
    """Find the machine's redis-server; without one a test is skipped, but not under CI."""
    found = shutil.which("redis-server")
    if found is None and os.environ.get("CI"):
        pytest.fail("redis-server is not installed, and under CI it has to be")
    if found is None:
        pytest.skip("redis-server is not installed")
    return found


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.002)


def answers(url: str) -> bool:
    try:
        with Redis.from_url(url) as client:
            return bool(client.ping())
    except (RedisError, OSError):
        return False


class Running:
    """A server process that can be killed and started again on what it left."""

    def __init__(self, program: str, folder: Path, *options: str) -> None:
        self.url = f"unix://{folder}/s"
        self._words = [program, "--port", "0", "--unixsocket", f"{folder}/s", "--dir", str(folder)]
        self._words += options
        self._log = folder / "log"
        self.start()

    def start(self) -> None:
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(self._words, stdout=log, stderr=log)
        until(lambda: answers(self.url))

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def running(program: str, *options: str) -> Iterator[Running]:
    with TemporaryDirectory(prefix="sw") as folder:
        server = Running(program, Path(folder), *(options or DURABLE))
        try:
            yield server
        finally:
            server.kill()


@contextmanager
def cluster_node(program: str) -> Iterator[str]:
    """Run a Cluster of one node; the address is without a scheme."""
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--cluster-enabled", "yes"]
    options += ["--cluster-port", str(free_port())]
    with running(program, *options), Redis(port=port) as client:
        client.execute_command("CLUSTER ADDSLOTSRANGE", 0, 16383)
        until(lambda: client.execute_command("CLUSTER INFO")["cluster_state"] == "ok")
        yield f"127.0.0.1:{port}"


class Forgetful:
    """Stands between a store and its server, and loses answers when told to."""

    def __init__(self, server: str, path: str) -> None:
        self._server = server
        self._path = path
        self.url = f"unix://{path}"
        self._to_lose = 0
        self._talks: list[asyncio.Future[None]] = []

    async def __aenter__(self) -> Self:
        self._listener = await asyncio.start_unix_server(self._serve, self._path)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listener.close()
        await asyncio.gather(*self._talks)

    def lose_next(self, count: int = 1) -> None:
        self._to_lose = count

    async def _serve(self, asking: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self._talks.append(asyncio.ensure_future(self._talk(asking, back)))

    async def _talk(self, asking: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        answers, on = await asyncio.open_unix_connection(self._server)
        forward = asyncio.create_task(_copy(asking, on))
        while answer := await answers.read(1 << 20):
            # What begins with + or : answers the greeting of a new connection.
            if self._to_lose and not answer.startswith((b"+", b":")):
                self._to_lose -= 1
                break
            back.write(answer)
        back.close()
        await forward


async def _copy(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    while piece := await source.read(1 << 20):
        to.write(piece)
    to.close()
    await to.wait_closed()
