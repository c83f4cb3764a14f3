"""Bad luck comes when it is ordered: refusals, resets, silence and floods."""

import asyncio

import aiohttp
import pytest

from bot.sandbox.faults import Limit, Moment
from bot.sandbox.terms import Refused
from bot.sandbox.town import Town
from tests.bot.sandbox.conftest import Ask, Wall

MIA, TOM = 1001, 1002
FLOOD = Refused(429, "Too Many Requests: retry after 2", retry_after=2)


@pytest.fixture
def chat(town: Town) -> int:
    town.say(MIA, "/start")
    return MIA


async def test_the_next_calls_meet_it_and_no_others(town: Town, ask: Ask, chat: int) -> None:
    town.faults.order("sendMessage", FLOOD, times=2)
    assert (await ask("getMe"))["ok"]
    for _ in range(2):
        answer = await ask("sendMessage", chat_id=chat, text="hi")
        assert answer["parameters"] == {"retry_after": 2}
    assert (await ask("sendMessage", chat_id=chat, text="hi"))["ok"]
    assert len(town.messages(chat)) == 2
    assert [call.answer["ok"] for call in town.calls] == [True, False, False, True]


@pytest.mark.parametrize(("moment", "sent"), [(Moment.RESET_BEFORE, 0), (Moment.RESET_AFTER, 1)])
async def test_a_connection_is_reset(
    town: Town, ask: Ask, chat: int, moment: Moment, sent: int
) -> None:
    town.faults.order("sendMessage", moment)
    with pytest.raises(aiohttp.ClientError):
        await ask("sendMessage", chat_id=chat, text="hi")
    assert len(town.messages(chat)) == 1 + sent
    assert (await ask("getMe"))["ok"]


async def test_silence_after_a_message_was_sent(town: Town, ask: Ask, chat: int) -> None:
    town.faults.order("sendMessage", Moment.SILENT_AFTER)
    call = asyncio.create_task(ask("sendMessage", chat_id=chat, text="hi"))
    assert (await town.bot_says(chat))["text"] == "hi"
    assert not call.done()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert (await ask("getMe"))["ok"]


async def test_a_flood_in_one_chat_leaves_others_alone(
    town: Town, ask: Ask, chat: int, wall: Wall
) -> None:
    town.say(TOM, "/start")
    town.flood.one_chat = Limit(messages=2, seconds=5)
    oks = [(await ask("sendMessage", chat_id=chat, text=str(n)))["ok"] for n in range(3)]
    assert oks == [True, True, False]
    assert (await ask("sendMessage", chat_id=TOM, text="hi"))["ok"]
    assert (await ask("sendChatAction", chat_id=chat, action="typing"))["ok"]
    wall.seconds += 4
    assert (await ask("sendMessage", chat_id=chat, text="x"))["parameters"] == {"retry_after": 1}
    wall.seconds += 1
    assert (await ask("sendMessage", chat_id=chat, text="x"))["ok"]


async def test_a_flood_of_the_whole_bot(town: Town, ask: Ask, chat: int) -> None:
    town.say(TOM, "/start")
    town.flood.whole_bot = Limit(messages=1, seconds=9)
    assert (await ask("sendMessage", chat_id=chat, text="hi"))["ok"]
    refused = await ask("sendMessage", chat_id=TOM, text="hi")
    assert refused["description"] == "Too Many Requests: retry after 9"


async def test_with_telegram_s_own_limits_a_burst_passes_and_a_flood_does_not(
    town: Town, ask: Ask, chat: int
) -> None:
    town.flood.as_telegram()
    oks = [(await ask("sendMessage", chat_id=chat, text=str(n)))["ok"] for n in range(16)]
    assert oks == [True] * 15 + [False]
