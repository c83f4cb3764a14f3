"""getUpdates gives, keeps and forgets as Telegram's does."""

import asyncio

from bot.sandbox.people import GROUP
from bot.sandbox.terms import Json
from bot.sandbox.town import Town
from tests.bot.sandbox.conftest import Ask, Wall

MIA, TOM = 1001, 1002


def texts(answer: Json) -> list[str]:
    return [update["message"]["text"] for update in answer["result"]]


async def test_an_offset_confirms_at_once(town: Town, ask: Ask) -> None:
    for text in ("1", "2", "3"):
        town.say(MIA, text)
    batch = await ask("getUpdates", limit=2)
    assert texts(batch) == ["1", "2"]
    assert texts(await ask("getUpdates")) == ["1", "2", "3"]
    after = batch["result"][-1]["update_id"] + 1
    assert texts(await ask("getUpdates", offset=after)) == ["3"]
    assert texts(await ask("getUpdates")) == ["3"]


async def test_a_negative_offset_keeps_the_last(town: Town, ask: Ask) -> None:
    for text in ("1", "2", "3"):
        town.say(MIA, text)
    assert texts(await ask("getUpdates", offset=-1)) == ["3"]
    assert texts(await ask("getUpdates")) == ["3"]


async def test_a_long_poll_ends_when_something_happens(town: Town, ask: Ask) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=30))
    await polls(town)
    town.say(MIA, "now")
    assert texts(await poll) == ["now"]


async def test_the_newer_poll_ends_the_older(town: Town, ask: Ask) -> None:
    first = asyncio.create_task(ask("getUpdates", timeout=30))
    await polls(town)
    second = asyncio.create_task(ask("getUpdates", timeout=30))
    refused = await first
    assert refused["error_code"] == 409
    assert "terminated by other getUpdates request" in refused["description"]
    town.say(MIA, "now")
    assert texts(await second) == ["now"]


async def test_polls_and_webhooks_exclude_each_other(town: Town, ask: Ask) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=30))
    await polls(town)
    await ask("setWebhook", url="http://127.0.0.1:9/hook")
    assert (await poll)["error_code"] == 409
    refused = await ask("getUpdates")
    assert "can't use getUpdates method while webhook is active" in refused["description"]
    await ask("deleteWebhook")
    assert (await ask("getUpdates"))["ok"]


async def test_taps_live_shorter_than_messages(town: Town, ask: Ask, wall: Wall) -> None:
    said = town.say(MIA, "hi")
    town.tap(MIA, said["message_id"], "x")
    assert len((await ask("getUpdates"))["result"]) == 2
    wall.seconds += 150
    assert texts(await ask("getUpdates")) == ["hi"]
    wall.seconds += 24 * 3600
    assert (await ask("getUpdates"))["result"] == []


async def test_allowed_updates_stick(town: Town, ask: Ask) -> None:
    await ask("getUpdates", allowed_updates=["callback_query"])
    said = town.say(MIA, "hi")
    town.tap(MIA, said["message_id"], "x")
    [only] = (await ask("getUpdates"))["result"]
    assert only["callback_query"]["data"] == "x"
    await ask("getUpdates", allowed_updates=[], offset=only["update_id"] + 1)
    town.say(MIA, "heard")
    assert texts(await ask("getUpdates")) == ["heard"]


async def test_in_a_group_the_bot_hears_what_is_meant_for_it(town: Town, ask: Ask) -> None:
    for text in ("morning all", "/help", "what says @stairwise_sandbox_bot?"):
        town.say(TOM, text, GROUP)
    assert texts(await ask("getUpdates")) == ["/help", "what says @stairwise_sandbox_bot?"]
    await ask("leaveChat", chat_id=GROUP)
    town.say(TOM, "/help", GROUP)
    assert len((await ask("getUpdates"))["result"]) == 2


async def polls(town: Town) -> None:
    """Wait until a poll holds the line."""
    held = town.gate.line.holder
    await town.until(lambda: town.gate.line.holder > held)
