"""/start is answered: by polling, by webhook, and across a crash."""

from tests.stories.rig import Rig


async def test_start_is_answered(town: Rig) -> None:
    mia = await town.client("Mia")
    await mia.says("/start")
    assert mia.sees("Hello")
    assert len(mia.all_heard()) == 1


async def test_start_is_answered_by_webhook(empty_town: Rig, webhook: dict[str, str]) -> None:
    await empty_town.opens(**webhook)
    mia = await empty_town.client("Mia")
    await mia.says("/start")
    await mia.says("/start")
    assert len(mia.all_heard()) == 2


async def test_what_waited_is_sent_to_the_webhook_too(
    empty_town: Rig, webhook: dict[str, str]
) -> None:
    mia = await empty_town.client("Mia")
    empty_town.town.say(mia.id, "/start")
    await empty_town.opens(**webhook)
    await empty_town.settled()
    assert len(mia.all_heard()) == 1


async def test_start_is_answered_from_a_store_on_disk(durable_town: Rig) -> None:
    mia = await durable_town.client("Mia")
    await mia.says("/start")
    await durable_town.crash_and_restart()
    await mia.says("/start")
    assert len(mia.all_heard()) == 2


async def test_everybody_is_answered(town: Rig) -> None:
    mia, tom = await town.client("Mia"), await town.client("Tom")
    for _ in range(3):
        town.town.say(mia.id, "/start")
        town.town.say(tom.id, "/start")
    await town.settled()
    assert len(mia.all_heard()) == len(tom.all_heard()) == 3


async def test_a_restart_says_nothing_twice(town: Rig) -> None:
    mia = await town.client("Mia")
    await mia.says("/start")
    await town.crash_and_restart()
    assert len(mia.all_heard()) == 1
    await mia.says("/start")
    assert len(mia.all_heard()) == 2


async def test_what_is_said_while_the_bot_is_away_is_answered_when_it_is_back(town: Rig) -> None:
    mia = await town.client("Mia")
    await town.crash()
    town.town.say(mia.id, "/start")
    assert mia.all_heard() == []
    await town.comes_back()
    assert len(mia.all_heard()) == 1


async def test_a_forged_tap_is_answered(town: Rig) -> None:
    mia = await town.client("Mia")
    await mia.says("/start")
    last = mia.messages[-1]["message_id"]
    assert await mia.forges(last, "q|nobody|knows|9") is not None


async def test_time_passes(town: Rig) -> None:
    before = town.clock.now()
    await town.sleeps(days=7)
    assert (town.clock.now() - before).days == 7
