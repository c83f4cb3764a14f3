"""When a ping is told: at any hour, when the working day begins, or in the digest."""

from datetime import date, timedelta

import pytest

from flows.desk import Desk, Lying, Urgency
from flows.deskwork import HoursTold, PingsOver
from flows.events import Parked
from flows.people import Sender
from flows.talk.desks.room import KEPT, OPEN
from flows.words import T
from tests.flows.people import GINA, MIA, TOM, answers
from tests.flows.policy import wanted
from tests.flows.talk.desks.desks import (
    OFFICE,
    desk,
    lying,
    ping,
    quiet,
    rings,
    staffed,
    texts,
)
from tests.flows.world import World


def digests(world: World) -> int:
    """Count the digests on the screen; of those that are behind us none is left."""
    return sum("Your day" in text for text in texts(world))


def evening() -> World:
    """Make it Friday, 19 o'clock: nobody works again until Monday."""
    world = quiet()
    world.sleeps(days=4, hours=10)
    return world


def test_what_is_for_today_waits_over_the_weekend_and_what_is_urgent_does_not() -> None:
    world = evening()
    before = len(world.screens[TOM])
    rings(world, "missed", "aaaaaaaa")
    rings(world, "idle", "bbbbbbbb")
    assert len(world.screens[TOM]) == before
    rings(world, "stopped", "cccccccc")
    assert "must not train" in world.last(TOM).text
    world.taps(TOM, "Seen")
    world.sleeps(days=2, hours=12, minutes=59)
    assert len(world.screens[TOM]) == before + 1
    world.sleeps(minutes=1)
    assert world.sees(TOM, "What happened, in missed")
    assert not world.sees(TOM, "What happened, in idle")
    assert digests(world) == 1
    assert world.sees(TOM, "<b>Today</b>\n<b>1.</b> Mia misses check-ins\n<i>Why, of missed.</i>")
    assert world.sees(TOM, "<b>Good to know</b>\n<b>2.</b> Mia has not trained for a week")


def test_a_ping_in_working_hours_is_told_at_once() -> None:
    world = quiet()
    rings(world, "missed")
    assert "misses check-ins" in world.last(TOM).text
    assert ping(world, "aaaaaaaa").told == world.now


def test_a_ping_that_comes_twice_lies_there_once_whatever_became_of_it() -> None:
    world = quiet()
    rings(world, "missed")
    rings(world, "missed")
    assert lying(world)[1:] == [("missed", True)]
    world.taps(TOM, "Seen")
    rings(world, "missed")
    assert lying(world)[1:] == [("missed", False)]


def test_who_has_not_told_their_hours_hears_at_any_time() -> None:
    world = staffed()
    world.sleeps(days=5, hours=14)
    rings(world, "missed")
    assert "misses check-ins" in world.last(TOM).text


def test_no_digest_comes_when_nothing_needs_anybody() -> None:
    world = quiet()
    world.sleeps(days=6)
    assert digests(world) == 0
    assert all("Your day" not in text for text in texts(world))
    assert wanted(desk(world)) == ()


def test_one_digest_a_working_day_as_long_as_something_lies_there() -> None:
    world = quiet()
    rings(world, "idle")
    for day in range(3, 7):
        world.sleeps(days=1)
        assert digests(world) == 1
        assert desk(world).digest == date(2026, 3, day + 1 if day < 6 else 9)
    shown = len(world.screens[TOM])
    world.sleeps(days=2)
    assert len(world.screens[TOM]) == shown


def test_a_digest_that_comes_too_late_is_left_out() -> None:
    world = quiet()
    rings(world, "idle")
    due = world.due(world.now + timedelta(days=1))
    assert due is not None
    world.wakes("desk:2", "digest", due[0], late=timedelta(hours=13))
    assert digests(world) == 0
    assert desk(world).digest == date(2026, 3, 4)


def test_the_digest_opens_a_ping_and_closes_what_is_only_good_to_know() -> None:
    world = quiet()
    rings(world, "moved", "aaaaaaaa")
    rings(world, "missed", "bbbbbbbb")
    world.sleeps(days=1)
    world.taps(TOM, "2 Mia")
    assert "What happened, in moved" in world.last(TOM).text
    world.taps(TOM, "1 Mia")
    assert "What happened, in missed" in world.last(TOM).text
    assert world.sees(TOM, "Told again below.")
    rings(world, "idle", "cccccccc")
    shown = len(world.screens[TOM])
    world.taps(TOM, "Good to know: all seen")
    assert len(world.screens[TOM]) == shown
    assert lying(world)[-3:] == [("moved", False), ("missed", True), ("idle", False)]
    world.forges(TOM, "p|aaaaaaaa|open")
    assert "→ Seen." in world.last(TOM).text
    world.commands(TOM, "/desk")
    assert "Good to know" not in world.last(TOM).text


def test_what_is_put_off_comes_back_when_the_next_working_day_begins() -> None:
    world = quiet()
    world.sleeps(days=4)
    rings(world, "missed")
    world.taps(TOM, "Tomorrow")
    assert "→ Put off until Monday, 9 March, 8:00." in world.last(TOM).text
    world.commands(TOM, "/desk")
    assert "Nothing on your desk needs you." in world.last(TOM).text
    assert "Put off: 1." in world.last(TOM).text
    world.sleeps(days=2, hours=22)
    assert not world.sees(TOM, "What happened, in missed")
    world.sleeps(hours=1)
    assert world.sees(TOM, "What happened, in missed")
    assert digests(world) == 1


def test_what_is_put_off_can_be_had_back_at_once() -> None:
    world = quiet()
    rings(world, "missed")
    world.taps(TOM, "Tomorrow")
    world.taps(TOM, "Show it now")
    assert "What happened, in missed" in world.last(TOM).text
    assert ping(world, "aaaaaaaa").due is None


def test_a_digest_is_silent_where_all_is_put_off() -> None:
    world = quiet()
    rings(world, "missed")
    world.taps(TOM, "Tomorrow")
    world.wakes("desk:2", "digest", world.now)
    assert digests(world) == 0


def test_new_hours_are_told_with_taps_and_what_waits_follows_them() -> None:
    world = evening()
    rings(world, "missed", "aaaaaaaa")
    rings(world, "moved", "bbbbbbbb")
    assert ping(world, "aaaaaaaa").due == date(2026, 3, 9)
    world.commands(TOM, "/desk")
    assert "Your hours: Mon, Tue, Wed, Thu, Fri, 8:00 to 18:00" in world.last(TOM).text
    world.taps(TOM, "My hours")
    assert "Mon; Tue; Wed; Thu; Fri" in world.last(TOM).text
    answers(world, TOM, ("✎ Working days", "Every day", "✎ From", "10:00", "Save ✓"))
    assert "Your hours: every day, 10:00 to 18:00, digest at 8:00 (UTC)." in world.last(TOM).text
    assert desk(world).hours is not None
    assert ping(world, "aaaaaaaa").due == date(2026, 3, 7)
    world.sleeps(hours=14, minutes=59)
    assert not world.sees(TOM, "What happened, in missed")
    world.sleeps(minutes=1)
    assert world.sees(TOM, "What happened, in missed")


def test_some_days_can_be_told_too() -> None:
    world = quiet()
    world.commands(TOM, "/desk")
    world.taps(TOM, "My hours")
    answers(world, TOM, ("✎ Working days", "☑ Fri", "☑ Thu", "Done ✓", "Save ✓"))
    assert "Your hours: Mon, Tue, Wed, 8:00" in world.last(TOM).text


def test_new_hours_leave_alone_what_was_told_or_put_off() -> None:
    world = quiet()
    rings(world, "missed", "aaaaaaaa")
    rings(world, "left", "bbbbbbbb")
    world.taps(TOM, "Tomorrow")
    before = desk(world).pings
    world.tells("desk:2", HoursTold(hours=OFFICE))
    assert desk(world).pings == before


def test_a_list_names_the_most_urgent_first_and_no_more_than_fit() -> None:
    world = quiet()
    for number in range(14):
        rings(world, "idle", f"aaaaaa{number:02}")
    rings(world, "pain", "cccccccc")
    world.commands(TOM, "/desk")
    text = world.last(TOM).text
    assert text.startswith("<b>Your desk</b>: 15 open.\n<b>Now</b>\n<b>1.</b> Mia reports pain")
    assert "And 3 more: they follow when these are done." in text
    assert len([one for one in world.last(TOM).buttons if one.endswith(" Mia")]) == 12


def test_only_one_list_stays_in_the_chat_and_none_when_somebody_leaves() -> None:
    world = quiet()
    rings(world, "idle")
    world.commands(TOM, "/desk")
    world.commands(TOM, "/desk")
    assert sum("not trained for a week" in text for text in texts(world)) == 1
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave")
    assert not any("not trained for a week" in text for text in texts(world))


def test_what_is_no_longer_so_is_settled_unseen_and_told_to_nobody() -> None:
    world = evening()
    rings(world, "left", "aaaaaaaa")
    rings(world, "idle", "bbbbbbbb")
    shown = len(world.screens[TOM])
    membership = ping(world, "aaaaaaaa").ping.membership
    over = T("No longer so.")
    for membership_of, kinds in ((membership, ("left", "stopped")), ("other", ("idle",))):
        world.tells("desk:2", PingsOver(membership=membership_of, kinds=kinds, text=over))
    assert lying(world)[-2:] == [("left", False), ("idle", True)]
    assert len(world.screens[TOM]) == shown


def test_whoever_has_no_desk_is_told_kindly() -> None:
    world = staffed()
    world.commands(MIA, "/desk")
    assert "That is for trainers" in world.last(MIA).text
    world.forges(MIA, "k|hours")
    assert "That is for trainers" in world.last(MIA).text
    world.forges(TOM, "k|minutes")
    assert world.answers[-1].text is not None
    world.commands(GINA, "/desk")
    assert "Nothing on your desk needs you." in world.last(GINA).text


@pytest.mark.parametrize("urgency", Urgency)
def test_what_lay_there_before_hours_were_kept_rings_no_more(urgency: Urgency) -> None:
    world = quiet()
    rings(world, "missed")
    old = Lying(ping=ping(world, "aaaaaaaa").ping, urgency=urgency)
    before = Desk(trainer=TOM, clients=desk(world).clients, pings=(old,))
    assert wanted(before) == ()
    world.states["desk:2"] = before
    world.tells("desk:2", HoursTold(hours=OFFICE))
    assert {timer.name for timer in wanted(desk(world))} == {"digest"}


def test_what_is_none_of_its_business_changes_nothing() -> None:
    world = quiet()
    before = desk(world)
    world.wakes("desk:2", "sunrise", world.now)
    parked = Parked(id="e", at=world.now, salt="s", sender=Sender(id=TOM, name="Tom"))
    world.happens("desk:2", parked)
    assert desk(world) == before


def crowd(world: World, kind: str, count: int, *, first: int = 0) -> None:
    for number in range(first, first + count):
        rings(world, kind, f"p{number:07}")


def still_open(world: World) -> list[str]:
    return [one.ping.id for one in desk(world).pings if one.outcome is None]


def test_a_desk_holds_so_many_pings_and_what_is_good_to_know_gives_way_to_more() -> None:
    world = quiet()
    rings(world, "stopped", "urgent00")
    rings(world, "missed", "today000")
    crowd(world, "moved", OPEN - 2)
    world.forges(TOM, "p|p0000000|open")
    rings(world, "moved", "newest00")
    assert still_open(world)[:3] == ["urgent00", "today000", "p0000001"]
    assert still_open(world)[-1] == "newest00"
    assert len(still_open(world)) == OPEN
    assert "this one gave way to newer ones" in world.last(TOM).text
    assert world.last(TOM).buttons == {}
    crowd(world, "missed", OPEN, first=1000)
    assert "today000" not in still_open(world)
    assert (len(still_open(world)), still_open(world)[0]) == (OPEN, "urgent00")


def test_what_is_urgent_gives_way_only_when_somebody_knows_of_it() -> None:
    world = quiet()
    crowd(world, "stopped", OPEN + 1)
    assert len(still_open(world)) == OPEN + 1
    world.forges(TOM, "p|p0000003|open")
    rings(world, "pain", "newest00")
    assert "p0000003" not in still_open(world)
    assert len(still_open(world)) == OPEN + 1
    world.sleeps(hours=1)
    rings(world, "pain", "newest01")
    assert len(still_open(world)) == OPEN


def test_only_so_much_of_what_is_done_with_stays() -> None:
    world = quiet()
    crowd(world, "pain", 10)
    for number in range(KEPT + 20):
        rings(world, "moved", f"q{number:07}")
        world.forges(TOM, f"p|q{number:07}|open")
        world.forges(TOM, f"p|q{number:07}|seen")
    rings(world, "moved", "newest00")
    done = [one.ping.id for one in desk(world).pings if one.outcome is not None]
    assert (len(done), done[0]) == (KEPT, "q0000020")
