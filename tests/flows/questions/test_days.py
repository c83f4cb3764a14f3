"""Days, hours, dates and zones as people write them."""

from zoneinfo import available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.questions.answers import Draft, Problem
from flows.questions.days import Day, Hour, Weekday
from flows.questions.zones import ALIASES, COMMON, HALVES, Zone
from flows.words import english

DAY = Day(180, today="2026-03-01")  # a Sunday


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("Mon", 0),
        ("monday", 0),
        ("wendesday", 2),  # codespell:ignore
        ("thurs", 3),
        ("7", 6),
        ("SUN", 6),
        ("sunday!", 6),
    ],
)
def test_weekdays(reply: str, answer: int) -> None:
    assert Weekday().parse(reply) == answer


@pytest.mark.parametrize("reply", ["8", "day", "t", "someday"])
def test_no_weekday(reply: str) -> None:
    assert isinstance(Weekday().parse(reply), Problem)


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("18", 18), ("18:00", 18), ("18.00", 18), ("6 pm", 18), ("6pm", 18), ("6 p.m.", 18),
        ("18h", 18), ("at 7", 7),
        ("7 am", 7), ("12 am", 0), ("12 pm", 12), ("noon", 12), ("Midnight", 0), ("0", 0),
        ("7 o'clock", 7), ("7 in the morning", 7), ("at 6 in the evening", 18),
        ("3 in the afternoon", 15), ("18 in the evening", 18), ("12 in the morning", 0),
    ],
)  # fmt: skip
def test_hours(reply: str, answer: int) -> None:
    assert Hour().parse(reply) == answer


@pytest.mark.parametrize("reply", ["24", "7:30", "13 pm", "0 am", "evening", "", "7 in the dark"])
def test_no_whole_hour(reply: str) -> None:
    assert isinstance(Hour().parse(reply), Problem)


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("2026-03-14", "2026-03-14"), ("2026-3-14", "2026-03-14"), ("14.3.", "2026-03-14"),
        ("14.3.2026", "2026-03-14"),
        ("14. 3. 2026", "2026-03-14"), ("14/3", "2026-03-14"), ("3/14", "2026-03-14"),
        ("4/4", "2026-04-04"),
        ("14 March", "2026-03-14"), ("14th of march", "2026-03-14"),
        ("March 14th, 2026", "2026-03-14"),
        ("mar 14", "2026-03-14"), ("14 Mrach", "2026-03-14"), ("tomorrow", "2026-03-02"),
        ("friday", "2026-03-06"),
        ("next sunday", "2026-03-08"), ("in 2 weeks", "2026-03-15"), ("10 days", "2026-03-11"),
        ("a week", "2026-03-08"), ("two months", "2026-04-30"),
    ],
)  # fmt: skip
def test_dates(reply: str, answer: str) -> None:
    assert DAY.parse(reply) == answer


@pytest.mark.parametrize(
    "reply",
    [
        "3/4", "2026-02-30", "30 feb", "yesterday", "1 march", "2025-12-31", "2029-01-01", "5",
        "5 moons", "9999 days", "14 m", "soon", "may", "",
    ],
)  # fmt: skip
def test_no_date_in_reach(reply: str) -> None:
    assert isinstance(DAY.parse(reply), Problem)


def test_a_date_without_a_year_is_the_next_one() -> None:
    assert Day(180, today="2026-12-20").parse("3 january") == "2027-01-03"


def test_a_date_is_stepped_to() -> None:
    assert DAY.tap(0, None) == "2026-03-08"
    assert DAY.tap(10, None) == Draft("2026-03-11")
    assert DAY.tap(0, "2026-03-11") == "2026-03-11"
    assert DAY.tap(181, None) is None
    assert english(DAY.say("2026-03-14")) == "Sat 14 Mar 2026"


def test_a_stored_date_must_lie_ahead() -> None:
    assert DAY.takes("2026-03-02")
    assert not DAY.takes("2026-03-01")
    assert not DAY.takes("soon")
    assert not DAY.takes("tomorrow")
    assert not DAY.takes(5)
    assert DAY.keys("2020-01-01") == DAY.keys("2026-03-02")


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"),
        ("Berln", "Europe/Berlin"),
        ("New Yrok", "America/New_York"), ("UK", "Europe/London"),
        ("san francisco", "America/Los_Angeles"),
        ("UTC+3", "Etc/GMT-3"), ("utc +3:00", "Etc/GMT-3"), ("GMT-5", "Etc/GMT+5"),
        ("−5", "Etc/GMT+5"),
        ("+5:30", "Asia/Kolkata"), ("+0", "UTC"), ("UTC", "UTC"), ("13", "Europe/Berlin"),
        ("São Paulo", "America/Sao_Paulo"),
    ],
)  # fmt: skip
def test_zones(reply: str, answer: str) -> None:
    assert Zone().parse(reply) == answer


@pytest.mark.parametrize(
    "reply", ["Springfield", "", "99", "UTC+15", "UTC-13", "+3:15", "moon", "🙂"]
)
def test_no_zone(reply: str) -> None:
    assert isinstance(Zone().parse(reply), Problem)


def test_two_cities_of_one_sound_are_asked_about() -> None:
    told = Zone(("Here/Paris", "There/Paris")).parse("paris")
    assert isinstance(told, Problem)
    assert english(told.text).startswith("That could be Here/Paris or There/Paris.")


def test_zones_are_said_as_people_say_them() -> None:
    assert english(Zone().say("America/New_York")) == "New York time"
    assert english(Zone().say("Etc/GMT-3")) == "UTC+3, without summer time"
    assert english(Zone().say("Etc/GMT+5")) == "UTC-5, without summer time"


def test_every_zone_we_answer_with_exists() -> None:
    names = {*Zone().names, *COMMON, *ALIASES.values(), *HALVES.values()}
    fixed = {Zone().parse(f"UTC{n:+d}") for n in range(-12, 15)}
    assert names | fixed <= available_timezones()


@settings(deadline=None)
@example("\U00010e60")  # a digit to Unicode, but no decimal
@given(st.text(max_size=30))
def test_any_text_gives_an_answer_or_a_problem(reply: str) -> None:
    kinds: tuple[Weekday | Hour | Day | Zone, ...] = (Weekday(), Hour(), DAY, Zone())
    for kind in kinds:
        told = kind.parse(reply)
        assert isinstance(told, Problem) or kind.takes(told)
