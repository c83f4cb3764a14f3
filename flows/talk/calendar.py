"""Days and weeks of one person: what day it is for them, and when the next check-in is."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.person import Calendar, Person, Settings
from flows.phases.policy import Policy
from flows.questions.days import WEEKDAY_NAMES
from flows.words import T, Text

MONTH_NAMES = (
    T("January"),
    T("February"),
    T("March"),
    T("April"),
    T("May"),
    T("June"),
    T("July"),
    T("August"),
    T("September"),
    T("October"),
    T("November"),
    T("December"),
)


def today(person: Person, at: datetime) -> date:
    """Say which day a moment is where the person lives."""
    return at.astimezone(ZoneInfo(person.settings.zone)).date()


def spoken(day: date) -> Text:
    """Say a day as people do: Sunday, 8 March."""
    weekday, month = WEEKDAY_NAMES[day.weekday()], MONTH_NAMES[day.month - 1]
    return T("{weekday}, {day} {month}", weekday=weekday, day=day.day, month=month)


def dated(day: date) -> Text:
    """Say a day with its year: 8 March 2026."""
    month = MONTH_NAMES[day.month - 1]
    return T("{day} {month} {year}", day=day.day, month=month, year=day.year)


def ago(days: int) -> Text:
    """Say how long ago a day was, as people do; a day to come counts as today."""
    if days <= 0:
        return T("today")
    return T("yesterday") if days == 1 else T("{days} days ago", days=days)


def next_day(after: date, settings: Settings) -> date:
    """Find the first check-in day that comes after a day."""
    return after + timedelta(days=(settings.weekday - after.weekday() - 1) % 7 + 1)


def first_day(start: date, settings: Settings, policy: Policy) -> date:
    """Find the first check-in day of somebody who begins: one that has some days to tell of."""
    return next_day(start + timedelta(days=policy.timing.early_days), settings)


def following(calendar: Calendar, on: date, settings: Settings, policy: Policy) -> date:
    """Find the check-in day after the one that a check-in given on this day counts for.

    One that the clock opened counts for its own day, however late it is told.
    """
    if calendar.due is not None and on < calendar.next:
        return calendar.next
    counted = calendar.next if early(calendar, on, policy) else on
    return next_day(max(counted, on), settings)


def early(calendar: Calendar, on: date, policy: Policy) -> bool:
    """Say whether a day is before the next check-in, and near enough to count for it."""
    return on < calendar.next <= on + timedelta(days=policy.timing.early_days)
