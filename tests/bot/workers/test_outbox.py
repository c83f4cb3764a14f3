"""Everything committed is done, in order, once where that can be, and nobody waits for others."""

import asyncio
import logging

import pytest

from bot.outbound.outcomes import Away, Gone, Moved, Outcome, Refused, Sent, Unknown, Wait
from bot.ports import Conflict, Entry, StoreFull, StoreUnavailable
from bot.store.keys import partition
from bot.workers.sending import backoff
from flows.effects import Answer, Close, Effect, Mail, Offer, Repost, Say, Show, Tell
from flows.events import ClientsAsked, Delivered, TimerDue, Told, Unreached
from flows.words import Content, T
from tests.bot.workers.conftest import MIA, NOW, World, end, until


def content(text: str) -> Content:
    return Content((T(text),))


def say(text: str) -> Say:
    return Say(content=content(text))


def show(text: str, slot: str = "q") -> Show:
    return Show(slot=slot, content=content(text))


MAIL = Mail(content=content("All come"), receipt="broadcast:b")
TELL = Tell(to="desk:9", news=ClientsAsked())


def sent(world: World) -> list[Effect]:
    return [effect for _, effect in world.sent]


async def test_a_chat_gets_everything_in_order(world: World) -> None:
    await world.post(say("1"), say("2"))
    await world.post(say("3"))
    await world.outbox.settled()
    assert sent(world) == [say("1"), say("2"), say("3")]
    assert world.outbox.idle()
    assert world.outbox.counts["sent"] == 3


async def test_what_was_taken_already_is_not_done_twice(world: World) -> None:
    await world.post(say("1"))
    again = world.outbox._lanes.heads()
    world.outbox.take(again)
    await world.outbox.settled()
    world.outbox.take(again)
    await world.outbox.settled()
    assert sent(world) == [say("1")]


async def test_one_chats_trouble_holds_no_other(world: World) -> None:
    world.gate.clear()
    await world.post(say("1"))
    await asyncio.sleep(0)
    world.gate.set()
    world.outcomes.extend([Away()] * 3)
    await world.post(say("other"), state="person:8")
    await world.outbox.settled()
    assert {state for state, _ in world.sent} == {MIA, "person:8"}


async def test_slots_remember_the_message(world: World) -> None:
    world.outcomes.extend([Sent(41), Sent(42)])
    await world.post(show("a"), Repost(slot="r", content=content("b")))
    await world.outbox.settled()
    assert await world.store.slot(MIA, "q") == 41
    assert await world.store.slot(MIA, "r") == 42


@pytest.mark.parametrize("outcome", [Sent(41), Gone(), Refused("no")])
async def test_a_closed_slot_is_dropped_whatever_became_of_the_message(
    world: World, outcome: Outcome
) -> None:
    world.outcomes.extend([Sent(41), outcome])
    await world.post(show("a"), Close(slot="q"))
    await world.outbox.settled()
    assert await world.store.slot(MIA, "q") is None


async def test_waiting_shows_of_a_slot_become_the_last_of_them(world: World) -> None:
    await world.post(show("1"), say("between"), show("2"), show("x", "other"), show("3"))
    await world.outbox.settled()
    assert sent(world) == [show("3"), say("between"), show("x", "other")]
    assert len(world.store.acks) == 5


async def test_a_show_does_not_reach_past_a_repost_or_a_close(world: World) -> None:
    repost = Repost(slot="q", content=content("r"))
    await world.post(show("1"), repost, show("2"), Close(slot="q"), show("3"))
    await world.outbox.settled()
    assert sent(world) == [show("1"), repost, show("2"), Close(slot="q"), show("3")]


async def test_a_show_of_another_state_in_the_same_chat_is_another_slot(world: World) -> None:
    await world.post(show("1"))
    await world.post(show("2"), state="desk:7")
    await world.outbox.settled()
    assert sent(world) == [show("1"), show("2")]


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


async def test_a_human_who_moved_like_a_group_is_no_reason_to_try_for_ever(world: World) -> None:
    world.outcomes.append(Moved(-100))
    await world.post(show("x"))
    await world.outbox.settled()
    assert world.outbox.counts == {"refused": 1}


async def test_hops_are_told_and_acknowledged(world: World) -> None:
    await world.post(TELL, lane=f"hop:{MIA}>desk:9")
    await world.outbox.settled()
    [(state, event)] = world.told
    assert isinstance(event, Told)
    assert state == "desk:9"
    assert (event.id, event.source, event.rev, event.at) == ("hop:1:0", MIA, 1, NOW)
    assert (event.news, len(event.salt)) == (ClientsAsked(), 32)
    assert await world.another()._store.claim(9) == ()


async def test_timers_are_told_under_their_entrys_id(world: World) -> None:
    await world.post_raw(world.timer())
    await world.outbox.settled()
    [(state, event)] = world.told
    assert isinstance(event, TimerDue)
    assert (state, event.id, event.name, event.due) == (MIA, "timer 1", "nudge", NOW)


async def test_a_stored_answer_came_too_late(world: World) -> None:
    await world.post(Answer(query="q"))
    await world.outbox.settled()
    assert (sent(world), len(world.store.acks)) == ([], 1)


@pytest.mark.parametrize(
    ("outcome", "result"),
    [(Sent(1), "sent"), (Gone(), "blocked"), (Refused("x"), "failed"), (Unknown(), "unknown")],
)
async def test_mail_is_tried_once_and_its_sender_told(
    world: World, outcome: Outcome, result: str
) -> None:
    world.outcomes.append(outcome)
    await world.post(MAIL)
    await world.outbox.settled()
    assert sent(world) == [MAIL]
    news = [event.news for _, event in world.told if isinstance(event, Told)]
    assert Delivered(member=7, result=result) in news
    assert (Unreached() in news) == (result == "blocked")


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
    assert event.news == Delivered(member=7, result="unknown")
    world.gate.set()


async def test_mail_whose_sending_broke_is_not_begun_again(world: World) -> None:
    world.outcomes.append(ValueError("?"))
    await world.post(MAIL)
    await world.outbox.settled()
    assert sent(world) == [MAIL]
    [(_, event)] = world.told
    assert isinstance(event, Told)
    assert event.news == Delivered(member=7, result="failed")


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


async def test_the_sweep_takes_over_what_was_left_and_waits_for_the_store(world: World) -> None:
    world.outbox, lost = world.another(), world.outbox
    await world.outbox.close()  # and so it drops what it is given
    await world.post(say("1"))
    world.store.ms += 31_000
    world.store.away = {"claim": 1}
    running = asyncio.ensure_future(lost.run())
    await until(lambda: bool(world.sent) and lost.idle())
    await end(running)
    assert sent(world) == [say("1")]


async def test_closing_lets_what_was_begun_be_finished_and_begins_nothing(world: World) -> None:
    world.gate.clear()
    await world.post(say("1"), say("2"))
    await world.post(say("a"), state="person:8")
    await until(lambda: len(world.sent) == 2)
    closing = asyncio.ensure_future(world.outbox.close())
    await asyncio.sleep(0)
    world.gate.set()
    await closing
    assert sent(world) == [say("1"), say("a")]
    assert len(world.store.acks) == 2
    await world.post(say("late"), state="person:9")
    assert world.outbox.idle()


async def test_closing_does_not_wait_for_a_pause(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    resting = asyncio.Event()

    async def wait(_: object) -> None:
        resting.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(world.clock, "wait", wait)
    world.outcomes.append(Away())
    await world.post(say("1"))
    await resting.wait()
    await asyncio.wait_for(world.outbox.close(), 1)
    assert world.outbox.idle()


async def test_closing_cuts_off_what_does_not_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.workers.outbox.GRACE", 0)
    world.gate.clear()
    await world.post(say("1"))
    await until(lambda: bool(world.sent))
    await world.outbox.close()
    assert world.outbox.idle()


async def test_a_lane_that_breaks_is_let_go_for_the_next_claim(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(_: object) -> tuple[Entry, ...]:
        raise RuntimeError("my knee")

    with monkeypatch.context() as patch:
        patch.setattr(world.store, "acknowledge", broken)
        await world.post(say("1"))
        held = world.outbox._lanes.heads()
        await world.outbox.settled()
    world.outbox.take(held)
    await world.outbox.settled()
    assert sent(world) == [say("1")] * 2
    assert "error=RuntimeError" in caplog.text
    assert "knee" not in caplog.text


async def test_the_sweep_keeps_what_is_held(world: World) -> None:
    world.gate.clear()
    await world.post(say("1"))
    for _ in range(3):
        world.store.ms += 20_000
        await world.outbox._sweep(renew=True)
    assert await world.store.claim(9) == ()
    world.gate.set()
    await world.outbox.settled()
    assert sent(world) == [say("1")]


async def test_only_so_much_is_remembered(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.workers.lanes.REMEMBERED", 2)
    await world.post(say("1"), say("2"), say("3"))
    await world.outbox.settled()
    assert list(world.outbox._lanes._done) == ["1:1", "1:2"]


async def test_only_a_lane_rests(world: World) -> None:
    async def pause() -> None: ...

    pausing = pause()
    with pytest.raises(RuntimeError, match="only a lane"):
        await world.outbox._lanes.rest(pausing)
    await pausing
