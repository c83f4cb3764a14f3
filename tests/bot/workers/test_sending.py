"""What became of a send decides what follows: again, dropped, told; mail goes at most once."""

import logging

import pytest
from msgspec import structs

from bot.outbound.outcomes import Away, Gone, Moved, Outcome, Refused, Sent, Unknown, Wait
from bot.ports import Entry
from bot.store.keys import partition
from bot.workers.sending import backoff
from flows.effects import Effect, Offer, Recall, Say
from flows.events import Told
from flows.news import Unreached
from flows.reach import Result
from flows.reminded import Delivered
from flows.running import GroupMoved, GroupUnreached
from tests.bot.workers.conftest import MAIL, MIA, World, content, say, sent, show, until


async def test_too_fast_means_again_and_in_order(world: World) -> None:
    world.outcomes.append(Wait(3))
    await world.post(say("1"), say("2"))
    await world.outbox.settled()
    assert sent(world) == [say("1"), say("1"), say("2")]
    assert world.clock.waits == []


@pytest.mark.parametrize("outcome", [Away(), Unknown()])
@pytest.mark.parametrize("effect", [say("1"), show("1"), Offer(commands=())])
async def test_what_must_arrive_is_tried_ever_more_slowly(
    world: World, outcome: Outcome, effect: Effect
) -> None:
    world.outcomes.extend([outcome] * 3)
    await world.post(effect, say("2"))
    await world.outbox.settled()
    assert sent(world) == [effect] * 4 + [say("2")]
    assert world.clock.waits == [0.5, 1, 2]
    assert backoff(100) == 15


async def test_somebody_unreachable_is_told_to_their_state_and_the_lane_goes_on(
    world: World,
) -> None:
    world.outcomes.append(Gone())
    await world.post(say("1"), say("2"), state="desk:7")
    await world.outbox.settled()
    assert sent(world) == [say("1"), say("2")]
    [(state, event)] = world.told
    assert (state, type(event)) == (MIA, Told)
    assert isinstance(event, Told)
    assert (event.source, event.news) == ("desk:7", Unreached())


async def test_a_group_that_threw_us_out_is_nobodys_news(world: World) -> None:
    world.outcomes.append(Gone())
    await world.post(Say(content=content("x"), chat=-5), lane="chat:-5")
    await world.outbox.settled()
    assert world.told == []


async def test_a_refused_message_is_dropped_counted_and_logged_without_its_text(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.outcomes.append(Refused("Bad Request: can't parse entities: tag 'my knee'"))
    with caplog.at_level(logging.INFO):
        await world.post(say("my knee"), say("2"))
        await world.outbox.settled()
    assert sent(world) == [say("my knee"), say("2")]
    assert world.outbox.counts["refused"] == 1
    assert "kind=Say ending=refused" in caplog.text
    assert "knee" not in caplog.text


async def test_a_group_that_moved_is_followed(world: World) -> None:
    world.outcomes.append(Moved(-100))
    here, there = (Say(content=content("x"), chat=chat) for chat in (-5, -100))
    await world.post(here, lane="chat:-5")
    await world.outbox.settled()
    assert sent(world) == [here, there]


GYM = "gym:g"


async def test_a_gym_is_told_where_its_group_moved(world: World) -> None:
    world.outcomes.append(Moved(-100))
    await world.post(Say(content=content("x"), chat=-5), state=GYM, lane="chat:-5")
    await world.outbox.settled()
    [(state, event)] = world.told
    assert isinstance(event, Told)
    assert (state, event.news) == (GYM, GroupMoved(chat=-5, to=-100))


@pytest.mark.parametrize("outcome", [Gone(), Refused("Bad Request: not enough rights")])
async def test_a_gym_is_told_that_its_group_is_lost(world: World, outcome: Outcome) -> None:
    world.outcomes.append(outcome)
    await world.post(Say(content=content("x"), chat=-5), state=GYM, lane="chat:-5")
    await world.outbox.settled()
    [(state, event)] = world.told
    assert isinstance(event, Told)
    assert (state, event.news) == (GYM, GroupUnreached(chat=-5))


async def test_a_human_who_moved_like_a_group_is_no_reason_to_try_for_ever(world: World) -> None:
    world.outcomes.append(Moved(-100))
    await world.post(show("x"))
    await world.outbox.settled()
    assert world.outbox.counts == {"refused": 1}


@pytest.mark.parametrize(
    ("outcome", "result"),
    [
        (Sent(1), Result.SENT),
        (Gone(), Result.BLOCKED),
        (Refused("x"), Result.FAILED),
        (Unknown(), Result.UNKNOWN),
    ],
)
async def test_mail_is_tried_once_and_its_sender_told(
    world: World, outcome: Outcome, result: Result
) -> None:
    world.outcomes.append(outcome)
    await world.post(MAIL)
    await world.outbox.settled()
    assert sent(world) == [MAIL]
    news = [event.news for _, event in world.told if isinstance(event, Told)]
    assert Delivered(member=7, result=result) in news
    assert (Unreached() in news) == (result is Result.BLOCKED)


async def test_mail_that_certainly_did_not_leave_is_tried_again(world: World) -> None:
    world.outcomes.extend([Away(), Wait(1)])
    await world.post(MAIL)
    await world.outbox.settled()
    assert sent(world) == [MAIL] * 3


async def test_mail_somebody_began_is_not_sent_again(world: World) -> None:
    world.gate.clear()
    await world.post(MAIL)
    await until(lambda: bool(world.sent))
    held = world.outbox._lanes.heads()
    successor = world.another()
    successor.take(tuple(Entry(e.id, e.partition, e.lane, e.body, marked=True) for e in held))
    await successor.settled()
    assert sent(world) == [MAIL]
    [(_, event)] = world.told
    assert isinstance(event, Told)
    assert event.news == Delivered(member=7, result=Result.UNKNOWN)
    world.gate.set()


async def test_mail_whose_sending_broke_is_not_begun_again(world: World) -> None:
    world.outcomes.append(ValueError("?"))
    await world.post(MAIL)
    await world.outbox.settled()
    assert sent(world) == [MAIL]
    [(_, event)] = world.told
    assert isinstance(event, Told)
    assert event.news == Delivered(member=7, result=Result.FAILED)


async def test_a_lane_another_process_took_over_is_let_go(world: World) -> None:
    lost = Entry("x", partition(MIA), "chat:7", b"")
    await world.post(MAIL)
    await world.outbox.settled()
    world.sent.clear()
    [done] = [ack.entry for ack in world.store.acks if ack.entry.lane == "chat:7"]
    rival = world.another()
    rival.take((done, lost))
    await rival.settled()
    assert (sent(world), rival.idle()) == ([], True)


async def test_mail_that_waits_for_its_turn_is_not_marked_as_begun(world: World) -> None:
    world.door.clear()
    await world.post(MAIL)
    await until(lambda: bool(world.left))
    assert world.store.marks == 0
    world.door.set()
    await world.outbox.settled()
    assert (world.store.marks, sent(world)) == (1, [MAIL])


async def test_mail_with_a_slot_can_be_recalled(world: World) -> None:
    slotted = structs.replace(MAIL, slot="mail:0")
    recall = Recall(slot="mail:0", receipt="broadcast:b")
    world.outcomes.extend([Sent(41), Sent(), Refused("too old")])
    await world.post(slotted)
    await world.outbox.settled()
    assert await world.store.slot(MIA, "mail:0") == 41
    await world.post(recall, recall)
    await world.outbox.settled()
    assert await world.store.slot(MIA, "mail:0") is None
    news = [event.news for _, event in world.told if isinstance(event, Told)]
    assert [one.result for one in news if isinstance(one, Delivered)] == [
        Result.SENT,
        Result.DELETED,
        Result.KEPT,
    ]
