"""The way to the network tells what never left from what may have arrived."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import unused_port
from telegram import Bot, BotCommand
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData

from bot.outbound.transport import NotSent, Transport
from tests.bot.outbound.conftest import Telegram


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    async with Transport(read_timeout=5) as ready:
        yield ready


async def test_parameters_travel_as_json(telegram: Telegram, transport: Transport) -> None:
    bot = Bot("1:x", base_url=telegram.url.removesuffix("1:x"), request=transport)
    await bot.set_my_commands([BotCommand("start", "é")])
    commands = [{"command": "start", "description": "é"}]
    assert telegram.asked == [("setMyCommands", {"commands": commands})]


async def test_files_travel_as_multipart(telegram: Telegram, transport: Transport) -> None:
    bot = Bot("1:x", base_url=telegram.url.removesuffix("1:x"), request=transport)
    await bot.set_webhook("https://b.example", certificate=b"key", max_connections=7)
    assert telegram.asked == [
        (
            "setWebhook",
            {
                "url": "https://b.example",
                "max_connections": "7",
                "certificate": ("application.octet-stream", b"key"),
            },
        )
    ]


async def test_a_page_is_fetched_without_a_body(telegram: Telegram, transport: Transport) -> None:
    status, body = await transport.do_request(f"{telegram.url}/file", "GET")
    assert (status, body) == (200, b'{"ok": true, "result": {"message_id": 101}}')


async def test_nobody_listens_so_nothing_was_sent(transport: Transport) -> None:
    with pytest.raises(NotSent):
        await transport.do_request(f"http://127.0.0.1:{unused_port()}/bot1:x/getMe", "POST")


async def test_a_silent_server_may_have_done_it(telegram: Telegram, transport: Transport) -> None:
    telegram.hang = True
    with pytest.raises(TimedOut):
        await transport.do_request(
            f"{telegram.url}/sendMessage", "POST", RequestData(), read_timeout=0.05
        )
    assert telegram.methods() == ["sendMessage"]


async def test_a_broken_line_may_have_done_it(telegram: Telegram, transport: Transport) -> None:
    telegram.reset = True
    with pytest.raises(NetworkError) as caught:
        await transport.do_request(f"{telegram.url}/sendMessage", "POST", RequestData())
    assert not isinstance(caught.value, NotSent)
    assert telegram.methods() == ["sendMessage"]


async def test_no_error_names_the_token(transport: Transport) -> None:
    with pytest.raises(NotSent) as caught:
        await transport.do_request(f"http://127.0.0.1:{unused_port()}/bot99:hush/getMe", "POST")
    assert "hush" not in f"{caught.value!r} {caught.value}"
    assert caught.value.__suppress_context__


async def test_it_is_started_before_and_stopped_after_use() -> None:
    transport = Transport()
    with pytest.raises(RuntimeError, match="initialize"):
        await transport.do_request("http://127.0.0.1:1/", "POST", connect_timeout=None)
    await transport.initialize()
    await transport.initialize()
    await transport.shutdown()
    await transport.shutdown()
    assert transport.read_timeout == 20
