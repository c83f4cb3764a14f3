"""What nobody can do is set aside; what the store cannot take now waits."""

import pytest

from bot.ports import Conflict, Entry, StoreFull, StoreUnavailable
from bot.store.keys import partition
from tests.bot.workers.conftest import (
    MAIL,
    MIA,
    TELL,
    World,
    say,
    sent,
)


async def test_a_broken_decide_is_tried_five_times_and_set_aside(world: World) -> None:
    world.errors.extend([KeyError("x")] * 5)
    await world.post(TELL, TELL, lane=f"hop:{MIA}>desk:9")
    await world.outbox.settled()
    assert len(world.told) == 6
    assert len(await world.store.parked("desk:9")) == 1
    assert len(world.store.acks) == 2


async def test_what_cannot_be_rendered_is_set_aside_too(world: World) -> None:
    world.outcomes.extend([ValueError("?")] * 5)
    await world.post(say("1"), say("2"))
    await world.outbox.settled()
    assert sent(world) == [say("1")] * 5 + [say("2")]
    assert len(await world.store.parked(MIA)) == 1


@pytest.mark.parametrize(
    ("lane", "about"),
    [("chat:7", MIA), ("timer:person:7", MIA), ("hop:person:7>desk:9", "desk:9")],
)
async def test_what_cannot_be_read_is_set_aside_by_its_lane(
    world: World, lane: str, about: str
) -> None:
    await world.post_raw(Entry("bad", partition(MIA), lane, b"{"))
    await world.outbox.settled()
    assert await world.store.parked(about) == [b"{"]


async def test_a_timer_nobody_can_handle_is_set_aside(world: World) -> None:
    world.errors.extend([KeyError("x")] * 5)
    await world.post_raw(world.timer())
    await world.outbox.settled()
    assert len(await world.store.parked(MIA)) == 1


@pytest.mark.parametrize("error", [StoreUnavailable("x"), StoreFull("x"), Conflict("x")])
async def test_a_store_that_is_away_is_no_failed_try(world: World, error: Exception) -> None:
    world.errors.extend([error] * 20)
    world.store.away = {"acknowledge": 3}
    await world.post(TELL, lane=f"hop:{MIA}>desk:9")
    await world.outbox.settled()
    assert len(world.told) == 21
    assert await world.store.parked("desk:9") == []
    assert world.clock.waits == [1.0] * 23


async def test_an_acknowledgement_that_failed_is_tried_again_and_nothing_is_sent_twice(
    world: World,
) -> None:
    world.store.away = {"acknowledge": 9, "mark": 2}
    await world.post(MAIL, say("2"))
    await world.outbox.settled()
    assert sent(world) == [MAIL, say("2")]


async def test_setting_aside_waits_for_the_store_too(world: World) -> None:
    world.errors.extend([KeyError("x")] * 6)
    world.store.away = {"park": 1}
    await world.post(TELL, lane=f"hop:{MIA}>desk:9")
    await world.outbox.settled()
    assert len(await world.store.parked("desk:9")) == 1


async def test_what_was_begun_at_most_once_is_not_begun_again_while_the_store_is_away(
    world: World,
) -> None:
    world.outcomes.append(ValueError("?"))
    world.store.away = {"park": 2}
    await world.post(MAIL)
    await world.outbox.settled()
    assert sent(world) == [MAIL]
    assert len(await world.store.parked(MIA)) == 1
