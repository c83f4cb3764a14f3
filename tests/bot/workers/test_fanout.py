"""A reminder is told of the next of its list, and of those who are there no more."""

import pytest
from msgspec import json

from bot.ports import Change, Row
from flows.effects import Pick, Tell
from flows.events import Told
from flows.news import AnyNews, ClientsAsked
from flows.reach import Recipient, Result
from flows.reminded import Delivered, Picked, Recalled, Reminded
from flows.words import T
from tests.bot.workers.conftest import MIA, World


async def test_a_reminder_is_told_of_the_next_of_its_list(world: World) -> None:
    zones = ("UTC", "Asia/Tokyo", "UTC", "UTC")
    people = [Recipient(id=n, zone=zone) for n, zone in enumerate(zones)]
    people[3] = Recipient(id=3, zone="UTC", result=Result.SENT)
    rows = tuple(Row(str(one.id), 1, json.encode(one)) for one in people)
    cast = "broadcast:b"
    await world.store.commit(
        Change(state=cast, event="e", rev=0, document=b"{}", rows=(*rows, Row("9", 1, b"{")))
    )
    for most in (1, 5):
        pick = Pick(result=Result.WAITING, most=most, but=("Asia/Tokyo",))
        await world.post(pick, state=cast, lane=f"hop:{cast}>fanout")
        await world.outbox.settled()
    found = [event.news for _, event in world.told if isinstance(event, Told)]
    assert found == [
        Picked(recipients=(people[0],)),
        Picked(recipients=(people[0], people[2])),
    ]


@pytest.mark.parametrize(
    ("news", "result"),
    [
        (Reminded(broadcast="broadcast:b", gym="g", gym_name="G", text=T("x")), Result.LEFT),
        (Recalled(broadcast="broadcast:b"), Result.KEPT),
        (ClientsAsked(), None),
    ],
)
async def test_a_reminder_hears_of_those_who_are_there_no_more(
    world: World, news: AnyNews, result: Result | None
) -> None:
    world.forgotten.add(MIA)
    cast = "broadcast:b"
    await world.post(Tell(to=MIA, news=news), state=cast, lane=f"hop:{cast}>{MIA}")
    await world.outbox.settled()
    found = [(state, event.news) for state, event in world.told[1:] if isinstance(event, Told)]
    heard = [] if result is None else [(cast, Delivered(member=7, result=result))]
    assert found == heard
