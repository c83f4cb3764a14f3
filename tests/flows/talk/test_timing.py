"""The hours and days of the conversation, written out as they are shipped."""

from datetime import date, timedelta

from flows.person import Calendar
from flows.talk.calendar import early
from tests.flows.people import MIA
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
