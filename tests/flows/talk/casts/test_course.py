"""A reminder on its way: each member at most once, stopped at once, and a report."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.broadcast import Broadcast, Course, Stage
from flows.effects import Decision, Pick, Tell
from flows.events import Told
from flows.news import Surveyed
from flows.reach import CastAct, Order, Recipient, Result
from flows.reminded import Delivered, Picked, ReminderActed
from flows.talk import broadcast
from flows.talk.casts import member, saying
from tests.flows.people import GINA, MIA, TOM
from tests.flows.policy import DEFAULT
from tests.flows.talk.casts.gyms import (
    COUNT,
    EVE,
    TEMPLATE,
    busy,
    cast_of,
    crowd,
    put,
    remind,
    writes,
    zoned,
)
from tests.flows.world import START, World

GOING = Broadcast(
    code="x" * 12,
    order=Order(gym="g", gym_name="Iron", owner=GINA),
    stage=Stage.SENDING,
    course=Course(total=100, since=START, heard=START),
)


def told(news: object, later: float = 0) -> Told:
    at = START + timedelta(seconds=later)
    return Told(id="e", at=at, salt="s", source="x", rev=1, news=news)  # type: ignore[arg-type] # any news


def follows(cast: Broadcast, news: object, later: float = 0) -> Broadcast:
    return broadcast.turn(cast, told(news, later), DEFAULT.reminders).state


def acts(cast: Broadcast, act: CastAct, by: int = GINA) -> Broadcast:
    return follows(cast, ReminderActed(by=by, by_name="G", act=act, gyms=(cast.order.gym,)))


def turned(cast: Broadcast, act: CastAct) -> Decision[Broadcast]:
    news = ReminderActed(by=GINA, by_name="G", act=act, gyms=(cast.order.gym,))
    return broadcast.turn(cast, told(news), DEFAULT.reminders)


def going(**course: object) -> Broadcast:
    return replace(GOING, course=replace(GOING.course, **course))


def people(count: int, first: int = 0) -> Picked:
    return Picked(recipients=tuple(Recipient(id=first + n) for n in range(count)))


def test_everybody_gets_it_once_however_often_it_is_agreed_to() -> None:
    world = busy()
    remind(world, *TEMPLATE)
    data = world.last(GINA).buttons["Send to 2"]
    world.forges(GINA, data)
    world.forges(GINA, data)
    assert sum("a few taps" in one.text for one in world.screens[MIA]) == 1
    assert "<b>Reminder done</b>, for everybody in My gym.\nsent: 2" in world.last(GINA).text


def test_it_may_be_dropped_and_is_nobody_elses_to_send() -> None:
    world = busy()
    remind(world, "Step 1: stabilization", "Our template", COUNT)
    data = world.last(GINA).buttons["Send to 2"]
    world.forges(TOM, data)
    assert cast_of(world).stage is Stage.OFFERED
    world.taps(GINA, "Do not send")
    assert "Nobody has seen it" in world.last(GINA).text
    world.forges(GINA, data)
    assert not world.sees(MIA, "You are on step 1")
    world.sleeps(days=31)
    assert not any(isinstance(state, Broadcast) for state in world.states.values())


def test_who_opted_out_blocked_or_left_gets_none_and_is_counted_with_why() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Send to 2")
    world.taps(MIA, "No more reminders")
    remind(world, *TEMPLATE)
    world.unreachable.add(EVE)
    world.taps(GINA, "Send to 1")
    assert "cannot be reached: 1" in world.last(GINA).text


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"links": ()}, "skipped, left the gym: 1"),
        ({"reachable": False}, "cannot be reached: 1"),
    ],
)
def test_what_changes_after_the_count_is_seen_at_sending(
    change: dict[str, object], why: str
) -> None:
    world = busy()
    remind(world, *TEMPLATE)
    world.states[f"person:{MIA}"] = replace(world.person(MIA), **change)
    world.taps(GINA, "Send to 2")
    assert why in world.last(GINA).text
    assert "sent: 1" in world.last(GINA).text


def test_who_switched_off_after_the_count_is_skipped() -> None:
    world = busy()
    remind(world, *TEMPLATE)
    person = world.person(MIA)
    off = replace(person.settings, reminders=False)
    world.states[f"person:{MIA}"] = replace(person, settings=off)
    world.taps(GINA, "Send to 2")
    assert "skipped, switched reminders off: 1" in world.last(GINA).text


def test_who_lost_their_step_after_the_count_is_not_told_of_it() -> None:
    world = busy()
    writes(world, "Step {step}")
    world.states[f"person:{MIA}"] = replace(world.person(MIA), client=None)
    world.taps(GINA, "Send to 2")
    assert "skipped, on no step: 1" in world.last(GINA).text


def test_who_had_enough_reminders_in_a_week_is_skipped_and_gets_them_again_later() -> None:
    world = busy()
    for _ in range(DEFAULT.reminders.most):
        remind(world, *TEMPLATE, "Send to 2")
        assert "sent: 2" in world.last(GINA).text
    remind(world, *TEMPLATE, "Send to 2")
    assert "skipped, had enough reminders lately: 2" in world.last(GINA).text
    world.sleeps(days=DEFAULT.reminders.days)
    remind(world, *TEMPLATE, "Send to 2")
    assert "sent: 2" in world.last(GINA).text
    assert len(world.person(MIA).mails) == 1


def test_nobody_is_woken_and_the_preview_says_so() -> None:
    world = busy()
    zoned(world, MIA, "Asia/Tokyo")
    world.sleeps(hours=6)
    remind(world, *TEMPLATE)
    assert "For 1 of them it is night there now" in world.last(GINA).text
    zoned(world, EVE, "Pacific/Auckland", roster=False)
    world.taps(GINA, "Send to 2")
    assert "skipped, it was night where they are: 2" in world.last(GINA).text


@pytest.mark.parametrize(
    ("start", "end", "hour", "night"),
    [(21, 8, 21, True), (21, 8, 7, True), (21, 8, 8, False), (1, 6, 0, False), (1, 6, 5, True)],
)
def test_quiet_hours(start: int, end: int, hour: int, *, night: bool) -> None:
    limits = replace(DEFAULT.reminders, quiet_from=start, quiet_until=end)
    assert member.quiet(hour, limits) is night


def test_when_everybody_left_before_the_yes_there_is_a_report_all_the_same() -> None:
    world = busy()
    remind(world, *TEMPLATE)
    world.rosters.clear()
    world.taps(GINA, "Send to 2")
    assert "Reminder done" in world.last(GINA).text
    assert world.last(GINA).buttons == {}


def test_a_big_gym_is_told_in_portions_and_everybody_once() -> None:
    world = crowd(120)
    remind(world, *TEMPLATE, "Send to 120")
    assert "sent: 120" in world.last(GINA).text
    for who in range(100, 220):
        assert sum("a few taps" in one.text for one in world.screens[who]) == 1


def test_no_more_are_told_than_two_seconds_of_sending() -> None:
    decided = broadcast.turn(
        going(), told(Delivered(member=1, result=Result.SENT)), DEFAULT.reminders
    )
    assert decided.effects == ()
    resumed = acts(replace(going(), stage=Stage.PAUSED), CastAct.RESUME)
    assert resumed.course.asked == ()
    full = follows(resumed, people(32))
    assert len(full.course.out) == 32
    for one in range(15):
        full = follows(full, Delivered(member=one, result=Result.SENT))
    assert full.course.asked is None
    more = broadcast.turn(full, told(Delivered(member=15, result=Result.SENT)), DEFAULT.reminders)
    assert more.effects[0] == Pick(result=Result.WAITING, most=16)


def test_a_pause_stops_at_once_and_forgets_nobody() -> None:
    asked = acts(replace(going(), stage=Stage.PAUSED), CastAct.RESUME)
    paused = acts(asked, CastAct.PAUSE)
    assert paused.stage is Stage.PAUSED
    late = broadcast.turn(paused, told(people(50)), DEFAULT.reminders)
    assert (late.state.course.out, late.rows) == ((), ())
    again = acts(late.state, CastAct.RESUME)
    assert (again.stage, again.course.asked) == (Stage.SENDING, ())


def test_a_cancelled_one_tells_nobody_else_and_reports_those_on_their_way() -> None:
    cast = going(total=3, out=(1,), asked=())
    ended = acts(cast, CastAct.CANCEL)
    ended = follows(ended, people(2, 2))
    assert (ended.stage, ended.course.out) == (Stage.SENDING, (1,))
    world = World()
    put(world, ended)
    world.tells(f"broadcast:{ended.code}", Delivered(member=1, result=Result.SENT))
    assert cast_of(world).stage is Stage.DONE
    assert "Cancelled" in world.last(GINA).text
    assert "never sent: 2" in world.last(GINA).text


def test_a_look_at_the_roster_that_comes_late_changes_nothing() -> None:
    cast = going(total=3, out=(1,))
    assert follows(cast, Surveyed(members=(), heads=(GINA,))) == cast


def test_a_button_out_of_turn_and_a_stranger_s_do_nothing() -> None:
    cast = going()
    for act in (CastAct.SEND, CastAct.RESUME, CastAct.AGAIN, CastAct.STOP, CastAct.DELETE):
        assert acts(cast, act) == cast
    assert acts(cast, CastAct.PAUSE, by=TOM) == cast


def test_progress_is_one_message_shown_every_few_seconds() -> None:
    cast = going(total=5000, out=tuple(range(50)), shown=START)
    quick = broadcast.turn(
        cast, told(Delivered(member=1, result=Result.SENT), 1), DEFAULT.reminders
    )
    assert quick.effects == ()
    slow = broadcast.turn(
        cast, told(Delivered(member=1, result=Result.SENT), 4), DEFAULT.reminders
    )
    assert "left: {count}, {time}" in repr(slow.effects)
    assert "about {minutes} min" in repr(slow.effects)
    assert slow.state.course.shown == START + timedelta(seconds=4)


def test_the_time_left_is_measured_by_its_own_pace() -> None:
    world = World()
    cast = going(total=1000, out=tuple(range(30)), results=(("sent", 99),), shown=None, base=0)
    put(world, cast)
    world.now = START + timedelta(seconds=50)
    world.tells(f"broadcast:{cast.code}", Delivered(member=1, result=Result.SENT))
    assert "left: 900, about 8 min" in world.last(GINA).text
    assert set(world.last(GINA).buttons) == {"Pause", "Cancel"}


def test_what_is_not_known_is_listed_by_name_and_sent_again_with_one_tap() -> None:
    world = busy()
    world.lost.add(MIA)
    remind(world, *TEMPLATE, "Send to 2")
    assert "sent: 1\nnot known whether it arrived: 1\nNot known: Mia." in world.last(GINA).text
    world.lost.clear()
    world.taps(GINA, "Send again to the 1 not known")
    assert "sent: 2" in world.last(GINA).text
    assert "not known" not in world.last(GINA).text
    assert sum("a few taps" in one.text for one in world.screens[EVE]) == 1
    assert sum("a few taps" in one.text for one in world.screens[MIA]) == 1


def test_send_again_after_a_cancel_is_not_for_those_never_sent() -> None:
    cast = acts(going(total=3, out=(1,)), CastAct.CANCEL)
    cast = follows(cast, Delivered(member=1, result=Result.UNKNOWN))
    assert cast.stage is Stage.DONE
    again = turned(cast, CastAct.AGAIN)
    assert [one.to for one in again.effects if isinstance(one, Tell)][:1] == ["person:1"]
    assert not any(isinstance(one, Pick) for one in again.effects)
    assert (again.state.course.out, again.state.course.again) == ((1,), ())
    assert follows(again.state, people(3)).course.out == (1,)
    done = follows(again.state, Delivered(member=1, result=Result.SENT))
    assert (done.stage, done.course.results) == (Stage.DONE, (("sent", 1),))


def test_many_are_sent_it_again_in_portions_and_a_late_word_saves_one() -> None:
    unknown = tuple(range(70))
    cast = replace(going(total=70, unknown=unknown, results=(("unknown", 70),)), stage=Stage.DONE)
    cast = acts(cast, CastAct.AGAIN)
    assert (len(cast.course.out), cast.course.again) == (32, unknown[32:])
    assert saying.left(cast) == 70
    cast = follows(cast, Delivered(member=69, result=Result.SENT))
    for who in range(15):
        cast = follows(cast, Delivered(member=who, result=Result.SENT))
    assert len(cast.course.out) == 17
    cast = follows(cast, Delivered(member=15, result=Result.SENT))
    assert (len(cast.course.out), len(cast.course.again)) == (32, 21)
    assert 69 not in cast.course.again


def test_sending_again_can_be_paused_and_cancelled() -> None:
    unknown = tuple(range(40))
    cast = replace(going(total=50, unknown=unknown, results=(("unknown", 40),)), stage=Stage.DONE)
    paused = acts(acts(cast, CastAct.AGAIN), CastAct.PAUSE)
    for who in range(32):
        paused = follows(paused, Delivered(member=who, result=Result.SENT))
    assert paused.course.again == unknown[32:]
    gone_on = acts(paused, CastAct.RESUME)
    assert (gone_on.course.out, gone_on.course.asked) == (unknown[32:], None)
    ended = acts(paused, CastAct.CANCEL)
    assert (ended.stage, ended.course.unknown) == (Stage.DONE, unknown[32:])
    assert ended.course.results == (("sent", 32), ("unknown", 8))


def test_what_is_cancelled_does_not_go_on_after_a_pause() -> None:
    cast = acts(going(total=3, out=(1,)), CastAct.CANCEL)
    cast = acts(acts(cast, CastAct.PAUSE), CastAct.RESUME)
    assert (cast.course.dry, cast.course.asked) == (True, None)


def test_while_it_is_sent_again_there_is_a_way_to_stop_it() -> None:
    cast = going(total=70, unknown=tuple(range(70)), results=(("unknown", 70),), dry=True)
    again = turned(replace(cast, stage=Stage.DONE), CastAct.AGAIN)
    assert "|pause" in repr(again.effects)
    assert "|cancel" in repr(again.effects)


def test_those_nothing_is_heard_of_are_given_up_and_may_be_heard_of_late() -> None:
    world = World()
    cast = going(total=2, out=(MIA, 5), dry=True)
    put(world, cast)
    world.sleeps(minutes=59)
    assert world.state(f"broadcast:{cast.code}") == cast
    world.sleeps(minutes=2)
    done = cast_of(world)
    assert (done.stage, done.course.out, done.course.unknown) == (Stage.DONE, (), (MIA, 5))
    assert "not known whether it arrived: 2" in world.last(GINA).text
    world.tells(f"broadcast:{cast.code}", Delivered(member=5, result=Result.SENT))
    world.tells(f"broadcast:{cast.code}", Delivered(member=5, result=Result.SENT))
    world.tells(f"broadcast:{cast.code}", Delivered(member=6, result=Result.SENT))
    assert cast_of(world).course.results == (("unknown", 1), ("sent", 1))
    world.tells(f"broadcast:{cast.code}", Delivered(member=MIA, result=Result.UNKNOWN))
    assert cast_of(world).course.unknown == (MIA,)


def test_the_list_is_its_owner_s_as_a_file() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Send to 2", "Who got it, as a file")
    assert world.rolls == [GINA]


def test_what_was_sent_is_deleted_again_within_two_days() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Send to 2", "Delete it again")
    assert "Delete it from the chats" in world.last(GINA).text
    world.taps(GINA, "Leave it")
    assert "Reminder done" in world.last(GINA).text
    world.taps(GINA, "Delete it again")
    world.states[f"person:{EVE}"] = replace(world.person(EVE), mails=())
    world.taps(GINA, "Yes, delete it")
    assert not world.sees(MIA, "a few taps")
    assert world.sees(EVE, "a few taps")
    assert "could not be deleted: 1" in world.last(GINA).text
    assert "deleted again: 1" in world.last(GINA).text
    assert "sent" not in world.last(GINA).text


def test_later_telegram_deletes_nothing() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Send to 2", "Delete it again")
    world.sleeps(hours=49)
    world.taps(GINA, "Yes, delete it")
    assert "for 48 hours only" in world.last(GINA).text
    assert world.sees(MIA, "a few taps")


def test_a_deletion_nothing_is_heard_of_is_given_up() -> None:
    cast = replace(going(total=1, out=(1,), results=(("sent", 1),)), stage=Stage.RECALLING)
    world = World()
    put(world, cast)
    world.sleeps(hours=2)
    assert cast_of(world).course.results == (("kept", 1),)
    assert cast_of(world).stage is Stage.DONE
