"""A town for one test, and a plain client that asks its Bot API."""

from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.terms import Json
from bot.sandbox.town import Town

Ask = Callable[..., Coroutine[Any, Any, Json]]


class Wall:
    """Real seconds, moved by hand."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
async def town(tmp_path: Path, wall: Wall) -> AsyncIterator[Town]:
    async with Town(tmp_path / "town", wall=wall) as town:
        await town.serve()
        yield town


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def ask(town: Town, http: aiohttp.ClientSession) -> Ask:
    """Call a method of the Bot API with JSON; gives back the whole answer."""

    async def call(method: str, **params: Any) -> Json:
        url = f"{town.url}/bot{town.token}/{method}"
        async with http.post(url, json=params) as response:
            answer: Json = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer

    return call
