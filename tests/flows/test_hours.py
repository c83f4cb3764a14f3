"""Working hours: by day and by night, over a weekend and a clock change."""

from datetime import UTC, date, datetime

import pytest

from flows.hours import EVERY_DAY, Hours, digest_day, opening, today, tomorrow, working

DAY = Hours(zone="Europe/Berlin", days=(0, 1, 2, 3, 4), start=8, end=18, digest=7)
NIGHT = Hours(zone="Europe/Berlin", days=(4, 5), start=22, end=6, digest=20)
WHOLE = Hours(zone="UTC", days=EVERY_DAY, start=8, end=8, digest=8)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Give a moment of March 2026, whose first Monday is the 2nd; Berlin is an hour ahead."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "moment", "works"),
    [
        (DAY, at(2, 6, 59), False),
        (DAY, at(2, 7), True),
        (DAY, at(2, 16, 59), True),
        (DAY, at(2, 17), False),
        (DAY, at(7, 12), False),
        (NIGHT, at(6, 21), True),
        (NIGHT, at(7, 4), True),
        (NIGHT, at(7, 5), False),
        (NIGHT, at(8, 4), True),
        (NIGHT, at(8, 21), False),
        (WHOLE, at(3, 7, 59), True),
        (WHOLE, at(3, 8), True),
    ],
)
def test_a_day_of_work_may_go_on_past_midnight(
    hours: Hours, moment: datetime, *, works: bool
) -> None:
    assert working(hours, moment) is works


def test_the_next_day_of_work_is_after_the_weekend() -> None:
    assert opening(DAY, at(2, 6, 30)) == date(2026, 3, 2)
    assert opening(DAY, at(2, 7)) == date(2026, 3, 3)
    assert opening(DAY, at(6, 20)) == date(2026, 3, 9)
    assert tomorrow(DAY, at(2, 0)) == date(2026, 3, 3)
    assert tomorrow(DAY, at(6, 9)) == date(2026, 3, 9)
    assert digest_day(DAY, at(2, 5, 59)) == date(2026, 3, 2)
    assert digest_day(DAY, at(2, 6)) == date(2026, 3, 3)
    assert today(DAY, at(2, 23, 30)) == date(2026, 3, 3)


def test_the_hours_stay_when_the_clocks_change() -> None:
    assert working(DAY, at(30, 6))
    assert not working(DAY, at(30, 16))
    assert opening(DAY, at(27, 20)) == date(2026, 3, 30)
