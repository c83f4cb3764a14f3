"""200 only once an update's outcome is committed, and only for whoever knows the secret."""

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.ingest.webhook import SECRET, Webhook
from bot.ports import StoreUnavailable

HEADERS = {SECRET: "s3cret"}


class Taker:
    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.error: Exception | None = None

    async def take(self, raw: dict[str, Any]) -> None:
        if self.error:
            raise self.error
        self.taken.append(raw)


@pytest.fixture
def taker() -> Taker:
    return Taker()


@pytest.fixture
async def telegram(taker: Taker) -> AsyncIterator[TestClient[Any, Any]]:
    server = TestServer(Webhook("s3cret", taker.take).application("/hook"))
    async with TestClient(server) as client:
        yield client


async def test_an_update_is_taken(telegram: TestClient[Any, Any], taker: Taker) -> None:
    answer = await telegram.post("/hook", json={"update_id": 1, "x": 2}, headers=HEADERS)
    assert (answer.status, taker.taken) == (200, [{"update_id": 1, "x": 2}])


@pytest.mark.parametrize("headers", [{}, {SECRET: "wrong"}, {SECRET: "s\u00e9cret"}])
async def test_whoever_does_not_know_the_secret_is_refused(
    telegram: TestClient[Any, Any], taker: Taker, headers: dict[str, str]
) -> None:
    answer = await telegram.post("/hook", json={"update_id": 1}, headers=headers)
    assert (answer.status, taker.taken) == (401, [])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"update_id": "1"}', b"\xff\xfe"])
async def test_what_is_no_update_is_refused(
    telegram: TestClient[Any, Any], taker: Taker, body: bytes
) -> None:
    answer = await telegram.post("/hook", data=body, headers=HEADERS)
    assert (answer.status, taker.taken) == (400, [])


async def test_a_body_that_is_too_large_is_refused(telegram: TestClient[Any, Any]) -> None:
    answer = await telegram.post(
        "/hook", data=io.BytesIO(b" " * (1024 * 1024 + 1)), headers=HEADERS
    )
    assert answer.status == 413


async def test_telegram_shall_come_again_when_the_store_is_away(
    telegram: TestClient[Any, Any], taker: Taker
) -> None:
    taker.error = StoreUnavailable()
    answer = await telegram.post("/hook", json={"update_id": 1}, headers=HEADERS)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
