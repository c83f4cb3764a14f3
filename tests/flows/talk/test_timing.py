"""The hours and days of the conversation, written out as they are shipped."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from flows.person import Calendar, Pause, Settings
from flows.talk.calendar import early, first_day
from tests.flows.people import MIA, MOVEMENT, answers, assessed, week
from tests.flows.policy import DEFAULT
from tests.flows.world import World


def test_a_question_is_asked_again_after_a_day_or_not_once_half_a_day_late() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    due = world.due(world.now + timedelta(days=2))
    assert due is not None
    when, _, timer = due
    assert timer.name == "nudge"
    assert when - world.now == timedelta(hours=24)
    assert timer.stale_after == timedelta(hours=12)


def test_a_check_in_opens_three_days_before_its_day() -> None:
    calendar = Calendar(next=date(2026, 3, 8))
    assert [early(calendar, date(2026, 3, day), DEFAULT) for day in range(3, 9)] == [
        *(False, False),
        *(True, True, True),
        False,
    ]


def keeps(world: World, **changes: object) -> None:
    """Put something else into Mia's calendar."""
    mia = world.person(MIA)
    assert mia.client is not None
    coming = replace(mia.client.calendar, **changes)
    world.states[f"person:{MIA}"] = replace(mia, client=replace(mia.client, calendar=coming))


def calendar(world: World) -> Calendar:
    client = world.person(MIA).client
    assert client is not None
    return client.calendar


@pytest.mark.parametrize(("days", "asked"), [(28, True), (27, False)])
def test_the_health_is_asked_about_every_four_weeks(days: int, *, asked: bool) -> None:
    world = World()
    assessed(world)
    keeps(world, health_asked=calendar(world).next - timedelta(days=days), planned=None)
    world.sleeps(days=7)
    opened = world.person(MIA).open
    assert opened is not None
    assert dict(opened.run.known) == {"planned": 3, "ask_health_change": asked}


@pytest.mark.parametrize(("days", "again"), [(6, True), (7, False)])
def test_a_movement_check_looks_at_a_week_again_for_six_days(days: int, *, again: bool) -> None:
    world = World()
    assessed(world)
    week(world)
    keeps(world, next=calendar(world).next + timedelta(days=30))
    told = len(world.records[f"person:{MIA}"])
    world.sleeps(days=days)
    world.forges(MIA, "m|movement")
    answers(world, MIA, MOVEMENT)
    verdicts = [one for one in world.records[f"person:{MIA}"][told:] if one.what == "verdict"]
    assert bool(verdicts) is again


def test_after_a_break_it_is_asked_again_every_week() -> None:
    world = World()
    assessed(world)
    until = world.now.date() + timedelta(days=3)
    keeps(world, pause=Pause(reason="travel", since=world.now.date(), until=until))
    world.sleeps(days=4)
    pause = calendar(world).pause
    assert pause is not None
    assert pause.until == until + timedelta(days=7)


@pytest.mark.parametrize(("start", "first"), [(2, 8), (4, 8), (5, 15), (7, 15), (8, 15)])
def test_the_first_check_in_has_some_days_to_tell_of(start: int, first: int) -> None:
    sundays = Settings(weekday=6)
    found = first_day(date(2026, 3, start), sundays, DEFAULT)
    assert found == date(2026, 3, first)
