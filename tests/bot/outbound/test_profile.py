"""What the bot says of itself is told once, and nothing about it keeps the bot from starting."""

import logging

import pytest

from bot.outbound.api import Api
from bot.outbound.profile import SETTING, introduce
from bot.outbound.render import Renderer
from bot.outbound.transport import Transport
from bot.ports import StoreFull
from bot.store.memory import MemoryStore
from tests.bot.outbound.conftest import Telegram
from tests.bot.outbound.test_send import Unpaced

RENDERER = Renderer(bot="b", emergency="112")
TOLD = ["setMyDescription", "setMyShortDescription", "setMyCommands"]


class Full(MemoryStore):
    async def set_setting(self, name: str, value: str) -> None:
        raise StoreFull(f"{name} {value}")


async def test_it_is_told_once(telegram: Telegram) -> None:
    store = MemoryStore()
    async with Transport(read_timeout=1) as request:
        for _ in range(2):
            await introduce(Api(request, telegram.url, Unpaced()), store, RENDERER)
    assert telegram.methods() == TOLD
    assert await store.setting(SETTING)


async def test_where_telegram_does_not_take_it_it_is_told_again(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    store = MemoryStore()
    telegram.says(400, "no")
    async with Transport(read_timeout=1) as request:
        await introduce(Api(request, telegram.url, Unpaced()), store, RENDERER)
    assert "the profile is not all told" in caplog.text
    assert await store.setting(SETTING) is None


async def test_a_full_store_remembers_it_another_time(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    async with Transport(read_timeout=1) as request:
        with caplog.at_level(logging.WARNING):
            await introduce(Api(request, telegram.url, Unpaced()), Full(), RENDERER)
    assert telegram.methods() == TOLD
    assert "no room" in caplog.text
