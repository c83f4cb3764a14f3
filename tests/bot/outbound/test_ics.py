"""A calendar file, read back by a calendar: the same hour on both sides of a clock change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar, Event

from bot.outbound.ics import calendar
from bot.outbound.render import Renderer
from flows.effects import Appointment, Dates
from flows.words import T

RENDERER = Renderer(bot="b", emergency="112")
MADE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def session(day: date, zone: str, *, off: bool = False) -> Appointment:
    return Appointment(
        uid=f"{day.isoformat()}.x@stairwise",
        title=T("Training: step {step}", step=2),
        day=day,
        time=time(18),
        zone=zone,
        minutes=45,
        off=off,
    )


def read(*sessions: Appointment, number: int = 0) -> Calendar:
    dates = Dates(caption=T("x"), number=number, made=MADE, appointments=sessions)
    return Calendar.from_ical(calendar(dates, RENDERER))


def events(file: Calendar) -> list[Event]:
    return list(file.events)


@pytest.mark.parametrize(
    ("zone", "before", "after", "offsets"),
    [
        ("Europe/Berlin", date(2026, 3, 28), date(2026, 3, 30), (1, 2)),
        ("Europe/Berlin", date(2026, 10, 24), date(2026, 10, 26), (2, 1)),
        ("America/New_York", date(2026, 3, 7), date(2026, 3, 9), (-5, -4)),
        ("America/New_York", date(2026, 10, 31), date(2026, 11, 2), (-4, -5)),
    ],
)
def test_sessions_stay_at_their_hour_when_the_clocks_change(
    zone: str, before: date, after: date, offsets: tuple[int, int]
) -> None:
    file = read(session(before, zone), session(after, zone))
    starts = [event.start for event in events(file)]
    assert [one.replace(tzinfo=None) for one in starts if isinstance(one, datetime)] == [
        datetime.combine(before, time(18)),
        datetime.combine(after, time(18)),
    ]
    found = [one.utcoffset() for one in starts if isinstance(one, datetime)]
    assert found == [timedelta(hours=hours) for hours in offsets]
    assert [str(one["tzid"]) for one in file.timezones] == [zone]
    assert f"DTSTART;TZID={zone}:{before:%Y%m%d}T180000" in file.to_ical().decode()


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_the_zone_s_rules_are_in_the_file(zone: str) -> None:
    """A calendar that knows no zones by name goes by the rules in the file alone."""
    file = read(session(date(2026, 3, 5), zone), session(date(2026, 11, 20), zone))
    rules = file.timezones[0].to_tz()
    summer, winter = datetime(2026, 7, 1, 18), datetime(2026, 12, 1, 18)  # noqa: DTZ001 - its zone is given below
    difference = rules.utcoffset(summer) - rules.utcoffset(winter)
    assert difference == timedelta(hours=1)


def test_what_a_session_says() -> None:
    (event,) = events(read(session(date(2026, 3, 5), "Europe/Berlin"), number=3))
    assert event["uid"] == "2026-03-05.x@stairwise"
    assert event["sequence"] == 3
    assert event["summary"] == "Training: step 2"
    assert event["status"] == "CONFIRMED"
    assert event.duration == timedelta(minutes=45)
    assert event.stamp == MADE


def test_a_session_that_is_called_off_says_so() -> None:
    (event,) = events(read(session(date(2026, 3, 5), "UTC", off=True)))
    assert event["status"] == "CANCELLED"
    assert event.start == datetime(2026, 3, 5, 18, tzinfo=UTC)
