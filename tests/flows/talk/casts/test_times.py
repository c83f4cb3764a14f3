"""Reminders at an hour where each member is, and reminders that come again."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.news import Surveyed
from flows.reach import Every, When
from flows.reminded import Picked
from flows.talk import broadcast
from flows.talk.casts import saying, standing
from flows.talk.casts.copies import on
from flows.words import english
from tests.flows.people import GINA, MIA
from tests.flows.policy import DEFAULT
from tests.flows.talk.casts.gyms import AT_NOON, EVE, TEMPLATE, busy, cast_of, remind, zoned
from tests.flows.talk.casts.test_course import told
from tests.flows.world import World

ONCE = (*TEMPLATE, "Another time", "Once", *AT_NOON)
MONTHLY = (*TEMPLATE, "Another time", "Every month", *AT_NOON)
WEEKLY = (*TEMPLATE, "Another time", "Every week", *AT_NOON)


def heard(world: World, who: int) -> int:
    return sum("a few taps" in one.text for one in world.screens[who])


def at(world: World, day: int, hour: int) -> None:
    there = datetime(2026, 3, day, hour, tzinfo=UTC)
    world.sleeps(seconds=(there - world.now).total_seconds())


def test_each_member_is_reminded_at_the_hour_where_they_are() -> None:
    world = busy()
    zoned(world, EVE, "America/New_York")
    remind(world, *ONCE)
    assert "on Monday, 9 March at 12:00 where each member is:" in world.last(GINA).text
    world.taps(GINA, "Send to 2")
    assert "Waiting for its hour" in world.last(GINA).text
    at(world, 9, 11)
    assert (heard(world, MIA), heard(world, EVE)) == (0, 0)
    at(world, 9, 13)
    assert (heard(world, MIA), heard(world, EVE)) == (1, 0)
    assert cast_of(world).stage is Stage.WAITING
    at(world, 9, 17)
    assert (heard(world, MIA), heard(world, EVE)) == (1, 1)
    assert "sent: 2" in world.last(GINA).text


def test_it_can_be_paused_and_cancelled_while_it_waits() -> None:
    world = busy()
    zoned(world, EVE, "America/New_York")
    remind(world, *ONCE, "Send to 2", "Pause")
    assert "Paused" in world.last(GINA).text
    at(world, 9, 13)
    assert heard(world, MIA) == 0
    world.taps(GINA, "Go on")
    assert heard(world, MIA) == 1
    world.taps(GINA, "Cancel")
    assert "never sent: 1" in world.last(GINA).text
    at(world, 10, 9)
    assert heard(world, EVE) == 0


def test_a_time_can_be_taken_back_and_a_night_hour_is_warned_of() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Another time", "Once", "✓ Mon 9 Mar 2026", "3:00", "All right ✓")
    assert "That hour is night" in world.last(GINA).text
    assert "Send to 2" not in world.last(GINA).buttons
    for label in ("Another time", "As soon as I agree", "All right ✓", "Send to 2"):
        world.taps(GINA, label)
    assert heard(world, MIA) == 1


@pytest.mark.parametrize(
    ("labels", "agree", "coming"),
    [
        (ONCE, "Send to 2", "Thursday, 12 March"),
        (WEEKLY, "Switch it on", "Monday, 16 March"),
        (MONTHLY, "Switch it on", "Thursday, 9 April"),
    ],
)
def test_a_yes_that_comes_too_late_is_asked_for_again_with_the_next_time(
    labels: tuple[str, ...], agree: str, coming: str
) -> None:
    world = busy()
    remind(world, *labels)
    at(world, 11, 15)
    world.taps(GINA, agree)
    world.sleeps(hours=3)
    assert (heard(world, MIA), cast_of(world).stage) == (0, Stage.OFFERED)
    assert "12:00 on Monday, 9 March has passed" in world.last(GINA).text
    assert f"The next time is 12:00 on {coming}" in world.last(GINA).text
    world.taps(GINA, agree)
    assert cast_of(world).stage is not Stage.OFFERED
    at(world, 12, 13)
    assert heard(world, MIA) == (labels is ONCE)
    at(world, 17, 13)
    assert heard(world, MIA) == (labels is not MONTHLY)


def test_a_time_that_has_passed_already_is_not_offered() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Another time", "Once", "Tue 3 Mar 2026", "✓ Tue 3 Mar 2026", "8:00")
    at(world, 3, 9)
    world.taps(GINA, "All right ✓")
    assert "8:00 on Tuesday, 3 March has passed" in world.last(GINA).text
    assert "on Wednesday, 4 March at 8:00" in world.last(GINA).text
    assert cast_of(world).order.when == When(day=date(2026, 3, 4), hour=8)


def test_a_moment_that_has_passed_in_one_zone_has_passed() -> None:
    world = busy()
    zoned(world, EVE, "Asia/Tokyo")
    remind(world, *ONCE)
    at(world, 9, 4)
    world.taps(GINA, "Send to 2")
    assert "on Tuesday, 10 March at 12:00" in world.last(GINA).text
    at(world, 10, 2)
    world.taps(GINA, "Send to 2")
    assert "Waiting for its hour" in world.last(GINA).text


def test_one_for_nobody_yet_is_not_agreed_to_too_late_either() -> None:
    world = busy()
    remind(world, "Step 5: power", *WEEKLY[1:])
    at(world, 11, 15)
    world.taps(GINA, "Switch it on")
    assert "has passed" in world.last(GINA).text


def test_one_that_comes_again_is_a_new_one_each_week_until_it_is_switched_off() -> None:
    world = busy()
    remind(world, *WEEKLY)
    assert "every Monday at 12:00" in world.last(GINA).text
    world.taps(GINA, "Switch it on")
    assert "Switched on" in world.last(GINA).text
    at(world, 9, 13)
    assert heard(world, MIA) == 1
    assert "Reminder done" in world.last(GINA).text
    at(world, 16, 13)
    assert heard(world, MIA) == 2
    world.taps(GINA, "Switch it off")
    assert any("Switched off" in one.text for one in world.screens[GINA])
    at(world, 30, 13)
    assert heard(world, MIA) == 2


def test_a_round_that_would_reach_nobody_is_not_spoken_of() -> None:
    world = busy()
    remind(world, "Step 5: power", *TEMPLATE[1:], "Another time", "Every month", *AT_NOON)
    assert "on day 9 of every month" in world.last(GINA).text
    world.taps(GINA, "Switch it on")
    before = len(world.screens[GINA])
    at(world, 10, 9)
    assert len(world.screens[GINA]) == before


def test_in_a_gym_without_members_it_switches_itself_off() -> None:
    world = busy()
    remind(world, *WEEKLY, "Switch it on")
    world.rosters.clear()
    at(world, 10, 9)
    assert "Switched off" in world.last(GINA).text


@pytest.mark.parametrize(
    ("every", "day", "today", "coming"),
    [
        (Every.WEEK, date(2026, 3, 9), date(2026, 3, 8), date(2026, 3, 16)),
        (Every.WEEK, date(2026, 3, 9), date(2026, 3, 20), date(2026, 3, 23)),
        (Every.MONTH, date(2026, 1, 31), date(2026, 1, 30), date(2026, 2, 28)),
        (Every.MONTH, date(2026, 12, 5), date(2026, 12, 5), date(2027, 1, 5)),
    ],
)
def test_the_next_of_its_days(every: Every, day: date, today: date, coming: date) -> None:
    when = When(day=day, hour=9, every=every)
    assert standing._after(when, today).day == coming


def test_a_month_that_is_too_short_does_not_move_the_day_for_good() -> None:
    when = When(day=date(2026, 1, 31), hour=9, every=Every.MONTH)
    days = []
    for _ in range(4):
        when = standing._after(when, when.day)
        days.append(when.day)
    assert days == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]
    assert english(saying.time(when)).startswith("on day 31 of every month or its last at 9:00")


def test_a_look_at_the_roster_for_something_else_begins_no_round() -> None:
    world = busy()
    remind(world, *WEEKLY, "Switch it on")
    cast = cast_of(world)
    members = tuple(next(one for one in world.rosters.values() if one).values())
    for view in ("", "2026-03-02"):
        world.tells(f"broadcast:{cast.code}", Surveyed(members=members, heads=(GINA,), view=view))
    assert cast_of(world) == cast


def test_a_round_whose_day_is_over_everywhere_is_not_made_up_for() -> None:
    world = busy()
    remind(world, *WEEKLY, "Switch it on")
    world.now = datetime(2026, 3, 11, 10, tzinfo=UTC)
    at(world, 11, 13)
    assert heard(world, MIA) == 0
    at(world, 16, 13)
    assert heard(world, MIA) == 1


def test_an_hour_that_comes_while_the_list_is_read_is_not_missed() -> None:
    world = busy()
    remind(world, *ONCE, "Send to 2")
    cast = replace(on(cast_of(world), asked=("UTC", "Asia/Tokyo")), stage=Stage.SENDING)
    cast = on(cast, zones=("UTC",), dry=False)
    after = broadcast.turn(cast, told(Picked(recipients=())), DEFAULT.reminders).state
    assert not after.course.dry
    assert after.course.asked == ("UTC",)


def test_timers_of_another_time_change_nothing() -> None:
    cast = Broadcast(code="b")
    world = World()
    for name in ("overdue", "round", "zone:Europe/Berlin", "else"):
        world.wakes("broadcast:b", name, world.now)
        assert world.state("broadcast:b") == cast
