"""Towns with the bot in them, over each kind of store."""

import logging
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.ports import Store
from bot.store.embedded import Engine
from bot.store.memory import MemoryStore
from bot.store.place import Place
from bot.store.redis import RedisStore
from bot.store.server import reach
from bot.store.terms import only_owner
from tests.stories.rig import Rig

SECRETS = ("Mia", "Tom", "Gina", "town-on-your-own-machine", "Knee", "quite-secret")


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a story whose log has an error, a traceback, a token or somebody's name."""
    caplog.set_level(logging.INFO, "bot")
    yield
    told = [
        record.getMessage() for record in caplog.get_records("call") if record.name[:3] == "bot"
    ]
    grave = [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert [record.getMessage() for record in grave] == []
    assert [line for line in told if any(word in line for word in SECRETS)] == []


@pytest.fixture
async def empty_town(tmp_path: Path) -> AsyncIterator[Rig]:
    """Build a town where no bot is started; its store is memory that outlives the bot."""
    place = Place()

    async def opens() -> Store:
        return MemoryStore(place, only_owner())

    async with Rig(tmp_path / "town", opens) as rig:
        yield rig


@pytest.fixture
async def town(empty_town: Rig) -> Rig:
    await empty_town.opens()
    return empty_town


@pytest.fixture
async def empty_durable_town(tmp_path: Path) -> AsyncIterator[Rig]:
    """Build a town where no bot is started; its store is a Valkey that outlives the bot."""
    engine = Engine(tmp_path / "data")
    await engine.start()

    async def opens() -> Store:
        return RedisStore(await reach(engine.url), "808080", only_owner())

    async with Rig(tmp_path / "town", opens) as rig:
        yield rig
    await engine.stop()


@pytest.fixture
async def durable_town(empty_durable_town: Rig) -> Rig:
    """Build a town with a bot that keeps its state in a Valkey of its own."""
    await empty_durable_town.opens()
    return empty_durable_town


@pytest.fixture
def webhook() -> dict[str, str]:
    """Choose where Telegram shall send updates, as settings."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        host, port = listener.getsockname()
    where = f"{host}:{port}"
    return {
        "WEBHOOK_URL": f"http://{where}/hook",
        "WEBHOOK_LISTEN": where,
        "WEBHOOK_SECRET": "quite-secret",
    }
