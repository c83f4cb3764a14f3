"""Timers come due by the clock port's time, each once."""

import asyncio
from datetime import timedelta

from msgspec import json

from bot.ports import Change, Row, Timer
from bot.workers.timers import Timers
from flows.codec import write_state
from flows.effects import Survey
from flows.events import Told
from flows.gym import Gym
from flows.news import Surveyed
from flows.people import gym_id
from flows.ties import Member
from tests.bot.workers.conftest import MIA, NOW, World, end, until

NOW_MS = int(NOW.timestamp() * 1000)


async def set_timer(world: World, due_ms: int) -> None:
    timer = Timer("nudge", due_ms, world.timer())
    await world.store.commit(Change(state=MIA, event="e", rev=0, document=b"{}", timers=(timer,)))


async def test_what_is_due_is_handed_over_once(world: World) -> None:
    timers = Timers(world.store, world.clock, world.outbox.take)
    await set_timer(world, NOW_MS + 500)
    assert await timers.tick() == 0
    world.clock.at += timedelta(milliseconds=500)
    assert await timers.tick() == 1
    assert await timers.tick() == 0
    await world.outbox.settled()
    assert [state for state, _ in world.told] == [MIA]


async def test_it_waits_until_the_next_one_but_never_long(world: World) -> None:
    timers = Timers(world.store, world.clock, world.outbox.take)
    assert await timers._watch() == timedelta(seconds=1)
    await set_timer(world, NOW_MS + 500)
    assert await timers._watch() == timedelta(milliseconds=500)
    world.clock.at -= timedelta(days=1)
    assert await timers._watch() == timedelta(seconds=1)


async def test_it_goes_on_by_itself_also_when_the_store_was_away(world: World) -> None:
    world.store.away = {"next_timer": 1}
    world.store.full = {"next_timer": 1}
    timers = Timers(world.store, world.clock, world.outbox.take)
    running = asyncio.ensure_future(timers.run())
    await until(lambda: len(world.clock.waits) >= 3)
    await end(running)
    assert world.clock.waits[:3] == [1, 1, 1]


async def test_a_survey_tells_whoever_asked_about_the_roster(world: World) -> None:
    mia = Member(id=7, name="Mia", membership="m1")
    rows = (Row("7", 1, json.encode(mia)), Row("5", 1, b"{"))
    gym = gym_id("g")
    document = write_state(Gym(code="g", owner=3))
    await world.store.commit(Change(state=gym, event="e", rev=0, document=document, rows=rows))
    await world.post(Survey(gym=gym), state="broadcast:b", lane="hop:broadcast:b>fanout")
    await world.outbox.settled()
    [(state, event)] = world.told
    assert isinstance(event, Told)
    assert (state, event.source, event.rev) == ("broadcast:b", "broadcast:b", 1)
    assert event.news == Surveyed(members=(mia,), heads=(3,))


async def test_a_survey_of_a_gym_that_is_gone_finds_nobody_who_runs_it(world: World) -> None:
    await world.post(Survey(gym=gym_id("g")), state="broadcast:b", lane="hop:broadcast:b>fanout")
    await world.outbox.settled()
    [(_, event)] = world.told
    assert isinstance(event, Told)
    assert event.news == Surveyed(members=())
