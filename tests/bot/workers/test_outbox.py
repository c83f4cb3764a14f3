"""Everything committed is done, in order and once, and nobody waits for others."""

import asyncio
from datetime import timedelta

import pytest

from bot.outbound.outcomes import Away, Gone, Outcome, Refused, Sent
from bot.ports import Change, Entry
from flows.effects import Answer, Close, Fetch, Repost
from flows.events import TimerDue, Told
from flows.news import ClientsAsked, Fetched
from tests.bot.workers.conftest import (
    MAIL,
    MIA,
    NOW,
    TELL,
    World,
    content,
    end,
    say,
    sent,
    show,
    until,
)


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


async def test_what_was_done_and_is_there_again_is_acknowledged_again(world: World) -> None:
    """A timer armed anew for the same moment is the same entry: it must not lie there for ever."""
    for rev, event in enumerate(("first", "again")):
        change = Change(state=MIA, event=event, rev=rev, document=b"{}", entries=(world.timer(),))
        world.outbox.take((await world.store.commit(change)).entries)
        await world.outbox.settled()
    assert len(world.told) == 1
    world.store.ms += 31_000
    assert await world.store.claim(9) == ()


async def test_one_chats_trouble_holds_no_other(world: World) -> None:
    world.gate.clear()
    await world.post(say("hangs"))
    await until(lambda: len(world.sent) == 1)
    await world.post(say("other"), state="person:8")
    await until(lambda: len(world.sent) == 2)
    assert sent(world)[1] == say("other")
    world.gate.set()
    await world.outbox.settled()


async def test_a_broadcast_holds_up_no_reply(world: World) -> None:
    world.gate.clear()
    for member in range(10, 40):
        await world.post(MAIL, state=f"person:{member}")
    await until(lambda: len(world.sent) == 16)
    await world.post(say("a reply"))
    await until(lambda: say("a reply") in sent(world))
    assert len(world.sent) == 17
    world.gate.set()
    await world.outbox.settled()
    assert len(world.sent) == 31


async def test_a_wait_for_telegram_holds_up_no_hop(world: World) -> None:
    world.gate.clear()
    for person in range(10, 90):
        await world.post(say("x"), state=f"person:{person}")
    await world.post(TELL, lane=f"hop:{MIA}>desk:9")
    await until(lambda: bool(world.told))
    assert len(world.sent) < 80
    world.gate.set()
    await world.outbox.settled()


async def test_files_that_hang_hold_up_no_hop(world: World) -> None:
    world.gate.clear()
    for person in range(10, 60):
        lane = f"hop:person:{person}>files"
        await world.post(Fetch(file="F", code="c", most=9), state=f"person:{person}", lane=lane)
    await world.post(TELL, lane=f"hop:{MIA}>desk:9")
    await until(lambda: bool(world.told))
    assert len(world.wanted) < 50
    world.found.extend([Fetched(code="c", text="")] * 50)
    world.gate.set()
    await world.outbox.settled()


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


async def test_the_sweep_takes_over_what_was_left_and_waits_for_the_store(world: World) -> None:
    world.outbox, lost = world.another(), world.outbox
    await world.outbox.close()  # and so it drops what it is given
    await world.post(say("1"))
    world.store.ms += 31_000
    world.store.away = {"claim": 1}
    world.store.full = {"claim": 1}
    running = asyncio.ensure_future(lost.run())
    await until(lambda: bool(world.sent) and lost.idle())
    await end(running)
    assert sent(world) == [say("1")]


async def test_leases_that_could_not_be_renewed_are_renewed_with_the_next_sweep(
    world: World,
) -> None:
    world.store.away = {"renew": 2}
    running = asyncio.ensure_future(world.outbox.run())
    await until(lambda: len(world.clock.waits) >= 4)
    await end(running)
    assert world.store.renewals == 3


async def test_a_timer_is_never_told_before_it_is_due(world: World) -> None:
    """It comes due by the millisecond; another process's clock may even be behind."""
    world.clock.at = NOW - timedelta(microseconds=400)
    await world.post_raw(world.timer())
    await world.outbox.settled()
    [(_, event)] = world.told
    assert event.at == NOW


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


FETCH = Fetch(file="F1", code="c", most=100)
FOUND = Fetched(code="c", text="a,b")


async def test_a_file_that_was_read_is_told_once_under_the_entry_s_name(world: World) -> None:
    world.found.append(FOUND)
    await world.post(FETCH, lane=f"hop:{MIA}>files")
    await world.outbox.settled()
    assert world.wanted == [FETCH]
    ((state, event),) = world.told
    assert isinstance(event, Told)
    assert (state, event.id, event.news) == (MIA, "hop:1:0", FOUND)
    assert world.outbox.idle()


async def test_a_file_that_is_not_to_be_had_yet_is_tried_again(world: World) -> None:
    world.found.extend((None, None, FOUND))
    await world.post(FETCH, lane=f"hop:{MIA}>files")
    await world.outbox.settled()
    assert len(world.wanted) == 3
    assert len(world.told) == 1
    assert world.clock.waits[:2] == [0.5, 1.0]


async def test_a_file_that_nobody_can_read_is_given_up_and_told_so(world: World) -> None:
    world.found.extend(RuntimeError("odd") for _ in range(5))
    await world.post(FETCH, lane=f"hop:{MIA}>files")
    await world.outbox.settled()
    ((state, event),) = world.told
    assert isinstance(event, Told)
    assert (state, event.news) == (MIA, Fetched(code="c", text=None))
    assert len(await world.store.parked(MIA)) == 1
